"""Two hundred readers who come and go for as long as is asked, before two replicas behind nginx.

What is looked for is a failure and memory that keeps growing, so each minute is told as it ends.
"""

import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from websockets.exceptions import WebSocketException

from benchmarks.pages import PageAddress
from benchmarks.reruns import percentiles
from benchmarks.server_process import memory_mb, processor_seconds
from benchmarks.session import Run, Session
from deploy.replicas import Replicas, started

REPLICAS, READERS, PAUSE_S = 2, 200, 8.0
# A reader leaves after so many clicks, some ten minutes, and another comes from the next address.
CLICKS_EACH = 75
MINUTE_S = 60.0


class Minute(NamedTuple):
    """One minute of all readers; `kb_a_click` as the socket carried it, memory of each replica."""

    minute: int
    clicks: int
    visits: int
    p50_ms: float
    p95_ms: float
    failures: str
    kb_a_click: float
    processor_s: float
    memory_mb: str
    load: float


class Seen:
    """What readers met since it was last taken."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.visits = 0
        self.failures: Counter[str] = Counter()

    def taken(self) -> tuple[list[Run], int, Counter[str]]:
        """Runs, visits and failures until now; the counting begins anew."""
        until_now = self.runs, self.visits, self.failures
        self.runs, self.visits, self.failures = [], 0, Counter()
        return until_now


def stay(addresses: list[PageAddress], minutes: float, tell: Callable[[Minute], None]) -> None:
    """Each minute is told as it ends."""
    with started(REPLICAS) as several:
        asyncio.run(_stay(several, addresses, minutes, tell))


async def _stay(
    several: Replicas, addresses: list[PageAddress], minutes: float, tell: Callable[[Minute], None]
) -> None:
    seen, began, used_s = Seen(), time.perf_counter(), 0.0
    places = [
        asyncio.create_task(_place(several.port, addresses, number, seen))
        for number in range(READERS)
    ]
    pids = [one.pid for one in several.servers]
    for number in range(1, round(minutes) + 1):
        await asyncio.sleep(began + number * MINUTE_S - time.perf_counter())
        before_s, used_s = used_s, sum(map(processor_seconds, pids))
        tell(_told(number, seen, several, used_s - before_s))
    for one in places:
        one.cancel()
    await asyncio.gather(*places, return_exceptions=True)


def _told(number: int, seen: Seen, several: Replicas, processor_s: float) -> Minute:
    runs, visits, failures = seen.taken()
    p50, p95 = percentiles([run.seconds for run in runs] or [0.0])
    kb = sum(run.wire_bytes for run in runs) / max(len(runs), 1) / 1000
    memory = " ".join(f"{memory_mb(one.pid):.0f}" for one in several.servers)
    said = "; ".join(f"{times}x {what}" for what, times in failures.most_common(3)) or "0"
    load = os.getloadavg()[0]
    return Minute(number, len(runs), visits, p50, p95, said, kb, processor_s, memory, load)


async def _place(port: int, addresses: list[PageAddress], number: int, seen: Seen) -> None:
    """One reader after the other, until it is stopped."""
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, 2 * PAUSE_S))
    # The first ones leave at different times, as they would have come.
    clicks = chance.randrange(1, CLICKS_EACH)
    while True:
        seen.visits += 1
        try:
            await _visit(port, addresses, number, clicks, chance, seen)
        except (OSError, TimeoutError, WebSocketException) as error:
            seen.failures[f"{type(error).__name__} {error}".strip()] += 1
            await asyncio.sleep(PAUSE_S)
        clicks = CLICKS_EACH


async def _visit(
    port: int,
    addresses: list[PageAddress],
    number: int,
    clicks: int,
    chance: random.Random,
    seen: Seen,
) -> None:
    async with Session(port, number) as reader:
        await reader.run(chance.choice(addresses))
        for _ in range(clicks):
            await asyncio.sleep(chance.uniform(0, 2 * PAUSE_S))
            run = await reader.run(chance.choice(addresses))
            seen.runs.append(run)
            seen.failures.update(run.failures)
