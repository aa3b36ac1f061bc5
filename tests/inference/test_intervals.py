"""Intervals against other implementations and against published worked examples."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import confint_poisson

from inference.intervals import byar, wilson


@pytest.mark.parametrize(
    ("cases", "people", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_newcombes_published_limits(cases, people, lower, upper):
    """Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3 (score)."""
    made = wilson(cases, people)
    assert made[0][0] == pytest.approx(lower, abs=5e-5)
    assert made[1][0] == pytest.approx(upper, abs=5e-5)


@given(
    people=st.integers(1, 10_000_000),
    share=st.floats(0, 1),
    confidence=st.sampled_from([0.95, 0.998]),
)
def test_wilson_agrees_with_statsmodels(people, share, confidence):
    cases = round(people * share)
    theirs = proportion_confint(cases, people, alpha=1 - confidence, method="wilson")
    ours = wilson(cases, people, per=100, confidence=confidence)
    assert ours[0][0] == pytest.approx(100 * theirs[0], abs=1e-7)
    assert ours[1][0] == pytest.approx(100 * theirs[1], abs=1e-7)


@given(people=st.integers(1, 1_000_000), share=st.floats(0, 1))
def test_wilson_holds_the_proportion_and_stays_within_0_and_100(people, share):
    cases = round(people * share)
    lower, upper = wilson(cases, people, per=100)
    assert 0 <= lower[0] <= 100 * cases / people + 1e-9
    assert 100 * cases / people - 1e-9 <= upper[0] <= 100


@pytest.mark.parametrize(
    ("count", "lower", "upper"), [(0, 0, 3.69), (1, 0.03, 5.57), (5, 1.62, 11.67), (9, 4.12, 17.08)]
)
def test_small_counts_take_the_exact_limits_of_the_poisson_table(count, lower, upper):
    """Exact 95% limits as tabulated in Pearson and Hartley, Biometrika Tables, table 40."""
    made = byar(count)
    assert made[0][0] == pytest.approx(lower, abs=0.006)
    assert made[1][0] == pytest.approx(upper, abs=0.006)


@given(count=st.integers(0, 9), denominator=st.integers(1, 10_000_000))
def test_small_counts_agree_with_statsmodels(count, denominator):
    theirs = confint_poisson(count, denominator, method="exact-c")
    ours = byar(count, denominator, per=1000)
    if count:  # at no events the other library gives nan below, where the limit is 0
        assert ours[0][0] == pytest.approx(1000 * theirs[0], rel=1e-9)
    assert ours[1][0] == pytest.approx(1000 * theirs[1], rel=1e-9)


@pytest.mark.parametrize("count", [10, 11, 25, 65, 100, 1045, 50_000])
def test_byar_is_within_a_fifth_of_a_percent_of_exact_from_ten_events(count):
    """PHE, Technical Guide: Confidence Intervals (2018), introduction: 0.2% at 95%."""
    lower, upper = byar(count)
    assert lower[0] == pytest.approx(chi2.ppf(0.025, 2 * count) / 2, rel=0.002)
    assert upper[0] == pytest.approx(chi2.ppf(0.975, 2 * count + 2) / 2, rel=0.002)


@pytest.mark.parametrize("count", [1, 10, 65, 1045])
def test_byar_is_the_formula_of_technical_briefing_3(count):
    """APHO Technical Briefing 3 (2008), page 7, written out with z = 1.96."""
    below = count * (1 - 1 / (9 * count) - 1.96 / (3 * count**0.5)) ** 3
    above = (count + 1) * (1 - 1 / (9 * (count + 1)) + 1.96 / (3 * (count + 1) ** 0.5)) ** 3
    lower, upper = byar(count, exact_below=0)
    assert lower[0] == pytest.approx(max(below, 0), rel=1e-4, abs=1e-4)
    assert upper[0] == pytest.approx(above, rel=1e-4)


def test_byar_of_nothing_has_no_lower_limit_below_zero():
    assert byar(0, exact_below=0)[0][0] == 0


def test_what_cannot_have_an_interval_gives_nan_beside_rows_that_can():
    cases, people = [None, 5, 5, 5, -1, 50], [10, None, 0, -3, 10, 100]
    lower, upper = wilson(cases, people)
    assert np.isnan(lower).tolist() == np.isnan(upper).tolist() == [True] * 5 + [False]
    lower, upper = byar(cases, people)
    assert np.isnan(lower).tolist() == np.isnan(upper).tolist() == [True] * 5 + [False]


def test_more_cases_than_people_is_a_rate_but_not_a_proportion():
    assert np.isnan(wilson([12, 10.05], [10, 10])).all()
    assert byar(12, 10)[0][0] > 0


@pytest.mark.parametrize("confidence", [95, 1, 0.2, -1])
def test_confidence_must_be_a_share(confidence):
    with pytest.raises(ValueError, match="confidence is a share"):
        wilson(1, 2, confidence=confidence)
