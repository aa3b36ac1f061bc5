"""Who buys a kind of thing, beside the made-up payments added up in plain Python, and the edition
beside its own file of payments."""

from statistics import median

import duckdb
import polars as pl
import pytest

import queries
from data.build import paths
from queries import ask
from tests.queries.payments_of_the_world import rows
from tests.world.payments import WORDINGS

YEAR = {"first": "2022-04-01", "last": "2023-03-01", "cards": "with"}
EVERY = ["CSH", "DIA", "MAA", "MAB", "MAC", "UNA"]


def asked(**takes):
    return ask("who_buys/found", **{"near": None, "members": EVERY, "most": 50} | takes)


def plain(category=None, words=None, card=None):
    """Payments of the year, as the world made them."""
    return [
        row | {"amount_gbp": row["amount_pence"] / 100}
        for row in rows()
        if (category is None or row["category"] == category)
        and (words is None or words in " ".join(filter(None, WORDINGS[row["wording"]][:3])).lower())
        and (card is None or row["card"] == card)
        and "2022-04" <= f"{row['month']:%Y-%m}" <= "2023-03"
    ]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("category", "words"),
    [("home_care", None), ("waste_collection", None), (None, "refuse"), ("home_care", "visits")],
)
def test_councils_suppliers_and_months_are_the_plain_sums(category, words):
    takes = YEAR | {"category": category, "words_like": f"%{words}%" if words else None}
    paid = plain(category, words)
    found = asked(**takes)
    councils, suppliers, months = (
        found.filter(part=one) for one in ("council", "supplier", "month")
    )
    for row in councils.rows(named=True):
        own = [one for one in paid if one["council"] == row["council"]]
        if not own:
            assert row["amount_gbp"] is None and row["payments"] is None
            continue
        assert row["amount_gbp"] == pytest.approx(sum(one["amount_gbp"] for one in own))
        assert row["payments"] == len(own)
        assert row["per_head_gbp"] == pytest.approx(row["amount_gbp"] / row["residents"])
    assert councils["amount_gbp"].sum() == pytest.approx(sum(one["amount_gbp"] for one in paid))
    for row in suppliers.rows(named=True):
        each = {}
        for one in paid:
            if one["slug"] == row["slug"]:
                each[one["council"]] = each.get(one["council"], 0) + one["amount_gbp"]
        assert row["amount_gbp"] == pytest.approx(sum(each.values()))
        assert row["median_gbp"] == pytest.approx(median(each.values()))
        assert row["councils"] == sum(amount > 0 for amount in each.values())
    whole = councils.filter(months_held=12)["council"].to_list()
    assert whole
    assert months["amount_gbp"].sum() == pytest.approx(
        sum(one["amount_gbp"] for one in paid if one["council"] in whole)
    )


@pytest.mark.usefixtures("world")
def test_suppliers_and_months_are_the_members_and_councils_are_everybody():
    takes = YEAR | {"category": "home_care", "words_like": None}
    found = asked(**takes, members=["MAA"])
    assert set(found.filter(part="council")["council"]) == set(EVERY)
    own = sum(one["amount_gbp"] for one in plain("home_care") if one["council"] == "MAA")
    paying = found.filter(part="supplier")["paying"]
    assert {name for names in paying for name in names} == {
        found.filter(part="council", council="MAA")["name"][0]
    }
    assert found.filter(part="month")["amount_gbp"].sum() in (0, pytest.approx(own))


@pytest.mark.usefixtures("world")
def test_a_person_is_in_the_sums_and_no_supplier():
    takes = YEAR | {"category": "home_care", "words_like": None}
    names = asked(**takes).filter(part="supplier")["slug"].to_list()
    assert "private-persons" not in names and names


@pytest.mark.usefixtures("world")
def test_a_council_with_no_such_payment_stands_there_without_a_sum():
    found = asked(**YEAR, category="waste_collection", words_like=None, near="MAA")
    frame = found.filter(part="council")
    assert set(frame["council"]) == set(EVERY)
    assert frame.filter(pl.col("payments").is_null())["amount_gbp"].null_count() > 0


@pytest.mark.skipif(not queries.EDITION.exists(), reason="there is no assembled edition")
@pytest.mark.parametrize("category", ["agency_staff", "waste_collection", "legal"])
def test_the_edition_s_sums_are_those_of_its_file_of_payments(category):
    found = asked(
        first="2023-04-01", last="2024-03-01", cards="with", category=category, words_like=None
    )
    frame = found.filter(part="council").drop_nulls("payments")
    ledger = paths.LEDGER
    plain = duckdb.sql(f"""
        SELECT council, count(*) AS payments, sum(amount_pence) / 100 AS amount_gbp
        FROM '{ledger}/payment.parquet' JOIN '{ledger}/wording.parquet' USING (wording)
        JOIN (SELECT supplier, kind FROM '{ledger}/supplier.parquet') USING (supplier)
        WHERE category = '{category}' AND kind <> 'treasury'
          AND month BETWEEN DATE '2023-04-01' AND DATE '2024-03-01' GROUP BY council
    """).pl()
    both = frame.join(plain, on="council", how="left", suffix="_plain")
    assert both.height > 30
    assert both["payments"].to_list() == both["payments_plain"].to_list()
    assert both["amount_gbp"].to_list() == pytest.approx(both["amount_gbp_plain"].to_list())
