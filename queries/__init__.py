"""The only door to the edition: `ask` runs one of the .sql files of this folder, read-only.

A query is named by its place: `ask("council/about", council="LDS")` runs council/about.sql. Its
header (header.py) says which parameters it takes and which columns it gives.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple, cast

import polars as pl

import tally
from database_sum import is_damaged
from far_ledger.place import ROOT as FAR
from queries.door import (
    Door,
    EditionMissing,
    EditionUnknown,
    PaymentsElsewhere,
    TookTooLong,
    stamp_of,
)
from queries.header import Header, read_header
from sql_text import quoted

__all__ = [
    "EditionMissing",
    "EditionUnknown",
    "PaymentsElsewhere",
    "Query",
    "QueryError",
    "TookTooLong",
    "ask",
    "edition_key",
    "made_at",
    "names",
    "query_of",
    "reading",
    "require_whole",
    "stream",
]

FOLDER = Path(__file__).parent
EDITION = FOLDER.parent / "data" / "councils.duckdb"
# The contract that the queries are written for; the build writes the same number into an edition.
SCHEMA_VERSION = 2
# No file, no network, no setting that a query could change; a runaway query ends by itself. Set for
# the whole database: a setting of one connection does not reach the cursors that answer.
# In this order: what is allowed can't be said any more once the rest is forbidden.
LOCKED_DOWN = {
    # The whole dataset of payments, where an installation holds it, stays in its Parquet files.
    "allowed_directories": f"[{quoted(FOLDER.parent / 'data' / 'ledger_full')}, '{FAR}']",
    "enable_external_access": "false",
    "max_execution_time": "10000",
    # Of up to so many keys only the rows are read where they stand; of more, those of all.
    "dynamic_or_filter_threshold": "2000",
    "memory_limit": "'1GB'",
    "threads": "1",
    "lock_configuration": "true",
}
# A download runs as long as its reader takes to receive it, and holds a part of it at a time.
UNHURRIED = LOCKED_DOWN | {"max_execution_time": "0", "memory_limit": "'512MB'"}
# An edition that is kept is asked now and then: less for each, and few open at a time.
KEPT = LOCKED_DOWN | {"memory_limit": "'512MB'"}
MOST_KEPT_OPEN = 2
PYTHON_TYPES = {"text": str, "integer": int, "double": float, "boolean": bool, "text[]": list}


class QueryError(ValueError):
    """A query that is not there, or asked with the wrong parameters."""


class Query(NamedTuple):
    name: str
    text: str
    header: Header


_looked_through = threading.Lock()
_answers = Door(LOCKED_DOWN, SCHEMA_VERSION)
_downloads = Door(UNHURRIED, SCHEMA_VERSION)
_kept_doors: OrderedDict[Path, Door] = OrderedDict()
_kept_lock = threading.Lock()
_kept: ContextVar[Path | None] = ContextVar("kept", default=None)


@contextmanager
def reading(database: Path | None) -> Iterator[None]:
    """Within it `ask` answers from this edition, one that is kept; None is the one in place."""
    token = _kept.set(database)
    try:
        yield
    finally:
        _kept.reset(token)


def ask(name: str, **takes: object) -> pl.DataFrame:
    """Rows of the query `name`. None is a parameter that is not given.

    Raises QueryError for a name or parameter that the query does not have, EditionMissing when
    nothing is assembled yet, EditionUnknown when what is there follows another contract.
    """
    query = query_of(name)
    _check(query, takes)
    with tally.queried(name, "answers"):
        return _run(query.text, takes)


def stream(name: str, most: int = 20_000, /, **takes: object) -> Iterator[pl.DataFrame]:
    """The rows of `ask` in parts of at most `most`, for answers that must not be held whole.

    Raises as `ask` does, before the first part. There is one part at least, if an empty one.
    The edition stays open under it until it is read to its end or closed: close what you leave.
    """
    query = query_of(name)
    _check(query, takes)
    with tally.queried(name, "downloads"), _downloads.cursor(EDITION) as cursor:
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
    path, *stamp = stamp_of(_kept.get() or EDITION)
    return f"{path}:{stamp[0]}:{stamp[1]}"


def require_whole() -> None:
    """Raises EditionUnknown where the edition in place is not what was put together, and
    EditionMissing. Its file is read once, also for several who ask meanwhile."""
    with _looked_through:
        damaged = _is_damaged(edition_key())
    if damaged:
        raise EditionUnknown(
            f"The edition at {EDITION.name} is damaged: it is not what was put together. Assemble "
            "it again: python -m data.build assemble."
        )


@lru_cache(maxsize=8)
def _is_damaged(_key: str) -> bool:
    try:
        return is_damaged(EDITION)
    except FileNotFoundError:
        raise EditionMissing(f"There is no assembled edition at {EDITION}.") from None


def made_at() -> datetime:
    """When the edition that is read was put together, to the second."""
    _, stamp_ns, _ = stamp_of(_kept.get() or EDITION)
    return datetime.fromtimestamp(stamp_ns // 10**9, UTC)


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
    kept = _kept.get()
    door = _kept_door(kept) if kept else _answers
    with door.cursor(kept or EDITION) as cursor:
        return cast(pl.DataFrame, cursor.sql(text, params=takes).pl())


def _kept_door(path: Path) -> Door:
    with _kept_lock:
        door = _kept_doors.pop(path, None) or Door(KEPT, SCHEMA_VERSION)
        _kept_doors[path] = door
        left = [] if len(_kept_doors) <= MOST_KEPT_OPEN else [_kept_doors.popitem(last=False)[1]]
    for one in left:
        one.close()
    return door
