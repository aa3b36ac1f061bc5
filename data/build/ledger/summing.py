"""The sums of the payments that pages ask for, and the one row about what is held."""

import duckdb

# A financial year runs from April to March: 2021-22.
PERIOD = """printf('%d-%02d', year(month - INTERVAL 3 MONTH),
                   (year(month - INTERVAL 3 MONTH) + 1) % 100)"""
MONTHS = """
INSERT INTO ledger.month_total
SELECT council, month, service, category, card, count(*), sum(amount_pence)::BIGINT
FROM ledger.payment JOIN ledger.wording USING (wording) GROUP BY ALL ORDER BY ALL
"""
SUPPLIER_YEARS = f"""
INSERT INTO ledger.supplier_year
SELECT supplier, council, {PERIOD} AS period, service, category, count(*),
       sum(amount_pence)::BIGINT
FROM ledger.payment JOIN ledger.wording USING (wording) GROUP BY ALL ORDER BY ALL
"""
HOLDING = """
INSERT INTO ledger.holding
SELECT $whole, count(*), $published, min(month), max(month), $note FROM ledger.payment
"""


def add_sums(
    database: duckdb.DuckDBPyConnection, *, whole: bool, published: int, note: str
) -> None:
    """Fill month_total, supplier_year and holding from the payments."""
    database.execute(MONTHS)
    database.execute(SUPPLIER_YEARS)
    database.execute(HOLDING, {"whole": whole, "published": published, "note": note})
