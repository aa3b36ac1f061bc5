"""Reruns beside another checkout's (the first edition's): both servers up, asked in turn.

One run on one machine at one time: what else the machine does slows both alike, and the median of
the ratios of neighbours holds where milliseconds do not.
"""

import asyncio
from statistics import median
from typing import NamedTuple
from zlib import crc32

from benchmarks.pages import PageAddress
from benchmarks.reruns import TIMES, WARM
from benchmarks.server_process import Serving
from benchmarks.session import Session


class Beside(NamedTuple):
    """p50 of a rerun in milliseconds, and processor milliseconds a rerun; ours to theirs."""

    page: str
    ours_ms: float
    theirs_ms: float
    ratio: str
    ours_processor_ms: float
    theirs_processor_ms: float
    processor_ratio: str
    failures: int


def beside(ours: Serving, theirs: Serving, address: PageAddress) -> Beside:
    return asyncio.run(_beside(ours, theirs, address))


async def _beside(ours: Serving, theirs: Serving, address: PageAddress) -> Beside:
    failures = 0
    seconds: list[tuple[float, float]] = []
    # Each page for a client of its own: how fast one may click is bounded.
    client = crc32(str(address).encode()) % 10_000
    async with Session(ours.port, client) as here, Session(theirs.port, client) as there:
        for _ in range(WARM + 1):
            first = await here.run(address), await there.run(address)
            failures += sum(bool(run.failures) for run in first)
        used = [0.0, 0.0]
        for _ in range(TIMES):
            pair = []
            for n, (server, session) in enumerate([(ours, here), (theirs, there)]):
                before = server.processor_seconds
                pair.append((await session.run(address)).seconds)
                used[n] += server.processor_seconds - before
            seconds.append((pair[0], pair[1]))
    ratio = median(a / b for a, b in seconds)
    a, b = (median(each) * 1000 for each in zip(*seconds, strict=True))
    cost = [each / TIMES * 1000 for each in used]
    share = f"{cost[0] / cost[1]:.2f}" if cost[1] else "unknown"
    return Beside(str(address), a, b, f"{ratio:.2f}", cost[0], cost[1], share, failures)
