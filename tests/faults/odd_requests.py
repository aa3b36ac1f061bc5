"""Requests that no browser sends: none may be a fault of the server's (HTTP 500), nor end it."""

import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from benchmarks.session import own_address

WITHIN_S = 60
REFUSED, SILENT = b"refused", b"no whole head of an answer in 60 s"
# A client of its own for so many of them: how often one may ask is bounded.
EACH_ASKS = 30
PATHS = (
    *("/", "/council", "/council?council=leeds", "/nix", "/favicon.ico", "/robots.txt"),
    *("/health", "/metrics", "/catalogue.jsonld", "/api/v1", "/api/v1/", "/api/v1/docs"),
    *("/api/v1/openapi.json", "/api/v1/councils?limit=1", "/api/v1/nix", "/feed/nix"),
    *("/feed/changes.atom", "/feed/releases.ics", "/figure/council?council=leeds"),
    *("/figure/nix/nix.svg", "/embed/nix", "/edition/", "/edition/nix/", "/edition/nix/nix.csv"),
    *("/brief/leeds.pdf", "/brief/nix.pdf", "/brief/nix", "/take/payments.txt?council=exeter"),
    *("/take/payments.csv?council=nix", "/take/payments.nix", "/static/nix.js"),
    *("/app/static/nix", "/app/plotly/nix", "/media/nix", "/component/nix", "/_stcore/health"),
    *("/_stcore/metrics", "/_stcore/host-config", "/_stcore/script-health-check"),
    *("/_stcore/stream", "/_stcore/upload_file/a/b", "/_stcore/bidi-components/x"),
)
METHODS = ("POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "HEAD", "FOO")
HOSTS = (
    "[",
    "]",
    "a b",
    "[::1",
    "http://x",
    "",
    "x" * 5_000,
    "\xff",
    "a/b",
    "a?b",
    "@",
    "x:9999999",
)
HEADERS = (
    *("Range: bytes=abc", "Range: bytes=-1", "Range: bytes=5-1", "Range: bytes=0-0,1-1,2-2"),
    *("Range: \xff", "Range: bytes=99999999999999999999-", "Range: bytes=\xb2-\xb3"),
    *("If-Modified-Since: x", "If-Modified-Since: Mon, 01 Jan 99999 00:00:00 GMT"),
    *("If-Modified-Since: Mon, 01 Jan 2020 00:00:00 +9999999", "If-None-Match: \xff"),
    *("If-Range: \xff", "Accept-Encoding: br;q=x, gzip;q=\xff", "Accept: \xff/\xfe"),
    *("Accept: ;;;,,,", "Accept: text/html", "Cookie: \xff=\xfe; _streamlit_xsrf=2|zz|zz|x"),
    *("X-Forwarded-For: \xff", "X-Forwarded-For: a, b, c", "X-Forwarded-Host: ["),
    *("X-Forwarded-Proto: \xff", "X-Forwarded-Prefix: //x", "Forwarded: for=x"),
    *("Content-Type: multipart/form-data", "Content-Length: 99999999999999999999999"),
    *("Content-Length: -1", "Transfer-Encoding: foo", "Expect: 100-continue", "Origin: ["),
    *("Referer: \xff", "Accept-Language: \xff", "User-Agent: \x01", "X-A: " + "x" * 70_000),
)
ENDINGS = (
    *("%00", "%2e%2e/%2e%2e/etc/passwd", "..%2f..", "%ff%fe", "%ed%a0%80", "x" * 4_000, "x/" * 500),
    *("%5c%5cx%5cy", "a%0d%0ab", "a%3fb", "//x", "%F0%9F%92%A9", "*", "[", "con", "~root", "."),
    *("a?%ff=%ff&a=%00", "a?" + "&".join(["a=b"] * 1_500), "?council=%00", "?council=%ed%a0%80"),
    *("?name=%00", "?measure=%00", "?period=%00", "?council=["),
)
# With which a page's socket is asked for: protocols, cookies, origins.
SOCKETS = (
    *("", "Origin: http://x\r\n", "Sec-WebSocket-Protocol: ,,,\r\n"),
    "Sec-WebSocket-Protocol: streamlit, \xff, \xfe\r\n",
    "Sec-WebSocket-Protocol: streamlit, 2|zz|z, " + "x" * 3_000 + "\r\n",
    "Cookie: _streamlit_user=2|zz\r\n",
)
UPGRADE = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: {}\r\n"
KEY = "Sec-WebSocket-Key: {}\r\n"


def odd_requests(port: int) -> tuple[int, Counter[str]]:
    """How many were asked, and the answers that are faults, with what they answered."""
    number, faults = 0, Counter[str]()
    for number, (what, said) in enumerate(_all(), 1):
        answer = _answer(port, own_address(1_000 + number // EACH_ASKS), said)
        status = answer.split(b"\r\n", 1)[0].decode("latin-1")
        # What can't be read as HTTP is refused or left; the server says nothing of its own fault.
        if status[9:10] == "5" or answer in {REFUSED, SILENT}:
            faults[f"{what}: {status[:60]}"] += 1
    return number, faults


def _all() -> Iterator[tuple[str, bytes]]:
    for path in PATHS:
        for host in HOSTS:
            yield f"{path}, host {host[:20]}", _said("GET", path, f"Host: {host}\r\n")
        for method in METHODS:
            yield f"{method} {path}", _said(method, path, "Host: x\r\nContent-Length: 0\r\n")
        for header in HEADERS:
            yield f"{path}, {header[:40]}", _said("GET", path, f"Host: x\r\n{header}\r\n")
        for asked in SOCKETS:
            for version, key in (("13", "dGhlIHNhbXBsZSBub25jZQ=="), ("x", "x"), ("7", "x")):
                headers = UPGRADE.format(version) + KEY.format(key) + asked
                yield (
                    f"socket {path}, {asked[:40]}",
                    _said("GET", path, f"Host: x\r\n{headers}", ""),
                )
    for folder in sorted({path.partition("?")[0].rpartition("/")[0] + "/" for path in PATHS}):
        for ending in ENDINGS:
            yield f"{folder}{ending[:40]}", _said("GET", folder + ending, "Host: x\r\n")


def _said(method: str, path: str, headers: str, end: str = "Connection: close\r\n") -> bytes:
    return f"{method} {path} HTTP/1.1\r\n{headers}{end}\r\n".encode("latin-1")


def _answer(port: int, client: str, said: bytes) -> bytes:
    """The head of the answer; nothing where the server left, `REFUSED` where nobody listened."""
    got = b""
    try:
        one = socket.create_connection(("127.0.0.1", port), WITHIN_S, source_address=(client, 0))
    except OSError:
        return REFUSED
    with one, suppress(OSError):
        try:
            one.sendall(said)
            while b"\r\n\r\n" not in got and (more := one.recv(65_536)):
                got += more
        except TimeoutError:
            return SILENT
    return got
