"""Server side: what a full run of each page costs beside an empty page, and what it sends."""

import asyncio
from statistics import median, quantiles
from typing import NamedTuple
from zlib import crc32

from benchmarks.pages import PageAddress
from benchmarks.session import Run, Session

WARM = 2
TIMES = 20


class Cost(NamedTuple):
    """Milliseconds and bytes of one page. `first` is a new reader's, the others a rerun's."""

    address: PageAddress
    first: Run
    p50_ms: float
    p95_ms: float
    sent_bytes: int
    wire_bytes: int
    failures: tuple[str, ...]


def cost(port: int, address: PageAddress) -> Cost:
    return asyncio.run(_cost(port, address))


async def _cost(port: int, address: PageAddress) -> Cost:
    # Each page for a client of its own: how fast one may click is bounded.
    async with Session(port, crc32(str(address).encode()) % 10_000) as reader:
        first = await reader.run(address)
        for _ in range(WARM):
            await reader.run(address)
        runs = [await reader.run(address) for _ in range(TIMES)]
    p50, p95 = percentiles([run.seconds for run in runs])
    return Cost(
        address,
        first,
        p50,
        p95,
        max(run.sent_bytes for run in runs),
        max(run.wire_bytes for run in runs),
        first.failures,
    )


def percentiles(seconds: list[float]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    if len(seconds) < 2:
        return seconds[0] * 1000, seconds[0] * 1000
    return median(seconds) * 1000, quantiles(seconds, n=20, method="inclusive")[18] * 1000
