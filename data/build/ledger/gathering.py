"""Shards -> suppliers of all names and meanings of all words, each with a key into the shards."""

from pathlib import Path

import duckdb
import polars as pl

from data.build.ledger.payees import with_kinds_of_payee
from data.build.ledger.persons import mask, mask_elsewhere, persons_in, show_shard
from data.build.ledger.shards import WORDS
from data.build.suppliers import Resolution, resolve
from data.build.wording import classify, load_categories
from sql_text import quoted

NAMES = """
SELECT name, council, arg_max(company_number, (n, company_number)) AS company_number,
       arg_max(vat_number, (n, vat_number)) AS vat_number, sum(n)::BIGINT AS payments
FROM (SELECT name, council, company_number, vat_number, sum(n) AS n FROM shard GROUP BY ALL)
GROUP BY ALL ORDER BY ALL
"""
NAMED = """
CREATE TABLE named AS
SELECT *, row_number() OVER (ORDER BY supplier, name NULLS FIRST)::INTEGER AS published_name
FROM (SELECT DISTINCT ON (supplier, name) supplier, name, rule, evidence FROM link
      ORDER BY supplier, name NULLS FIRST, rule, evidence)
"""
# As the page shows them: what was bought in one text, and a code only where no word is.
SHOWN = {
    "department": "department",
    "purpose": "nullif(concat_ws(' | ', purpose, CASE WHEN detail IS DISTINCT FROM purpose "
    "THEN detail END), '')",
    "published_category": "coalesce(category, expense_code)",
}

PAID = """
INSERT INTO ledger.supplier BY NAME
SELECT supplier, slug, name, kind, company_number, names,
       paid.councils, paid.payments, paid.amount_pence, 0 AS treasury_payments, 0 AS treasury_pence,
       paid.first_month, paid.last_month
FROM supplier_found
JOIN (SELECT supplier, count(DISTINCT council) AS councils, count(*) AS payments,
             sum(amount_pence)::BIGINT AS amount_pence,
             min(month) AS first_month, max(month) AS last_month
      FROM ledger.payment GROUP BY supplier) paid USING (supplier)
ORDER BY supplier
"""
MEANS = ("service", "service_why", "spend_category", "category_why")


def gather(database: duckdb.DuckDBPyConnection, shards: list[Path]) -> None:
    """Make view shard, and tables supplier_found, link, named, word and wording_found."""
    show_read(database, shards)
    show_shard(database)
    resolve_names(database)
    keep(database, "told", words_told(database))
    number_wordings(database)


def show_read(database: duckdb.DuckDBPyConnection, shards: list[Path]) -> None:
    """Make view ``read`` of shards: one row a payment, ``n`` payments a row."""
    files = ", ".join(quoted(path) for path in shards)
    database.execute(f"CREATE VIEW read AS SELECT *, 1 AS n FROM read_parquet([{files}])")


def resolve_names(database: duckdb.DuckDBPyConnection) -> None:
    """Make tables person_elsewhere, supplier_found, link and named of the names in ``read``.

    Of ``read`` only council, name, kind, told, the numbers and ``n`` are asked: it may hold one
    row for all the payments under a name.
    """
    mask_elsewhere(database)
    found = resolve(database.sql(NAMES).pl())
    while (persons := named(found)).height:
        # Numbers that several suppliers claim are nobody's, and excuse no name.
        mask(database, persons)
        found = resolve(database.sql(NAMES).pl())
    keep(database, "supplier_found", with_kinds_of_payee(found.suppliers))
    keep(database, "link", found.links)
    database.execute(NAMED)


def named(found: Resolution) -> pl.DataFrame:
    """Give the names (council, name) that look like a person's beside their supplier's number."""
    firms = found.suppliers.filter(pl.col("kind") == "organisation")
    return persons_in(found.links.join(firms.select("supplier", "company_number"), on="supplier"))


def words_told(database: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Give every council's words in ``shard`` once, and what they were taken to mean."""
    words = ", ".join(WORDS)
    return classify(database.sql(f"SELECT DISTINCT council, {words} FROM shard ORDER BY ALL").pl())


def number_wordings(database: duckdb.DuckDBPyConnection) -> None:
    """Of table ``told``: one wording per words shown and what they mean, whoever writes them."""
    shown = ", ".join(f"{sql} AS shown_{name}" for name, sql in SHOWN.items())
    database.execute(f"CREATE TABLE meant AS SELECT *, {shown} FROM told")
    columns = [*(f"shown_{name}" for name in SHOWN), *MEANS]
    database.execute(
        f"CREATE TABLE wording_found AS SELECT {', '.join(columns)}, "
        f"row_number() OVER (ORDER BY {', '.join(columns)})::INTEGER AS wording "
        f"FROM (SELECT DISTINCT {', '.join(columns)} FROM meant)"
    )
    same = " AND ".join(f"m.{name} IS NOT DISTINCT FROM w.{name}" for name in columns)
    database.execute(
        f"CREATE TABLE word AS SELECT m.council, {', '.join(f'm.{name}' for name in WORDS)}, "
        f"w.wording FROM meant m JOIN wording_found w ON {same}"
    )


def fill_small(database: duckdb.DuckDBPyConnection) -> None:
    """Fill category, wording and supplier_name of the contract."""
    fill_categories(database)
    shown = ", ".join(f"shown_{name} AS {name}" for name in SHOWN)
    database.execute(
        f"INSERT INTO ledger.wording BY NAME SELECT wording, {shown}, service, service_why, "
        "spend_category AS category, category_why FROM wording_found ORDER BY wording"
    )
    database.execute(
        "INSERT INTO ledger.supplier_name BY NAME SELECT published_name, supplier, "
        "coalesce(name, 'No name published') AS name, rule, evidence FROM named "
        "ORDER BY published_name"
    )


def fill_categories(database: duckdb.DuckDBPyConnection) -> None:
    """Fill category of the contract."""
    keep(database, "category_found", load_categories())
    database.execute("INSERT INTO ledger.category BY NAME FROM category_found")


def fill_suppliers(database: duckdb.DuckDBPyConnection) -> None:
    """Fill supplier with what it was paid in the payments held; those without one are left out."""
    database.execute(PAID)


def keep(database: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    """Make a table of a frame."""
    database.register("incoming", frame)
    database.execute(f"CREATE TABLE {name} AS FROM incoming")
    database.unregister("incoming")
