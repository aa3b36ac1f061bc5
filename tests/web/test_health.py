"""Health is what a reader would see: figures, or a sentence."""

import os
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import Request

import database_sum
import queries
from tests.web.running import run
from web import health
from web.health import PATH


def get() -> tuple[int, str]:
    answer = run(health.answer(Request({"type": "http", "path": PATH, "headers": []})))
    return answer.status_code, answer.body.decode()


@pytest.fixture
def asked(world_database, tmp_path, monkeypatch):
    mine = tmp_path / "mine.duckdb"
    shutil.copy(world_database, mine)
    monkeypatch.setattr(queries, "EDITION", mine)
    return mine


def test_it_names_the_edition(asked):
    assert get() == (200, "ok 2025-01-01-world\n")


def test_no_edition_is_no_health(asked):
    asked.unlink()
    status, text = get()
    assert (status, "no assembled edition" in text) == (503, True)


def test_a_damaged_edition_is_no_health(asked):
    """It was announced as healthy, and every page failed."""
    os.truncate(asked, 20_000)
    status, text = get()
    assert (status, "can't be read" in text) == (503, True)


def test_one_bit_anywhere_in_the_database_is_no_health(asked):
    """Only who asked for what lay in the damaged block met it: the rest was announced as well."""
    content = bytearray(asked.read_bytes())
    database_sum.note(asked, asked)
    assert get()[0] == 200
    written = asked.stat()
    content[len(content) * 2 // 3] ^= 1
    fresh = asked.with_suffix(".fresh")
    fresh.write_bytes(content)
    os.utime(fresh, ns=(written.st_atime_ns, written.st_mtime_ns))
    fresh.replace(asked)
    status, text = get()
    assert (status, "is damaged" in text) == (503, True)


def test_several_who_ask_meanwhile_wait_for_one_reading(asked, monkeypatch):
    """Each probe of a slow disk read the whole file again."""
    read = []

    def slowly(edition) -> bool:
        read.append(edition)
        time.sleep(0.1)
        return False

    monkeypatch.setattr(queries, "is_damaged", slowly)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: queries.require_whole(), range(4)))
    assert read == [asked]


def test_an_edition_that_does_not_answer_is_no_health(asked, monkeypatch):
    go_on = threading.Event()
    monkeypatch.setattr(health, "PATIENCE_S", 0.05)
    monkeypatch.setattr(health, "ask", lambda *_: go_on.wait(5))
    status, text = get()
    go_on.set()
    assert (status, "did not answer" in text) == (503, True)
