"""Which queries a page asks, and how long they take, each counted at the only door to them."""

import logging
import time
from functools import cache
from typing import NamedTuple
from urllib.parse import parse_qsl

import polars as pl

import shelf
from benchmarks import ROOT
from benchmarks.pages import PageAddress, stem_of

FINISHES_WITHIN_S = 60


class Heard(NamedTuple):
    """A query that a page asked, with its parameters."""

    name: str
    takes: dict[str, object]
    ms: float
    rows: int


class Asked(NamedTuple):
    """Nothing is remembered from an earlier page: every query a first reader causes is here."""

    address: PageAddress
    queries: int
    total_ms: float
    slowest: str
    slowest_ms: float
    rows: int


_log: list[Heard] = []


def asked(addresses: list[PageAddress]) -> list[Asked]:
    return [_of(address) for address in addresses]


def heard(address: PageAddress) -> list[Heard]:
    """What a page asks for its first reader. Raises RuntimeError where the page does not run."""
    _listen()
    import streamlit
    from streamlit.testing.v1 import AppTest

    streamlit.cache_data.clear()
    streamlit.cache_resource.clear()
    shelf.clear_all()
    _log.clear()
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=FINISHES_WITHIN_S)
    for name, value in parse_qsl(address.query):
        test.query_params[name] = value
    if address.page:
        test.switch_page(f"pages/{stem_of(address)}.py")
    test.run()
    if test.exception:
        raise RuntimeError(f"{address} does not run: {test.exception[0].message}")
    return list(_log)


@cache
def _listen() -> None:
    """Stand in the door, before any page is imported, so that all of them ask here."""
    import queries

    logging.disable(logging.WARNING)  # Streamlit warns that there is no server, which is so
    plain = queries.ask

    def timed(name: str, **takes: object) -> pl.DataFrame:
        started = time.perf_counter()
        frame = plain(name, **takes)
        ms = (time.perf_counter() - started) * 1000
        _log.append(Heard(name, takes, ms, frame.height))
        return frame

    queries.ask = timed


def _of(address: PageAddress) -> Asked:
    log = heard(address)
    slowest = max(log, key=lambda one: one.ms, default=Heard("none", {}, 0.0, 0))
    total = sum(one.ms for one in log)
    return Asked(address, len(log), total, slowest.name, slowest.ms, sum(one.rows for one in log))
