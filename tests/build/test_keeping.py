"""Editions that are kept: whole, addressable by name and by day, and set side by side."""

import shutil
from datetime import date

import duckdb
import pytest
from typer.testing import CliRunner

import archive
from data.build import paths
from data.build.__main__ import app
from data.build.checksums import Damaged
from data.build.keeping import NotKept, folder_of, keep, make_again, name_of
from sql_text import quoted

EARLIER = "2024-05-01-earlier"


@pytest.fixture(scope="module")
def now(world_database):
    """The world's edition, as it was published."""
    return world_database.parent / "edition"


@pytest.fixture(scope="module")
def earlier(now, tmp_path_factory):
    """The same with another name and one figure revised."""
    folder = tmp_path_factory.mktemp("earlier") / "edition"
    shutil.copytree(now, folder)
    (folder / "SHA256SUMS").unlink()
    _set(folder, "edition", f"SELECT * REPLACE ({quoted(EARLIER)} AS name)")
    _set(folder, "value", "SELECT * REPLACE (value + 1 AS value)")
    return folder


def _set(folder, table, select):
    file = folder / f"{table}.parquet"
    rows = duckdb.sql(f"{select} FROM {quoted(file)}").pl()
    rows.write_parquet(file)


def test_what_is_kept_is_whole_and_is_found_by_name_and_by_day(now, earlier, tmp_path):
    said = keep(earlier, tmp_path, date(2024, 6, 1))
    assert EARLIER in said
    [one] = archive.kept_in(tmp_path)
    assert (one.name, one.since, name_of(one.tables)) == (EARLIER, date(2024, 6, 1), EARLIER)
    assert {file.name for file in one.files.iterdir()} >= {
        "delivery_panel.dta",
        "council_panel_upper.parquet",
    }
    assert (one.tables / "SHA256SUMS").exists()
    assert "already" in keep(earlier, tmp_path, date(2020, 1, 1))
    assert folder_of(EARLIER, now, tmp_path) == one.tables
    assert folder_of("2024-12-31", now, tmp_path) == one.tables
    assert folder_of("2025-01-01", now, tmp_path) == now
    with pytest.raises(NotKept, match=EARLIER):
        folder_of("2024-05-31", now, tmp_path)
    with pytest.raises(NotKept):
        folder_of("nonsense", now, tmp_path)


def test_a_damaged_edition_is_not_kept(now, tmp_path):
    folder = tmp_path / "edition"
    shutil.copytree(now, folder)
    (folder / "value.parquet").write_bytes(b"x")
    with pytest.raises(Damaged):
        keep(folder, tmp_path / "archive")
    assert not (tmp_path / "archive").exists()


def test_one_that_this_program_cannot_ask_is_kept_as_files(earlier, tmp_path):
    folder = tmp_path / "edition"
    shutil.copytree(earlier, folder)
    _set(folder, "edition", "SELECT * REPLACE (1 AS schema_version)")
    assert "files alone" in keep(folder, tmp_path / "archive")
    [one] = archive.kept_in(tmp_path / "archive")
    assert not one.database.exists() and (one.tables / "value.parquet").exists()
    assert "version 1" in make_again(tmp_path / "archive")[0]


def test_a_table_that_came_later_is_empty_in_an_older_edition(earlier, tmp_path):
    folder = tmp_path / "edition"
    shutil.copytree(earlier, folder)
    (folder / "council_comment.parquet").unlink()
    assert "files alone" not in keep(folder, tmp_path / "archive")
    [one] = archive.kept_in(tmp_path / "archive")
    with duckdb.connect(one.database, read_only=True) as database:
        assert database.execute("SELECT count(*) FROM council_comment").fetchall() == [(0,)]


def test_any_two_are_set_side_by_side(now, earlier, tmp_path, monkeypatch):
    keep(earlier, tmp_path)
    monkeypatch.setattr(archive, "FOLDER", tmp_path)
    monkeypatch.setattr(paths, "EDITION", now)
    told = CliRunner().invoke(app, ["diff", EARLIER, name_of(now)]).output
    assert "revised" in told and "value: roads_poor" in told
    assert "No figure differs" in CliRunner().invoke(app, ["diff", EARLIER, "2024-05-01"]).output
    assert CliRunner().invoke(app, ["diff", "a", "b", "c"]).exit_code != 0
    assert CliRunner().invoke(app, ["diff", "no-such"]).exit_code == 1


@pytest.mark.parametrize("line", ["", "x,2024-01-01", "../up,2024-01-01", "2024-01-01-a,soon", "a"])
def test_lines_of_the_list_that_cannot_be_read_are_passed_over(tmp_path, line):
    (tmp_path / "editions.csv").write_text(f"edition,since\n{line}\n")
    assert archive.since_of(tmp_path) == {} and archive.kept_in(tmp_path) == []
