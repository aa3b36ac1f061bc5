"""The whole dataset -> the part of it that comes with the program: some councils, some years."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from pydantic import Field

from data.build.checksums import write_checksums
from data.build.ledger.bounds import as_it_stands, bound, only_build, put, put_right
from data.build.ledger.gathering import PAID
from data.build.ledger.placing import MADE, SCHEMA, SHARED, STAY
from data.build.ledger.proving import SUMS, prove
from data.build.ledger.summing import PERIOD, WORDING_SUM, add_sums
from data.build.ledger.writing import copy
from data.build.privacy.wordings import without_names
from data.build.publishing import contract_tables, fresh_of
from data.build.records import Record, checked, content_of
from sql_text import quoted


class Part(Record):
    """Payments of these councils in these financial years; [] stands for all of them."""

    councils: list[str] = Field(default=[])
    years: list[str] = Field(default=[])


class Embedded(Record):
    """What comes with the program, and the sentence that says so: ``data/ledger.toml``."""

    note: str
    references: bool
    part: list[Part]


# Months are held whole or not at all: half a month would look like a council that paid less.
MONTHS_WHOLE = """
FROM (SELECT council, month, count(*) AS n, sum(amount_pence) AS pence FROM whole_payment
      WHERE {wanted} GROUP BY ALL)
EXCEPT
SELECT council, month, count(*), sum(amount_pence) FROM ledger.payment GROUP BY ALL
"""
# Tables by month, of which the months that are wanted come along.
BY_MONTH = ("month_held", "repeated")
# Read once, at assembly: small matters more than what can be skipped.
ROW_GROUP = 500_000
# The tables that say what the payments point at, cut to what they point at.
POINTED = {
    "category": "",
    "set_aside": "",
    "wording": "WHERE wording IN (SELECT wording FROM ledger.payment)",
    "supplier_name": "WHERE published_name IN (SELECT published_name FROM ledger.payment)",
}


def load_embedded(file: Path) -> Embedded:
    """Read what is to come with the program."""
    return checked(Embedded, content_of(file), file)


def embed(
    whole: Path,
    target: Path,
    contracts: tuple[Path, Path, Path],
    wanted: Embedded,
    say: Callable[[str], None],
) -> None:
    """Write the part as Parquet files; what was there before stays until all of it is proven.

    Raises BuildUnderWay when another process writes it.
    """
    with only_build(target), as_it_stands(whole):
        _embed(whole, target, contracts, wanted, say)


def _embed(
    whole: Path,
    target: Path,
    contracts: tuple[Path, Path, Path],
    wanted: Embedded,
    say: Callable[[str], None],
) -> None:
    put_right(target)
    fresh = fresh_of(target)
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    with TemporaryDirectory(dir=fresh) as spill, duckdb.connect() as database:
        bound(database, Path(spill))
        *schemas, services = contracts
        for contract in schemas:
            database.execute(contract.read_text("utf-8"))
        holds = _choose(database, whole, wanted.part, wanted.references)
        _fill(database, whole, wanted)
        prove(database, services, SUMS | holds)
        _write(database, whole, fresh, wanted)
        payments = database.execute("SELECT payments FROM ledger.holding").fetchall()[0][0]
    write_checksums(fresh)
    put(fresh, target)
    size = sum(path.stat().st_size for path in target.glob("*.parquet"))
    say(f"The part that comes with the program: {payments:,} payments in {size / 1e6:.1f} MB")


def _choose(
    database: duckdb.DuckDBPyConnection, whole: Path, parts: list[Part], references: bool
) -> dict[str, str]:
    """Take the payments that are wanted; give what must hold of them, as a query of what is not."""
    database.execute(
        f"CREATE VIEW whole_payment AS FROM read_parquet({quoted(whole / 'payment/**/*.parquet')}, "
        "hive_partitioning = false)"
    )
    database.execute(
        f"INSERT INTO ledger.payment_file BY NAME FROM {quoted(whole / 'payment_file.parquet')}"
    )
    wanted = " OR ".join(map(_condition, parts))
    reference = "" if references else "REPLACE (NULL::VARCHAR AS reference)"
    database.execute(
        f"INSERT INTO ledger.payment SELECT * {reference} FROM whole_payment WHERE {wanted}"
    )
    database.execute(
        "UPDATE ledger.payment_file SET held = file IN (SELECT file FROM ledger.payment)"
    )
    return {"The months held are whole": MONTHS_WHOLE.format(wanted=wanted)}


def _condition(part: Part) -> str:
    said = ["true"]
    for column, keys in (("council", part.councils), (PERIOD, part.years)):
        if keys:
            said.append(f"{column} IN ({', '.join(repr(key) for key in keys)})")
    return f"({' AND '.join(said)})"


def _fill(database: duckdb.DuckDBPyConnection, whole: Path, wanted: Embedded) -> None:
    for table, only in POINTED.items():
        database.execute(
            f"INSERT INTO ledger.{table} BY NAME FROM {quoted(whole / f'{table}.parquet')} {only}"
        )
    chosen = " OR ".join(map(_condition, wanted.part))
    for table in BY_MONTH:
        database.execute(
            f"INSERT INTO ledger.{table} BY NAME FROM {quoted(whole / f'{table}.parquet')} "
            f"WHERE {chosen}"
        )
    _mask_words(database)
    database.execute(
        f"INSERT INTO ledger.publisher BY NAME FROM {quoted(whole / 'publisher.parquet')} "
        "WHERE council IN (SELECT council FROM ledger.payment)"
    )
    database.execute(
        "CREATE TABLE supplier_found AS SELECT s.* REPLACE (held.names AS names) "
        f"FROM {quoted(whole / 'supplier.parquet')} s "
        "JOIN (SELECT supplier, count(*)::INTEGER AS names FROM ledger.supplier_name "
        "GROUP BY supplier) held USING (supplier)"
    )
    database.execute(PAID)
    published = database.execute(
        f"SELECT published_payments FROM {quoted(whole / 'holding.parquet')}"
    ).fetchall()[0][0]
    add_sums(database, whole=False, published=published, note=wanted.note)


def _mask_words(database: duckdb.DuckDBPyConnection) -> None:
    """Leave persons out of words by today's rule: the whole may have been built by an earlier."""
    words = database.sql("FROM ledger.wording").pl()
    columns = ["department", "purpose", "published_category"]
    masked = words.with_columns(without_names(words[one]) for one in columns)
    database.execute("DELETE FROM ledger.wording")
    database.register("incoming", masked)
    database.execute("INSERT INTO ledger.wording BY NAME FROM incoming")
    database.unregister("incoming")


def _write(database: duckdb.DuckDBPyConnection, whole: Path, fresh: Path, wanted: Embedded) -> None:
    for table in contract_tables(database, SCHEMA):
        if table in (*MADE, WORDING_SUM):
            continue
        order = "council, month, file, sheet, line" if table in STAY else "ALL"
        query = f"FROM {SCHEMA}.{table} ORDER BY {order}"
        copy(database, query, fresh / f"{table}.parquet", level=19, row_group=ROW_GROUP)
    for table in SHARED:
        shutil.copyfile(whole / f"{table}.parquet", fresh / f"{table}.parquet")
