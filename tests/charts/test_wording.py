"""Numbers and trends as a reader sees them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts import wording
from charts.wording import difference, figure, gap_label, gap_words, percent_difference, pounds
from inference.comparison.trend import Trend


@pytest.mark.parametrize(
    ("value", "options", "words"),
    [
        (1234.5, {}, "£1,235"),
        (1234.567, {"decimals": 2}, "£1,234.57"),
        (2.675, {"decimals": 2}, "£2.68"),
        (0.4, {}, "£0.40"),
        (0, {}, "£0"),
        (-1234, {}, "−£1,234"),
        (-0.001, {"decimals": 2}, "£0.00"),
        (1_234_567, {"short": True}, "£1.2m"),
        (999_499, {"short": True}, "£999,499"),
        (999_500, {"short": True}, "£1.0m"),
        (123_456_789, {"short": True}, "£123m"),
        (999_950_000, {"short": True}, "£1.0bn"),
        (-2_500_000_000, {"short": True}, "−£2.5bn"),
        (None, {}, "no figure"),
        (float("nan"), {}, "no figure"),
        (float("inf"), {}, "no figure"),
    ],
)
def test_pounds(value, options, words):
    assert pounds(value, **options) == words


@given(st.integers(-(10**13), 10**13))
def test_pounds_to_the_penny_lose_nothing(pence):
    words = pounds(pence / 100, decimals=2)
    sign = -1 if words.startswith(wording.MINUS) else 1
    assert sign * Decimal(words.strip(wording.MINUS + "£").replace(",", "")) * 100 == pence


@given(st.one_of(st.none(), st.floats()), st.booleans())
def test_any_number_has_words(value, short):
    assert pounds(value, short=short)
    assert figure(value, "%", 1)


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "words"),
    [
        (12.25, "%", 1, "12.3%"),
        (-3, "%", 0, "−3%"),
        (1234, "£ per head", 0, "£1,234 per head"),
        (1234, "gbp_per_head", 0, "£1,234 per head"),
        (4.5, "per 1,000 residents", 1, "4.5 per 1,000 residents"),
        (1200, "dwellings", 0, "1,200 dwellings"),
        (None, "%", 1, "no figure"),
    ],
)
def test_figures_carry_their_unit(value, unit, decimals, words):
    assert figure(value, unit, decimals) == words


def test_differences_are_signed_in_words():
    assert difference(53.1, 50, "%", 1) == "3.1 percentage points more"
    assert difference(88, 100, "£ per head") == "£12 per head less"
    assert difference(100.2, 100, "£ per head") == "the same"


def test_percent_differences_need_a_base_above_zero():
    assert percent_difference(112, 100) == "12% more than"
    assert percent_difference(88, 100) == "12% less than"
    assert percent_difference(100.1, 100) == "about the same as"
    assert percent_difference(5, -10) is None
    assert percent_difference(5, 0) is None


def test_no_percentage_of_a_negative_or_a_tiny_base():
    """West Lancashire's other services cost −£85 beside a median of £160: not 153% less."""
    assert percent_difference(-85, 160) is None
    assert percent_difference(12, 9) is None, "half a pound of rounding is five percent of it"
    assert percent_difference(1.2, 0.9, decimals=1) is None
    assert percent_difference(1.2, 1.0, decimals=1) == "20% more than"


@pytest.mark.parametrize("status", ["published", "derived", "budget", None, "unheard_of"])
def test_a_gap_is_never_explained_by_the_status_of_a_figure(status):
    assert gap_words(status) == "No figure, and the edition does not say why"
    assert gap_label(status) == "no figure"
    assert gap_words("not_submitted", "Late.") == "The council did not submit this return. Late."


def test_every_status_of_the_contract_has_words_and_a_label():
    statuses = {
        "published", "estimated", "derived", "budget", "not_responsible", "not_submitted",
        "suppressed", "not_comparable", "not_collected", "no_residents", "not_held",
    }  # fmt: skip
    assert set(wording.STATUSES) == set(wording.STATUS_LABELS) == statuses
    assert wording.status_words("not_submitted", "Slough") == (
        "The council did not submit this return. Slough"
    )
    assert "does not say why" in wording.status_words(None)


def test_trends_are_improving_only_with_a_polarity():
    falling = Trend("falling", 5)
    assert wording.trend_words(falling, "neither") == "falling over the last five figures"
    assert wording.trend_words(falling, "lower").startswith("improving (falling)")
    untested = Trend("not_tested", 3, reason="too_few_points")
    assert wording.trend_words(untested, "lower").endswith("fewer than five years of figures")
    since = Trend("not_tested", 3, reason="too_few_since_break")
    assert wording.trend_reason(since) == (
        "fewer than five years of figures since the series changed"
    )
    marches = Trend("not_tested", 7, reason="too_few_of_a_season", needed=8)
    assert wording.trend_reason(marches) == "fewer than eight figures of the same time of year"
    by_order = Trend("falling", 8, needed=8, method="order")
    assert wording.trend_words(by_order, "neither") == "falling over the last eight figures"
    assert wording.trend_words(Trend("no_change", 5), "lower").startswith("no significant change")


def test_lists_and_counts():
    assert wording.joined(["a"]) == "a"
    assert wording.joined(["a", "b", "c"]) == "a, b and c"
    assert wording.count_words(1, "council") == "1 council"
    assert wording.count_words(1200, "body", "bodies") == "1,200 bodies"


def test_a_percentage_of_something_has_no_gap_before_its_sign():
    """ "29.3 % of a year's budget" stood among a council's three sentences."""
    assert figure(29.3, "% of a year's budget", 1) == "29.3% of a year's budget"
