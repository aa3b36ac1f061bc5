"""Real payments repeated under other councils and years: as many rows as are asked for.

Made for measurements alone, marked "(copy 3)" in every name, and never shown. Suppliers that one
council pays, and all words, are made anew for each copy, so that their number grows as it would
with more councils; those that several councils pay are shared by all copies.

Of a dataset, or of the part that comes with the program. Files that stand are not made again: what
is cut off goes on where it was.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb

from benchmarks.repeated_tables import APART, small_tables
from data.build import paths
from sql_text import quoted

# Number of the way of making copies: another one makes what was kept anew.
COPIES = 1
ROWS_AT_ONCE = 10_000_000
QUICK = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 61440"
# Longer than the payments go back, so that a council's copies follow one another.
APART_YEARS = 20


class Copy(NamedTuple):
    """One copy: its number, code of the real council -> code that it stands under, years back."""

    number: int
    councils: dict[str, str]
    years: int


def repeat(whole: Path, target: Path, rows: int) -> int:
    """Write a dataset of at least so many payments into ``target``; give how many."""
    target.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as database:
        spill = quoted(f"{target}.spill")
        database.execute(f"SET memory_limit = '4GB'; SET temp_directory = {spill}")
        database.execute("SET threads = 2; SET preserve_insertion_order = true")
        database.execute("SET enable_progress_bar = false")
        _show(database, whole)
        held = database.execute("SELECT payments FROM holding").fetchall()[0][0]
        copies = _copies(database, math.ceil(rows / held))
        _register(database, copies)
        for file, query in _files(database, copies):
            _write(database, query, target / file)
        return len(copies) * int(held)


def _show(database: duckdb.DuckDBPyConnection, whole: Path) -> None:
    """Make a view of each table, and of the payments, of which the part has a single file."""
    for file in whole.glob("*.parquet"):
        database.execute(f"CREATE VIEW {file.stem} AS FROM {quoted(file)}")
    if not (whole / "payment.parquet").exists():
        files = quoted(whole / "payment/**/*.parquet")
        database.execute(
            f"CREATE VIEW payment AS FROM read_parquet({files}, hive_partitioning = false)"
        )
    if not (whole / "wording_sum.parquet").exists():
        database.execute(
            "CREATE TABLE wording_sum AS SELECT council, wording, month, card, supplier, "
            "count(*) AS payments, sum(amount_pence)::BIGINT AS amount_pence "
            "FROM payment GROUP BY ALL ORDER BY ALL"
        )


def _copies(database: duckdb.DuckDBPyConnection, count: int) -> list[Copy]:
    """Councils' codes in turn; once all are used, they stand again in earlier years."""
    publishers = database.execute("SELECT council FROM publisher ORDER BY council").fetchall()
    real = [code for (code,) in publishers]
    register = paths.EDITION / "council.parquet"
    others = database.execute(
        f"SELECT council FROM {quoted(register)} WHERE council NOT IN (SELECT unnest($real)) "
        "AND class <> 'other' ORDER BY council",
        {"real": real},
    ).fetchall()
    codes = [code for (code,) in others]
    turns = len(codes) // len(real)
    found = [Copy(0, {code: code for code in real}, 0)]
    for number in range(1, count):
        turn, years = (number - 1) % turns, APART_YEARS * ((number - 1) // turns)
        under = codes[turn * len(real) : (turn + 1) * len(real)]
        found.append(Copy(number, dict(zip(real, under, strict=True)), years))
    return found


def _register(database: duckdb.DuckDBPyConnection, copies: list[Copy]) -> None:
    """Make table copy (copy, council, under, years), and which suppliers are local."""
    rows = [
        (copy.number, real, under, copy.years)
        for copy in copies
        for real, under in copy.councils.items()
    ]
    database.execute(
        "CREATE TABLE copy (copy INTEGER, council VARCHAR, under VARCHAR, years INTEGER)"
    )
    database.executemany("INSERT INTO copy VALUES (?, ?, ?, ?)", rows)
    database.execute("CREATE TABLE local AS SELECT supplier FROM supplier WHERE councils = 1")


def _files(database: duckdb.DuckDBPyConnection, copies: list[Copy]) -> Iterator[tuple[str, str]]:
    """Every file of the dataset and the query of its rows."""
    for table, query in small_tables(len(copies)).items():
        yield f"{table}.parquet", query
    yield from _by_place(copies)
    yield from _by_supplier(database, copies)


def _by_place(copies: list[Copy]) -> Iterator[tuple[str, str]]:
    """One file a council, its copies one after another as their years are."""
    placed: dict[str, list[str]] = {}
    for copy in reversed(copies):
        for council, under in copy.councils.items():
            rows = _repeated(f"(FROM payment WHERE council = '{council}')", copy.number)
            placed.setdefault(under, []).append(f"({rows} ORDER BY month, day, file, sheet, line)")
    for under, parts in sorted(placed.items()):
        yield f"payment/council={under}/payments.parquet", " UNION ALL ".join(parts)


def _by_supplier(
    database: duckdb.DuckDBPyConnection, copies: list[Copy]
) -> Iterator[tuple[str, str]]:
    """A copy's own suppliers in a file; those of several councils in slices of all copies."""
    database.execute(
        "CREATE TABLE in_order AS SELECT p.*, l.supplier IS NOT NULL AS local FROM payment p "
        "LEFT JOIN local l USING (supplier) ORDER BY p.supplier, month, day"
    )
    for copy in copies:
        rows = _repeated("(SELECT * EXCLUDE local FROM in_order WHERE local)", copy.number)
        yield f"payment_by_supplier/own-{copy.number:03}.parquet", rows
    slices = database.execute(
        "SELECT min(supplier), max(supplier) FROM (SELECT supplier, "
        "sum(count(*)) OVER (ORDER BY supplier) AS until FROM in_order WHERE NOT local "
        "GROUP BY supplier) GROUP BY until // $1 ORDER BY ALL",
        [max(ROWS_AT_ONCE // len(copies), 1)],
    ).fetchall()
    for number, (first, last) in enumerate(slices):
        within = f"NOT local AND supplier BETWEEN {first} AND {last}"
        rows = _repeated(f"(SELECT * EXCLUDE local FROM in_order WHERE {within})", None)
        yield f"payment_by_supplier/shared-{number:03}.parquet", f"{rows} ORDER BY supplier, month"


def _repeated(rows: str, copy: int | None) -> str:
    """The rows as they stand in one copy, or in all of them."""
    only = "" if copy is None else f"WHERE copy = {copy}"
    return f"""
        SELECT under AS council, (month - to_years(years))::DATE AS month,
               (day - to_years(years))::DATE AS day, amount_pence,
               p.supplier + if(l.supplier IS NULL, 0, {APART} * copy) AS supplier,
               published_name + if(l.supplier IS NULL, 0, {APART} * copy) AS published_name,
               wording + {APART} * copy AS wording, card, reference,
               file + 10_000 * copy AS file, sheet, line
        FROM {rows} p JOIN (FROM copy {only}) c USING (council)
        LEFT JOIN local l ON l.supplier = p.supplier
    """


def _write(database: duckdb.DuckDBPyConnection, query: str, file: Path) -> None:
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(file.name + ".part")
    database.execute(f"COPY ({query}) TO {quoted(partial)} ({QUICK})")
    partial.replace(file)
