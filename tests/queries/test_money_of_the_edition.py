"""What the payments' pages said wrong once, on the payments that come with the program."""

import polars as pl
import pytest

import queries
from findings.supplier import usual_words
from queries import ask
from queries.searching import MOST_LOOKED_AT
from tests.pages.opening import opened, words

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


@pytest.fixture(scope="module")
def keys() -> dict[str, str]:
    """Slug -> key of the councils whose payments are held."""
    return dict(ask("payments/coverage", councils=None).select("slug", "council").iter_rows())


def years(keys, slug: str) -> dict[str, dict]:
    rows = ask("council/payment_years", council=keys[slug]).rows(named=True)
    return {row["period"]: row for row in rows}


def test_months_of_cards_alone_are_not_held_as_invoices(keys):
    """Devon had "84 months, none missing", and 2019-20's £1.2m of cards beside £957m."""
    held = ask("payments/coverage", councils=[keys["devon"]]).row(0, named=True)
    assert held["months"] < 84 and held["card_months"] > 0 and not held["cards_only"]
    devon = years(keys, "devon")
    for period in ("2019-20", "2020-21"):
        assert devon[period]["months"] == 0
        assert devon[period]["cards_gbp"] == devon[period]["paid_gbp"]
        beside = ask("council/payments_ratio", council=keys["devon"])["period"]
        assert period not in beside.to_list()


def test_the_months_of_files_stand_beside_the_days_that_they_tell():
    """Leeds: "February 2020 to June 2020" beside "1 month", for purchases by card of May."""
    said = words(opened("payments", council="leeds", tabs=""))
    assert ", dated February 2020 to June 2020." in said
    assert "Invoices of Leeds are held for 1 month, June 2020. " in said
    assert "Purchases by card are held apart, for 1 month, May 2020. " in said
    assert "223 payments of these are dated in other months" in said
    said = words(opened("payments", council="wakefield", tabs=""))
    assert "Of Wakefield purchases by card alone are held, for 6 months from October 2020" in said


@pytest.mark.parametrize("slug", ["leeds", "wakefield", "north-tyneside"])
def test_cards_and_invoices_are_counted_apart(keys, slug):
    held = ask("payments/coverage", councils=[keys[slug]]).row(0, named=True)
    months = sum(row["months"] for row in years(keys, slug).values())
    cards = sum(row["card_months"] for row in years(keys, slug).values())
    assert held["months"] == (cards if held["cards_only"] else months)
    assert held["card_months"] == cards


def test_names_of_a_ledger_are_no_suppliers_to_rank(keys):
    """402 of them, £185m, stood as organisations."""
    for asked in (["miscellaneous", "payments", "bacs"], ["other", "vulnerable", "people"]):
        found = ask("supplier/search", words=asked, sort="fit", most=50, skip=0)
        assert not found.filter(pl.col("name").str.to_lowercase().str.contains(asked[0])).height
    widest = ask("supplier/widest", most=200)["name"].to_list()
    assert not {"Housing Benefit", "Miscellaneous Payments Bacs"} & set(widest)


def test_what_words_do_not_tell_is_never_nought(keys):
    """ "£0 beside £10.4m" where no payment's words tell of the service."""
    untold = 0
    for council in keys.values():
        for row in ask("council/payments_ratio", council=council).rows(named=True):
            frame = ask("council/payments_beside_outturn", council=council, period=row["period"])
            absent = frame.filter(pl.col("payments").is_null())
            assert absent["paid_gbp"].is_null().all()
            untold += absent.height
    assert untold > 0


def test_a_department_of_all_services_tells_none(keys):
    """Devon's agency staff stood under tax collection, elections and offices."""
    found = ask(
        "payments/sums", councils=[keys["devon"]], service=None, category="agency_staff",
        first=None, last=None, cards="with", first_year=None, last_year=None, suppliers=False,
    )  # fmt: skip
    services = found.filter(part="service")["key"].to_list()
    assert "none" in services and "central" not in services


def test_cover_for_teachers_is_no_agency_of_the_offices(keys):
    found = ask(
        "payments/sums", councils=[keys["devon"]], service=None, category="supply_teachers",
        first=None, last=None, cards="with", first_year=None, last_year=None, suppliers=False,
    )  # fmt: skip
    assert "education" in found.filter(part="service")["key"].to_list()


def test_exact_repeats_are_counted_with_both_sums(keys):
    """Most of North Tyneside's rows repeat another; Payments did not say so."""
    held = ask("payments/coverage", councils=[keys["north-tyneside"]]).row(0, named=True)
    assert 400_000 < held["repeated"] < held["payments"]
    assert 0 < held["repeated_gbp"] < held["amount_gbp"]
    of_years = years(keys, "north-tyneside").values()
    assert sum(row["repeated"] for row in of_years) <= held["repeated"]


def test_near_kent_are_councils_near_kent():
    """The register's point for Kent lies in London: Newham was its nearest at 4 km."""
    near = ask("payments/held_near", slug="kent", most=90).rows(named=True)
    assert near[0]["asked_name"] == "Kent"
    distance = {row["slug"]: row["km"] for row in near}
    assert distance["medway"] < 40 < distance["newham"]
    devon = next(row for row in ask(
        "who_buys/found", words_like=None, category="audit", first="2023-04-01",
        last="2024-03-01", cards="with", near="EXE", members=["DEV"], most=0,
    ).rows(named=True) if row["slug"] == "devon")  # fmt: skip
    assert devon["km"] < 60


def test_the_usual_purpose_is_that_of_most_councils_and_payments():
    """British Telecommunications was "mostly building works", from a few capital rows."""
    one = ask("supplier/about", supplier_slug="british-telecommunications-plc")["supplier"][0]
    usual = ask("supplier/usual", supplier=one).rows(named=True)
    assert usual[0]["category"] == "telephones"
    assert usual_words(usual).startswith("Most often it is paid for telephones: ")


def test_a_year_far_from_the_accounts_is_told_with_its_ratio(keys):
    far = [
        row
        for council in keys.values()
        for row in ask("council/payments_ratio", council=council).rows(named=True)
        if not 0.6 <= row["ratio"] <= 1.7
    ]
    assert 0 < len(far) < 20


def test_every_payment_that_is_held_can_be_searched():
    """An amount without a council was refused: 8.6 million payments were more than were read."""
    assert ask("payments/holding")["payments"].item() <= MOST_LOOKED_AT
