"""The nation's map on the edition: every nation beside its own median."""

import polars as pl
import pytest

import queries
from queries import ask
from tests.pages.opening import opened, words

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


def test_no_nation_is_grey():
    """Scotland, Wales and Northern Ireland were drawn without a figure."""
    frame = ask("national/spending", period="2024-25", service="decided")
    known = frame.filter(pl.col("value").is_not_null())
    held = dict(known.group_by("nation").len().iter_rows())
    assert (held["Scotland"], held["Wales"], held["Northern Ireland"]) == (32, 22, 10)
    assert held["England"] >= 285
    assert "not_comparable" not in set(frame["status"])


def test_each_nation_is_set_beside_its_own_median():
    frame = ask("national/spending", period="2024-25", service="decided")
    for (nation,), rows in frame.filter(~pl.col("sparse")).group_by("nation"):
        known = rows.filter(pl.col("value").is_not_null())
        assert known["median_gbp"].unique().to_list() == [pytest.approx(known["value"].median())]
        assert known["from_median_pct"].median() == pytest.approx(0, abs=1e-9), nation


def test_the_page_says_which_year_and_which_amount_each_nation_has():
    page = opened("home")
    assert not page.exception
    said = words(page)
    assert "Northern Ireland: all services of its own list, 2023-24 (10 councils)." in said
    assert "Scotland: all services of its own list, 2024-25 (32 councils)." in said
    assert "Wales: all services of its own list, 2024-25 (22 councils)." in said
