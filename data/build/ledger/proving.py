"""What must hold of the payments before they take their place: nothing lost, nobody named."""

from pathlib import Path

import duckdb
import polars as pl

from data.build.privacy import PERSON, WORDS, kinds
from data.build.privacy.wordings import without_names
from data.build.records import load_services

FILES = {
    "The payments of every file are as many, and as much, as were read from it": """
        SELECT path FROM ledger.payment_file f
        LEFT JOIN (SELECT file, count(*) AS n, sum(amount_pence) AS pence FROM ledger.payment
                   GROUP BY file) p USING (file)
        WHERE f.held AND (coalesce(p.n, 0), coalesce(p.pence, 0)) <> (f.payments, f.amount_pence)
           OR NOT f.held AND p.n > 0""",
    "The rows set aside of every file are as many as were counted": """
        SELECT path FROM ledger.payment_file f
        LEFT JOIN (SELECT file, count(*) AS n FROM ledger.set_aside GROUP BY file) s USING (file)
        WHERE coalesce(s.n, 0) <> f.set_aside""",
}
SUMS = {
    "The sums by month are those of the payments": """
        FROM (SELECT council, count(*) AS n, sum(amount_pence) AS pence FROM ledger.payment
              GROUP BY council)
        ANTI JOIN (SELECT council, sum(payments) AS n, sum(amount_pence) AS pence
                   FROM ledger.month_total GROUP BY council) USING (council, n, pence)""",
    "The sums by supplier are those of the payments": """
        FROM (SELECT council, count(*) AS n, sum(amount_pence) AS pence FROM ledger.payment
              GROUP BY council)
        ANTI JOIN (SELECT council, sum(payments) AS n, sum(amount_pence) AS pence
                   FROM ledger.supplier_year GROUP BY council) USING (council, n, pence)""",
    "Every supplier's sum is that of its years": """
        FROM (SELECT supplier, payments AS n, amount_pence AS pence FROM ledger.supplier)
        ANTI JOIN (SELECT supplier, sum(payments) AS n, sum(amount_pence) AS pence
                   FROM ledger.supplier_year GROUP BY supplier) USING (supplier, n, pence)""",
    "Every spelling has its supplier": "FROM ledger.supplier_name ANTI JOIN ledger.supplier "
    "USING (supplier)",
    "Every category is one of the ledger's": """
        SELECT DISTINCT category FROM ledger.wording ANTI JOIN ledger.category USING (category)
        WHERE category IS NOT NULL""",
    "Every service is one of the edition's": """
        SELECT DISTINCT w.service FROM ledger.wording w ANTI JOIN services s USING (service)
        WHERE w.service IS NOT NULL""",
    "No private person is named": f"""
        FROM ledger.supplier_name JOIN ledger.supplier USING (supplier)
        WHERE kind = 'person' AND supplier_name.name <> '{PERSON}'""",
    "Nothing written beside a private person's name is kept": f"""
        SELECT DISTINCT purpose FROM ledger.payment JOIN ledger.supplier USING (supplier)
        JOIN ledger.wording USING (wording)
        WHERE kind = 'person' AND purpose IS NOT NULL AND purpose <> '{WORDS}'""",
}
# Not of the part that comes with the program, which is summed when it is assembled.
WORDS_SUMMED = {
    "The sums by words are those of the payments": """
        FROM (SELECT council, count(*) AS n, sum(amount_pence) AS pence FROM ledger.payment
              GROUP BY council)
        ANTI JOIN (SELECT council, sum(payments) AS n, sum(amount_pence) AS pence
                   FROM ledger.wording_sum GROUP BY council) USING (council, n, pence)""",
}


class NotProven(Exception):
    """The payments are not what they must be: they stay where they are."""


def prove(database: duckdb.DuckDBPyConnection, services: Path, holds: dict[str, str]) -> None:
    """Raise NotProven with the first rows of each sentence that does not hold.

    ``holds``: sentence -> query that gives what it does not hold of.
    """
    wrong = []
    keys = [one.service for one in load_services(services)]
    database.register("services", pl.DataFrame({"service": keys}))
    for says, query in holds.items():
        rows = database.execute(query).fetchall()
        if rows:
            shown = "; ".join(", ".join(map(str, row)) for row in rows[:5])
            wrong.append(f"{says}: not so for {len(rows)}, as {shown}")
    wrong += _named(database)
    if wrong:
        raise NotProven(". ".join(wrong))


def _named(database: duckdb.DuckDBPyConnection) -> list[str]:
    """Read every name that is kept once more, as the rule of privacy reads it."""
    kept = database.sql(
        "SELECT n.name, company_number FROM ledger.supplier_name n "
        "JOIN ledger.supplier USING (supplier) WHERE kind = 'organisation'"
    ).pl()
    told = kinds(kept)
    # ``shown`` leaves a person out that is named beside an organisation.
    persons = told.filter((pl.col("kind") == "person") | (pl.col("shown") != pl.col("name"))).height
    wrong = [f"{persons} names that look like a private person's are kept"] if persons else []
    for column in ("department", "purpose", "published_category"):
        texts = database.sql(f"SELECT DISTINCT {column} FROM ledger.wording").pl()[column]
        left = (texts != without_names(texts)).sum()
        wrong += [f"{left} texts of {column} name a private person"] if left else []
    return wrong
