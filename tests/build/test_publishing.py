"""The edition is whole at every moment: an old one or a new one, never half of either."""

import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import duckdb
import pytest

from data.build.publishing import last_of, publish, recover

TABLES = ("council", "value", "period")


def world(number: int) -> duckdb.DuckDBPyConnection:
    """Three tables whose every row holds the edition's number."""
    con = duckdb.connect()
    for table in TABLES:
        con.execute(f"CREATE TABLE {table} AS SELECT {number} AS edition, i FROM range(50) t (i)")
    return con


def numbers(folder: Path) -> set[int]:
    """Which editions the tables of a folder are of; fails if one cannot be read."""
    found = set()
    for table in TABLES:
        rows = duckdb.sql(f"SELECT DISTINCT edition FROM '{folder}/{table}.parquet'").fetchall()
        found |= {number for (number,) in rows}
    return found


def test_a_new_edition_takes_the_place_of_the_old_which_stays_for_comparison(tmp_path):
    folder = tmp_path / "edition"
    publish(world(1), folder)
    publish(world(2), folder)
    assert numbers(folder) == {2}
    assert numbers(last_of(folder)) == {1}


def test_nothing_else_is_left_behind(tmp_path):
    publish(world(1), tmp_path / "edition")
    assert [path.name for path in tmp_path.iterdir()] == ["edition"]


@pytest.mark.parametrize("at", [1, 2])
def test_cut_off_in_the_swap_an_edition_still_stands(tmp_path, monkeypatch, at):
    folder = tmp_path / "edition"
    publish(world(1), folder)
    rename, calls = Path.rename, []

    def cut_off(path, target):
        calls.append(path)
        if len(calls) == at:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", cut_off)
    with pytest.raises(KeyboardInterrupt):
        publish(world(2), folder)
    monkeypatch.undo()
    recover(folder)
    assert numbers(folder) == {1}
    publish(world(3), folder)
    assert numbers(folder) == {3}


def test_cut_off_while_writing_the_old_edition_stands(tmp_path):
    folder = tmp_path / "edition"
    publish(world(1), folder)
    broken = world(2)
    broken.execute("CREATE TABLE zz (x INTEGER)")
    broken.execute("CREATE OR REPLACE TABLE zz AS SELECT 'x' AS x")
    broken.execute('ALTER TABLE zz RENAME TO "no/such/folder"')
    with pytest.raises(duckdb.Error):
        publish(broken, folder)
    recover(folder)
    assert numbers(folder) == {1}


def test_an_edition_moved_away_on_purpose_does_not_come_back(tmp_path):
    folder = tmp_path / "edition"
    publish(world(1), folder)
    publish(world(2), folder)
    folder.rename(tmp_path / "elsewhere")
    recover(folder)
    assert not folder.exists()


ENDLESS = """
import sys
from pathlib import Path
from data.build.publishing import publish
from tests.build.test_publishing import world
number = 2
while True:
    publish(world(number), Path(sys.argv[1]))
    number += 1
"""


@pytest.mark.parametrize("seconds", [0.02, 0.05, 0.11])
def test_killed_at_any_moment_an_edition_opens(tmp_path, seconds):
    folder = tmp_path / "edition"
    publish(world(1), folder)
    for _ in range(2):
        build = subprocess.Popen([sys.executable, "-c", textwrap.dedent(ENDLESS), str(folder)])
        _wait_until_it_publishes(folder, build)
        time.sleep(seconds)
        build.send_signal(signal.SIGKILL)
        build.wait()
        recover(folder)
        assert len(numbers(folder)) == 1


def _wait_until_it_publishes(folder: Path, build: subprocess.Popen) -> None:
    fresh = folder.with_name("edition.new")
    while not fresh.exists() and build.poll() is None:
        time.sleep(0.002)
    assert build.poll() is None, "the build ended by itself"


def test_the_same_rows_give_the_same_bytes_whatever_their_order(tmp_path):
    for name, order in (("a", "i"), ("b", "-i")):
        con = duckdb.connect()
        con.execute(
            "CREATE TABLE value AS SELECT i % 7 AS k, i / 3 AS x, [i::VARCHAR] AS words, "
            f"CASE WHEN i % 5 > 0 THEN 'text' END AS note FROM range(20000) t (i) ORDER BY {order}"
        )
        publish(con, tmp_path / name)
    assert (tmp_path / "a/value.parquet").read_bytes() == (
        tmp_path / "b/value.parquet"
    ).read_bytes()
