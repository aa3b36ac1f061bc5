"""Which queries a page asks, and how long they take, each counted at the only door to them."""

import logging
import time
from typing import NamedTuple
from urllib.parse import parse_qsl

import polars as pl

import shelf
from benchmarks import ROOT
from benchmarks.pages import PageAddress

FINISHES_WITHIN_S = 60


class Asked(NamedTuple):
    """Nothing is remembered from an earlier page: every query a first reader causes is here."""

    address: PageAddress
    queries: int
    total_ms: float
    slowest: str
    slowest_ms: float
    rows: int


def asked(addresses: list[PageAddress]) -> list[Asked]:
    import queries

    logging.disable(logging.WARNING)  # Streamlit warns that there is no server, which is so
    log: list[tuple[str, float, int]] = []
    plain = queries.ask

    def timed(name: str, **takes: object) -> pl.DataFrame:
        started = time.perf_counter()
        frame = plain(name, **takes)
        log.append((name, (time.perf_counter() - started) * 1000, frame.height))
        return frame

    queries.ask = timed  # before any page is imported, so that all of them hold this one
    try:
        return [_of(address, log) for address in addresses]
    finally:
        queries.ask = plain


def _of(address: PageAddress, log: list[tuple[str, float, int]]) -> Asked:
    import streamlit
    from streamlit.testing.v1 import AppTest

    streamlit.cache_data.clear()
    streamlit.cache_resource.clear()
    shelf.clear_all()
    log.clear()
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=FINISHES_WITHIN_S)
    for name, value in parse_qsl(address.query):
        test.query_params[name] = value
    if address.page:
        test.switch_page(f"pages/{address.page}.py")
    test.run()
    slowest = max(log, key=lambda entry: entry[1], default=("none", 0.0, 0))
    return Asked(
        address,
        len(log),
        sum(ms for _, ms, _ in log),
        slowest[0],
        slowest[1],
        sum(rows for _, _, rows in log),
    )
