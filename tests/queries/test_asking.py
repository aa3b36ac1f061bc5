"""The door to the edition: what it refuses, and that nothing gets past it."""

import shutil
from pathlib import Path

import duckdb
import pytest

import queries
from queries import EditionMissing, EditionUnknown, QueryError, ask, edition_key, query_of
from queries.header import HeaderError, read_header


def test_an_unknown_query_is_named():
    with pytest.raises(QueryError, match=r"There is no query 'council/nothing'"):
        ask("council/nothing")


@pytest.mark.parametrize("name", ["../data/schema", "/etc/passwd", "council/../council/about"])
def test_no_other_file_can_be_asked_for(name):
    with pytest.raises(QueryError):
        ask(name)


def test_a_missing_parameter_is_named(world):
    with pytest.raises(QueryError, match="council/about needs 'council'"):
        ask("council/about")


def test_an_extra_parameter_is_named(world):
    with pytest.raises(QueryError, match="does not take 'colour'"):
        ask("council/about", council="MAA", colour="red")


def test_a_parameter_of_another_type_is_named(world):
    with pytest.raises(QueryError, match="'council' is text, not 3"):
        ask("council/about", council=3)


def test_sql_in_a_parameter_is_text(world):
    assert ask("council/about", council="' OR true --").is_empty()


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO 'stolen.csv'",
        "SELECT * FROM read_text('/etc/passwd')",
        "INSERT INTO edition SELECT * FROM edition",
        "SET enable_external_access = true",
        "ATTACH 'other.duckdb' AS other",
        "CREATE TABLE edition.main.mine AS SELECT 1",
        "DETACH edition",
        "SET max_execution_time = 0",
    ],
)
def test_the_connection_is_locked_down(world, sql):
    # What the catalogue refuses is told as an edition that lacks it.
    with pytest.raises((duckdb.Error, queries.EditionUnknown)):
        queries._run(sql, {})


def replaced(path: Path, name: str) -> None:
    """Another edition takes the place of the one at `path`, as assembly does it."""
    other = path.with_suffix(".part")
    shutil.copy(path, other)
    with duckdb.connect(other) as con:
        con.execute("UPDATE edition SET name = $name", {"name": name})
    other.replace(path)


def test_a_replaced_edition_is_opened_again(world_database, tmp_path, monkeypatch):
    mine = tmp_path / "mine.duckdb"
    shutil.copy(world_database, mine)
    monkeypatch.setattr(queries, "EDITION", mine)
    assert ask("edition/about")["name"].item() == "2025-01-01-world"
    before = edition_key()
    replaced(mine, "the next one")
    assert edition_key() != before
    assert ask("edition/about")["name"].item() == "the next one"


def test_no_edition_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(queries, "EDITION", tmp_path / "none.duckdb")
    with pytest.raises(EditionMissing, match="no assembled edition"):
        ask("edition/about")


@pytest.mark.parametrize(
    "made_otherwise",
    [
        "UPDATE edition SET schema_version = 1",
        "UPDATE edition SET schema_version = 99",
        "DELETE FROM edition",
        "DROP TABLE edition",
    ],
)
def test_an_edition_of_another_contract_is_refused(
    world_database, tmp_path, monkeypatch, made_otherwise
):
    other = tmp_path / "other.duckdb"
    shutil.copy(world_database, other)
    with duckdb.connect(other) as con:
        con.execute(made_otherwise)
    monkeypatch.setattr(queries, "EDITION", other)
    for _ in range(2):
        with pytest.raises(EditionUnknown, match="this program reads version 2"):
            ask("edition/about")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT 1", "does not say '-- question: ...'"),
        (
            "-- question: Q?\n-- takes: a colour\n-- gives: b text\n-- one row per: b",
            "type 'colour'",
        ),
        ("-- question: Q?\n-- takes: nothing\n-- gives: b text\n-- one row per: c", "one row per"),
    ],
)
def test_a_header_that_lacks_something_is_named(tmp_path, text, says):
    with pytest.raises(HeaderError, match=says):
        read_header(tmp_path / "q.sql", text)


def test_a_header_may_run_over_lines():
    assert len(query_of("council/about").header.gives) > 10
