"""Sums that are kept in several orders are the same rows, in the order that they are asked in."""

import duckdb
import pytest

from data.build.ledger.ordering import BY_SUPPLIER, BY_YEAR
from data.build.ledger.public_bodies import paid_by_duty

SUMMED = """
SELECT p.council, p.wording, p.month, p.card, p.supplier, w.service, w.category,
       count(*) AS payments, sum(p.amount_pence)::BIGINT AS amount_pence
FROM ledger.payment p JOIN ledger.wording w USING (wording) GROUP BY ALL
"""
SAME = {
    "sum_by_year": (SUMMED, BY_YEAR),
    "sum_by_supplier": (SUMMED, BY_SUPPLIER),
    "year_supplier": ("FROM ledger.supplier_year", "period, council, supplier, category, service"),
    "wording_sum": (f"SELECT * EXCLUDE (service, category) FROM ({SUMMED})", BY_YEAR),
}


@pytest.fixture(scope="module")
def database(world_database):
    with duckdb.connect(world_database, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize("table", SAME)
def test_the_same_rows_in_this_order(database, table):
    rows, order = SAME[table]
    held = f"FROM (FROM ledger.{table})"
    columns = [one[0] for one in database.execute(f"{held} LIMIT 0").description]
    wanted = f"SELECT {', '.join(columns)} FROM ({rows}) ORDER BY {order}"
    assert database.execute(held).fetchall() == database.execute(wanted).fetchall()


def test_special_suppliers_are_those_of_no_organisation_and_those_paid_by_duty(database):
    special = "SELECT * FROM ledger.special_supplier ORDER BY ALL"
    wanted = (
        "SELECT supplier, if(kind = 'organisation', 'duty', kind) FROM ledger.supplier "
        "WHERE kind <> 'organisation' OR regexp_matches(name, ?, 'i') ORDER BY ALL"
    )
    assert (
        database.execute(special).fetchall()
        == database.execute(wanted, [paid_by_duty()]).fetchall()
    )


def test_each_word_has_every_supplier_that_is_called_so_once(database):
    held = "SELECT word, unnest(suppliers) FROM ledger.supplier_word ORDER BY ALL"
    wanted = (
        "SELECT DISTINCT unnest(ledger.words_of(name)) AS word, supplier FROM ledger.supplier_name "
        "ORDER BY ALL"
    )
    assert database.execute(held).fetchall() == database.execute(wanted).fetchall()
