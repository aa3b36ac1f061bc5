"""What the Service page expects of a council: from what, why, and on whom it stands."""

from typing import get_args

import polars as pl
import pytest

import queries
from components.answers import answer
from components.service.group import Group
from components.service.measure import looked, offered
from components.service.model_card import period_words, sources_of
from components.service.need import finding, model, reasons, residuals
from components.words.circumstances import COVARIATES
from data.build.records import Circumstance
from inference.need.expectation import Expectation
from queries import ask

SINGLE = Group({"service": "environment", "nation": "England", "comparison_group": "single"})


def test_the_circumstances_of_the_records_are_those_of_the_query_and_the_page(world):
    assert set(COVARIATES) == set(get_args(Circumstance))
    frame = ask("service/circumstances", **SINGLE.takes, period="2022-23")
    assert set(COVARIATES) <= set(frame.columns)


def test_no_measure_is_expected_from_an_index_that_contains_it():
    """The composite index of deprivation holds health, schooling, crime and housing."""
    assert not {"deprivation", "uk_deprivation_score", "imd_average_score"} & set(COVARIATES)


def test_why_a_circumstance_is_counted_is_said_and_that_others_were_chosen():
    usual = {"density_doublings": "Dense places have little room."}
    own = reasons(usual, ["density_doublings"])
    assert own == "Density of population: Dense places have little room."
    other = reasons(usual, ["rural_pct"])
    assert other.startswith("Not this measure’s own circumstances")
    assert own in other


@pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
def test_an_expectation_of_the_edition_stands_on_the_councils_that_may_be_compared():
    group = Group(
        {"service": "adult_social_care", "nation": "England", "comparison_group": "upper"}
    )
    row = next(r for r in offered(group) if r["measure"] == "spend_adult_social_care")
    one = looked(group, row)
    around = answer("service/circumstances", **group.takes, period=row["period"])
    chosen = ["income_deprived_pct", "share_65_plus_pct", "density_doublings"]
    made = model(one, around, chosen)
    assert isinstance(made, Expectation)
    compared = set(one.compared["council"])
    assert set(made.councils["council"]) <= compared
    assert set(made.councils["council"]) | set(made.left_out["council"]) == set(
        one.figures.frame["council"]
    )
    mixed = around._replace(frame=around.frame.sample(fraction=1, shuffle=True, seed=3))
    again = model(one, mixed, chosen)
    assert again.coefficients.equals(made.coefficients)
    absent = made.left_out.filter(pl.col("left_out_because").str.starts_with("no_")).height
    assert (f"{absent} more have a figure" in finding(made, one, None)) == (absent > 0)
    turned = residuals(one, made)
    assert (turned["lower"] <= turned["value"]).all() and (turned["value"] <= turned["upper"]).all()
    outside = turned.filter((pl.col("lower") > 0) | (pl.col("upper") < 0))["council"]
    placed_out = made.councils.filter(pl.col("place") != "within")["council"]
    assert set(outside) == set(placed_out)


def test_each_indicator_is_of_one_period_for_all_councils(world):
    frame = ask("service/circumstances", **SINGLE.takes, period="2022-23")
    for name in (
        "deprivation_period",
        "income_period",
        "pay_period",
        "rural_period",
        "population_year",
    ):
        assert frame[name].drop_nulls().n_unique() <= 1


def test_only_the_circumstances_chosen_are_dated_and_cited(world):
    rows = [row for row in offered(SINGLE) if row["measure"] == "bins_recycled"]
    one = looked(SINGLE, rows[0])
    around = answer("service/circumstances", **SINGLE.takes, period=rows[0]["period"])
    year = around.frame["population_year"].drop_nulls()[0]
    chosen = ["density_doublings", "share_65_plus_pct", "rural_pct"]
    assert period_words(one, around, chosen).endswith(f"; circumstances: residents {year}")
    assert sources_of(around, chosen) == ["numbers"]
    assert period_words(one, around, ["rural_pct"]).endswith("; circumstances: none")
    assert sources_of(around, ["rural_pct"]) == []
