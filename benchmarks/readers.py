"""Several readers at once, each going through the pages, flat out or at a reader's pace."""

import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from websockets.exceptions import WebSocketException

from benchmarks.pages import PageAddress
from benchmarks.reruns import percentiles
from benchmarks.session import Session

RUNS_EACH = 6
LASTS_AT_MOST_S = 60.0
WARMING = (10, 0.0)


class Server(Protocol):
    """One process, or several behind one port."""

    @property
    def port(self) -> int: ...
    @property
    def processor_seconds(self) -> float: ...
    @property
    def memory_mb(self) -> float: ...


class Measured(NamedTuple):
    """A crowd before one of several servers; `load` is the machine's average of a minute then."""

    by: str
    readers: int
    pause_s: float
    runs: int
    p50_ms: float
    p95_ms: float
    failures: str
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
    failures: Counter[str]

    @property
    def told(self) -> str:
        """The failures in words: 0, or how often what."""
        common = self.failures.most_common(3)
        return "; ".join(f"{times}x {what}" for what, times in common) or "0"


def measured(
    servers: Mapping[str, Server],
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
            timed = one.runs, one.p50_ms, one.p95_ms, one.told
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
    p50, p95 = percentiles(seconds or [0.0])
    failures = sum((failed for _, failed in each), Counter[str]())
    return Crowd(readers, pause_s, len(seconds), p50, p95, len(seconds) / took, failures)


async def _reader(
    port: int,
    addresses: list[PageAddress],
    number: int,
    pause_s: float,
    runs_each: int,
    stop_at: float,
) -> tuple[list[float], Counter[str]]:
    """The first page of a reader is not counted: it is a start, not a click."""
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, pause_s))
    seconds, failed = [], Counter[str]()
    try:
        async with Session(port, number) as reader:
            failed.update((await reader.run(chance.choice(addresses))).failures[:1])
            for _ in range(runs_each):
                await asyncio.sleep(chance.uniform(0, 2 * pause_s))
                if time.perf_counter() > stop_at:
                    break
                address = chance.choice(addresses)
                run = await reader.run(address)
                seconds.append(run.seconds)
                failed.update(f"{address}: {said[:80]}" for said in run.failures[:1])
    except (OSError, TimeoutError, WebSocketException) as error:
        # The reader is lost; the others are measured on.
        failed[f"{type(error).__name__} {error}".strip()] += 1
    return seconds, failed
