"""How often the law is wrong, on made-up councils whose true values are known."""

import numpy as np
import polars as pl
import pytest

from inference.comparison.judging import Law, judge
from inference.comparison.scale import Scale
from inference.comparison.spread import spread_of, with_spread
from inference.intervals import wilson

SHARE = Scale("arcsine", 100)
LAW = Law("higher", "council", SHARE)
HOW = {"interval_method": "wilson", "unit": "%", "decimals": 1}
COUNCILS, PEERS, COUNTRIES = 150, 20, 40
SOMEWHAT = ["better", "somewhat_better", "worse", "somewhat_worse"]


def country(chance, tau, middle=0.6):
    """One country's figures: a true share each, spread by `tau` on the scale, and counts."""
    people = np.exp(chance.normal(np.log(900), 0.7, COUNCILS)).astype(int) + 60
    true = np.sin(middle + chance.normal(0, tau, COUNCILS) if tau else np.full(COUNCILS, middle))
    cases = chance.binomial(people, true**2)
    lower, upper = wilson(cases, people, per=100)
    return pl.DataFrame(
        {
            "council": [f"C{i:03d}" for i in range(COUNCILS)],
            "value": 100 * cases / people,
            "lower": lower,
            "upper": upper,
            "numerator": cases.astype(float),
            "denominator": people.astype(float),
            "left_out_because": None,
            "joint_lead": None,
            "nation": "England",
            "comparison_group": "single",
        },
        schema_overrides={"left_out_because": pl.String, "joint_lead": pl.String},
    )


def neighbours(chance, names):
    rows = [
        ("m", one, peer)
        for one in names
        for peer in chance.choice([n for n in names if n != one], PEERS, replace=False)
    ]
    return pl.DataFrame(rows, schema=["model", "council", "peer"], orient="row")


def words(tau, seed):
    """Of all councils of all countries."""
    chance, told = np.random.default_rng(seed), []
    for _ in range(COUNTRIES):
        frame = country(chance, tau)
        key = ("England", "single")
        placed = with_spread(frame, {key: spread_of(frame, **HOW)}, decimals=1)
        told.append(judge(placed, neighbours(chance, frame["council"].to_list()), LAW)["word"])
    return pl.concat(told)


def share(told, of):
    return told.is_in(of).mean()


@pytest.fixture(scope="module")
def alike():
    return words(tau=0.0, seed=1)


def test_where_no_council_differs_at_most_one_in_twenty_stands_out(alike):
    assert share(alike, ["better", "worse"]) <= 0.05
    assert set(alike) <= {*SOMEWHAT, "similar"}


def test_where_no_council_differs_about_one_in_twenty_is_clear_of_chance(alike):
    """Clear of chance is a test at five in a hundred, the error of the median counted in."""
    assert 0.03 <= share(alike, SOMEWHAT) <= 0.06


@pytest.mark.parametrize("tau", [0.02, 0.03, 0.08, 0.15])
def test_where_councils_differ_one_in_twenty_stands_out_however_much_they_differ(tau):
    """Who stands out is unusual among councils: the usual spread is nobody's praise or blame.

    With scores winsorised and not made good for it, one in ten did.
    """
    told = words(tau, seed=2)
    assert 0.03 <= share(told, ["better", "worse"]) <= 0.06
    assert share(told, SOMEWHAT) > 2 * share(told, ["better", "worse"])


def test_a_council_far_from_the_rest_is_found():
    chance = np.random.default_rng(3)
    frame = country(chance, 0.03)
    far = frame.with_columns(
        numerator=pl.when(pl.int_range(pl.len()) == 0)
        .then(0.62 * pl.col("denominator").round())
        .otherwise("numerator")
    ).with_columns(value=100 * pl.col("numerator") / pl.col("denominator"))
    lower, upper = wilson(far["numerator"], far["denominator"], per=100)
    far = far.with_columns(lower=pl.Series(lower), upper=pl.Series(upper))
    placed = with_spread(far, {("England", "single"): spread_of(far, **HOW)}, decimals=1)
    made = judge(placed, neighbours(chance, far["council"].to_list()), LAW)
    assert made.filter(council="C000")["word"].item() == "better"
