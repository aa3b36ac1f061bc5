"""Several readers at once, each going through the pages, flat out or at a reader's pace."""

import asyncio
import os
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from benchmarks.pages import PageAddress
from benchmarks.reruns import percentiles
from benchmarks.server_process import Serving
from benchmarks.session import Session

RUNS_EACH = 6
LASTS_AT_MOST_S = 60.0
WARMING = (10, 0.0)


class Measured(NamedTuple):
    """A crowd before one of several servers; `load` is the machine's average of a minute then."""

    by: str
    readers: int
    pause_s: float
    runs: int
    p50_ms: float
    p95_ms: float
    failures: int
    processor_s: float
    memory_mb: float
    load: float


class Crowd(NamedTuple):
    """`pause_s` is the mean time a reader looks at a page before the next click."""

    readers: int
    pause_s: float
    runs: int
    p50_ms: float
    p95_ms: float
    runs_per_s: float
    failures: int


def measured(
    servers: Mapping[str, Serving],
    addresses: list[PageAddress],
    crowds: Sequence[tuple[int, float]],
) -> Iterator[Measured]:
    """Each crowd before each server in turn: what else the machine does slows them alike."""
    for server in servers.values():
        # Answers and figures are kept for all readers: that is filled before anything is timed.
        crowd(server.port, addresses, *WARMING)
    for readers, pause_s in crowds:
        for by, server in servers.items():
            before_s = server.processor_seconds
            one = crowd(server.port, addresses, readers, pause_s)
            took_s, load = server.processor_seconds - before_s, os.getloadavg()[0]
            timed = one.runs, one.p50_ms, one.p95_ms, one.failures
            yield Measured(by, readers, pause_s, *timed, took_s, server.memory_mb, load)


def crowd(
    port: int,
    addresses: list[PageAddress],
    readers: int,
    pause_s: float,
    runs_each: int = RUNS_EACH,
    lasts_s: float = LASTS_AT_MOST_S,
) -> Crowd:
    """So many readers until each has made `runs_each` clicks, or for `lasts_s`."""
    return asyncio.run(_crowd(port, addresses, readers, pause_s, runs_each, lasts_s))


async def _crowd(
    port: int,
    addresses: list[PageAddress],
    readers: int,
    pause_s: float,
    runs_each: int,
    lasts_s: float,
) -> Crowd:
    started = time.perf_counter()
    each = await asyncio.gather(
        *(
            _reader(port, addresses, n, pause_s, runs_each, started + lasts_s)
            for n in range(readers)
        )
    )
    took = time.perf_counter() - started
    seconds = [s for runs, _ in each for s in runs]
    p50, p95 = percentiles(seconds)
    failures = sum(failed for _, failed in each)
    return Crowd(readers, pause_s, len(seconds), p50, p95, len(seconds) / took, failures)


async def _reader(
    port: int,
    addresses: list[PageAddress],
    number: int,
    pause_s: float,
    runs_each: int,
    stop_at: float,
) -> tuple[list[float], int]:
    """The first page of a reader is not counted: it is a start, not a click."""
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, pause_s))
    seconds, failed = [], 0
    async with Session(port, number) as reader:
        await reader.run(chance.choice(addresses))
        for _ in range(runs_each):
            await asyncio.sleep(chance.uniform(0, 2 * pause_s))
            if time.perf_counter() > stop_at:
                break
            run = await reader.run(chance.choice(addresses))
            seconds.append(run.seconds)
            failed += bool(run.failures)
    return seconds, failed
