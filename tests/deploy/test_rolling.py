"""Ten readers go on while two replicas change to a new edition, one after the other.

Long (PUBLIC_POUND_LONG=1): two copies of the project, each with its own database, behind nginx.
"""

import asyncio
import os
import random
import shutil
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from websockets.exceptions import WebSocketException

from benchmarks.pages import PageAddress, addresses
from benchmarks.session import Session
from deploy.replicas import ROOT, Replicas, serve, started, wait_for
from queries import EDITION
from tests.deploy.test_proxy import NGINX
from tests.faults.copy_of_project import copied

READERS, PAUSE_S = 10, 1.0
DATABASE = Path("data", "councils.duckdb")
pytestmark = [
    pytest.mark.skipif(not os.environ.get("PUBLIC_POUND_LONG"), reason="PUBLIC_POUND_LONG"),
    pytest.mark.skipif(not NGINX, reason="nginx is not installed"),
    pytest.mark.skipif(not EDITION.exists(), reason="needs the assembled edition"),
]


@pytest.fixture(scope="module")
def projects(tmp_path_factory) -> list[Path]:
    made = []
    for number in range(2):
        project = copied(tmp_path_factory.mktemp(f"replica-{number}"))
        shutil.copyfile(EDITION, project / DATABASE)
        shutil.copytree(ROOT / "static" / "maps", project / "static" / "maps")
        made.append(project)
    return made


@pytest.fixture(scope="module")
def running(projects) -> Iterator[Replicas]:
    with started(2, roots=projects) as several:
        yield several


class Reader:
    """Clicks until it is told to stop; a page whose socket is gone opens again, as a browser's."""

    def __init__(self, port: int, number: int) -> None:
        self.port, self.chance, self.number = port, random.Random(number), number
        self.clicks, self.opened = 0, 0
        self.failures: Counter[str] = Counter()

    async def until(self, over: asyncio.Event, pages: list[PageAddress]) -> None:
        while not over.is_set():
            try:
                async with Session(self.port, self.number) as page:
                    self.opened += 1
                    while not over.is_set():
                        run = await page.run(self.chance.choice(pages))
                        self.clicks += 1
                        self.failures.update(run.failures)
                        await asyncio.sleep(self.chance.uniform(0, 2 * PAUSE_S))
            except (OSError, WebSocketException):
                # A second try is what a browser makes; one that is refused is a failure.
                await asyncio.sleep(0.5)
                self.failures["refused"] += not await asyncio.to_thread(_answers, self.port)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
            return answer.status == 200
    except OSError:
        return False


def _edition(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=30) as answer:
        return answer.read().decode().split()[1]


def _readers_meanwhile(running: Replicas, change) -> list[Reader]:
    """Ten readers, while `change` is made of each replica in turn."""

    async def all_of_it() -> list[Reader]:
        over, pages = asyncio.Event(), addresses()
        readers = [Reader(running.port, number) for number in range(READERS)]
        reading = [asyncio.create_task(one.until(over, pages)) for one in readers]
        await asyncio.sleep(5)
        for number in range(2):
            await asyncio.to_thread(change, number)
            await asyncio.sleep(5)
        over.set()
        await asyncio.gather(*reading)
        return readers

    return asyncio.run(all_of_it())


def test_a_new_edition_in_each_in_turn_is_noticed_by_nobody(running, projects):
    before = _edition(running.ports[0])

    def change(number: int) -> None:
        new = projects[number] / "data" / "new.duckdb"
        shutil.copyfile(EDITION, new)
        with duckdb.connect(new) as database:
            database.execute("UPDATE edition SET name = 'the-next'")
        new.replace(projects[number] / DATABASE)
        assert _edition(running.ports[number]) == "the-next"

    readers = _readers_meanwhile(running, change)
    assert before != "the-next"
    assert sum((one.failures for one in readers), Counter()) == Counter()
    assert [one.opened for one in readers] == [1] * READERS
    assert all(one.clicks > 3 for one in readers)


def test_each_started_again_in_turn_is_met_by_no_error(running, projects):
    """What a change of the program, or of an image, is: its readers go on at the other."""

    def change(number: int) -> None:
        old = running.servers[number]
        old.terminate()
        old.wait(20)
        command, project = serve(running.ports[number]), projects[number]
        process = subprocess.Popen(command, cwd=project, start_new_session=True)
        again.append(process)
        address = f"http://127.0.0.1:{running.ports[number]}/health"
        wait_for(address, process, "The server")

    again: list[subprocess.Popen] = []
    try:
        readers = _readers_meanwhile(running, change)
    finally:
        for process in again:
            process.terminate()
            process.wait(20)
    assert sum((one.failures for one in readers), Counter()) == Counter()
    assert all(one.clicks > 3 for one in readers)
    opened = sum(one.opened for one in readers)
    print(f"{sum(one.clicks for one in readers)} clicks, {opened} opens", file=sys.stderr)
    assert opened > READERS
