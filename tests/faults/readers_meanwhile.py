"""What readers and clients meet while something goes wrong with the server they ask."""

import asyncio
import http.client
import os
import shutil
import signal
import socket
import time
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from benchmarks.pages import PageAddress
from benchmarks.server_process import Serving
from benchmarks.session import Session, own_address

LONGEST_S = 60
# Between two clicks: whoever asks without a pause leaves nothing for what is done meanwhile.
PAUSE_S = 0.5
# A few thousand payments: what is left running under it is all of them.
DOWNLOAD = "/take/payments.csv?council=exeter&from=2024-01"
# While an edition is put in place, files of the last may be gone and those of the next not there.
MADE_ANEW = ("/app/static/maps/manifest.json", "/app/static/downloads/council.csv")
EVERYTHING = (
    *("/health", "/council?council=leeds", "/api/v1/councils", "/feed/changes.atom", DOWNLOAD),
    *("/catalogue.jsonld", "/edition/", "/figure/council?council=leeds", "/brief/leeds.pdf"),
    *MADE_ANEW,
)
CLICKED = (
    PageAddress("council", "council=leeds"),
    PageAddress("payments", "supplier=care"),
    PageAddress("", ""),
    PageAddress("data", ""),
)


def asked(port: int, path: str, client: str = "127.0.0.1", also: tuple[int, ...] = ()) -> str:
    """What is wrong with the answer at `path`; nothing when it is 200 or one of `also`."""
    one = http.client.HTTPConnection("127.0.0.1", port, LONGEST_S, source_address=(client, 0))
    try:
        one.request("GET", path)
        answer = one.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException) as error:
        return f"{path}: {error!r}"
    finally:
        one.close()
    return "" if answer.status in (200, *also) else f"{path} got {answer.status}"


def replaced_under_readers(port: int, database: Path, times: int = 5) -> str:
    """An edition takes another's place `times` times, while a download that nobody reads goes on,
    another is broken off, and pages, files and answers are asked."""

    def replace() -> str:
        for _ in range(times):
            new = database.with_suffix(".new")
            shutil.copyfile(database, new)
            new.replace(database)
            time.sleep(1)
        return ""

    slow = _slow(port, "/take/payments.csv")
    wrong = _while(replace, port)
    _reset(slow)
    os.utime(database)
    return wrong or asked(port, "/health") or _clicked(port, 801, lambda: True)


def assembled_under_readers(port: int, assemble: Callable[[], str]) -> str:
    """What a host does on the day of an edition: maps, downloads and database are made anew."""
    return _while(assemble, port)


def _while(doing: Callable[[], str], port: int) -> str:
    """What is wrong with `doing`, or with what is asked until it is done, by two readers of pages
    and one of everything else."""
    with ThreadPoolExecutor(4) as pool:
        done = pool.submit(doing)
        readers = [pool.submit(_clicked, port, 802 + n, done.done) for n in range(2)]
        met, rounds = dict[str, None](), 0
        while not done.done() or not rounds:
            for number, path in enumerate(EVERYTHING):
                also = (404,) if path in MADE_ANEW else ()
                client = own_address(804 + (rounds * len(EVERYTHING) + number) % 90)
                if one := asked(port, path, client, also):
                    met[one] = None
                time.sleep(PAUSE_S / 5)
            rounds += 1
        return "; ".join(filter(None, [*met, *(one.result() for one in readers), done.result()]))


def _clicked(port: int, number: int, enough: Callable[[], bool]) -> str:
    """What a reader is shown instead of pages, run one after the other until it is `enough`."""

    async def clicking() -> set[str]:
        failures, runs = set[str](), 0
        async with Session(port, number) as reader:
            while not enough() or not runs:
                page = CLICKED[runs % len(CLICKED)]
                failures |= set((await reader.run(page)).failures)
                runs += 1
                await asyncio.sleep(PAUSE_S)
        return failures

    return "; ".join(sorted(asyncio.run(clicking())))


def slow_and_broken(port: int, number: int = 40) -> str:
    """Clients that send half a request, take nothing, or leave in the middle; then a reader."""
    held = [_slow(port, "/take/payments.csv") for _ in range(number)]
    held += [_said(port, b"GET /council HTTP/1.1\r\nHost: x\r\nX-Half") for _ in range(number)]
    held += [_said(port, b"\x00\xff not http at all\r\n\r\n") for _ in range(number)]
    wrong = asked(port, "/council?council=leeds") or asked(port, "/health")
    for one in held:
        _reset(one)
    return wrong or asked(port, "/council?council=leeds") or asked(port, "/health")


def workers_die(server: Serving) -> str:
    """The processes that make briefs and answers of the API are killed, at work and at rest: what
    was being made is refused in a sentence, and what is asked next is made."""
    port, client = server.port, own_address(800)
    if wrong := asked(port, "/brief/leeds.pdf") or asked(port, "/api/v1/councils?limit=3", client):
        return wrong
    with ThreadPoolExecutor(1) as pool:
        being_made = pool.submit(asked, port, "/brief/camden.pdf", also=(503,))
        time.sleep(0.2)
        _kill_workers(server)
        wrong = [being_made.result()]
    for number, rest_s in enumerate((0.0, 1.0), 4):
        time.sleep(rest_s)
        # The pool may learn of the death by this very question.
        asked(port, f"/api/v1/councils?limit={number}", client)
        wrong.append(asked(port, f"/api/v1/councils?limit={number + 10}", client))
        asked(port, f"/brief/kent.{'docx' if number == 4 else 'xlsx'}")
        wrong.append(asked(port, f"/brief/kent.{'pdf' if number == 4 else 'pptx'}"))
        _kill_workers(server)
    time.sleep(1)
    # Long enough ago: nobody is refused.
    wrong.append(asked(port, "/api/v1/councils?limit=30", client))
    wrong.append(asked(port, "/brief/camden.docx") or asked(port, "/council?council=leeds"))
    return "; ".join(filter(None, wrong))


def _kill_workers(server: Serving) -> None:
    """All children but the one in which Python keeps the names of what they share."""
    for thread in Path(f"/proc/{server.process.pid}/task").iterdir():
        for pid in (thread / "children").read_text().split():
            with suppress(ProcessLookupError, FileNotFoundError):
                if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes():
                    os.kill(int(pid), signal.SIGKILL)


def takes_its_time(port: int, seconds: float = 12.0) -> str:
    """A download whose reader takes longer than a query may is not cut."""
    address = f"http://127.0.0.1:{port}{DOWNLOAD}"
    with urllib.request.urlopen(address, timeout=LONGEST_S) as answer:
        whole = answer.read()
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    one.settimeout(LONGEST_S)
    one.connect(("127.0.0.1", port))
    with one:
        one.sendall(f"GET {DOWNLOAD} HTTP/1.0\r\nHost: x\r\n\r\n".encode())
        parts = []
        for _ in range(int(seconds)):
            time.sleep(1)
            parts.append(one.recv(4_096))
        while more := one.recv(1_000_000):
            parts.append(more)
    lines = b"".join(parts).count(b"\n")
    return (
        "" if lines >= whole.count(b"\n") else f"{lines} lines of {whole.count(chr(10).encode())}"
    )


def held_by(fault: Callable[[], str]) -> str:
    try:
        return fault()
    except OSError as error:
        return str(error)


def _reset(one: socket.socket) -> None:
    """Not closed in good order."""
    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    one.close()


def _slow(port: int, path: str) -> socket.socket:
    return _said(port, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())


def _said(port: int, words: bytes) -> socket.socket:
    one = socket.create_connection(("127.0.0.1", port), LONGEST_S)
    one.sendall(words)
    return one
