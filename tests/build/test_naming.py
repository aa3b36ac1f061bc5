"""An edition is named by what it says, not by how it is packed or what it was made from."""

import duckdb
import pytest

from data.build import paths
from data.build.naming import content_digest, digest_of_files
from data.build.publishing import publish

ROWS = "SELECT i AS council, i / 3 AS value, 'a' || i AS note FROM range(50) t (i)"


def made(sql: str = ROWS) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    con.execute(f"CREATE TABLE value AS {sql}")
    con.execute("CREATE TABLE edition AS SELECT 'any name' AS name")
    return con


def digest(con: duckdb.DuckDBPyConnection) -> str:
    return content_digest(con, ["edition", "value"])


@pytest.mark.parametrize("options", ["FORMAT parquet", "FORMAT parquet, COMPRESSION snappy"])
def test_neither_order_nor_packing_changes_the_name(tmp_path, options):
    made(f"{ROWS} ORDER BY i DESC").execute(f"COPY value TO '{tmp_path}/value.parquet' ({options})")
    assert digest_of_files(tmp_path) == digest(made())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE value SET value = value + 1e-15 WHERE council = 1",
        "UPDATE value SET note = NULL WHERE council = 1",
        "UPDATE value SET note = 'null' WHERE council = 1",
        "DELETE FROM value WHERE council = 49",
        "INSERT INTO value FROM value WHERE council = 49",
        "ALTER TABLE value RENAME note TO remark",
    ],
)
def test_one_figure_more_or_less_is_another_edition(change):
    con = made()
    con.execute(change)
    assert digest(con) != digest(made())


def test_its_own_name_is_not_part_of_it():
    con = made()
    con.execute("UPDATE edition SET name = 'another name'")
    assert digest(con) == digest(made())


def test_a_published_edition_has_the_name_of_its_content(tmp_path):
    publish(made(), tmp_path / "edition")
    assert digest_of_files(tmp_path / "edition") == digest(made())


def test_the_edition_that_comes_with_the_program_has_the_name_of_its_content():
    ((name,),) = duckdb.sql(f"SELECT name FROM '{paths.EDITION}/edition.parquet'").fetchall()
    assert name.endswith(digest_of_files(paths.EDITION)[:8])
