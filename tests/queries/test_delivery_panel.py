"""The council-year panel against sums in plain Python, row by row."""

import pytest

from queries import ask
from tests.world import figures
from tests.world.delivery import FEW, FEW_BEDS, NO_PARTS, NOT_SENT, UNBROKEN, beds_pct, parts_pct
from tests.world.figures import PRINCIPAL, RESIDENTS, exists
from tests.world.money import BY_CLASS
from tests.world.places import YEARS

pytestmark = pytest.mark.usefixtures("world")
RUNS = [
    (place, council)
    for place, council in enumerate(PRINCIPAL)
    if "children" in BY_CLASS.get(council["class"], []) and not council["sparse"]
]


def asked(part="home_beds", series=UNBROKEN, deliverer="private"):
    return ask(
        "delivery/panel", part=part, deliverer=deliverer, measure="children_seen", series=series
    )


def outcomes():
    row = next(one for one in figures.MEASURES if one[0] == "children_seen")
    return {(one["council"], one["period"]): one for one in figures.values(*row)}


def test_every_council_that_runs_the_service_has_a_row_for_every_year_it_stood():
    expected = {
        (council["council"], period["ends"].year)
        for _, council in RUNS
        for period in YEARS
        if exists(council, period)
    }
    assert set(asked().select("council", "year").rows()) == expected


def test_share_and_outcome_are_those_of_the_period_that_ends_in_the_year():
    held = {(row["council"], row["year"]): row for row in asked().rows(named=True)}
    published = outcomes()
    for place, council in RUNS:
        for n, period in enumerate(YEARS):
            if not exists(council, period):
                continue
            key = (council["council"], period["period"])
            row = held[council["council"], period["ends"].year]
            known = key not in (NO_PARTS, NOT_SENT, FEW)
            assert row["share_pct"] == (beds_pct(place, n)[1] if known else None), key
            figure = published[key]
            assert row["outcome"] == figure["value"], key
            assert row["outcome_status"] == figure["status"], key
            assert row["outcome_period"] == row["share_period"] == period["period"]


def test_a_missing_share_says_why():
    row = asked().filter(council=NOT_SENT[0], year=2023).row(0, named=True)
    assert (row["share_pct"], row["share_status"]) == (None, "not_submitted")
    row = asked().filter(council=NO_PARTS[0], year=2022).row(0, named=True)
    assert (row["share_pct"], row["share_status"]) == (None, "not_comparable")


def test_a_share_of_too_few_is_compared_nowhere_and_says_why():
    """Nineteen places of twenty: in no regression, group, map or median of peers."""
    council, period = FEW
    row = asked().filter(council=council, year=2021).row(0, named=True)
    assert (row["share_pct"], row["share_status"]) == (None, "not_comparable")
    assert row["share_total"] == FEW_BEDS
    assert "Fewer than 20 places" in row["share_note"]
    mapped = ask("delivery/by_council", part="home_beds", deliverer="private", period=period)
    one = mapped.filter(council=council).row(0, named=True)
    assert (one["value"], one["status"]) == (None, "not_comparable")
    assert one["total"] == FEW_BEDS and "Fewer than 20 places" in one["note"]
    assert mapped["value"].null_count() == 1
    beside = ask(
        "delivery/beside_peers",
        part="home_beds",
        deliverer="private",
        council="MAA",
        model="same_class",
    )
    n = dict(beside.select("period", "peers_n").iter_rows())
    assert n[period] == n["2019-20"] - 1
    # The council's own page still has it.
    own = ask("delivery/council", part="home_beds", council=council).filter(period=period)
    assert own["share_pct"].sum() == pytest.approx(100)
    assert set(own["note"]) == {"Fewer than 20 places: a share of so few is compared with none."}


def test_a_part_and_an_outcome_have_a_way_or_the_reason_why_none_is_known():
    rows = ask("delivery/mechanisms", service="children").rows(named=True)
    held = {(one["delivery_service"], one["model"]): one for one in rows}
    assert held["home_beds", "private"]["expected"] == "higher"
    assert held["homes_spending", None]["mechanism"] is None
    assert held["homes_spending", None]["reason"] == "Money sees nobody."
    assert held[None, None]["expected"] == "none"


def test_residents_are_those_of_the_mid_year_in_the_financial_year():
    for row in asked().rows(named=True):
        assert row["residents"] == RESIDENTS[row["council"]]


def test_only_one_series_of_shares_is_in_it():
    rows = asked("homes_spending", "old register")
    assert rows.filter(year=2018)["share_pct"].drop_nulls().to_list()
    own = asked("homes_spending", "old register", "own").filter(council="MAA", year=2018)
    assert own["share_pct"].item() == parts_pct(0, 0)[0]
    # Two years later a share may still be read; later nothing is asked of the outcome.
    assert rows["year"].max() == 2023
    assert not rows.filter(year=2022)["share_pct"].drop_nulls().len()


def test_councils_so_small_that_they_set_no_scale_are_not_in_it():
    assert "LND" not in asked()["council"]


def test_outcomes_are_offered_where_both_are_known_and_in_the_series_that_covers_most():
    rows = {
        (row["delivery_service"], row["measure"]): row
        for row in ask("delivery/panel_outcomes").rows(named=True)
    }
    beds = rows["home_beds", "children_seen"]
    known = [
        (council["council"], period["ends"].year)
        for _, council in RUNS
        for period in YEARS
        if exists(council, period)
        and (council["council"], period["period"]) not in (NO_PARTS, NOT_SENT, FEW)
        and outcomes()[council["council"], period["period"]]["value"] is not None
    ]
    years = {year for _, year in known}
    assert beds["council_years"] == len(known)
    assert (beds["years"], beds["first_year"], beds["last_year"]) == (8, min(years), max(years))
    # Old Town and Old Port stood in the old series only.
    assert rows["homes_spending", "children_seen"]["series"] == "old register"
    # Nothing is offered of another service, and no figure that describes the place.
    assert {key for key in rows if key[0] == "home_beds"} == {("home_beds", "children_seen")}
