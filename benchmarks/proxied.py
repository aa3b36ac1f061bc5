"""One process beside two behind nginx, in one run: readers that click, a long stay, a flash crowd.

What is sent and read by the readers is reckoned on the same machine, so the cores serve both.
"""

import asyncio
import os
import random
import time
import urllib.request
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.pages import PageAddress
from benchmarks.readers import Crowd, crowd
from benchmarks.reruns import percentiles
from benchmarks.server_process import memory_mb, processor_seconds, serving
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
    failures: int
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
    with serving() as alone, started(NUMBER) as several:
        pids = [one.pid for one in several.servers]
        for by, port, of in (
            ("one process", alone.port, [alone.process.pid]),
            (f"{NUMBER} behind nginx", several.port, pids),
        ):
            # Answers and figures are kept for all readers: that is filled before anything is timed.
            crowd(port, addresses, 10, 0.0)
            yield _served(by, port, of, addresses, READERS)
            yield asyncio.run(_flash(by, port, addresses))
        if minutes:
            clicks = round(minutes * 60 / PAUSE_S * 2)
            yield _served(by, port, of, addresses, MANY, clicks, minutes * 60)


def _served(
    by: str, port: int, pids: list[int], addresses: list[PageAddress], readers: int, *how: float
) -> Served:
    before_s, before_mb = sum(map(processor_seconds, pids)), sum(map(memory_mb, pids))
    one: Crowd = crowd(port, addresses, readers, PAUSE_S, *how)
    took_s = sum(map(processor_seconds, pids)) - before_s
    now_mb, load = sum(map(memory_mb, pids)), os.getloadavg()[0]
    timed = one.runs, one.p50_ms, one.p95_ms, one.failures
    return Served(by, readers, *timed, took_s, before_mb, now_mb, load)


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
