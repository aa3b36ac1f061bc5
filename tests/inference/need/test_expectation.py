"""Need-adjusted expectation against statsmodels, and against leaving each council out by hand."""

import numpy as np
import polars as pl
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq
from scipy.stats import t as student
from statsmodels.stats.outliers_influence import variance_inflation_factor

from inference.need.clustering import RegionTerm
from inference.need.expectation import Expectation, Refusal, expect
from inference.need.scale import Scale

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


def own_margins(frame, errors):
    half = np.array(errors) * 1.96
    return frame.with_columns(
        lower=pl.col("value") - pl.Series(half), upper=pl.col("value") + pl.Series(half)
    )


def from_the_others(frame, own, error=None):
    """The oracle fits the model without the council, and predicts it with its own error."""
    others = frame.filter(pl.int_range(pl.len()) != own)
    fit = theirs(others, NAMES).get_robustcov_results("HC3", use_t=True)
    at = np.concatenate([[1.0], frame.select(NAMES).row(own)])
    spread, mine = fit.mse_resid, 0.0
    if error is not None and error.any():
        known, mine = np.delete(error, own) ** 2, error[own] ** 2

        def beyond(variance):
            return (fit.resid**2 / (variance + known)).sum() - fit.df_resid

        spread = brentq(beyond, 0, 2 * fit.mse_resid) if beyond(0) > 0 else 0.0
    half = student.ppf(0.975, fit.df_resid) * (at @ fit.cov_params() @ at + spread + mine) ** 0.5
    return at @ fit.params, half


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 59), st.sampled_from([0.0, 5.0, 60.0]))
def test_a_council_is_expected_from_all_others_and_not_from_itself(own, size):
    frame = places()
    errors = size * np.random.default_rng(own).lognormal(0, 0.5, 60)
    middle, half = from_the_others(frame, own, errors)
    row = expect(own_margins(frame, errors), NAMES).councils.row(own, named=True)
    assert row["expected"] == pytest.approx(middle, rel=1e-7)
    assert row["upper"] - row["expected"] == pytest.approx(half, rel=1e-6)
    assert row["expected"] - row["lower"] == pytest.approx(half, rel=1e-6)
    assert row["residual"] == pytest.approx(row["value"] - row["expected"])
    outside = abs(row["studentised"]) > student.ppf(0.975, 60 - 4 - 1)
    assert (row["place"] != "within") == outside


def test_without_margins_the_interval_is_statsmodels_with_robust_errors():
    middle, half = from_the_others(places(), 7)
    row = expect(places(), NAMES).councils.row(7, named=True)
    assert (row["lower"], row["upper"]) == pytest.approx((middle - half, middle + half), rel=1e-7)


def test_a_wide_margin_of_its_own_widens_a_councils_interval_and_no_others_much():
    frame = places()
    errors = np.full(60, 1.0)
    errors[3] = 500.0
    plain, wide = expect(frame, NAMES), expect(own_margins(frame, errors), NAMES)
    width = [(made.councils["upper"] - made.councils["lower"]).to_numpy() for made in (plain, wide)]
    assert width[1][3] > 3 * width[0][3]
    assert np.delete(width[1] / width[0], 3) == pytest.approx(1, abs=0.05)
    assert wide.own_margins == 60
    assert plain.own_margins == 0


def test_covariates_that_go_with_next_to_nothing_are_refused():
    frame = places(200).with_columns(noise=pl.Series(np.random.default_rng(8).normal(0, 1, 200)))
    made = expect(frame, ["noise"])
    assert isinstance(made, Refusal)
    assert "adjusted R squared" in made.sentence
    assert "no expectation is given" in made.sentence


@pytest.mark.parametrize(("share", "given"), [(0.10125, True), (0.1007, False)])
def test_the_refusal_begins_at_a_tenth_of_the_differences(share, given):
    """A covariate made so that its R squared is just the share, in a thousand councils."""
    chance = np.random.default_rng(9)
    covariate, rest = chance.normal(0, 1, (2, 1000))
    design = np.column_stack([np.ones(1000), covariate])
    rest -= design @ np.linalg.lstsq(design, rest, rcond=None)[0]
    covariate = (covariate - covariate.mean()) / covariate.std()
    value = covariate * share**0.5 + rest / rest.std() * (1 - share) ** 0.5
    frame = pl.DataFrame(
        {"council": [f"C{i:04d}" for i in range(1000)], "value": value, "one": covariate}
    )
    made = expect(frame, ["one"])
    assert isinstance(made, Expectation) == given
    if given:
        assert made.r_squared == pytest.approx(share)


def in_regions(shift):
    frame = places(120)
    names = ["North", "South", "East", "West"]
    number = np.arange(120) % 4
    return frame.with_columns(
        region=pl.Series([names[i] for i in number]),
        value=pl.col("value") + pl.Series(shift * number.astype(float)),
    )


@pytest.mark.parametrize("shift", [0.0, 40.0])
def test_the_test_of_clustering_is_statsmodels_nested_one(shift):
    frame = in_regions(shift)
    made = expect(frame, NAMES)
    restricted = theirs(frame, NAMES)
    levels = frame.select("region").to_dummies(drop_first=False).to_numpy()[:, 1:]
    full = sm.OLS(
        frame["value"].to_numpy(),
        np.column_stack([sm.add_constant(frame.select(NAMES).to_numpy()), levels]),
    ).fit()
    f, p_value, _ = full.compare_f_test(restricted)
    assert (made.region.f, made.region.p_value) == pytest.approx((f, p_value), rel=1e-6)
    assert made.region.used == made.region.clusters == (p_value < 0.05) == (shift > 0)
    if made.region.used:
        card = made.coefficients["estimate"].to_numpy()
        assert card[1:] == pytest.approx(full.params[1:4], rel=1e-7)
    assert made.coefficients["term"].to_list() == ["intercept", *NAMES]


def test_regions_cluster_below_one_in_twenty():
    assert RegionTerm(9, 2.1, 0.049, True).clusters
    assert not RegionTerm(9, 2.0, 0.051, False).clusters


def test_regions_are_only_noted_where_councils_are_too_few_for_their_levels():
    frame = in_regions(80.0).head(50)
    made = expect(frame, NAMES)
    assert (made.region.clusters, made.region.used) == (True, False)
    assert expect(frame.drop("region"), NAMES).region is None
    one = frame.with_columns(region=pl.lit("North"))
    assert expect(one, NAMES).region is None


def test_shares_are_expected_as_shares_and_their_coefficients_read_in_points():
    chance = np.random.default_rng(12)
    covariate = chance.normal(0, 1, 150)
    logit = 3 + covariate + chance.normal(0, 0.5, 150)
    frame = pl.DataFrame(
        {
            "council": [f"C{i:03d}" for i in range(150)],
            "value": 100 / (1 + np.exp(-logit)),
            "one": covariate,
        }
    )
    made = expect(frame, ["one"], scale=Scale("logit", 0.05))
    fit = sm.OLS(logit, sm.add_constant(covariate)).fit()
    assert made.coefficients["on_scale"].to_numpy() == pytest.approx(fit.params, rel=1e-6)
    assert made.councils["upper"].max() < 100
    typical = made.typical
    assert typical == pytest.approx(100 / (1 + np.exp(-logit.mean())))
    per_point = typical * (100 - typical) / 100
    assert made.coefficients["estimate"][1] == pytest.approx(fit.params[1] * per_point)
    row = made.councils.row(0, named=True)
    assert row["upper"] - row["expected"] < row["expected"] - row["lower"]


def test_amounts_are_expected_as_factors_and_never_below_nought():
    frame = places().with_columns(value=pl.col("value").clip(1.0) ** 2)
    made = expect(frame, NAMES, scale=Scale("log", 0.5))
    logged = frame.with_columns(pl.col("value").log())
    assert made.coefficients["on_scale"].to_numpy() == pytest.approx(
        theirs(logged, NAMES).params, rel=1e-7
    )
    plain = expect(logged, NAMES)
    for name in ("expected", "lower", "upper"):
        assert np.log(made.councils[name].to_numpy()) == pytest.approx(
            plain.councils[name].to_numpy(), rel=1e-7
        )
    assert made.councils["place"].equals(plain.councils["place"])
    assert made.councils["lower"].min() > 0


def test_changing_ones_own_figure_does_not_change_what_is_expected():
    frame = places()
    moved = frame.with_columns(
        value=pl.when(pl.col("council") == "C007").then(900.0).otherwise("value")
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
        left_out_because=pl.when(pl.col("council") == "C002")
        .then(pl.lit("not_submitted"))
        .when(pl.col("council") == "C003")
        .then(pl.lit("sparse")),
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
