"""One process beside two behind nginx, in one run: readers that click, a long stay, a flash crowd.

What is sent and read by the readers is reckoned on the same machine, so the cores serve both.
"""

import asyncio
import os
import random
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from benchmarks.pages import PageAddress
from benchmarks.readers import Crowd, Server, crowd
from benchmarks.reruns import percentiles
from benchmarks.server_process import Together, serving
from benchmarks.session import Session
from deploy.replicas import started

NUMBER = 2
READERS, MANY, PAUSE_S = 100, 200, 8.0
OPENS, WITHIN_S = 300, 10.0


class Served(NamedTuple):
    """`load` is the machine's average of a minute when it ended; memory of all servers together."""

    by: str
    readers: int
    runs: int
    p50_ms: float
    p95_ms: float
    failures: str
    processor_s: float
    memory_before_mb: float
    memory_mb: float
    load: float


class Flash(NamedTuple):
    """Seconds until a reader sees the answer in the first HTML, and the finished page."""

    by: str
    opens: int
    answer_p50_s: float
    answer_p95_s: float
    page_p50_s: float
    page_p95_s: float
    page_last_s: float
    failures: int
    load: float


def measured(addresses: list[PageAddress], minutes: float) -> Iterator[Served | Flash]:
    """Both are up from the start and are asked in turn."""
    with serving() as alone, behind_nginx(NUMBER) as several:
        servers: dict[str, Server] = {"one process": alone, f"{NUMBER} behind nginx": several}
        for by, server in servers.items():
            # Answers and figures are kept for all readers: that is filled before anything is timed.
            crowd(server.port, addresses, 10, 0.0)
            yield _served(by, server, addresses, READERS)
            yield asyncio.run(_flash(by, server.port, addresses))
        if minutes:
            clicks = round(minutes * 60 / PAUSE_S * 2)
            yield _served(by, several, addresses, MANY, clicks, minutes * 60)


@contextmanager
def behind_nginx(number: int) -> Iterator[Together]:
    """As many replicas of this checkout; the proxy's own time and memory are not theirs."""
    with started(number) as several:
        yield Together(several.port, tuple(one.pid for one in several.servers))


def _served(
    by: str, server: Server, addresses: list[PageAddress], readers: int, *how: float
) -> Served:
    before_s, before_mb = server.processor_seconds, server.memory_mb
    one: Crowd = crowd(server.port, addresses, readers, PAUSE_S, *how)
    took_s, load = server.processor_seconds - before_s, os.getloadavg()[0]
    timed = one.runs, one.p50_ms, one.p95_ms, one.told
    return Served(by, readers, *timed, took_s, before_mb, server.memory_mb, load)


async def _flash(by: str, port: int, addresses: list[PageAddress]) -> Flash:
    each = await asyncio.gather(*(_open(port, addresses, n) for n in range(OPENS)))
    opened = [times for times in each if times]
    answers, pages = ([times[n] for times in opened] for n in (0, 1))
    seconds = [ms / 1000 for values in (answers, pages) for ms in percentiles(values)]
    failures = OPENS - len(opened)
    return Flash(by, OPENS, *seconds, max(pages), failures, os.getloadavg()[0])


async def _open(port: int, addresses: list[PageAddress], number: int) -> tuple[float, float] | None:
    """Seconds to the first HTML and to the whole page; None when the reader got an error."""
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, WITHIN_S))
    address, began = chance.choice(addresses), time.perf_counter()
    try:
        await asyncio.to_thread(_first_html, f"http://127.0.0.1:{port}{address}")
        answer_s = time.perf_counter() - began
        async with Session(port, number) as reader:
            run = await reader.run(address)
    except (OSError, TimeoutError):
        return None
    return None if run.failures else (answer_s, time.perf_counter() - began)


def _first_html(address: str) -> None:
    with urllib.request.urlopen(address, timeout=60) as answer:
        answer.read()
