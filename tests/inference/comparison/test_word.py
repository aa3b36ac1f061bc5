"""When a judgement may be made, and when it may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.comparison.word import judge


def judged(value=60.0, lower=55.0, upper=65.0, comparator=50.0, **changes):
    given = {"polarity": "higher", "n_peers": 15} | changes
    return judge(value, lower, upper, comparator, **given)


@pytest.mark.parametrize(
    ("polarity", "comparator", "word"),
    [
        ("higher", 50, "better"),
        ("higher", 70, "worse"),
        ("lower", 50, "worse"),
        ("lower", 70, "better"),
        ("neither", 50, "higher"),
        ("neither", 70, "lower"),
        ("higher", 55, "similar"),
        ("lower", 65, "similar"),
        ("neither", 60, "similar"),
    ],
)
def test_the_word_follows_from_the_interval_and_the_polarity(polarity, comparator, word):
    assert judged(comparator=comparator, polarity=polarity).word == word


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"value": None}, "no_value"),
        ({"value": float("nan")}, "no_value"),
        ({"status": "not_comparable"}, "not_comparable"),
        ({"n_peers": 2}, "too_few_peers"),
        ({"comparator": None}, "too_few_peers"),
        ({"min_denominator": 50, "denominator": 49}, "small_denominator"),
        ({"min_denominator": 50, "denominator": None}, "small_denominator"),
        ({"lower": None}, "no_interval"),
        ({"upper": float("nan")}, "no_interval"),
        ({"lower": 66.0}, "no_interval"),
    ],
)
def test_what_cannot_be_judged_says_why(changes, reason):
    verdict = judged(**changes)
    assert (verdict.word, verdict.reason) == ("not_judged", reason)


def test_audited_money_without_an_interval_is_higher_or_lower_and_never_better():
    verdict = judged(lower=None, upper=None, polarity="neither")
    assert (verdict.word, verdict.direction, verdict.reason) == ("higher", "higher", None)


def test_the_bare_direction_stays_when_the_judgement_is_withheld():
    assert judged(lower=None).direction == "higher"
    assert judged(value=50.0, lower=None).direction == "same"


@pytest.mark.parametrize("status", ["estimated", "derived"])
def test_figures_shown_with_a_caveat_are_judged(status):
    assert judged(status=status).word == "better"


def test_an_unknown_polarity_is_refused():
    with pytest.raises(ValueError, match="polarity is higher, lower or neither"):
        judged(polarity="up")


number = st.one_of(st.none(), st.floats())


@given(number, number, number, number, st.integers(0, 50), st.booleans())
def test_no_figures_bring_a_judgement_without_polarity(value, lower, upper, comparator, n, flag):
    min_denominator = 30 if flag else None
    verdict = judge(
        value, lower, upper, comparator,
        polarity="neither", n_peers=n, min_denominator=min_denominator, denominator=n,
    )  # fmt: skip
    assert verdict.word in {"higher", "lower", "similar", "not_judged"}
    assert (verdict.reason is not None) == (verdict.word == "not_judged")
