"""The sums by words in the two orders that they are asked in, made when a database is assembled."""

from pathlib import Path

import duckdb

from data.build.ledger.summing import OF_WORDS, WORDING_SUM
from sql_text import quoted

# So many rows are sorted at once, which memory holds.
ROWS_AT_ONCE = 10_000_000
TOLD = """
CREATE TEMP VIEW told AS
SELECT s.*, w.service, w.category FROM {} s JOIN ledger.wording w USING (wording)
"""
# What was read of a month stands with its financial year.
YEAR = "coalesce(year(month - INTERVAL 3 MONTH), 0)"
PARTS = """
SELECT min(key), max(key)
FROM (SELECT {key} AS key, sum(count(*)) OVER (ORDER BY {key}) AS until FROM {source} GROUP BY 1)
GROUP BY (until - 1) // $1 ORDER BY 1
"""
ORDERED = """
INSERT INTO ledger.{target} BY NAME
FROM {source} WHERE {key} BETWEEN $1 AND $2 ORDER BY {order}
"""
BY_YEAR = f"{YEAR}, council, wording, month, card, supplier"
BY_SUPPLIER = "supplier, council, month, card, wording"


def put_sums_in_order(database: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Fill sum_by_year and sum_by_supplier from the dataset's file of sums, else from the payments.

    Table wording_sum becomes a view of the first, so that nothing stands in the database twice
    in the same order.
    """
    if file.exists():
        summed = f"read_parquet({quoted(file)})"
    else:
        # Not in the table of the contract: what is dropped again leaves its room in the file.
        database.execute(f"CREATE TEMP TABLE summed AS {OF_WORDS} GROUP BY ALL")
        summed = "summed"
    database.execute(TOLD.format(summed))
    _fill(database, "sum_by_year", "told", YEAR, BY_YEAR)
    _fill(database, "sum_by_supplier", "ledger.sum_by_year", "supplier", BY_SUPPLIER)
    database.execute("DROP VIEW told; DROP TABLE IF EXISTS summed")
    database.execute(f"DROP TABLE ledger.{WORDING_SUM}")
    database.execute(
        f"CREATE VIEW ledger.{WORDING_SUM} AS SELECT council, wording, month, card, supplier, "
        "payments, amount_pence FROM ledger.sum_by_year"
    )


def _fill(
    database: duckdb.DuckDBPyConnection, target: str, source: str, key: str, order: str
) -> None:
    parts = database.execute(PARTS.format(key=key, source=source), [ROWS_AT_ONCE]).fetchall()
    for first, last in parts:
        query = ORDERED.format(target=target, source=source, key=key, order=order)
        database.execute(query, [first, last])
