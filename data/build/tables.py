"""Contract tables from raw ones: ``data/tables/<table>[.<part>].sql`` is one SELECT, inserted.

Each file's header says which tables it needs first (``-- after: council, period``).
"""

from collections import defaultdict
from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from sql_header import fields

FIELDS = ("makes", "after")


class TableError(Exception):
    """A table's SQL failed, or gave rows that the contract refuses."""


def table_of(path: Path) -> str:
    return path.name.split(".")[0]


def in_order(folder: Path) -> list[Path]:
    """Every table's SQL, each after the tables that it needs."""
    files = sorted(folder.glob("*.sql"))
    parts = defaultdict(list)
    for path in files:
        parts[table_of(path)].append(path)
    needs = {
        path: {part for name in after(path) for part in parts.get(name, []) if part != path}
        for path in files
    }
    return list(TopologicalSorter(needs).static_order())


def after(path: Path) -> list[str]:
    """The tables that a table's SQL needs first."""
    named = fields(path.read_text("utf-8"), FIELDS).get("after", "")
    return named.replace(" ", "").split(",")


def fill(database: duckdb.DuckDBPyConnection, path: Path) -> int:
    """Run one table's SQL and insert its rows by column name; gives the number of rows."""
    sql = path.read_text("utf-8").strip().rstrip(";")
    try:
        done = database.execute(f"INSERT INTO {table_of(path)} BY NAME ({sql}\n)")
        return done.fetchone()[0]
    except duckdb.Error as error:
        raise TableError(f"tables/{path.name}: {error}") from error


def settle(database: duckdb.DuckDBPyConnection, tables: Iterable[str]) -> None:
    """Put the rows of these tables in the order in which an edition holds them.

    A sum of floats depends on the order of its terms: what is worked out from the tables shall be
    the same to the last digit, whether they were filled just now or come from an edition. Tables
    that others refer to stay as they are: nothing is summed over them.
    """
    referred = {
        name.split("(")[0].strip()
        for (name,) in database.execute(
            "SELECT DISTINCT regexp_extract(constraint_text, 'REFERENCES (.*)', 1) "
            "FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN KEY'"
        ).fetchall()
    }
    for table in sorted(set(tables) - referred):
        database.execute(f"CREATE TEMP TABLE settled AS FROM {table} ORDER BY ALL")
        database.execute(f"DELETE FROM {table}")
        database.execute(f"INSERT INTO {table} FROM settled")
        database.execute("DROP TABLE settled")
