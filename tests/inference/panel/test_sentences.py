"""Sentences about an estimate: the right numbers, and never more than an association."""

from dataclasses import replace
from itertools import product

import numpy as np
import polars as pl
import pyfixest
import pytest

from inference.panel.card import feols_formula, model_card
from inference.panel.causal_language import causal_words
from inference.panel.conclusions import may_be_concluded, may_not_be_concluded
from inference.panel.estimation import fit_panel
from inference.panel.robustness import leave_one_out
from inference.panel.sample import Specification
from inference.panel.sentences import (
    Naming,
    association,
    association_sentence,
    interval_said,
    movement_sentence,
)
from tests.inference.panel.made_panel import made_panel

# pandas warns pyfixest, not us.
pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")

NAMING = Naming(
    exposure="private share",
    outcome="Children placed far from home",
    unit="percentage points",
    covariates={"need": "need"},
)
EFFECTS = ["none", "council", "year", "two_way"]


def fitted(share, need, **options):
    """A fit whose coefficient and limits are the ones wanted."""
    made = fit_panel(made_panel(), Specification("outcome", "share", **options))
    row = made.coefficients.with_columns(estimate=share, lower=need[0], upper=need[1])
    return replace(made, coefficients=row)


def test_the_sentence_of_a_clear_association():
    made = fitted(pl.lit(-0.083), (pl.lit(-0.161), pl.lit(-0.014)))
    assert association_sentence(made, NAMING) == (
        "Where the private share was 10 points higher than the council's own average, beyond what "
        "changed everywhere that year, the figure for “Children placed far from home” was 0.8 "
        "percentage points lower (95% interval: 0.1 to 1.6 lower)."
    )


def test_the_sentence_of_an_unclear_one_says_so():
    made = fitted(pl.lit(0.03), (pl.lit(-0.05), pl.lit(0.11)), lag_years=1, effects="year")
    assert association_sentence(made, NAMING) == (
        "Where the private share had been 10 points higher one year earlier than in other councils "
        "in the same year, the figure for “Children placed far from home” was 0.3 percentage "
        "points higher (95% interval: 0.5 lower to 1.1 higher). The interval holds nought: no "
        "clear association."
    )


def test_a_logarithm_is_said_in_per_cent():
    made = fitted(pl.lit(0.02), (pl.lit(0.01), pl.lit(0.03)), log_outcome=True)
    found = association(made, NAMING)
    assert (found.difference, found.unit) == (pytest.approx(100 * (np.exp(0.2) - 1)), "%")
    assert "was 22.1% higher (95% interval: 10.5 to 35.0 higher)" in association_sentence(
        made, NAMING
    )


def test_a_difference_that_rounds_to_nought_has_no_direction():
    made = fitted(pl.lit(-0.001), (pl.lit(-0.05), pl.lit(0.05)))
    assert "was no different (95% interval: 0.5 lower to 0.5 higher)" in association_sentence(
        made, NAMING
    )


def test_the_step_can_be_turned_round():
    made = fitted(pl.lit(0.05), (pl.lit(0.02), pl.lit(0.08)))
    found = association(made, replace(NAMING, step=-10))
    assert (found.lower, found.difference, found.upper) == pytest.approx((-0.8, -0.5, -0.2))


@pytest.mark.parametrize(
    ("lower", "upper", "words"),
    [
        (-1.6, -0.1, "0.1 to 1.6 lower"),
        (-1.6, 0.1, "1.6 lower to 0.1 higher"),
        (1000, 2000.04, "1,000.0 to 2,000.0 higher"),
    ],
)
def test_limits_are_said_from_the_smaller_difference(lower, upper, words):
    assert interval_said(lower, upper, 1) == words


def every_sentence():
    frame = made_panel(councils=45, years=5)
    nothing = frame.with_columns(outcome=pl.col("pay"))
    for (data, effects), lag, covariates, log, weight in product(
        [(frame, "two_way"), *((nothing, one) for one in EFFECTS)],
        (0, 1),
        ((), ("need",)),
        (False, True),
        (None, "children"),
    ):
        wanted = Specification("outcome", "share", covariates, effects, lag, log, weight=weight)
        made = fit_panel(data, wanted)
        yield association_sentence(made, NAMING)
        yield movement_sentence(made, NAMING)
        out = leave_one_out(data, wanted, "year")
        yield from may_be_concluded(made, NAMING, out)
        yield from may_not_be_concluded(made, NAMING, out)
        yield from (text for _, text in model_card(made, NAMING).entries())


def test_no_sentence_claims_more_than_an_association():
    said = set(every_sentence())
    assert len(said) > 60
    assert {one: causal_words(one) for one in said if causal_words(one)} == {}


@pytest.mark.parametrize(
    "claim",
    [
        "Outsourcing causes placements to break down.",
        "The effect of outsourcing on placements",
        "Private provision leads to more moves.",
        "It had an impact.",
        "Moves rose because of outsourcing.",
        "A trust reduces costs and improved care.",
        "It lowered the bill; results in savings.",
        "Most of it is attributable to prices.",
    ],
)
def test_causal_wording_is_found(claim):
    assert causal_words(claim)


def test_names_of_methods_are_not_claims():
    assert causal_words("Council and year fixed effects, lower than before, at like levels") == []


def test_what_may_be_concluded_depends_on_the_fit():
    frame = made_panel(councils=45, years=5)
    wanted = Specification("outcome", "share")
    strong = fit_panel(frame.with_columns(pl.col("outcome") - pl.col("share")), wanted)
    nothing = fit_panel(frame.with_columns(outcome=pl.col("pay")), wanted)
    lagged = fit_panel(frame, replace(wanted, lag_years=1, effects="year", weight="children"))
    first = "Which came first"
    assert any(first in one for one in may_not_be_concluded(strong, NAMING))
    assert not any(first in one for one in may_not_be_concluded(lagged, NAMING))
    assert "That there is no association" in " ".join(may_not_be_concluded(nothing, NAMING))
    assert "That there is no association" not in " ".join(may_not_be_concluded(strong, NAMING))
    assert "every council counts alike" not in " ".join(may_not_be_concluded(lagged, NAMING))
    assert "compares different councils" in " ".join(may_not_be_concluded(lagged, NAMING))
    steady = pl.DataFrame({"left_out": ["A", "B"], "estimate": [-1.1, -0.9]})
    turning = steady.with_columns(estimate=pl.Series([-0.9, 0.1]))
    assert "hang on any single council" in may_be_concluded(strong, NAMING, steady)[-1]
    assert "it turns when one council" in may_not_be_concluded(strong, NAMING, turning)[-1]


def test_the_model_card_says_the_specification_and_who_is_left_out():
    frame = made_panel().with_columns(
        need=pl.when(pl.col("council") == "C001").then(None).otherwise("need")
    )
    wanted = Specification("outcome", "share", ("need",), lag_years=1, log_outcome=True)
    made = fit_panel(frame, wanted)
    card = model_card(made, NAMING)
    assert (
        card.formula
        == "log outcome[i, t] = b·share[i, t−1] + c1·need[i, t] + a[i] + g[t] + e[i, t]"
    )
    rows = dict(made.left_out.iter_rows())
    assert f"{rows['no_need']} council years: no figure for need." in card.exclusions
    assert f"{made.n:,} council years of 39 councils" in card.sample
    assert "39 clusters, CR1" in card.errors
    assert "38 degrees of freedom" in card.errors
    assert card.periods.startswith("2011 to 2019, 9 years")
    assert all(text for _, text in card.entries())


@pytest.mark.parametrize("effects", EFFECTS)
def test_the_formula_for_pyfixest_gives_the_same_estimate(effects):
    frame = made_panel()
    made = fit_panel(frame, Specification("outcome", "share", ("need",), effects))
    fit = pyfixest.feols(feols_formula(made), frame.to_pandas(), vcov={"CRV1": "council"})
    assert fit.coef()["share"] == pytest.approx(made.exposure["estimate"], rel=1e-8)
