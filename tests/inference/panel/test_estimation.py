"""The panel regression against pyfixest, against statsmodels with a dummy for each council and
year, and against what cannot be estimated."""

import numpy as np
import polars as pl
import pyfixest
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.need.expectation import Refusal
from inference.panel.estimation import Panel, fit_panel
from inference.panel.sample import Specification
from tests.inference.panel.made_panel import made_panel

# pandas warns pyfixest, not us.
pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")

EFFECTS = {"none": "", "council": " | council", "year": " | year", "two_way": " | council + year"}
NUMBERS = ["estimate", "standard_error", "statistic", "p_value", "lower", "upper"]


def theirs(frame, terms, effects="two_way", weights=None):
    fit = pyfixest.feols(
        f"outcome ~ {' + '.join(terms)}{EFFECTS[effects]}",
        frame.to_pandas(),
        vcov={"CRV1": "council"},
        weights=weights,
    )
    table = fit.tidy().loc[list(terms)]
    return table[["Estimate", "Std. Error", "t value", "Pr(>|t|)", "2.5%", "97.5%"]].to_numpy(), fit


@pytest.mark.parametrize("effects", EFFECTS)
@pytest.mark.parametrize("terms", [("share",), ("share", "need", "pay")])
def test_every_number_is_pyfixests_on_a_panel_with_gaps(effects, terms):
    frame = made_panel()
    made = fit_panel(frame, Specification("outcome", terms[0], terms[1:], effects))
    expected, fit = theirs(frame, terms, effects)
    assert made.coefficients["term"].to_list() == list(terms)
    assert made.coefficients.select(NUMBERS).to_numpy() == pytest.approx(expected, rel=1e-6)
    assert (made.n, made.councils, made.freedom) == (fit._N, 40, 39)
    within = fit._r2 if effects == "none" else fit._r2_within
    assert made.r_squared_within == pytest.approx(within, rel=1e-6)


@pytest.mark.parametrize("effects", EFFECTS)
def test_weighted_numbers_are_pyfixests(effects):
    frame = made_panel()
    wanted = Specification("outcome", "share", ("need",), effects, weight="children")
    expected, _ = theirs(frame, ("share", "need"), effects, weights="children")
    made = fit_panel(frame, wanted).coefficients.select(NUMBERS).to_numpy()
    assert made == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("seed", range(8))
def test_panels_of_any_shape_and_with_many_gaps_are_pyfixests(seed):
    chance = np.random.default_rng(seed)
    councils, years = int(chance.integers(25, 70)), int(chance.integers(3, 14))
    frame = made_panel(councils, years, seed=seed, gaps=float(chance.uniform(0, 0.5)))
    used = fit_panel(frame, Specification("outcome", "share", ("need", "pay")))
    kept = frame.join(used.rows, on=["council", "year"], how="semi")
    expected, _ = theirs(kept, ("share", "need", "pay"))
    assert used.coefficients.select(NUMBERS).to_numpy() == pytest.approx(expected, rel=1e-6)


def test_a_dummy_for_each_council_and_year_gives_the_same():
    """statsmodels counts the council effects among the coefficients: its factor is put right."""
    frame = made_panel()
    made = fit_panel(frame, Specification("outcome", "share", ("need",)))
    dummies = frame.select("council", pl.col("year").cast(pl.String)).to_dummies(drop_first=True)
    design = np.column_stack([frame.select("share", "need"), np.ones(frame.height), dummies])
    groups = frame["council"].rank("dense").to_numpy()
    fit = sm.OLS(frame["outcome"].to_numpy(), design).fit(
        cov_type="cluster", cov_kwds={"groups": groups}
    )
    n, all_of_them = design.shape
    counted = 2 + len(made.years)
    right = np.sqrt((n - all_of_them) / (n - counted))
    assert made.coefficients["estimate"].to_numpy() == pytest.approx(fit.params[:2], rel=1e-8)
    errors = made.coefficients["standard_error"].to_numpy()
    assert errors == pytest.approx(fit.bse[:2] * right, rel=1e-8)
    assert made.small_sample_factor == pytest.approx(40 / 39 * (n - 1) / (n - counted))


@pytest.mark.parametrize("lag", [1, 2])
def test_a_lag_reads_the_share_of_the_year_before_even_across_a_gap(lag):
    frame = made_panel()
    earlier = frame.select("council", pl.col("year") + lag, pl.col("share").alias("lagged"))
    joined = frame.join(earlier, on=["council", "year"])
    expected, _ = theirs(joined, ("lagged", "need"))
    made = fit_panel(frame, Specification("outcome", "share", ("need",), lag_years=lag))
    assert made.coefficients.select(NUMBERS).to_numpy() == pytest.approx(expected, rel=1e-6)
    assert made.n == joined.height
    lost = dict(made.left_out.iter_rows())
    assert lost["no_exposure"] == frame.height - joined.height


def test_a_logarithm_leaves_out_what_has_none():
    frame = made_panel().with_columns(
        outcome=pl.when(pl.col("council") == "C003").then(0.0).otherwise("outcome")
    )
    made = fit_panel(frame, Specification("outcome", "share", log_outcome=True))
    positive = frame.filter(pl.col("outcome") > 0).with_columns(pl.col("outcome").log())
    expected, _ = theirs(positive, ("share",))
    assert made.coefficients.select(NUMBERS).to_numpy() == pytest.approx(expected, rel=1e-6)
    lost = frame.filter(council="C003").height
    assert made.left_out.rows() == [("not_positive", lost)]


def test_only_councils_with_every_year_when_balanced():
    frame = made_panel()
    made = fit_panel(frame, Specification("outcome", "share", balanced=True))
    assert isinstance(made, Refusal)
    frame = made_panel(councils=120, gaps=0.1)
    made = fit_panel(frame, Specification("outcome", "share", balanced=True))
    whole = frame.filter(pl.len().over("council") == 10)
    assert (made.n, made.councils) == (whole.height, whole["council"].n_unique())
    assert dict(made.left_out.iter_rows()) == {"unbalanced": frame.height - whole.height}


def test_councils_of_one_year_are_dropped_counted_and_change_nothing():
    frame = made_panel()
    lone = frame.filter(pl.col("council") == "C000").head(1).with_columns(council=pl.lit("LONE"))
    # Its only other year is one that no other council has, so it falls in the second round.
    both = pl.concat([lone, lone.with_columns(year=pl.lit(1999, pl.Int64))])
    made = fit_panel(pl.concat([frame, both]), Specification("outcome", "share"))
    assert dict(made.left_out.iter_rows()) == {"only_council": 1, "only_year": 1}
    assert made.coefficients.equals(
        fit_panel(frame, Specification("outcome", "share")).coefficients
    )


def test_a_missing_figure_is_left_out_by_name_and_never_imputed():
    frame = made_panel().with_columns(
        need=pl.when(pl.col("council") == "C001").then(None).otherwise("need"),
        share=pl.when(pl.col("council") == "C002").then(float("nan")).otherwise("share"),
    )
    made = fit_panel(frame, Specification("outcome", "share", ("need",)))
    assert made.left_out["reason"].to_list() == ["no_exposure", "no_need"]
    assert made.n == frame.height - made.left_out["rows"].sum()
    assert made.councils == 38


def test_nineteen_councils_are_too_few():
    made = fit_panel(made_panel(councils=19), Specification("outcome", "share"))
    assert isinstance(made, Refusal)
    assert made.sentence.startswith("Councils with every figure: 19, and at least 20")
    assert isinstance(fit_panel(made_panel(councils=20), Specification("outcome", "share")), Panel)


def test_one_year_is_too_few_to_follow():
    made = fit_panel(
        made_panel().filter(year=2012), Specification("outcome", "share", effects="none")
    )
    assert "Only one year" in made.sentence


@pytest.mark.parametrize(
    ("effects", "column", "words"),
    [
        ("two_way", pl.col("council").rank("dense"), "changes in no council otherwise than in all"),
        ("two_way", pl.col("year") * 2.5, "changes in no council otherwise than in all"),
        ("council", pl.col("council").rank("dense"), "never changes within a council"),
        ("year", pl.col("year") * 2.5, "is the same in all councils of a year"),
        ("none", pl.lit(4.0), "is the same in every council and year"),
    ],
)
def test_a_share_that_does_not_move_is_refused(effects, column, words):
    frame = made_panel().with_columns(share=column.cast(pl.Float64))
    made = fit_panel(frame, Specification("outcome", "share", ("need",), effects))
    assert isinstance(made, Refusal)
    assert made.sentence.startswith(f"share {words}:")


def test_an_outcome_that_does_not_move_is_refused():
    frame = made_panel().with_columns(outcome=pl.col("year") * 2.0)
    made = fit_panel(frame, Specification("outcome", "share"))
    assert made.sentence.startswith("The outcome does not move")


def test_covariates_that_say_the_same_are_named():
    frame = made_panel().with_columns(
        both=2 * pl.col("need") - pl.col("pay") + pl.col("year") * 3.0,
    )
    made = fit_panel(frame, Specification("outcome", "share", ("need", "pay", "both")))
    assert made.sentence.startswith("need and pay and both say the same")
    apart = fit_panel(frame, Specification("outcome", "share", ("need", "both")))
    assert isinstance(apart, Panel)


def test_the_coefficient_is_the_slope_in_the_rows_given_for_the_chart():
    frame = made_panel()
    made = fit_panel(frame, Specification("outcome", "share", ("need", "pay")))
    x, y = made.rows["exposure_within"].to_numpy(), made.rows["outcome_within"].to_numpy()
    assert x @ y / (x @ x) == pytest.approx(made.exposure["estimate"], rel=1e-9)
    assert made.exposure_sd_within == pytest.approx(np.sqrt(x @ x / made.n))
    by_council = made.rows.group_by("council").agg(pl.col("exposure_within").sum())
    assert np.abs(by_council["exposure_within"].to_numpy()).max() < 1e-8


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(shuffle):
    frame = made_panel()
    order = list(range(frame.height))
    shuffle.shuffle(order)
    wanted = Specification("outcome", "share", ("need",))
    assert fit_panel(frame[order], wanted).coefficients.equals(
        fit_panel(frame, wanted).coefficients
    )


def test_units_of_a_covariate_do_no_harm():
    frame = made_panel()
    wanted = Specification("outcome", "share", ("pay",))
    large = fit_panel(frame.with_columns(pl.col("pay") * 1e9), wanted).exposure
    assert large["estimate"] == pytest.approx(
        fit_panel(frame, wanted).exposure["estimate"], rel=1e-8
    )


def test_what_makes_no_sense_is_an_error():
    with pytest.raises(ValueError, match="0 to 2 years"):
        Specification("outcome", "share", lag_years=3)
    with pytest.raises(ValueError, match="different columns"):
        Specification("outcome", "share", ("share",))
    frame = made_panel()
    with pytest.raises(ValueError, match="stands twice"):
        fit_panel(pl.concat([frame, frame.head(1)]), Specification("outcome", "share"))
