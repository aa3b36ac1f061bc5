"""Real payments of whole councils as one flat table: what stores hold that made no sums."""

from pathlib import Path

import duckdb

from benchmarks import ROOT
from benchmarks.ledger import PART
from sql_text import quoted

EDITION = ROOT / "data" / "councils.duckdb"
COUNCIL, PERIOD, WORD = "DEV", "2023-24", "care"
COLUMNS = "council, month, day, period, amount_gbp, supplier, department, purpose, service"
HELD = ("payment", "supplier", "wording")
# Council by council, in time.
FLAT = """
CREATE TABLE payment AS
SELECT p.council, p.month, coalesce(p.day, p.month) AS day,
       printf('%d-%02d', year(p.month - INTERVAL 3 MONTH),
              (year(p.month - INTERVAL 3 MONTH) + 1) % 100) AS period,
       p.amount_pence / 100.0 AS amount_gbp, s.name AS supplier, w.department, w.purpose, w.service
FROM {payment} p JOIN {supplier} s USING (supplier) JOIN {wording} w USING (wording)
WHERE p.council IN (SELECT unnest($councils)) ORDER BY p.council, p.month
"""
SUPPLIERS = """
CREATE TABLE supplier AS
SELECT supplier, count(*) AS payments, sum(amount_gbp) AS amount_gbp FROM payment GROUP BY supplier
"""
# In every dialect alike; {search} is each store's own.
QUESTIONS = {
    "search of a supplier": "SELECT supplier, payments, amount_gbp FROM supplier WHERE {search} "
    "ORDER BY amount_gbp DESC LIMIT 50",
    "a council's newest payments": f"SELECT * FROM payment WHERE council = '{COUNCIL}' "
    "ORDER BY day DESC LIMIT 50",
    "a council's months": "SELECT month, count(*) AS n, sum(amount_gbp) AS gbp FROM payment "
    f"WHERE council = '{COUNCIL}' GROUP BY month ORDER BY month",
    "a council's largest suppliers of a year": "SELECT supplier, sum(amount_gbp) AS gbp "
    f"FROM payment WHERE council = '{COUNCIL}' AND period = '{PERIOD}' "
    "GROUP BY supplier ORDER BY gbp DESC LIMIT 15",
    "the largest suppliers of all": "SELECT supplier, sum(amount_gbp) AS gbp, count(*) AS n "
    "FROM payment GROUP BY supplier ORDER BY gbp DESC LIMIT 25",
}
INDEXES = (
    "CREATE INDEX payment_day ON payment (council, day)",
    "CREATE INDEX payment_period ON payment (council, period)",
    "CREATE INDEX payment_supplier ON payment (supplier)",
)


def councils_of(rows: int) -> list[str]:
    """Councils whose payments together are at most so many, the one that is asked about first."""
    counts = duckdb.sql(
        f"SELECT council, count(*) FROM {quoted(PART / 'payment.parquet')} GROUP BY council "
        f"ORDER BY council <> '{COUNCIL}', council"
    ).fetchall()
    chosen, held = [], 0
    for council, count in counts:
        if held + count <= rows or not chosen:
            chosen.append(council)
            held += count
    return chosen


def write_flat(folder: Path, councils: list[str]) -> int:
    """Write payment.parquet and supplier.parquet, and the same as CSV; give how many payments."""
    if not (folder / "supplier.csv").exists():
        with duckdb.connect() as database:
            database.execute("SET memory_limit = '3GB'; SET enable_progress_bar = false")
            held = {name: quoted(PART / f"{name}.parquet") for name in HELD}
            database.execute(FLAT.format(**held), {"councils": councils})
            database.execute(SUPPLIERS)
            # Frames know times, and take a day by itself for an object of Python's.
            as_times = "month::TIMESTAMP AS month, day::TIMESTAMP AS day"
            times = f"(SELECT * REPLACE ({as_times}) FROM payment)"
            for table, rows in (("payment", times), ("supplier", "supplier")):
                parquet, lines = (quoted(folder / f"{table}.{kind}") for kind in ("parquet", "csv"))
                database.execute(f"COPY {rows} TO {parquet} (FORMAT parquet)")
                database.execute(f"COPY {table} TO {lines} (HEADER false)")
    counted = duckdb.sql(f"SELECT count(*) FROM {quoted(folder / 'payment.parquet')}").fetchall()
    return int(counted[0][0])
