"""The sums of the payments that pages ask for, and the one row about what is held."""

import duckdb

# A financial year runs from April to March: 2021-22.
PERIOD = """printf('%d-%02d', year(month - INTERVAL 3 MONTH),
                   (year(month - INTERVAL 3 MONTH) + 1) % 100)"""
# Money of the treasury is told by its words, or by whom it went to.
TOLD = """
CREATE TEMP VIEW told AS
SELECT p.*, w.service, w.category,
       coalesce(c.treasury, false) OR s.kind = 'treasury' AS treasury
FROM ledger.payment p
JOIN ledger.wording w USING (wording)
JOIN ledger.supplier s USING (supplier)
LEFT JOIN ledger.category c USING (category)
"""
OF_SUPPLIERS = """
UPDATE ledger.supplier s SET treasury_pence = y.pence, treasury_payments = y.payments
FROM (SELECT supplier, sum(amount_pence)::BIGINT AS pence, sum(payments)::BIGINT AS payments
      FROM ledger.supplier_year WHERE treasury GROUP BY supplier) y
WHERE y.supplier = s.supplier
"""
MONTHS = """
INSERT INTO ledger.month_total
SELECT council, month, service, category, card, treasury, count(*), sum(amount_pence)::BIGINT
FROM told GROUP BY ALL ORDER BY ALL
"""
SUPPLIER_YEARS = f"""
INSERT INTO ledger.supplier_year
SELECT supplier, council, {PERIOD} AS period, service, category, treasury, count(*),
       sum(amount_pence)::BIGINT
FROM told GROUP BY ALL ORDER BY ALL
"""
# Combinations of words are few councils' and few months': a quarter as many rows as payments.
WORDING_SUM = "wording_sum"
OF_WORDS = """
SELECT council, wording, month, card, supplier, count(*) AS payments,
       sum(amount_pence)::BIGINT AS amount_pence
FROM ledger.payment
"""
WORDING_SUMS = f"""
INSERT INTO ledger.{WORDING_SUM} BY NAME
{OF_WORDS} WHERE council = $council GROUP BY ALL ORDER BY ALL
"""
HOLDING = """
INSERT INTO ledger.holding
SELECT $whole, count(*), $published, min(month), max(month), $note FROM ledger.payment
"""


def add_sums(
    database: duckdb.DuckDBPyConnection, *, whole: bool, published: int, note: str
) -> None:
    """Fill month_total, supplier_year and holding from the payments and their suppliers."""
    sum_payments(database)
    add_up(database, whole=whole, published=published, note=note)


def sum_payments(database: duckdb.DuckDBPyConnection) -> None:
    """Fill month_total and supplier_year: of a council, from its own payments alone."""
    database.execute(TOLD)
    database.execute(MONTHS)
    database.execute(SUPPLIER_YEARS)


def sum_words(database: duckdb.DuckDBPyConnection) -> None:
    """Fill wording_sum, one council at a time, so that memory holds what is being summed."""
    found = "SELECT DISTINCT council FROM ledger.month_total ORDER BY council"
    for (council,) in database.sql(found).fetchall():
        database.execute(WORDING_SUMS, {"council": council})


def add_up(database: duckdb.DuckDBPyConnection, *, whole: bool, published: int, note: str) -> None:
    """Fill the treasury's sums of suppliers, and holding."""
    database.execute(OF_SUPPLIERS)
    database.execute(HOLDING, {"whole": whole, "published": published, "note": note})
