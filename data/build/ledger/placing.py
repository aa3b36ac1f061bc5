"""The ledger's Parquet files -> schema ``ledger`` of the database that is being assembled."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from data.build import paths
from data.build.checksums import require_whole
from data.build.ledger.bounds import as_it_stands
from data.build.ledger.ordering import put_sums_in_order
from data.build.ledger.public_bodies import paid_by_duty
from data.build.ledger.summing import WORDING_SUM
from data.build.publishing import contract_tables
from data.build.suppliers.addresses import addresses_of
from data.build.suppliers.families import families_of
from far_ledger.blocks import COLUMNS as KEPT_COLUMNS
from far_ledger.blocks import KEPT as KEPT_BLOCKS
from far_ledger.blocks import NAME as BLOCKS
from far_ledger.blocks import read_blocks
from far_ledger.place import ROOT, Place
from sql_text import quoted

SCHEMA = "ledger"
# Too many rows to copy where the whole dataset is held: read where they lie.
STAY = ("payment", "payment_by_supplier")

# Tables of the edition that the publishers of payments have rows of.
SHARED = ("source", "source_file", "reading")

# What a dataset of an earlier version does not hold, worked out of what it does. In its months a
# few payments may come from other months' files: of so few, the month's own file is not held.
ABSENT = {
    "month_held": """
        INSERT INTO ledger.month_held
        SELECT council, month, card, 1 FROM ledger.month_total WHERE month IS NOT NULL
        GROUP BY council, month, card
        QUALIFY sum(payments) >= 0.05 * max(sum(payments)) OVER (PARTITION BY council, card)""",
    "repeated": "",
}

# Made here of what was read, and written to no file: where searches for a supplier and for words
# look, addresses that suppliers had, sums of councils' and of all months, the largest suppliers,
# groups of companies, and the codes of categories.
MADE = (
    "supplier_word",
    "supplier_address",
    "special_supplier",
    "wording_said",
    "said_word",
    "council_month",
    "nation_month",
    "largest_supplier",
    "year_supplier",
    "sum_by_year",
    "sum_by_supplier",
    "supplier_family",
    "category_code",
)
CODES = paths.DATA / "payments" / "words" / "cpv.csv"
INDEX = """
INSERT INTO ledger.supplier_word
SELECT word, list(DISTINCT supplier ORDER BY supplier)
FROM (SELECT supplier, unnest(ledger.words_of(name)) AS word FROM ledger.supplier_name)
GROUP BY word ORDER BY word
"""
SPECIAL = """
INSERT INTO ledger.special_supplier
SELECT supplier, if(kind = 'organisation', 'duty', kind) FROM ledger.supplier
WHERE kind <> 'organisation' OR regexp_matches(name, $duty, 'i') ORDER BY supplier
"""
SPELLINGS = """
SELECT DISTINCT supplier, n.name, s.slug AS own
FROM ledger.supplier_name n JOIN ledger.supplier s USING (supplier) WHERE s.kind = 'organisation'
"""
SAID = """
INSERT INTO ledger.wording_said
SELECT wording, lower(concat_ws(chr(1), department, purpose, published_category))
FROM ledger.wording
WHERE coalesce(department, purpose, published_category) IS NOT NULL
ORDER BY wording
"""
# Of so many wordings at once, which memory holds.
WORDINGS_AT_ONCE = 2_500_000
SAID_WORDS = """
INSERT INTO ledger.said_word
SELECT word, list(wording ORDER BY wording)
FROM (SELECT wording, unnest(list_distinct(string_split(replace(said, chr(1), ' '), ' '))) AS word
      FROM ledger.wording_said WHERE wording >= $first AND wording < $after)
WHERE word <> '' GROUP BY word ORDER BY word
"""
# What pages ask of all services, or of all councils: a fiftieth and a quarter of table month_total.
MONTHS = """
INSERT INTO ledger.council_month
SELECT council, month, card, treasury, sum(payments), sum(amount_pence)
FROM ledger.month_total GROUP BY ALL ORDER BY ALL;
INSERT INTO ledger.nation_month
SELECT month, service, category, card, sum(payments), sum(amount_pence)
FROM ledger.month_total GROUP BY ALL ORDER BY ALL;
"""
# As queries/payments/sums.sql finds them of a part: names that stand for many are no suppliers.
LARGEST = """
INSERT INTO ledger.largest_supplier
SELECT supplier, payments - treasury_payments, amount_pence - treasury_pence AS pence,
       count(*) OVER ()
FROM ledger.supplier
WHERE payments > treasury_payments AND kind NOT IN ('collective', 'treasury')
ORDER BY pence DESC, supplier LIMIT 25
"""


YEARS = """
INSERT INTO ledger.year_supplier BY NAME
FROM ledger.supplier_year ORDER BY period, council, supplier, category, service
"""


class LedgerMissing(Exception):
    """No payments where the program looks for them."""


@dataclass(frozen=True)
class LedgerFiles:
    """The contract, the part that comes with the program, and the whole dataset if it is there."""

    contract: Path
    embedded: Path
    whole: Path
    # An installation without payments is meant, and no accident.
    optional: bool = False
    # Where the payments of ``whole`` lie, if not in it.
    elsewhere: Place | None = None


def place(database: duckdb.DuckDBPyConnection, files: LedgerFiles) -> None:
    """Fill schema ``ledger`` from the whole dataset, else from the embedded part, else raise
    LedgerMissing."""
    with as_it_stands(files.embedded), as_it_stands(files.whole):
        _place(database, files)


def _place(database: duckdb.DuckDBPyConnection, files: LedgerFiles) -> None:
    database.execute(files.contract.read_text("utf-8"))
    held = folder_held(files)
    if held is None and files.optional:
        return
    if held is None:
        raise LedgerMissing(
            f"There are no payments in {files.embedded}: take the folder again from where the "
            "program came, or assemble with --without-payments."
        )
    far = files.elsewhere if held == files.whole else None
    require_whole(held, STAY if far else ())
    if far and not (held / f"{WORDING_SUM}.parquet").exists():
        raise LedgerMissing(
            "The payments that lie elsewhere are of an earlier version, without their sums by "
            "words: build them again (python -m data.build ledger)."
        )
    for table in SHARED:
        if (held / f"{table}.parquet").exists():
            _append(database, table, held / f"{table}.parquet")
    stays = STAY if far or (held / "payment").is_dir() else ()
    for table in contract_tables(database, SCHEMA):
        there = table not in ABSENT or (held / f"{table}.parquet").exists()
        if table not in (*stays, *MADE, WORDING_SUM) and there:
            database.execute(
                f"INSERT INTO {SCHEMA}.{table} BY NAME FROM {quoted(held / f'{table}.parquet')}"
            )
    for table, made in ABSENT.items():
        if made and not (held / f"{table}.parquet").exists():
            database.execute(made)
    _make(database)
    if far:
        show_far(database, far, held)
    else:
        for table in stays:
            show(database, table, held / table)
    # No file of the part that comes with the program: it would be a fifth more to fetch.
    put_sums_in_order(database, held / f"{WORDING_SUM}.parquet")


def _make(database: duckdb.DuckDBPyConnection) -> None:
    """Fill the tables that follow from the others."""
    database.execute(INDEX)
    database.execute(SPECIAL, {"duty": paid_by_duty()})
    database.execute(SAID)
    _index_words(database)
    database.execute(MONTHS)
    database.execute(LARGEST)
    database.execute(YEARS)
    named = database.sql(f"SELECT supplier, name, kind FROM {SCHEMA}.supplier").pl()
    _fill(database, "supplier_family", families_of(named))
    _fill(database, "supplier_address", addresses_of(database.sql(SPELLINGS).pl()))
    database.execute(
        f"INSERT INTO {SCHEMA}.category_code BY NAME SELECT * FROM read_csv({quoted(CODES)}, "
        "all_varchar = true) SEMI JOIN ledger.category USING (category)"
    )


def _fill(database: duckdb.DuckDBPyConnection, table: str, rows: pl.DataFrame) -> None:
    database.register("incoming", rows)
    database.execute(f"INSERT INTO {SCHEMA}.{table} BY NAME FROM incoming")
    database.unregister("incoming")


def _index_words(database: duckdb.DuckDBPyConnection) -> None:
    ((last,),) = database.sql("SELECT max(wording) FROM ledger.wording_said").fetchall()
    for first in range(0, (last or 0) + 1, WORDINGS_AT_ONCE):
        database.execute(SAID_WORDS, {"first": first, "after": first + WORDINGS_AT_ONCE})


def folder_held(files: LedgerFiles) -> Path | None:
    """Where the payments of this installation lie: the whole dataset, else the embedded part."""
    folders = (files.whole, files.embedded)
    return next((one for one in folders if (one / "holding.parquet").exists()), None)


def _append(database: duckdb.DuckDBPyConnection, table: str, file: Path) -> None:
    database.execute(
        f"INSERT INTO {table} BY NAME FROM {quoted(file)} "
        f"WHERE source NOT IN (SELECT source FROM {table})"
    )


def show(database: duckdb.DuckDBPyConnection, table: str, folder: Path) -> None:
    """Make a view over a folder of Parquet files in the place of a table or view of the ledger."""
    show_files(database, table, str(folder.resolve()))


def show_far(database: duckdb.DuckDBPyConnection, place: Place, folder: Path) -> None:
    """Make the views over files that are read from where they lie.

    What every part of them must be stands in the edition, and nowhere else.
    """
    from far_ledger.files import FarFiles  # an installation whose payments are here needs none

    blocks = read_blocks((folder / BLOCKS).read_text("utf-8"))
    database.register("incoming", pl.DataFrame(blocks, orient="row"))
    database.execute(f"CREATE TABLE {KEPT_BLOCKS} AS FROM incoming ORDER BY path, number")
    database.unregister("incoming")
    columns = _without_rows(database, "payment", folder)
    database.execute(f"CREATE TABLE {KEPT_COLUMNS} AS SELECT $1::BLOB AS content", [columns])
    database.register_filesystem(FarFiles(place, blocks, columns))
    for table in STAY:
        show_files(database, table, f"{ROOT}{table}")


def _without_rows(database: duckdb.DuckDBPyConnection, table: str, folder: Path) -> bytes:
    """Give a Parquet file of a table of the contract, before anything is in it."""
    file = folder / "columns.part"
    database.execute(f"COPY {SCHEMA}.{table} TO {quoted(file)} (FORMAT parquet)")
    content = file.read_bytes()
    file.unlink()
    return content


def show_files(database: duckdb.DuckDBPyConnection, table: str, folder: str) -> None:
    """Make a view over all Parquet files below ``folder``.

    Of payments the folder tells the council: files of others are not so much as opened.
    """
    parted = "true, hive_types = {'council': VARCHAR}" if table == "payment" else "false"
    kind = "TABLE" if table in contract_tables(database, SCHEMA) else "VIEW"
    database.execute(f"DROP {kind} {SCHEMA}.{table}")
    database.execute(
        f"CREATE VIEW {SCHEMA}.{table} AS FROM "
        f"read_parquet({quoted(f'{folder}/**/*.parquet')}, hive_partitioning = {parted})"
    )
