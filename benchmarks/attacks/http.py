"""Requests as a hostile client makes them, and what each is answered."""

import http.client
import socket
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from benchmarks.attacks import HOSTILE
from queries import ask

LISTENS_S = 120


def connection(port: int, client: str = HOSTILE) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", port, LISTENS_S, source_address=(client, 0))


def status(
    port: int,
    method: str,
    path: str,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    client: str = HOSTILE,
) -> str:
    """The status, with "+" where it is a refusal that says when to come again."""
    return answered(port, method, path, body, headers, client)[0]


def answered(
    port: int,
    method: str,
    path: str,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    client: str = HOSTILE,
) -> tuple[str, str]:
    """The status as `status` has it, and the words; the name of what went wrong without any."""
    one = connection(port, client)
    try:
        one.request(method, path, body, headers or {})
        return _told(one.getresponse())
    except (OSError, http.client.HTTPException) as error:
        # A body that is refused unread is broken off: the answer may be there all the same.
        with suppress(OSError, http.client.HTTPException):
            return _told(one.getresponse())
        return type(error).__name__, ""
    finally:
        one.close()


def _told(answer: http.client.HTTPResponse) -> tuple[str, str]:
    words = answer.read().decode("utf-8", "replace")
    return f"{answer.status}{'+' if answer.headers['Retry-After'] else ''}", words


def at_once(port: int, paths: Sequence[str], workers: int) -> tuple[int, Counter[str]]:
    with ThreadPoolExecutor(workers) as pool:
        return len(paths), Counter(pool.map(lambda path: status(port, "GET", path), paths))


def half(port: int, words: bytes, client: str = HOSTILE) -> socket.socket:
    """A connection on which so much is said and no more; the system keeps little for it."""
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64_000)
    one.settimeout(10)
    one.bind((client, 0))
    one.connect(("127.0.0.1", port))
    one.sendall(words)
    return one


def ended(one: socket.socket) -> bool:
    """Whether the server has let it go; nothing of its answer is waited for."""
    one.setblocking(False)
    try:
        while True:
            if not one.recv(1_000_000):
                return True
    except BlockingIOError:
        return False
    except OSError:
        return True


def councils(number: int) -> list[str]:
    """As many councils by the words of their addresses."""
    return ask("council/names")["slug"][:number].to_list()
