"""Readers of pages while twenty ask the API, or for briefs, in turn with none, on loopback.

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
READERS, READERS_PAUSE_S, CLICKS = 4, 1.0, 5
COUNCILS = ("leeds", "camden", "kent", "cornwall", "barnet", "essex", "york", "bolton", "devon")


class Asked(NamedTuple):
    """What is asked for, and how long each waits between: a program that works through rows asks
    about once a second (flat out, its allowance would end), a reader wants a brief now and then."""

    what: str
    addresses: tuple[str, ...]
    pause_s: float


ASKED = (
    Asked(
        "the API",
        (
            "api/v1/values?council={}&newest=true",
            "api/v1/values.csv?council={}&from=2020-04-01",
            "api/v1/judgements?council={}&model=usual",
            "api/v1/spending.parquet?council={}",
            "api/v1/peers?council={}",
            "api/v1/payments?council={}&limit=100",
            "api/v1/places?postcode=LS1+1UR",
            "api/v1/councils.csv",
        ),
        1.0,
    ),
    Asked("briefs", ("brief/{}.pdf", "brief/{}.docx", "brief/{}.pptx", "brief/{}.xlsx"), 10.0),
)


class Beside(NamedTuple):
    """Clicks of readers of pages, without and with programs, round by round in turn."""

    asked: str
    alone_p50_ms: float
    beside_p50_ms: float
    slower_percent: float
    processor_alone_ms: float
    processor_beside_ms: float
    answers: str


def measured(pages: list[PageAddress]) -> Iterator[Beside]:
    for asked in ASKED:
        yield _beside(pages, asked)


def _beside(pages: list[PageAddress], asked: Asked) -> Beside:
    alone: list[float] = []
    together: list[float] = []
    used: dict[bool, list[float]] = {False: [], True: []}
    answered: Counter[int] = Counter()
    with serving() as server:
        crowd(server.port, pages, 1, 0.0, runs_each=len(pages))  # what is kept is kept
        for _ in range(ROUNDS):
            for busy in (False, True):
                before = server.processor_seconds
                with _programs(server.port, asked, answered) if busy else _nobody():
                    one = crowd(server.port, pages, READERS, READERS_PAUSE_S, CLICKS)
                (together if busy else alone).append(one.p50_ms)
                used[busy].append((server.processor_seconds - before) * 1000 / max(1, one.runs))
    slower = median(b / a for a, b in zip(alone, together, strict=True)) - 1
    return Beside(
        asked.what,
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
def _programs(port: int, asked: Asked, answered: Counter[int]) -> Iterator[None]:
    over = threading.Event()
    threads = [
        threading.Thread(target=_program, args=(port, number, asked, over, answered))
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


def _program(
    port: int, number: int, asked: Asked, over: threading.Event, answered: Counter[int]
) -> None:
    chance = random.Random(number)
    source = (f"127.0.1.{number + 1}", 0)
    while not over.wait(chance.uniform(0, 2 * asked.pause_s)):
        address = chance.choice(asked.addresses).format(chance.choice(COUNCILS))
        with suppress(OSError):
            to = http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=source)
            to.request("GET", f"/{address}", headers={"Accept-Encoding": "gzip"})
            response = to.getresponse()
            response.read()
            answered[response.status] += 1
            to.close()
