"""More pages, sockets and runs than a reader has, from one address."""

import asyncio
import time
from collections import Counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from benchmarks.attacks import HOSTILE, NUMBER
from benchmarks.attacks.http import councils, ended, half
from benchmarks.pages import PageAddress
from benchmarks.session import Session

RUNS_S, HOLDS_S = 10.0, 30.0  # the second longer than the server waits for half a request
LARGE_BYTES = 4_000_000


def rerun(page: str = "", query: str = "") -> BackMsg:
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
    return asked


def pages(port: int) -> tuple[int, Counter[str]]:
    """Four hundred open at once, each run, none of them read."""
    return 400, asyncio.run(_opened(port, 400))


async def opened(port: int, **headers: str) -> ClientConnection:
    return await connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=["streamlit"],
        local_addr=(HOSTILE, 0),
        ping_interval=None,
        max_size=None,
        max_queue=1,
        open_timeout=60,
        **({"additional_headers": headers} if headers else {}),
    )


async def _opened(port: int, number: int) -> Counter[str]:
    answers, held = Counter[str](), []
    for one in councils(number):
        try:
            page = await opened(port)
        except (OSError, TimeoutError, WebSocketException) as error:
            answers[_refusal(error)] += 1
        else:
            held.append(page)
            await page.send(rerun("council", f"council={one}").SerializeToString())
            answers["open"] += 1
    await asyncio.sleep(HOLDS_S)
    for page in held:
        page.transport.abort()
    return answers


def _refusal(error: Exception) -> str:
    response = getattr(error, "response", None)
    if response is None:
        return type(error).__name__
    return f"{response.status_code}{'+' if response.headers.get('Retry-After') else ''}"


def half_requests(port: int) -> tuple[int, Counter[str]]:
    """Two thousand, silent from then on."""
    held, answers = [], Counter[str]()
    for _ in range(2_000):
        try:
            held.append(half(port, b"GET / HTTP/1.1\r\nHost: x\r\nX-Half"))
        except OSError as error:
            answers[type(error).__name__] += 1
    time.sleep(5)
    answers["let go at once"] = sum(map(ended, held))
    time.sleep(HOLDS_S)
    answers[f"held after {HOLDS_S:.0f} s"] = len(held) - sum(map(ended, held))
    for one in held:
        one.close()
    return 2_000, answers


def without_pause(port: int) -> tuple[int, Counter[str]]:
    """Ten pages that are run again and again."""
    addresses = [PageAddress("council", f"council={one}") for one in councils(100)]
    until = time.perf_counter() + RUNS_S

    async def one(number: int) -> int:
        runs = 0
        async with Session(port, NUMBER) as reader:
            while time.perf_counter() < until:
                await reader.run(addresses[(number + runs) % len(addresses)])
                runs += 1
        return runs

    async def every() -> int:
        return sum(await asyncio.gather(*map(one, range(10))))

    runs = asyncio.run(every())
    return runs, Counter({"run": runs})


def large_messages(port: int) -> tuple[int, Counter[str]]:
    """Two hundred pages, each asked for at an address of four million characters."""

    async def every() -> Counter[str]:
        answers = Counter[str]()
        for _ in range(200):
            page = await opened(port)
            try:
                await page.send(rerun("", "x" * LARGE_BYTES).SerializeToString())
                async with asyncio.timeout(30):
                    while True:
                        await page.recv()
            except WebSocketException as error:
                code = getattr(getattr(error, "rcvd", None), "code", 0)
                answers[f"closed, {code}" if code else type(error).__name__] += 1
            except (OSError, TimeoutError) as error:
                answers[type(error).__name__] += 1
        return answers

    return 200, asyncio.run(every())


def foreign_pages(port: int) -> tuple[int, Counter[str]]:
    """Pages of other sites at the socket, also those that call themselves this one."""
    origins = ["http://evil.example", "null", f"http://127.0.0.1:{port}.evil.example", "http://x@y"]

    async def every() -> Counter[str]:
        answers = Counter[str]()
        for origin in origins * 5:
            try:
                page = await opened(port, Origin=origin)
            except (OSError, TimeoutError, WebSocketException) as error:
                answers[_refusal(error)] += 1
            else:
                answers["open"] += 1
                await page.close()
        return answers

    return 20, asyncio.run(every())
