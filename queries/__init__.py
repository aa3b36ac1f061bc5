"""The only door to the edition: `ask` runs one of the .sql files of this folder, read-only.

A query is named by its place: `ask("council/about", council="LDS")` runs council/about.sql. Its
header (header.py) says which parameters it takes and which columns it gives.
"""

import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

import duckdb
import polars as pl

from queries.header import Header, read_header

FOLDER = Path(__file__).parent
EDITION = FOLDER.parent / "data" / "councils.duckdb"
# The contract that the queries are written for; the build writes the same number into an edition.
SCHEMA_VERSION = 2
# No file, no network, no setting that a query could change; a runaway query ends by itself.
# Set in this order: what is allowed can't be said any more once the rest is forbidden.
LOCKED_DOWN = {
    # The whole dataset of payments, where an installation holds it, stays in its Parquet files.
    "allowed_directories": f"['{FOLDER.parent / 'data' / 'ledger_full'}']",
    "enable_external_access": "false",
    "max_execution_time": "10000",
    "memory_limit": "'1GB'",
    "threads": "1",
    "lock_configuration": "true",
}
PYTHON_TYPES = {"text": str, "integer": int, "double": float, "boolean": bool, "text[]": list}


class QueryError(ValueError):
    """A query that is not there, or asked with the wrong parameters."""


class EditionMissing(FileNotFoundError):
    """There is no assembled edition to read."""


class EditionUnknown(ValueError):
    """An edition that follows another version of the contract than the queries do."""


class Query(NamedTuple):
    name: str
    text: str
    header: Header


class Opened(NamedTuple):
    """A connection and the file it was opened on: another mtime is another edition."""

    path: Path
    mtime_ns: int
    connection: duckdb.DuckDBPyConnection


_opened: Opened | None = None
_opening = threading.Lock()


def ask(name: str, **takes: object) -> pl.DataFrame:
    """Rows of the query `name`. None is a parameter that is not given.

    Raises QueryError for a name or parameter that the query does not have, EditionMissing when
    nothing is assembled yet, EditionUnknown when what is there follows another contract.
    """
    query = query_of(name)
    _check(query, takes)
    try:
        return _run(query.text, takes)
    except duckdb.ConnectionException:
        # A new edition was opened between our cursor and its answer.
        return _run(query.text, takes)


def stream(name: str, most: int = 20_000, /, **takes: object) -> Iterator[pl.DataFrame]:
    """The rows of `ask` in parts of at most `most`, for answers that must not be held whole.

    Raises as `ask` does, before the first part. There is one part at least, if an empty one.
    """
    query = query_of(name)
    _check(query, takes)
    with _connection().cursor() as cursor:
        reader = cursor.sql(query.text, params=takes).to_arrow_reader(most)
        nothing = pl.DataFrame(reader.schema.empty_table())
        empty = True
        for batch in reader:
            empty = False
            yield pl.DataFrame(batch)
        if empty:
            yield nothing


@cache
def query_of(name: str) -> Query:
    """The text and header of a query. Only names found in this folder are opened."""
    if name not in names():
        raise QueryError(f"There is no query '{name}'.")
    path = FOLDER / f"{name}.sql"
    text = path.read_text("utf-8")
    return Query(name, text, read_header(path, text))


@cache
def names() -> tuple[str, ...]:
    """Every query, as `folder/file` without its ending."""
    return tuple(
        sorted(
            path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.sql")
        )
    )


def edition_key() -> str:
    """Changes when the edition is replaced: what cached answers are kept under."""
    try:
        return f"{EDITION}:{EDITION.stat().st_mtime_ns}"
    except FileNotFoundError:
        raise EditionMissing(f"There is no assembled edition at {EDITION}.") from None


def _check(query: Query, takes: dict[str, object]) -> None:
    wanted = query.header.takes
    for name in wanted.keys() - takes.keys():
        raise QueryError(f"{query.name} needs '{name}'.")
    for name, value in takes.items():
        if name not in wanted:
            raise QueryError(f"{query.name} does not take '{name}'.")
        if value is not None and not isinstance(value, PYTHON_TYPES[wanted[name]]):
            raise QueryError(f"{query.name}: '{name}' is {wanted[name]}, not {value!r}.")


def _run(text: str, takes: dict[str, object]) -> pl.DataFrame:
    with _connection().cursor() as cursor:
        return cast(pl.DataFrame, cursor.sql(text, params=takes).pl())


def _connection() -> duckdb.DuckDBPyConnection:
    """One per process; opened again when another edition has taken the file's place."""
    global _opened
    try:
        mtime_ns = EDITION.stat().st_mtime_ns
    except FileNotFoundError:
        raise EditionMissing(f"There is no assembled edition at {EDITION}.") from None
    with _opening:
        if _opened is None or (_opened.path, _opened.mtime_ns) != (EDITION, mtime_ns):
            if _opened is not None:
                _opened.connection.close()
                _opened = None
            connection = duckdb.connect(EDITION, read_only=True)
            _require_known(connection)
            for setting, value in LOCKED_DOWN.items():
                connection.execute(f"SET {setting} = {value}")
            _opened = Opened(EDITION, mtime_ns, connection)
        return _opened.connection


def _require_known(connection: duckdb.DuckDBPyConnection) -> None:
    """Close and refuse what the queries were not written for: they would fail, or mislead."""
    try:
        row = connection.execute("SELECT schema_version FROM edition").fetchone()
    except duckdb.Error:
        row = None
    version = row[0] if row else None
    if version != SCHEMA_VERSION:
        connection.close()
        raise EditionUnknown(
            f"The edition follows version {version} of the contract and this program reads "
            f"version {SCHEMA_VERSION}. Assemble the edition that came with the program "
            "(python -m data.build assemble), or take the program that belongs to the edition."
        )
