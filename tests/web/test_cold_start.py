"""Readers who come together, at the very start, all get their page."""

import asyncio

import pytest

from benchmarks.pages import PageAddress, addresses
from benchmarks.server_process import serving
from benchmarks.session import Session
from queries import EDITION
from tests.web.running import run

READERS = 10


async def _first_page(port: int, address: PageAddress) -> tuple[str, ...]:
    async with Session(port) as reader:
        return (await reader.run(address)).failures


async def _at_once(port: int) -> list[tuple[str, ...]]:
    every = addresses()
    asked = [every[number % len(every)] for number in range(READERS)]
    return await asyncio.gather(*(_first_page(port, address) for address in asked))


@pytest.mark.skipif(not EDITION.exists(), reason="needs the assembled edition: make run makes it")
def test_ten_readers_at_a_cold_start_see_no_failure():
    with serving() as server:
        failures = run(_at_once(server.port))
    assert failures == [()] * READERS
