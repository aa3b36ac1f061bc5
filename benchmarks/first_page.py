"""From the command to the first page, for a reader who waits at the door."""

import asyncio
import time

from benchmarks.pages import PageAddress
from benchmarks.server_process import serving
from benchmarks.session import Session

TIMES = 3


def start_to_first_page() -> list[tuple[float, float]]:
    """Seconds to the listening server, and to the finished Home, for each start."""
    return [_once() for _ in range(TIMES)]


def _once() -> tuple[float, float]:
    started = time.perf_counter()
    with serving() as server:
        listening = time.perf_counter() - started
        asyncio.run(_home(server.port))
        return listening, time.perf_counter() - started


async def _home(port: int) -> None:
    async with Session(port) as reader:
        await reader.run(PageAddress("", ""))
