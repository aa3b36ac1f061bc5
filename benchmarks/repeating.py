"""Real payments repeated under other councils and years: as many rows as are asked for.

Made in a folder that is thrown away, marked "(copy 3)" in every name, and never shown.
Suppliers that one council pays, and all words, are made anew for each copy, so that their number
grows as it would with more councils; those that several councils pay are shared by all copies.
"""

import math
from pathlib import Path
from typing import NamedTuple

import duckdb

from data.build import paths
from data.build.ledger.placing import SHARED

APART = 10_000_000  # between the keys of two copies
SUPPLIERS_AT_ONCE = 20_000_000
QUICK = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 3, ROW_GROUP_SIZE 61440"


class Copy(NamedTuple):
    """One copy: its number, code of the real council -> code that it stands under, years back."""

    number: int
    councils: dict[str, str]
    years: int


def repeat(whole: Path, target: Path, rows: int) -> int:
    """Write a dataset of at least so many payments into ``target``; give how many."""
    target.mkdir(parents=True)
    with duckdb.connect() as database:
        database.execute(f"SET memory_limit = '4GB'; SET temp_directory = '{target / 'spill'}'")
        database.execute("SET threads = 2; SET preserve_insertion_order = true")
        held = database.execute(f"SELECT payments FROM '{whole}/holding.parquet'").fetchall()[0][0]
        copies = _copies(database, whole, math.ceil(rows / held))
        _register(database, whole, copies)
        for copy in copies:
            _payments(database, whole, target, copy)
        paid = f"read_parquet('{target}/payment/**/*.parquet', hive_partitioning = false)"
        database.execute(f"CREATE VIEW paid AS FROM {paid}")
        _by_supplier(database, target)
        for table, query in _small(whole).items():
            database.execute(f"COPY ({query}) TO '{target}/{table}.parquet' ({QUICK})")
        return database.execute(f"SELECT payments FROM '{target}/holding.parquet'").fetchall()[0][0]


def _copies(database: duckdb.DuckDBPyConnection, whole: Path, count: int) -> list[Copy]:
    """Councils' codes in turn; once all are used, they stand again in earlier years."""
    real = [
        code
        for (code,) in database.execute(
            f"SELECT council FROM '{whole}/publisher.parquet' ORDER BY council"
        ).fetchall()
    ]
    register = paths.EDITION / "council.parquet"
    others = database.execute(
        f"SELECT council FROM '{register}' WHERE council NOT IN (SELECT unnest($real)) "
        "AND class <> 'other' ORDER BY council",
        {"real": real},
    ).fetchall()
    codes = [code for (code,) in others]
    turns = len(codes) // len(real)
    found = [Copy(0, {code: code for code in real}, 0)]
    for number in range(1, count):
        turn, years = (number - 1) % turns, 20 * ((number - 1) // turns) + number % 3
        under = codes[turn * len(real) : (turn + 1) * len(real)]
        found.append(Copy(number, dict(zip(real, under, strict=True)), years))
    return found


def _register(database: duckdb.DuckDBPyConnection, whole: Path, copies: list[Copy]) -> None:
    """Make table copy (copy, council, stands_for, years), and which suppliers are local."""
    rows = [
        (copy.number, real, under, copy.years)
        for copy in copies
        for real, under in copy.councils.items()
    ]
    database.execute(
        "CREATE TABLE copy (copy INTEGER, council VARCHAR, under VARCHAR, years INTEGER)"
    )
    database.executemany("INSERT INTO copy VALUES (?, ?, ?, ?)", rows)
    database.execute(
        f"CREATE TABLE local AS SELECT supplier FROM '{whole}/supplier.parquet' WHERE councils = 1"
    )


def _payments(database: duckdb.DuckDBPyConnection, whole: Path, target: Path, copy: Copy) -> None:
    apart = APART * copy.number
    for council, under in copy.councils.items():
        place = target / "payment" / f"council={under}"
        place.mkdir(parents=True, exist_ok=True)
        database.execute(
            f"""
            COPY (
                SELECT '{under}' AS council,
                       (month - INTERVAL {copy.years} YEAR)::DATE AS month,
                       (day - INTERVAL {copy.years} YEAR)::DATE AS day, amount_pence,
                       CASE WHEN local.supplier IS NULL THEN p.supplier
                            ELSE p.supplier + {apart} END AS supplier,
                       CASE WHEN local.supplier IS NULL THEN published_name
                            ELSE published_name + {apart} END AS published_name,
                       wording + {apart} AS wording, card, reference,
                       file + {10_000 * copy.number} AS file, sheet, line
                FROM '{whole}/payment/council={council}/*.parquet' p
                LEFT JOIN local USING (supplier) ORDER BY month, day, file, sheet, line
            ) TO '{place}/copy-{copy.number:03}.parquet' ({QUICK})
            """
        )


def _by_supplier(database: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Sort as many suppliers at once as memory holds."""
    place = target / "payment_by_supplier"
    place.mkdir()
    counts = database.execute(
        "SELECT supplier, count(*) FROM paid GROUP BY supplier ORDER BY supplier"
    ).fetchall()
    first, taken, part = counts[0][0], 0, 0
    for (supplier, n), (after, _) in zip(counts, [*counts[1:], (2**31 - 1, 0)], strict=True):
        taken += n
        if taken >= SUPPLIERS_AT_ONCE or after == 2**31 - 1:
            database.execute(
                f"COPY (FROM paid WHERE supplier BETWEEN {first} AND {supplier} "
                f"ORDER BY supplier, month, day, council, file, sheet, line) "
                f"TO '{place}/part-{part:03}.parquet' ({QUICK})"
            )
            first, taken, part = after, 0, part + 1


def _small(whole: Path) -> dict[str, str]:
    """Table -> query of its rows, each copy's with the keys that its payments have."""
    table = {path.stem: f"'{path}'" for path in whole.glob("*.parquet")}
    numbers = "(SELECT DISTINCT copy, years FROM copy)"
    local = "(t.supplier IN (SELECT supplier FROM local))"
    key = f"CASE WHEN {local} THEN {{}} + {APART} * copy ELSE {{}} END"
    marked = "CASE WHEN copy > 0 THEN {} || {} || copy || {} ELSE {} END"
    supplier = key.format("t.supplier", "t.supplier")
    once = f"WHERE copy = 0 OR {local}"
    year = "substr(t.period, 1, 4)::INTEGER - years"
    return {
        "holding": "SELECT true AS whole, count(*) AS payments, count(*) AS published_payments, "
        "min(month) AS first_month, max(month) AS last_month, "
        "'Real payments repeated: a benchmark, not data.' AS note FROM paid",
        "publisher": "SELECT DISTINCT ON (under) t.* REPLACE (under AS council) "
        f"FROM {table['publisher']} t JOIN copy USING (council) ORDER BY under",
        "payment_file": "SELECT t.* REPLACE (t.file + 10000 * copy AS file, under AS council, "
        f"{marked.format('t.path', repr(' (copy '), repr(')'), 't.path')} AS path) "
        f"FROM {table['payment_file']} t JOIN copy USING (council)",
        "wording": f"SELECT t.* REPLACE (t.wording + {APART} * copy AS wording) "
        f"FROM {table['wording']} t, {numbers}",
        "supplier_name": f"SELECT t.* REPLACE ({supplier} AS supplier, "
        f"{key.format('t.published_name', 't.published_name')} AS published_name, "
        f"{marked.format('t.name', repr(' (copy '), repr(')'), 't.name')} AS name) "
        f"FROM {table['supplier_name']} t, {numbers} {once} ORDER BY supplier",
        # The key is reckoned before the join: a join by an expression compares all with all.
        "supplier": f"SELECT key AS supplier, "
        f"{marked.format('slug', repr('-copy-'), repr(''), 'slug')} AS slug, "
        f"{marked.format('name', repr(' (copy '), repr(')'), 'name')} AS name, kind, "
        "company_number, names, p.* EXCLUDE supplier "
        f"FROM (SELECT t.slug, t.name, t.kind, t.company_number, t.names, copy, {supplier} AS key "
        f"FROM {table['supplier']} t CROSS JOIN {numbers} {once}) "
        "JOIN (SELECT supplier, count(DISTINCT council) AS councils, count(*) AS payments, "
        "sum(amount_pence)::BIGINT AS amount_pence, min(month) AS first_month, "
        "max(month) AS last_month FROM paid GROUP BY supplier) p ON p.supplier = key "
        "ORDER BY key",
        "month_total": "SELECT t.* REPLACE (under AS council, "
        "(t.month - to_years(years))::DATE AS month) "
        f"FROM {table['month_total']} t JOIN copy USING (council) ORDER BY council, month",
        "supplier_year": f"SELECT t.* REPLACE (under AS council, {supplier} AS supplier, "
        f"CASE WHEN t.period IS NOT NULL THEN printf('%d-%02d', {year}, ({year} + 1) % 100) END "
        f"AS period) FROM {table['supplier_year']} t JOIN copy USING (council) ORDER BY supplier",
        # One council after another, as a build writes it.
        "wording_sum": "SELECT t.* REPLACE (under AS council, "
        f"t.wording + {APART} * copy AS wording, (t.month - to_years(years))::DATE AS month, "
        f"{supplier} AS supplier) "
        f"FROM {table['wording_sum']} t JOIN copy USING (council) ORDER BY under, copy, wording",
        **{name: f"FROM {table[name]}" for name in ("category", "set_aside", *SHARED)},
    }
