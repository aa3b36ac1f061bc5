"""Tables are made in the order of their needs, and say so when their SQL fails."""

import duckdb
import pytest

from data.build.tables import TableError, fill, in_order, settle


def test_a_table_comes_after_the_tables_it_needs(tmp_path):
    (tmp_path / "a.sql").write_text("-- after: z\nSELECT 1 AS x")
    (tmp_path / "z.one.sql").write_text("SELECT 1 AS x")
    (tmp_path / "z.two.sql").write_text("SELECT 2 AS x")
    names = [path.name for path in in_order(tmp_path)]
    assert names[-1] == "a.sql" and set(names[:2]) == {"z.one.sql", "z.two.sql"}


def test_rows_are_inserted_by_name_and_counted(tmp_path):
    database = duckdb.connect()
    database.execute("CREATE TABLE z (x INTEGER, y INTEGER)")
    part = tmp_path / "z.part.sql"
    part.write_text("-- makes: two rows\nSELECT 2 AS y, 1 AS x UNION ALL SELECT 4, 3;")
    assert fill(database, part) == 2
    assert database.execute("FROM z ORDER BY x").fetchall() == [(1, 2), (3, 4)]


def test_a_refused_row_names_the_file(tmp_path):
    database = duckdb.connect()
    database.execute("CREATE TABLE z (x INTEGER CHECK (x > 0))")
    part = tmp_path / "z.sql"
    part.write_text("SELECT -1 AS x")
    with pytest.raises(TableError, match=r"z\.sql"):
        fill(database, part)


def test_settled_tables_have_the_order_of_an_edition():
    con = duckdb.connect()
    con.execute("SET threads = 1")
    con.execute(
        "CREATE TABLE council (council VARCHAR PRIMARY KEY);"
        "INSERT INTO council VALUES ('B'), ('A');"
        "CREATE TABLE spending (council VARCHAR REFERENCES council (council), value DOUBLE);"
        "INSERT INTO spending VALUES ('B', 2), ('A', 3), ('B', 1)"
    )
    settle(con, ["council", "spending"])
    assert con.execute("FROM spending").fetchall() == [("A", 3), ("B", 1), ("B", 2)]
    assert con.execute("FROM council").fetchall() == [("B",), ("A",)]
