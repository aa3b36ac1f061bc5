"""Leave-one-out, neighbouring specifications and the wild bootstrap, each against refitting."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from inference.panel.estimation import fit_panel
from inference.panel.robustness import leave_one_out, variants
from inference.panel.sample import Specification, rows_for
from inference.panel.wild_bootstrap import signs, wild_p_value
from tests.inference.panel.made_panel import made_panel

WANTED = Specification("outcome", "share", ("need",))


@pytest.mark.parametrize("by", ["council", "year"])
def test_each_one_left_out_is_a_fit_without_it(by):
    frame = made_panel(councils=24, years=6)
    made = leave_one_out(frame, WANTED, by)
    assert sorted(made["left_out"]) == sorted(frame[by].cast(pl.String).unique())
    assert made["estimate"].is_sorted()
    for row in made.head(4).rows(named=True):
        others = frame.filter(pl.col(by).cast(pl.String) != row["left_out"])
        expected = fit_panel(others, WANTED).exposure["estimate"]
        assert row["estimate"] == pytest.approx(expected, rel=1e-9)


def test_without_the_only_council_that_moves_there_is_no_estimate():
    frame = made_panel().with_columns(
        share=pl.when(pl.col("council") == "C004").then("share").otherwise(40.0)
    )
    made = leave_one_out(frame, Specification("outcome", "share"), "council")
    assert made.filter(left_out="C004")["estimate"].to_list() == [None]


def test_neighbouring_specifications_are_those_one_step_away():
    frame = made_panel()
    wanted = replace(WANTED, weight="children", lag_years=1)
    made = variants(frame, wanted)
    assert made["variant"].to_list() == [
        "chosen",
        "effects_none",
        "effects_council",
        "effects_year",
        "lag_0",
        "lag_2",
        "no_covariates",
        "balanced",
        "unweighted",
    ]
    rows = {row["variant"]: row for row in made.rows(named=True)}
    assert rows["balanced"]["estimate"] is None
    assert "at least 20 are needed" in rows["balanced"]["refused"]
    for name, one in [
        ("chosen", wanted),
        ("effects_year", replace(wanted, effects="year")),
        ("lag_2", replace(wanted, lag_years=2)),
        ("unweighted", replace(wanted, weight=None)),
    ]:
        fit = fit_panel(frame, one)
        assert rows[name]["estimate"] == fit.exposure["estimate"]
        assert (rows[name]["n"], rows[name]["councils"]) == (fit.n, fit.councils)


@pytest.mark.parametrize("covariates", [(), ("need", "pay")])
@pytest.mark.parametrize("weight", [None, "children"])
def test_the_wild_bootstrap_is_refitting_remade_outcomes(covariates, weight):
    """The oracle remakes the outcome in its own units and asks `fit_panel` for each t."""
    frame = made_panel(councils=22, years=5).with_columns(
        pl.col("outcome") + 0.06 * pl.col("share")
    )
    wanted = Specification("outcome", "share", covariates, weight=weight)
    used = rows_for(frame, wanted).used.with_columns(pl.col("council").alias("name"))
    real = abs(fit_panel(frame, wanted).exposure["statistic"])
    null = _errors_under_the_null(used, covariates, weight)
    council = used["council"].rank("dense").to_numpy() - 1
    drawn = signs(22, 60, seed=7)
    again = []
    for draw in drawn.T:
        remade = used.with_columns(outcome=pl.Series(null * draw[council]))
        remade = remade.rename({"weight": "children"}) if weight else remade
        again.append(abs(fit_panel(remade, wanted).exposure["statistic"]))
    expected = (1 + np.sum(np.array(again) >= real)) / 61
    assert wild_p_value(used, wanted, draws=60, seed=7) == pytest.approx(expected)
    assert 1 / 61 < expected < 1


def _errors_under_the_null(used, covariates, weight):
    """What is left of the outcome without the share, from weighted least squares on dummies."""
    dummies = used.select("council", pl.col("year").cast(pl.String)).to_dummies(drop_first=True)
    columns = [used[name] for name in covariates]
    design = np.column_stack([np.ones(used.height), dummies, *columns])
    root = np.sqrt(used["weight"].to_numpy()) if weight else np.ones(used.height)
    outcome = used["outcome"].to_numpy()
    found, *_ = np.linalg.lstsq(design * root[:, None], outcome * root)
    return outcome - design @ found


def test_the_wild_p_value_is_the_same_each_time_and_small_for_a_strong_association():
    frame = made_panel(councils=60)
    strong = frame.with_columns(pl.col("outcome") - pl.col("share"))
    wanted = Specification("outcome", "share")
    used = rows_for(strong, wanted).used
    assert wild_p_value(used, wanted) == wild_p_value(used, wanted) == pytest.approx(0.001)
    chance = np.random.default_rng(3).normal(size=frame.height)
    nothing = rows_for(frame.with_columns(outcome=pl.Series(chance)), wanted).used
    assert wild_p_value(nothing, wanted) > 0.05
