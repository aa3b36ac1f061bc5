"""The edition beside the totals that its publishers print, as the Data page shows them."""

import polars as pl
import pytest

import queries
from queries import ask

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
NO_RETURN = (
    "Amber Valley",
    "Ashfield",
    "Birmingham",
    "Cumberland",
    "Guildford",
    "North Warwickshire",
    "North West Leicestershire",
    "Slough",
    "Warwick",
)


def control(name: str, period: str) -> dict[str, object]:
    (row,) = ask("data/reconciliation").filter(control=name, period=period).rows(named=True)
    return row


@pytest.mark.parametrize(
    ("name", "period", "ours_thousand", "published_thousand"),
    [
        ("outturn_total", "2024-25", 130_984_520, 134_158_661),
        ("outturn_wales_total", "2024-25", 10_074_121, 10_074_000),
        ("outturn_wales_education", "2023-24", 3_596_312, 3_596_314),
        ("outturn_scotland_total", "2024-25", 15_474_719, 15_475_000),
        ("outturn_northern_ireland_lines", "2023-24", 1_163_700, 1_163_700),
        ("council_tax_received", "2022-23", 36_535_124, 36_535_124),
        ("lines_total_adult_social_care", "2024-25", 24_627_316.5, 24_627_316.5),
        ("lines_total_children", "2024-25", 15_156_151.25959, 15_156_151.25959),
        ("lines_total_public_health", "2024-25", 3_996_715.87, 3_996_715.87),
        ("lines_total_housing", "2024-25", 2_965_735.06, 2_965_735.06),
        ("lines_england_adult_social_care", "2024-25", 24_627_316.5, 25_243_898.40073),
        ("lines_england_housing", "2024-25", 2_965_735.06, 3_099_761.9135),
    ],
)
def test_each_is_exact_or_explained(name, period, ours_thousand, published_thousand):
    row = control(name, period)
    assert row["ours"] == pytest.approx(ours_thousand * 1000, abs=501)
    assert row["published"] == pytest.approx(published_thousand * 1000, abs=501)
    exact = row["ours"] == pytest.approx(row["published"], abs=1)
    assert exact != bool(row["difference_explained"])


def test_englands_row_names_who_made_no_return():
    explained = control("outturn_total", "2024-25")["difference_explained"]
    assert all(name in explained for name in NO_RETURN)


def test_nearly_every_council_of_today_has_spending_of_some_year():
    today = ask("council/names").filter(pl.col("ends").is_null())
    with_years = [
        key
        for key in today["council"]
        if ask("council/spending_years", council=key)["status"]
        .is_in(["published", "derived"])
        .any()
    ]
    assert today.height == 382
    assert len(with_years) >= 380


def test_leeds_adult_social_care_is_published():
    row = ask(
        "council/spending_beside_peers",
        council="LDS",
        model="usual",
        others=[],
        period="2024-25",
        money="cash_total",
    ).row(by_predicate=pl.col("service") == "adult_social_care", named=True)
    assert (row["value_gbp"], row["status"]) == (322_733_000, "published")


def test_lines_make_the_total_of_their_service_council_by_council():
    takes = {"service": "adult_social_care", "nation": "England", "comparison_group": "upper"}
    one = ask("service/lines", **takes, period="2024-25", council="LDS")
    whole = one.filter(pl.col("part_of").is_null())
    assert whole["value_gbp"].sum() == pytest.approx(322_733_000, abs=20_000)
    assert one.filter(pl.col("part_of").is_not_null()).height == 10
    assert ask("service/line_years", **takes)["period"].to_list() == ["2024-25", "2023-24"]
