"""An edition that takes another's place: nobody waits, nobody is cut off, nothing stays open."""

import os
import shutil
import threading
from pathlib import Path

import duckdb
import pytest

import queries
from queries import EditionUnknown, ask, stream
from queries.door import Door, Opened
from tests.queries.test_asking import replaced


@pytest.fixture
def mine(world_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "mine.duckdb"
    shutil.copy(world_database, path)
    monkeypatch.setattr(queries, "EDITION", path)
    return path


def now(door: Door) -> Opened:
    assert door._now is not None
    return door._now


def is_open(opened: Opened) -> bool:
    try:
        opened.connection.execute("SELECT 1")
    except duckdb.ConnectionException:
        return False
    return True


def test_a_download_that_nobody_reads_on_holds_up_nobody(mine):
    """It froze every page for as long as the client stayed away."""
    download = stream("council/names", 1)
    first = next(download)
    replaced(mine, "the next one")
    answered = threading.Event()

    def reader() -> None:
        assert ask("edition/about")["name"].item() == "the next one"
        answered.set()

    threading.Thread(target=reader, daemon=True).start()
    assert answered.wait(10)
    # The download goes on in the edition that it began with.
    assert first.height + sum(part.height for part in download) == ask("council/names").height


def test_the_old_edition_is_closed_when_its_last_reader_is_done(mine):
    download, other = stream("council/names", 1), stream("council/names", 1)
    next(download), next(other)
    old = now(queries._downloads)
    replaced(mine, "the next one")
    next(stream("council/names"))
    assert now(queries._downloads) is not old
    assert is_open(old)
    download.close()
    assert is_open(old)
    other.close()
    assert not is_open(old)


def test_an_edition_that_nobody_reads_is_closed_at_once(mine):
    ask("edition/about")
    old = now(queries._answers)
    replaced(mine, "the next one")
    ask("edition/about")
    assert not is_open(old)


def test_readers_under_many_new_editions_see_no_error(mine):
    """Four of 298 met an exception that nobody expected."""
    faults: list[Exception] = []
    stop = threading.Event()

    def reader() -> None:
        while not stop.is_set():
            try:
                assert ask("council/names").height
            except Exception as error:
                faults.append(error)

    readers = [threading.Thread(target=reader) for _ in range(4)]
    for one in readers:
        one.start()
    for turn in range(25):
        replaced(mine, f"edition {turn}")
        ask("edition/about")
    stop.set()
    for one in readers:
        one.join()
    assert not faults


def test_a_query_that_does_not_end_is_ended(world, monkeypatch):
    """The limit was the connection's own: a cursor had none."""
    door = Door(queries.LOCKED_DOWN | {"max_execution_time": "200"}, queries.SCHEMA_VERSION)
    monkeypatch.setattr(queries, "_answers", door)
    with pytest.raises(queries.TookTooLong):
        queries._run(
            "SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b"
            " WHERE a.range * b.range % 7 = 3",
            {},
        )


def test_a_query_that_wants_all_the_memory_is_ended(world, monkeypatch):
    """It was a fault of the server's; memory is shared by all that are asked at once."""
    door = Door(queries.LOCKED_DOWN | {"memory_limit": "'20MB'"}, queries.SCHEMA_VERSION)
    monkeypatch.setattr(queries, "_answers", door)
    with pytest.raises(queries.TookTooLong):
        queries._run("SELECT list(range) AS kept FROM range(20000000)", {})


def test_the_limit_of_answers_is_ten_seconds_and_downloads_have_none(world):
    limit = "SELECT current_setting('max_execution_time') AS ms"
    with queries._answers.cursor(queries.EDITION) as cursor:
        assert cursor.sql(limit).fetchall() == [(10_000,)]
    with queries._downloads.cursor(queries.EDITION) as cursor:
        assert cursor.sql(limit).fetchall() == [(0,)]


def test_a_damaged_edition_is_a_sentence(mine):
    os.truncate(mine, 5_000)
    with pytest.raises(EditionUnknown, match="can't be read"):
        ask("edition/about")
    mine.write_bytes(b"no database at all" * 1_000)
    with pytest.raises(EditionUnknown, match="can't be read"):
        ask("edition/about")


def test_damage_that_a_query_meets_is_a_sentence(mine):
    """It was a traceback on the page that asked for the damaged block, and health said ok."""
    content = bytearray(mine.read_bytes())
    for place in range(300_000, len(content), 3_000):
        content[place] ^= 0xFF
    mine.write_bytes(content)
    met = 0
    for name in ("council/names", "payments/coverage", "source/all", "edition/about"):
        takes = dict.fromkeys(queries.query_of(name).header.takes)
        try:
            ask(name, **takes)
        except EditionUnknown as error:
            met += "can't be read" in str(error)
    assert met


def test_an_apostrophe_in_the_path_is_no_sql(world_database, tmp_path, monkeypatch):
    folder = tmp_path / "Queen's Park; --"
    folder.mkdir()
    shutil.copy(world_database, folder / "mine.duckdb")
    monkeypatch.setattr(queries, "EDITION", folder / "mine.duckdb")
    assert ask("edition/about")["name"].item() == "2025-01-01-world"


def test_an_edition_of_another_version_with_the_same_number_says_so(mine):
    """A page ended in "Table council_month does not exist" after the program was renewed."""
    with duckdb.connect(mine) as database:
        database.execute("DROP TABLE ledger.council_month CASCADE")
    with pytest.raises(EditionUnknown, match="Assemble it again"):
        ask("payments/coverage", councils=["X"])
