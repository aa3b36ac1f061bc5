"""Two datasets of payments, row for row: ``python -m data.build.ledger.comparing ONE OTHER``."""

from pathlib import Path
from tempfile import gettempdir
from typing import Annotated

import duckdb
import typer

from data.build.ledger.writing import BY_SUPPLIER, IN_TIME
from sql_text import quoted

MEMORY = "2GB"
# Rows that one dataset has more often than the other, both ways.
MORE = """
SELECT count(*) FROM ((FROM one EXCEPT ALL FROM other) UNION ALL (FROM other EXCEPT ALL FROM one))
"""
# Places at which a row comes before one that it belongs after.
DISORDER = """
SELECT count(*) FROM (
    SELECT place, row_number() OVER (ORDER BY {order}) AS due
    FROM (SELECT *, row_number() OVER () AS place FROM {side})
) WHERE place <> due
"""
SUMS = "SELECT count(*), sum(amount_pence)::BIGINT FROM {side}"


def differences(one: Path, other: Path) -> list[str]:
    """Say what differs: tables that one lacks, rows, order; nothing where all is equal.

    How many files the payments lie in is no difference: one engine writes more than another.
    """
    tables = [_tables(folder) for folder in (one, other)]
    wrong = [f"{name} is in one only" for name in sorted(tables[0] ^ tables[1])]
    with duckdb.connect() as database:
        database.execute(f"SET memory_limit = '{MEMORY}'; SET threads = 2")
        database.execute(f"SET temp_directory = {quoted(Path(gettempdir()) / 'comparing')}")
        for table in sorted(tables[0] & tables[1]):
            wrong += _compared(database, table, one, other)
    return wrong


def _tables(folder: Path) -> set[str]:
    """Small tables, councils of the payments, and the payments by supplier, as places."""
    small = {path.name for path in folder.glob("*.parquet")}
    councils = {f"payment/{path.name}" for path in (folder / "payment").glob("council=*")}
    return small | councils | {"payment_by_supplier"}


def _compared(database: duckdb.DuckDBPyConnection, table: str, one: Path, other: Path) -> list[str]:
    for side, folder in (("one", one), ("other", other)):
        files = folder / table if table.endswith(".parquet") else folder / table / "*.parquet"
        database.execute(
            f"CREATE OR REPLACE VIEW {side} AS "
            f"FROM read_parquet({quoted(files)}, hive_partitioning = false)"
        )
    wrong = []
    (rows,) = database.sql(MORE).fetchall()[0]
    if rows:
        wrong.append(f"{table}: {rows:,} rows are in one and not in the other")
    if table.startswith("payment/") or table == "payment_by_supplier":
        sums = [database.sql(SUMS.format(side=side)).fetchall()[0] for side in ("one", "other")]
        if sums[0] != sums[1]:
            wrong.append(f"{table}: {sums[0]} payments and pence, and {sums[1]}")
        order = BY_SUPPLIER if table == "payment_by_supplier" else IN_TIME
        for side in ("one", "other"):
            (places,) = database.sql(DISORDER.format(side=side, order=order)).fetchall()[0]
            if places:
                wrong.append(f"{table}: {places:,} rows of {side} are out of order")
    return wrong


def main(
    one: Annotated[Path, typer.Argument(help="Folder of a dataset.")],
    other: Annotated[Path, typer.Argument(help="Folder of another.")],
) -> None:
    """Print what differs, and leave with 1 where anything does."""
    wrong = differences(one, other)
    for line in wrong or [
        f"{len(_tables(one)):,} tables and parts: all rows, sums and orders equal"
    ]:
        print(line)
    raise typer.Exit(1 if wrong else 0)


if __name__ == "__main__":
    typer.run(main)
