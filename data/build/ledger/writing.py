"""The ledger's tables -> Parquet files, payments in the two orders that they are asked in."""

from pathlib import Path

import duckdb

from data.build.ledger.placing import MADE, SCHEMA, STAY
from data.build.publishing import contract_tables
from sql_text import quoted

PARQUET = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL {level}, ROW_GROUP_SIZE {rows}"
# Rows that are skipped or read at once: small enough that one supplier's are in few bytes.
ROW_GROUP = 61_440
JOINED = """
SELECT s.council, s.month, s.day, s.amount_pence, n.supplier::INTEGER AS supplier,
       n.published_name, w.wording, s.card, s.reference, s.file, s.sheet, s.line
FROM shard s
JOIN link l ON l.council = s.council AND l.name IS NOT DISTINCT FROM s.name
JOIN named n ON n.supplier = l.supplier AND n.name IS NOT DISTINCT FROM l.name
JOIN word w ON w.council = s.council AND {same}
WHERE s.council = $council
"""
IN_TIME = "month, day, file, sheet, line"
# Payments that are sorted at once, and the last supplier of each so many.
AT_ONCE = 2_000_000
SLICES = f"""
SELECT max(supplier) AS last
FROM (SELECT supplier, sum(count(*)) OVER (ORDER BY supplier) AS until
      FROM {SCHEMA}.payment GROUP BY supplier)
GROUP BY until // $1 ORDER BY last
"""
BY_SUPPLIER = "supplier, month, day, council, file, sheet, line"


def write_payments(database: duckdb.DuckDBPyConnection, folder: Path, words: list[str]) -> None:
    """Write payment/council=XXX/*.parquet from the shards, council by council, in time."""
    councils = database.execute("SELECT DISTINCT council FROM shard ORDER BY council").fetchall()
    for (council,) in councils:
        file = part_of(council, folder)
        file.parent.mkdir(parents=True)
        write_council(database, council, file, words)


def write_council(
    database: duckdb.DuckDBPyConnection, council: str, file: Path, words: list[str]
) -> None:
    """Write one council's payments from the shards, in time."""
    same = " AND ".join(f"w.{name} IS NOT DISTINCT FROM s.{name}" for name in words)
    joined = JOINED.format(same=same).replace("$council", quoted(council))
    copy(database, f"{joined} ORDER BY {IN_TIME}", file)


def part_of(council: str, folder: Path) -> Path:
    """Where a council's payments lie in a dataset."""
    return folder / "payment" / f"council={council}" / "payments.parquet"


def write_by_supplier(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write the payments again in the order of suppliers, so many suppliers at a time that they
    are sorted in little memory; the files follow one another as their suppliers do."""
    place = folder / "payment_by_supplier"
    place.mkdir()
    first = 0
    for number, (last,) in enumerate(database.execute(SLICES, [AT_ONCE]).fetchall(), start=1):
        query = (
            f"FROM {SCHEMA}.payment WHERE supplier > {first} AND supplier <= {last} "
            f"ORDER BY {BY_SUPPLIER}"
        )
        copy(database, query, place / f"payments-{number:02}.parquet")
        first = last


def write_small(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write every other table of the contract, and the publishers' rows of the edition's tables."""
    for table in contract_tables(database, SCHEMA):
        if table not in (*STAY, *MADE):
            copy(database, f"FROM {SCHEMA}.{table} ORDER BY ALL", folder / f"{table}.parquet")
    for table in ("source", "source_file", "reading"):
        copy(database, f"FROM {table} ORDER BY ALL", folder / f"{table}.parquet", level=19)


def copy(
    database: duckdb.DuckDBPyConnection,
    query: str,
    file: Path,
    level: int = 9,
    row_group: int = ROW_GROUP,
) -> None:
    """Write a query's rows to one Parquet file."""
    how = PARQUET.format(level=level, rows=row_group)
    database.execute(f"COPY ({query}) TO {quoted(file)} ({how})")
