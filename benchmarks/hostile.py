"""One client that asks for more than its share, and another reader meanwhile, on loopback.

The hostile one comes from an address of its own, so that bounds of a client are its alone.
"""

import asyncio
import http.client
import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from benchmarks.pages import PageAddress
from benchmarks.reruns import percentiles
from benchmarks.server_process import Serving, memory_mb, serving
from benchmarks.session import Session
from queries import ask

HOSTILE = "127.0.0.9"
UPLOAD_BYTES = 20_000_000
# A reader who clicks this often, at least so many times beside each attack.
CLICKS, PAUSE_S = 12, 0.5
# Pages that the other reader goes through.
FEW = 8


class Attacked(NamedTuple):
    """`answers` are statuses and how often; the other reader's clicks before and during it."""

    by: str
    asked: int
    answers: str
    memory_mb: float
    peak_mb: float
    other_p50_ms: float
    other_p95_ms: float
    during_p50_ms: float
    during_p95_ms: float
    seconds: float


Attack = Callable[[int], tuple[int, Counter[str]]]


def attacked(addresses: list[PageAddress]) -> Iterator[Attacked]:
    """A server for each attack: what one leaves behind is not the next one's."""
    for by, attack in ATTACKS.items():
        with serving() as server:
            yield _beside(by, attack, server, addresses[:FEW])


def _beside(by: str, attack: Attack, server: Serving, addresses: list[PageAddress]) -> Attacked:
    for address in addresses:  # what is kept for all readers is made before anything is timed
        asyncio.run(_clicks(server.port, [address], 1, 0.0))
    before = percentiles(asyncio.run(_clicks(server.port, addresses, CLICKS, PAUSE_S)))
    memory, peak, over = server.memory_mb, 0.0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not over.wait(0.1):
            peak = max(peak, memory_mb(server.process.pid))

    began = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        pool.submit(watch)
        attacking = pool.submit(attack, server.port)
        during = asyncio.run(_clicks(server.port, addresses, CLICKS, PAUSE_S))
        asked, answers = attacking.result()
        over.set()
    took_s = time.perf_counter() - began
    said = ", ".join(f"{number}x {what}" for what, number in answers.most_common())
    return Attacked(by, asked, said, memory, peak, *before, *percentiles(during), took_s)


async def _clicks(
    port: int, addresses: list[PageAddress], clicks: int, pause_s: float
) -> list[float]:
    """Seconds of another reader's clicks."""
    chance, seconds = random.Random(1), []
    async with Session(port) as reader:
        await reader.run(addresses[0])
        for _ in range(clicks):
            await asyncio.sleep(pause_s)
            seconds.append((await reader.run(chance.choice(addresses))).seconds)
    return seconds


def _pages(port: int) -> tuple[int, Counter[str]]:
    """Four hundred pages open at once, each of them run."""
    return 400, asyncio.run(_open(port, 400))


async def _open(port: int, number: int) -> Counter[str]:
    answers: Counter[str] = Counter()
    held = []
    for _ in range(number):
        try:
            opened = await connect(
                f"ws://127.0.0.1:{port}/_stcore/stream",
                subprotocols=["streamlit"],
                local_addr=(HOSTILE, 0),
                ping_interval=None,
                open_timeout=60,
            )
        except (OSError, TimeoutError, WebSocketException) as error:
            status = getattr(getattr(error, "response", None), "status_code", 0)
            answers[str(status or type(error).__name__)] += 1
        else:
            held.append(opened)
            answers["open"] += 1
    for one in held:
        await one.close()
    return answers


def _sockets(port: int) -> tuple[int, Counter[str]]:
    """Two thousand connections that each send half a request and are silent then."""
    held, answers = [], Counter[str]()
    for _ in range(2_000):
        try:
            one = socket.create_connection(("127.0.0.1", port), 10, source_address=(HOSTILE, 0))
            one.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Half")
        except OSError as error:
            answers[type(error).__name__] += 1
        else:
            held.append(one)
            answers["open"] += 1
    time.sleep(CLICKS * PAUSE_S)
    for one in held:
        one.close()
    return 2_000, answers


def _uploads(port: int) -> tuple[int, Counter[str]]:
    """Thirty files of 20 MB for one open page, as fast as they go."""
    return 30, asyncio.run(_sent(port, 30))


async def _sent(port: int, number: int) -> Counter[str]:
    async with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=["streamlit"],
        local_addr=(HOSTILE, 0),
        max_size=None,
    ) as page:
        await page.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        session = ForwardMsg.FromString(await page.recv()).new_session.initialize.session_id
        path = f"/_stcore/upload_file/{session}"
        return await asyncio.to_thread(_files, port, path, number)


def _files(port: int, path: str, number: int) -> Counter[str]:
    one = http.client.HTTPConnection("127.0.0.1", port, 120, source_address=(HOSTILE, 0))
    one.request("GET", "/_stcore/health")
    answer = one.getresponse()
    answer.read()
    cookie = (answer.headers["Set-Cookie"] or "").partition(";")[0]
    head = b'--end\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\n'
    body = head + b"x" * UPLOAD_BYTES + b"\r\n--end--\r\n"
    headers = {
        "Cookie": cookie,
        "X-Xsrftoken": cookie.partition("=")[2],
        "Content-Type": "multipart/form-data; boundary=end",
    }
    return Counter(_status(port, "PUT", f"{path}/{n}", body, headers) for n in range(number))


def _downloads(port: int) -> tuple[int, Counter[str]]:
    """Thirty downloads of all payments at once, none of them read."""
    held, answers = [], Counter[str]()
    for _ in range(30):
        one = http.client.HTTPConnection("127.0.0.1", port, 60, source_address=(HOSTILE, 0))
        one.request("GET", "/take/payments.csv?council=leeds")
        answers[str(one.getresponse().status)] += 1
        held.append(one)
    time.sleep(CLICKS * PAUSE_S)
    for one in held:
        one.close()
    return len(held), answers


def _briefs(port: int) -> tuple[int, Counter[str]]:
    """Sixty briefs at once, in four kinds of files."""
    kinds = ("pdf", "docx", "pptx", "xlsx")
    return _at_once(port, [f"/brief/{one}.{kinds[n % 4]}" for n, one in _councils(60)], 60)


def _api(port: int) -> tuple[int, Counter[str]]:
    """Five hundred questions over the API, twenty at once."""
    return _at_once(port, [f"/api/v1/councils?limit={n % 100 + 1}" for n in range(500)], 20)


def _figures(port: int) -> tuple[int, Counter[str]]:
    """Two hundred lists of a page's figures, twenty at once: each runs a page."""
    return _at_once(port, [f"/figure/council?council={one}" for _, one in _councils(200)], 20)


def _clicker(port: int) -> tuple[int, Counter[str]]:
    """Ten pages that are run again and again without a pause."""

    async def flat_out() -> int:
        pages = [PageAddress("council", f"council={one}") for _, one in _councils(100)]
        until = time.perf_counter() + CLICKS * PAUSE_S

        async def one(number: int) -> int:
            runs = 0
            async with Session(port) as reader:
                while time.perf_counter() < until:
                    await reader.run(pages[(number + runs) % len(pages)])
                    runs += 1
            return runs

        return sum(await asyncio.gather(*map(one, range(10))))

    runs = asyncio.run(flat_out())
    return runs, Counter({"run": runs})


def _councils(number: int) -> list[tuple[int, str]]:
    """As many councils, numbered, by the words of their addresses."""
    return list(enumerate(ask("council/names")["slug"][:number]))


def _at_once(port: int, paths: list[str], workers: int) -> tuple[int, Counter[str]]:
    with ThreadPoolExecutor(workers) as pool:
        return len(paths), Counter(pool.map(lambda path: _status(port, "GET", path), paths))


def _status(
    port: int,
    method: str,
    path: str,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> str:
    one = http.client.HTTPConnection("127.0.0.1", port, 120, source_address=(HOSTILE, 0))
    try:
        one.request(method, path, body, headers or {})
        answer = one.getresponse()
        answer.read()
        return str(answer.status)
    except OSError as error:
        # A body that is refused unread is broken off: the answer may be there all the same.
        with suppress(OSError, http.client.HTTPException):
            return str(one.getresponse().status)
        return type(error).__name__
    finally:
        one.close()


ATTACKS: dict[str, Attack] = {
    "400 pages": _pages,
    "2,000 half requests": _sockets,
    "30 files of 20 MB": _uploads,
    "30 downloads, unread": _downloads,
    "60 briefs": _briefs,
    "500 API questions": _api,
    "200 lists of figures": _figures,
    "10 pages without pause": _clicker,
}
