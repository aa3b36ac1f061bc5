"""Need-adjusted expectation against statsmodels, and against leaving each council out by hand."""

import numpy as np
import polars as pl
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import t as student
from statsmodels.stats.outliers_influence import variance_inflation_factor

from inference.need.expectation import Expectation, Refusal, expect

NAMES = ["deprivation", "density", "pay"]


def places(n=60, seed=3):
    """Made-up councils; the spread grows with deprivation, so that HC3 has something to do."""
    chance = np.random.default_rng(seed)
    deprivation, pay = chance.normal(20, 6, n), chance.normal(600, 60, n)
    density = chance.lognormal(6, 1.2, n)
    value = 300 + 8 * deprivation - 0.2 * pay + 0.01 * density
    value += chance.normal(0, 1, n) * (5 + deprivation)
    return pl.DataFrame(
        {
            "council": [f"C{i:03d}" for i in range(n)],
            "value": value,
            "deprivation": deprivation,
            "density": density,
            "pay": pay,
        }
    )


def theirs(frame, names, *, standardised=False):
    covariates = frame.select(names).to_numpy()
    if standardised:
        covariates = (covariates - covariates.mean(axis=0)) / covariates.std(axis=0, ddof=1)
    return sm.OLS(frame["value"].to_numpy(), sm.add_constant(covariates)).fit()


@pytest.mark.parametrize("standardised", [False, True])
@pytest.mark.parametrize("names", [NAMES, NAMES[:2], NAMES[2:]])
def test_the_model_card_agrees_with_statsmodels(names, standardised):
    frame = places()
    made = expect(frame, names, standardised=standardised)
    fit = theirs(frame, names, standardised=standardised)
    robust = fit.get_robustcov_results("HC3", use_t=True)
    card = made.coefficients
    assert card["term"].to_list() == ["intercept", *names]
    assert card["estimate"].to_numpy() == pytest.approx(fit.params, rel=1e-8)
    assert card["standard_error"].to_numpy() == pytest.approx(robust.bse, rel=1e-8)
    limits = card.select("lower", "upper").to_numpy()
    assert limits == pytest.approx(robust.conf_int(), rel=1e-7)
    assert made.n == 60
    assert made.r_squared == pytest.approx(fit.rsquared, rel=1e-8)
    assert made.adjusted_r_squared == pytest.approx(fit.rsquared_adj, rel=1e-8)
    assert made.residual_sd == pytest.approx(fit.mse_resid**0.5, rel=1e-8)
    factors = [variance_inflation_factor(fit.model.exog, i + 1) for i in range(len(names))]
    assert card["inflation"].to_list()[1:] == pytest.approx(factors, rel=1e-8)


def test_studentised_residuals_are_statsmodels_external_ones():
    frame = places()
    influence = theirs(frame, NAMES).get_influence()
    made = expect(frame, NAMES).councils
    external = influence.resid_studentized_external
    assert made["studentised"].to_numpy() == pytest.approx(external, rel=1e-7)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 59))
def test_a_council_is_expected_from_all_others_and_not_from_itself(own):
    """The oracle fits the model without the council and predicts it, with its interval."""
    frame = places()
    others = frame.filter(pl.int_range(pl.len()) != own)
    fit = theirs(others, NAMES)
    at = np.concatenate([[1.0], frame.select(NAMES).row(own)])
    predicted = fit.get_prediction(at[None, :]).summary_frame(alpha=0.05)
    row = expect(frame, NAMES).councils.row(own, named=True)
    assert row["expected"] == pytest.approx(float(predicted["mean"].iloc[0]), rel=1e-7)
    assert row["lower"] == pytest.approx(float(predicted["obs_ci_lower"].iloc[0]), rel=1e-7)
    assert row["upper"] == pytest.approx(float(predicted["obs_ci_upper"].iloc[0]), rel=1e-7)
    assert row["residual"] == pytest.approx(row["value"] - row["expected"])
    limit = student.ppf(0.975, 60 - 4 - 1)
    outside = abs(row["studentised"]) > limit
    assert (row["place"] != "within") == outside


def test_changing_ones_own_figure_does_not_change_what_is_expected():
    frame = places()
    moved = frame.with_columns(
        value=pl.when(pl.col("council") == "C007").then(9999.0).otherwise("value")
    )
    before, after = (
        expect(f, NAMES).councils.filter(council="C007").row(0, named=True) for f in (frame, moved)
    )
    assert after["expected"] == pytest.approx(before["expected"])
    assert (after["lower"], after["upper"]) == pytest.approx((before["lower"], before["upper"]))
    assert after["place"] == "above"


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(shuffle):
    frame = places()
    order = list(range(frame.height))
    shuffle.shuffle(order)
    one, other = expect(frame, NAMES), expect(frame[order], NAMES)
    assert one.coefficients.equals(other.coefficients)
    assert one.councils.equals(other.councils)


def test_standardising_and_units_change_coefficients_but_no_expectation():
    frame = places()
    made = expect(frame, NAMES).councils["expected"].to_numpy()
    in_millions = frame.with_columns(pl.col("density") * 1e6)
    for other in (expect(frame, NAMES, standardised=True), expect(in_millions, NAMES)):
        assert other.councils["expected"].to_numpy() == pytest.approx(made, rel=1e-9)


def test_who_is_left_out_is_named_with_the_reason():
    frame = places().with_columns(
        density=pl.when(pl.col("council") == "C001").then(None).otherwise("density"),
        value=pl.when(pl.col("council") == "C002").then(None).otherwise("value"),
        status=pl.when(pl.col("council") == "C002")
        .then(pl.lit("not_submitted"))
        .otherwise(pl.lit("published")),
        sparse=pl.col("council") == "C003",
    )
    made = expect(frame, NAMES)
    assert made.n == 57
    assert dict(made.left_out.iter_rows()) == {
        "C001": "no_density",
        "C002": "not_submitted",
        "C003": "sparse",
    }
    assert expect(frame, ["pay"]).n == 58


def test_too_few_councils_for_the_covariates_are_refused():
    made = expect(places(29), NAMES)
    assert isinstance(made, Refusal)
    assert made.sentence == (
        "3 covariates would need at least 30 councils, and 29 have every figure: "
        "choose fewer covariates."
    )
    assert isinstance(expect(places(30), NAMES), Expectation)
    assert "at least one" in expect(places(), []).sentence


def test_covariates_that_say_the_same_are_refused():
    frame = places().with_columns(again=pl.col("deprivation") * 2 + 1)
    made = expect(frame, ["deprivation", "again"])
    assert isinstance(made, Refusal)
    assert "cannot be told apart" in made.sentence
    sum_of_others = places().with_columns(both=pl.col("deprivation") + pl.col("pay"))
    assert isinstance(expect(sum_of_others, ["deprivation", "pay", "both"]), Refusal)
    constant = places().with_columns(same=pl.lit(4.0))
    assert "the same same" in expect(constant, ["same"]).sentence


def test_covariates_that_nearly_say_the_same_are_warned_of():
    frame = places().with_columns(
        near=pl.col("deprivation") + pl.Series(np.random.default_rng(1).normal(0, 2, 60))
    )
    made = expect(frame, ["deprivation", "near"])
    assert isinstance(made, Expectation)
    assert len(made.warnings) == 2
    assert "variance inflation" in made.warnings[0]
    assert expect(places(), NAMES).warnings == ()


def test_a_council_that_alone_carries_a_covariate_is_expected_from_nothing():
    frame = places().with_columns(only=(pl.col("council") == "C005").cast(pl.Float64))
    row = expect(frame, ["pay", "only"]).councils.filter(council="C005").row(0, named=True)
    assert (row["expected"], row["place"], row["studentised"]) == (None, None, None)
    assert row["value"] is not None
