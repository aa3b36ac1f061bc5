"""What readers and clients meet while something goes wrong with the server they ask."""

import os
import shutil
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.server_process import Serving

LONGEST_S = 60
# A few thousand payments: what is left running under it is all of them.
DOWNLOAD = "/take/payments.csv?council=exeter&from=2024-01"


def asked(port: int, path: str) -> str:
    """What is wrong with the answer at `path`; nothing when it is one."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=LONGEST_S) as answer:
            answer.read()
    except urllib.error.HTTPError as refused:
        return f"{path} got {refused.code}"
    except OSError as error:
        return f"{path}: {error}"
    return ""


def replaced_under_readers(port: int, database: Path, times: int = 5) -> str:
    """An edition takes another's place `times` times, while downloads run and pages are asked."""

    def replace() -> str:
        for _ in range(times):
            new = database.with_suffix(".new")
            shutil.copyfile(database, new)
            new.replace(database)
            time.sleep(1)
        return ""

    paths = ["/health", "/council?council=leeds", "/api/v1/councils", DOWNLOAD]
    with ThreadPoolExecutor(4) as pool:
        replacing = pool.submit(replace)
        broken = _slow(port, "/take/payments.csv")
        wrong = [one for path in paths * times if (one := pool.submit(asked, port, path).result())]
        broken.close()
        return "; ".join([*wrong, replacing.result()]).strip("; ")


def slow_and_broken(port: int, number: int = 40) -> str:
    """Clients that send half a request, take nothing, or leave in the middle; then a reader."""
    held = [_slow(port, "/take/payments.csv") for _ in range(number)]
    held += [_said(port, b"GET /council HTTP/1.1\r\nHost: x\r\nX-Half") for _ in range(number)]
    held += [_said(port, b"\x00\xff not http at all\r\n\r\n") for _ in range(number)]
    wrong = asked(port, "/council?council=leeds") or asked(port, "/health")
    for one in held:
        # Reset, not closed in good order.
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        one.close()
    return wrong or asked(port, "/council?council=leeds") or asked(port, "/health")


def brief_worker_dies(server: Serving) -> str:
    """The process that makes briefs is killed while it makes one, and the next is made."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    if wrong := asked(server.port, "/brief/leeds.pdf"):
        return wrong
    with ThreadPoolExecutor(1) as pool:
        being_made = pool.submit(asked, server.port, "/brief/camden.pdf")
        time.sleep(0.2)
        for pid in children.read_text().split():
            os.kill(int(pid), signal.SIGKILL)
        said = being_made.result()
    if said and not said.endswith("503"):
        return f"the one that was being made: {said}"
    return asked(server.port, "/brief/kent.pdf") or asked(server.port, "/council?council=leeds")


def held_by(fault: Callable[[], str]) -> str:
    try:
        return fault()
    except OSError as error:
        return str(error)


def _slow(port: int, path: str) -> socket.socket:
    return _said(port, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())


def _said(port: int, words: bytes) -> socket.socket:
    one = socket.create_connection(("127.0.0.1", port), LONGEST_S)
    one.sendall(words)
    return one
