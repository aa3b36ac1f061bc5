"""The spread between councils against other libraries, and who lies outside the funnel."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2
from statsmodels.stats.meta_analysis import combine_effects

from inference.comparison import spread as spread_module
from inference.comparison.scale import Scale
from inference.comparison.spread import (
    places_of,
    spread_of,
    spread_of_counts,
    spread_of_limits,
    with_parts,
    with_spread,
)
from inference.funnel.dispersion import overdispersion

SHARE = Scale("arcsine", 100)
OF_SHARES = {"interval_method": "wilson", "unit": "%", "decimals": 1}
OF_LIMITS = {"interval_method": "published", "unit": "%", "decimals": 1}
TIMES = 1.959963984540054


def group_of(cases, people, **more):
    n = len(cases)
    frame = {
        "council": [f"C{i:03d}" for i in range(n)],
        "value": [100 * c / p for c, p in zip(cases, people, strict=True)],
        "lower": [None] * n,
        "upper": [None] * n,
        "numerator": cases,
        "denominator": people,
        "left_out_because": [None] * n,
    }
    kinds = {"left_out_because": pl.String, "lower": pl.Float64, "upper": pl.Float64}
    return pl.DataFrame(frame | more, schema_overrides=kinds)


@pytest.fixture
def not_winsorised(monkeypatch):
    """Other libraries winsorise nothing."""

    def plainly(z, error):
        return overdispersion(z, error, share=0)

    monkeypatch.setattr(spread_module, "overdispersion", plainly)


counts = st.lists(st.tuples(st.integers(5, 400), st.integers(500, 5000)), min_size=12, max_size=40)


@settings(max_examples=50)
@given(counts)
def test_tau_of_limits_is_dersimonian_and_lairds(parts):
    value, error = (np.array(column, dtype=float) for column in zip(*parts, strict=True))
    error = error / 100
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            spread_module, "overdispersion", lambda z, error: overdispersion(z, error, share=0)
        )
        made = spread_of_limits(value, value - TIMES * error, value + TIMES * error, Scale("plain"))
    with np.errstate(all="ignore"):  # it also makes intervals, which equal figures do not have
        theirs = combine_effects(value, error**2, method_re="dl")
    assert made.dispersion.tau**2 == pytest.approx(max(theirs.tau2, 0), rel=1e-6, abs=1e-9)
    assert made.dispersion.p_value == pytest.approx(
        chi2.sf(theirs.q, len(value) - 1), rel=1e-6, abs=1e-12
    )
    if made.tau:
        assert made.centre == pytest.approx(theirs.mean_effect_re, rel=1e-6)
    else:
        assert made.centre == pytest.approx(theirs.mean_effect_fe, rel=1e-6)


def test_tau_of_counts_is_the_method_of_moments_about_the_pooled_share(not_winsorised):
    chance = np.random.default_rng(3)
    people = chance.integers(300, 4000, 60).astype(float)
    cases = chance.binomial(people.astype(int), chance.uniform(0.1, 0.5, 60)).astype(float)
    made = spread_of_counts(100 * cases / people, cases, people, SHARE)
    pooled = cases.sum() / people.sum()
    apart = np.arcsin(np.sqrt(cases / people)) - np.arcsin(np.sqrt(pooled))
    weight = 4 * people
    q = (weight * apart**2).sum()
    down = weight.sum() - (weight**2).sum() / weight.sum()
    assert made.centre == pytest.approx(100 * pooled)
    assert made.dispersion.chi_squared == pytest.approx(q)
    assert made.dispersion.p_value == pytest.approx(chi2.sf(q, 59))
    assert made.tau**2 == pytest.approx((q - 59) / down)


def test_the_spread_that_was_put_in_comes_out():
    """Logits would not do: a normal spread on the scale itself, 0.08 about 0.6."""
    chance = np.random.default_rng(11)
    people = chance.integers(500, 8000, 400).astype(float)
    share = np.sin(0.6 + chance.normal(0, 0.08, 400)) ** 2
    cases = chance.binomial(people.astype(int), share).astype(float)
    made = spread_of_counts(100 * cases / people, cases, people, SHARE)
    # Of 400 councils the spread is known to a twentieth of itself, winsorised a little less.
    assert made.tau == pytest.approx(0.08, rel=0.1)
    low, high = made.between
    middle = made.scale.onto(np.array([made.centre]))[0]
    ends = np.sin([middle - TIMES * made.tau, middle + TIMES * made.tau]) ** 2 * 100
    assert [low, high] == pytest.approx(ends)


def test_chance_alone_leaves_no_spread():
    chance = np.random.default_rng(12)
    people = chance.integers(500, 8000, 150).astype(float)
    cases = chance.binomial(people.astype(int), 0.3).astype(float)
    made = spread_of_counts(100 * cases / people, cases, people, SHARE)
    assert made.tau == 0
    assert made.dispersion.p_value > 0.05


def test_a_spread_that_chance_may_have_made_is_none():
    """Ten scores of 1.2: phi is 2.1, and chi-squared 14.4 on nine degrees is no rarity (0.11)."""
    value, error = np.tile([-1.2, 1.2], 5), np.ones(10)
    made = spread_of_limits(value, value - TIMES * error, value + TIMES * error, Scale("plain"))
    assert made.dispersion.phi > 2 and made.dispersion.tau > 0
    assert made.dispersion.p_value == pytest.approx(chi2.sf(14.4, 9))
    assert made.tau == 0


def test_nine_councils_have_no_spread_and_ten_have():
    assert spread_of(group_of([30] * 9, [100] * 9), **OF_SHARES) is None
    assert spread_of(group_of([30] * 10, [100] * 10), **OF_SHARES).n == 10
    limits = {"lower": [20.0] * 9, "upper": [40.0] * 9}
    assert spread_of(group_of([30] * 9, [100] * 9, **limits), **OF_LIMITS) is None


def test_who_may_not_be_compared_makes_no_spread():
    why = [*[None] * 10, "sparse", "joint", "denominator_small"]
    frame = group_of([30] * 10 + [99] * 3, [100] * 13, left_out_because=why)
    made = spread_of(frame, **OF_SHARES)
    assert (made.n, made.centre) == (10, pytest.approx(30))
    assert with_parts(frame, SHARE, 1)["funnel_because"].to_list()[10:] == why[10:]
    assert places_of(frame, made, decimals=1)[10:] == [None] * 3


def test_more_cases_than_people_are_no_share():
    frame = group_of([30] * 10 + [300], [100] * 11)
    assert with_parts(frame, SHARE, 1)["funnel_because"][10] == "no_parts"


def test_a_place_outside_is_on_its_side_and_unknown_without_a_funnel():
    cases = [300] * 20 + [700, 50]
    frame = group_of(cases, [1000] * 22)
    made = spread_of(frame, **OF_SHARES)
    assert places_of(frame, made, decimals=1) == [*["inside"] * 20, "above", "below"]
    assert places_of(frame, None, decimals=1) == [None] * 22


def test_each_group_has_its_own_spread():
    """Two nations in one frame: councils of the one do not widen the funnel of the other."""
    calm = group_of([300] * 12, [1000] * 12)
    wide = group_of([100, 500] * 6, [1000] * 12).with_columns(
        council="D" + pl.col("council").str.tail(3)
    )
    both = pl.concat([calm, wide]).with_columns(
        nation=pl.Series(["England"] * 12 + ["Wales"] * 12), comparison_group=pl.lit("single")
    )
    wales = spread_of(both.filter(nation="Wales"), **OF_SHARES)
    made = with_spread(both, {("Wales", "single"): wales}, decimals=1)
    assert made.filter(nation="England")["tau"].null_count() == 12
    assert set(made.filter(nation="Wales")["tau"]) == {wales.tau}
    assert wales.tau > 0
