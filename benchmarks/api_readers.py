"""Readers of pages while twenty programs ask the API, in turn with none, on loopback.

Each program comes from an address of its own, so that it has an allowance of its own.
"""

import http.client
import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from statistics import median
from typing import NamedTuple

from benchmarks.pages import PageAddress
from benchmarks.readers import crowd
from benchmarks.server_process import serving

PROGRAMS, ROUNDS = 20, 3
# A program that works through rows asks about so often; flat out, its allowance would end.
PAUSE_S = 1.0
READERS, READERS_PAUSE_S, CLICKS = 4, 1.0, 5
COUNCILS = ("leeds", "camden", "kent", "cornwall", "barnet", "essex", "york", "bolton", "devon")
ASKED = (
    "values?council={}&newest=true",
    "values.csv?council={}&from=2020-04-01",
    "judgements?council={}&model=usual",
    "spending.parquet?council={}",
    "peers?council={}",
    "payments?council={}&limit=100",
    "places?postcode=LS1+1UR",
    "councils.csv",
)


class Beside(NamedTuple):
    """Clicks of readers of pages, without and with programs, round by round in turn."""

    pages: str
    alone_p50_ms: float
    beside_p50_ms: float
    slower_percent: float
    processor_alone_ms: float
    processor_beside_ms: float
    answers: str


def measured(pages: list[PageAddress]) -> Iterator[Beside]:
    alone: list[float] = []
    together: list[float] = []
    used: dict[bool, list[float]] = {False: [], True: []}
    answered: Counter[int] = Counter()
    with serving() as server:
        crowd(server.port, pages, 1, 0.0, runs_each=len(pages))  # what is kept is kept
        for _ in range(ROUNDS):
            for busy in (False, True):
                before = server.processor_seconds
                with _programs(server.port, answered) if busy else _nobody():
                    one = crowd(server.port, pages, READERS, READERS_PAUSE_S, CLICKS)
                (together if busy else alone).append(one.p50_ms)
                used[busy].append((server.processor_seconds - before) * 1000 / max(1, one.runs))
    slower = median(b / a for a, b in zip(alone, together, strict=True)) - 1
    yield Beside(
        f"{READERS} readers, {ROUNDS} rounds",
        median(alone),
        median(together),
        slower * 100,
        median(used[False]),
        median(used[True]),
        ", ".join(f"{count} × {status}" for status, count in sorted(answered.items())),
    )


@contextmanager
def _nobody() -> Iterator[None]:
    yield


@contextmanager
def _programs(port: int, answered: Counter[int]) -> Iterator[None]:
    over = threading.Event()
    threads = [
        threading.Thread(target=_program, args=(port, number, over, answered))
        for number in range(PROGRAMS)
    ]
    for one in threads:
        one.start()
    try:
        yield
    finally:
        over.set()
        for one in threads:
            one.join()


def _program(port: int, number: int, over: threading.Event, answered: Counter[int]) -> None:
    chance = random.Random(number)
    source = (f"127.0.1.{number + 1}", 0)
    while not over.wait(chance.uniform(0, 2 * PAUSE_S)):
        address = chance.choice(ASKED).format(chance.choice(COUNCILS))
        with suppress(OSError):
            to = http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=source)
            to.request("GET", f"/api/v1/{address}", headers={"Accept-Encoding": "gzip"})
            response = to.getresponse()
            response.read()
            answered[response.status] += 1
            to.close()
