"""More answers than a reader wants: downloads, briefs, questions, figures, forged addresses."""

import random
import time
from collections import Counter
from urllib.parse import quote

from benchmarks.attacks import OTHERS
from benchmarks.attacks.http import at_once, connection, councils, ended, half, status

HOLDS_S = 67.0  # longer than the server waits for one who takes nothing
DOWNLOAD = "/take/payments.csv?council=leeds"
SMALL_DOWNLOAD = "/take/payments.csv?council=exeter&from=2024-01&to=2024-02"
SLOW_BYTES_A_SECOND = 60_000
HOSTS = (
    "evil.example",
    "evil.example:80@127.0.0.1",
    "a\tb",
    "x" * 5_000,
    "[::1",
    "127.0.0.1:99999",
)
FORGED_ADDRESSES = ("127.0.0.1", "10.0.0.1, 192.0.2.7", "x" * 2_000, "::1", "unknown")


def asked(path: str, *headers: str) -> bytes:
    return "\r\n".join([f"GET {path} HTTP/1.1", "Host: x", *headers, "", ""]).encode()


def unread_downloads(port: int) -> tuple[int, Counter[str]]:
    """Thirty of all payments, none of them read; then one more, when the patience has run out."""
    held, answers = [], Counter[str]()
    for _ in range(30):
        one = connection(port)
        one.request("GET", DOWNLOAD)
        answers[str(one.getresponse().status)] += 1
        held.append(one)
    time.sleep(HOLDS_S)
    answers[f"{status(port, 'GET', SMALL_DOWNLOAD)} after {HOLDS_S:.0f} s"] += 1
    for one in held:
        one.close()
    return 31, answers


def three_slow_clients(port: int) -> tuple[int, Counter[str]]:
    """Ten downloads each, none read; an honest reader's own meanwhile."""
    held = [half(port, asked(DOWNLOAD), client) for client in OTHERS for _ in range(10)]
    time.sleep(1)
    answers = Counter(
        f"honest {status(port, 'GET', SMALL_DOWNLOAD, client='127.0.0.1')}" for _ in range(5)
    )
    for one in held:
        one.close()
    return len(held), answers


def steady_slow_reader(port: int) -> tuple[int, Counter[str]]:
    """60 kB in each second for longer than the patience: nobody hostile, and not to be cut."""
    one = half(port, asked("/take/payments.csv"))
    got, until = 0, time.monotonic() + HOLDS_S
    while time.monotonic() < until:
        part = one.recv(SLOW_BYTES_A_SECOND // 4)
        if not part:
            break
        got += len(part)
        time.sleep(0.25)
    cut = "going on" if time.monotonic() >= until else "cut"
    one.close()
    return 1, Counter({f"{cut}, {got / 1e6:.1f} MB": 1})


def unread_scripts(port: int) -> tuple[int, Counter[str]]:
    """Two thousand times a script of megabytes, none taken; what is let go after a minute."""
    held, answers = [], Counter[str]()
    for _ in range(2_000):
        try:
            one = half(port, asked("/app/plotly/plotly.min.js", "Accept-Encoding: br"))
            held.append(one)
        except OSError as error:
            answers[type(error).__name__] += 1
    time.sleep(HOLDS_S)
    for one in held:
        told = _first_line(one)
        answers[f"{told}{', let go' if ended(one) else ''}"] += 1
        one.close()
    return 2_000, answers


def _first_line(one) -> str:
    try:
        return one.recv(15).decode().partition(" ")[2].strip() or "closed"
    except OSError as error:
        return type(error).__name__


def briefs(port: int) -> tuple[int, Counter[str]]:
    """Sixty at once, in four kinds of files."""
    kinds = ("pdf", "docx", "pptx", "xlsx")
    paths = [f"/brief/{one}.{kinds[n % 4]}" for n, one in enumerate(councils(60))]
    return at_once(port, paths, 60)


def questions(port: int) -> tuple[int, Counter[str]]:
    """Five hundred over the API, twenty at once."""
    return at_once(port, [f"/api/v1/councils?limit={n % 100 + 1}" for n in range(500)], 20)


def figures(port: int) -> tuple[int, Counter[str]]:
    """Sixty lists of a page's figures, twenty at once: each runs a page."""
    return at_once(port, [f"/figure/council?council={one}" for one in councils(60)], 20)


def forged_addresses(port: int) -> tuple[int, Counter[str]]:
    """Paths that lead out, hosts and clients that are not so: never an error, never repeated."""
    chance, answers = random.Random(1), Counter[str]()
    parts = ["..", "%2e%2e", "....//", "\\", "%00", "etc", "passwd", "take", "edition", "api/v1"]
    parts += ["static", "app", "_stcore", "brief", "figure", "%ff", "'", '"', "<b>", "%0d%0aX:y"]
    for number in range(600):
        path = "/" + "/".join(chance.choices(parts, k=chance.randint(1, 8)))
        path += f"?council={quote(chance.choice(parts))}&from={'9' * chance.randint(0, 3_000)}"
        headers = {}
        if number % 3 == 0:
            headers["Host"] = chance.choice(HOSTS)
        if number % 3 == 1:
            headers["X-Forwarded-For"] = chance.choice(FORGED_ADDRESSES)
            headers["X-Forwarded-Host"] = "evil.example"
        answers[status(port, "GET", quote(path, safe="/%?&=.\\'<>\":"), headers=headers)] += 1
    one = connection(port)
    one.request("GET", "/council", headers={"Host": "evil.example", "X-Forwarded-Host": "worse"})
    sent = one.getresponse()
    said = sent.read().decode()
    answers["host repeated in a redirect"] += sent.headers["Location"] is not None
    answers["forwarded host repeated"] += "worse" in said
    return 601, +answers
