"""The event study against pyfixest's saturated regression, Welch's t, Hotelling's T squared and
a table small enough to work out by hand."""

import numpy as np
import polars as pl
import pyfixest
import pytest
from scipy import stats

from inference.events.changes import crossings
from inference.events.differences import difference_at, grid_of
from inference.events.estimation import LIMIT, event_study
from inference.events.power import detectable_slope
from inference.events.sensitivity import sensitivity_of
from inference.events.sentences import (
    event_limits,
    event_sentence,
    pre_trend_sentence,
    refusal_sentence,
    sensitivity_sentence,
)
from inference.need.expectation import Refusal
from inference.panel.causal_language import causal_words
from inference.panel.sentences import Naming
from tests.inference.panel.made_panel import made_panel

# pandas warns pyfixest, not us.
pytestmark = pytest.mark.filterwarnings("ignore")

NAMING = Naming("private share", "Children placed far from home", "percentage points")


def staggered(gaps=0.0, jump=3.0, drift=0.0, seed=11):
    """60 councils, 2010 to 2021; thirty change in 2014, 2016 or 2018, each a little otherwise."""
    frame = made_panel(councils=60, years=12, seed=seed, gaps=gaps)
    changes = pl.DataFrame(
        {
            "council": [f"C{i:03d}" for i in range(60)],
            "change_year": [2014] * 12 + [2016] * 10 + [2018] * 8 + [None] * 30,
        }
    )
    since = pl.col("year") - pl.col("change_year")
    moved = pl.when(since >= 0).then(jump + 0.2 * since).otherwise(0) + drift * since.clip(-6, 6)
    joined = frame.join(changes, on="council").with_columns(
        outcome=pl.col("outcome") + moved.fill_null(0)
    )
    return joined.drop("change_year"), changes


def test_against_councils_that_never_change_it_is_the_saturated_regression():
    """Sun and Abraham's weighted averages of a regression with every cohort and relative year."""
    frame, changes = staggered()
    made = event_study(frame, "outcome", changes, before=4, after=3, beside="never")
    data = frame.join(changes, on="council").with_columns(
        g=pl.col("change_year").fill_null(0).cast(pl.Int64), unit=pl.col("council").rank("dense")
    )
    fit = pyfixest.event_study(
        data.select("outcome", "unit", "year", "g").to_pandas(),
        yname="outcome",
        idname="unit",
        tname="year",
        gname="g",
        estimator="saturated",
    )
    theirs = fit.aggregate(agg="period", weighting="shares")["Estimate"]
    for row in made.years.filter(pl.col("relative_year") != -1).rows(named=True):
        expected = float(theirs.loc[float(row["relative_year"])])
        assert row["estimate"] == pytest.approx(expected, rel=1e-6)


def test_with_one_year_of_change_it_is_welchs_two_sample_t():
    frame, changes = staggered()
    changes = changes.filter(pl.col("change_year").is_null() | (pl.col("change_year") == 2016))
    made = event_study(frame, "outcome", changes)
    wide = frame.join(changes, on="council").pivot(
        on="year", index=["council", "change_year"], values="outcome"
    )
    for row in made.years.filter(pl.col("relative_year") != -1).rows(named=True):
        moved = wide.select(
            "change_year", d=pl.col(str(2016 + row["relative_year"])) - pl.col("2015")
        )
        changed = moved.filter(pl.col("change_year").is_not_null())["d"].to_numpy()
        others = moved.filter(pl.col("change_year").is_null())["d"].to_numpy()
        welch = stats.ttest_ind(changed, others, equal_var=False)
        assert row["estimate"] == pytest.approx(changed.mean() - others.mean())
        assert row["estimate"] / row["standard_error"] == pytest.approx(welch.statistic)
        half = stats.t.ppf(0.975, changed.size - 1) * row["standard_error"]
        assert (row["lower"], row["upper"]) == pytest.approx(
            (row["estimate"] - half, row["estimate"] + half)
        )
        assert (row["changed"], row["controls"]) == (10, 30)


def test_the_joint_test_of_the_years_before_is_hotellings():
    """With others that never move, one sample: T squared of the changed councils' moves."""
    chance = np.random.default_rng(4)
    moves = chance.normal(0.2, 1, (20, 5)).cumsum(axis=1)
    rows = [(f"C{i:02d}", 2010 + t, moves[i, t]) for i in range(20) for t in range(5)]
    rows += [(f"N{i:02d}", 2010 + t, 7.0) for i in range(6) for t in range(5)]
    frame = pl.DataFrame(rows, schema=["council", "year", "outcome"], orient="row")
    changes = (
        frame.select("council")
        .unique()
        .with_columns(change_year=pl.when(pl.col("council").str.starts_with("C")).then(2014))
    )
    made = event_study(frame, "outcome", changes, before=4, after=0)
    before = moves[:, :3] - moves[:, 3:4]
    middle, spread = before.mean(axis=0), np.cov(before.T)
    squared = 20 * middle @ np.linalg.solve(spread, middle)
    expected = stats.f.sf(squared * (20 - 3) / (19 * 3), 3, 20 - 3)
    assert made.pre_trend_p == pytest.approx(expected)


def test_a_table_worked_out_by_hand():
    """A changes in 2012, B in 2013; five others stand still until E jumps by 5 in 2013.

    Year of change: A moved 4 from 2011 to 2012 and the six not yet changed moved 1 each (B too);
    B moved 2 from 2012 to 2013 and the five others 5/5 = 1. Mean of 3 and 1: 2.
    """
    held = {"A": [0, 0, 4, 4], "B": [0, 0, 1, 3], "E": [0, 0, 1, 6]}
    held |= {name: [0, 0, 1, 1] for name in "FGHI"}
    rows = [(c, 2010 + t, v) for c, values in held.items() for t, v in enumerate(values)]
    frame = pl.DataFrame(rows, schema=["council", "year", "outcome"], orient="row")
    changes = pl.DataFrame(
        {"council": list(held), "change_year": [2012, 2013, None, None, None, None, None]}
    )
    grid = grid_of(frame, "outcome", changes)
    found = difference_at(grid, 0)
    assert (found.estimate, found.changed.size, found.fewest_controls) == (2.0, 2, 5)
    # A year on, only A counts (moved 4; the five others 10/5 = 2): B's own change is no yardstick.
    assert difference_at(grid, 1).estimate == 2.0


def test_fewer_than_five_councils_are_no_yardstick():
    held = {name: [0, 0, 1, 1] for name in "AFGHIJ"}
    rows = [(c, 2010 + t, v) for c, values in held.items() for t, v in enumerate(values)]
    frame = pl.DataFrame(rows, schema=["council", "year", "outcome"], orient="row")
    for beside, told in [("FGHIJ", True), ("FGHI", False)]:
        changes = pl.DataFrame(
            {"council": ["A", *beside], "change_year": [2012] + [None] * len(beside)}
        )
        found = difference_at(grid_of(frame, "outcome", changes), 0)
        assert (found is not None) == told


def test_the_slope_that_could_have_been_noticed_is_the_noncentral_fs():
    """Of one year of change and three years before; scipy's distribution, and drifts drawn."""
    years = np.array([-3.0, -2.0, -1.0])
    covariance = 0.3 * (np.eye(3) + 0.5)
    slope = detectable_slope(years, covariance, 19, LIMIT)
    beyond = stats.f.isf(LIMIT, 3, 17)
    shift = slope**2 * years @ np.linalg.solve(covariance, years)
    assert stats.ncf.sf(beyond, 3, 17, shift) == pytest.approx(0.8, abs=1e-6)
    chance = np.random.default_rng(5)
    found = 0
    for _ in range(2000):
        sample = chance.multivariate_normal(slope * years, covariance * 20, 20)
        middle, spread = sample.mean(axis=0), np.cov(sample.T) / 20
        squared = middle @ np.linalg.solve(spread, middle)
        found += squared * 17 / (19 * 3) > beyond
    assert found / 2000 == pytest.approx(0.8, abs=0.03)


def test_a_study_says_what_its_years_before_could_have_shown():
    frame, changes = staggered()
    made = event_study(frame, "outcome", changes)
    said = pre_trend_sentence(made, NAMING)
    assert f"drift apart of {made.detectable_slope:.1f} percentage points a year" in said
    # Years 0 to 4 lie 1 to 5 years from the base: three on average.
    assert made.carried_on == pytest.approx(3 * made.detectable_slope)


def test_where_the_interval_is_wider_than_the_difference_nothing_is_said_of_it():
    frame, changes = staggered(jump=0.3)
    made = event_study(frame, "outcome", changes)
    assert abs(made.after) < made.least_that_shows and not made.can_tell
    assert f"has to reach {made.least_that_shows:.1f}" in refusal_sentence(made, NAMING)
    frame, changes = staggered(jump=9.0)
    clear = event_study(frame, "outcome", changes)
    assert clear.can_tell and refusal_sentence(clear, NAMING) is None
    # Never smaller than the gap that could go unseen in a year before.
    assert clear.least_that_shows >= clear.pre_trend_half_width


def test_sensitivity_rests_on_the_years_shown_and_is_no_narrower():
    frame, changes = staggered(jump=9.0)
    made = event_study(frame, "outcome", changes)
    shown = made.years.filter(pl.col("relative_year") != -1)["estimate"].to_numpy()
    assert made.path.estimates == pytest.approx(shown)
    # Widened to Student's t of the fewest councils that stand at any year.
    errors = made.years["standard_error"].drop_nulls().to_numpy()
    freedom = int(made.years["changed"].min()) - 1
    wider = stats.t.ppf(0.975, freedom) / stats.norm.ppf(0.975)
    assert np.sqrt(np.diag(made.path.covariance)) == pytest.approx(wider * errors)
    assert made.path.mean() @ made.path.estimates[made.path.before :] == pytest.approx(made.after)
    found = sensitivity_of(made.path)
    widths = (found.rows["upper"] - found.rows["lower"]).to_list()
    assert widths == sorted(widths)
    assert widths[0] > made.after_upper - made.after_lower
    assert 0 < found.breakdown < 3
    said = sensitivity_sentence(found, NAMING)
    assert f"breaks by {found.breakdown:.2f} times the largest break before" in said
    assert causal_words(said) == []


def test_years_with_a_gap_between_them_give_no_path():
    frame, changes = staggered()
    made = event_study(
        frame.filter(pl.col("year") != 2014),
        "outcome",
        changes.filter(pl.col("change_year").is_null() | (pl.col("change_year") == 2016)),
    )
    assert made.path is None


def test_a_jump_is_found_and_a_drift_before_it_is_told():
    frame, changes = staggered(gaps=0.1)
    made = event_study(frame, "outcome", changes)
    assert made.after_lower < 3.4 < made.after_upper
    assert made.pre_trend == "alike"
    drifting, _ = staggered(gaps=0.1, drift=1.0)
    told = event_study(drifting, "outcome", changes)
    assert told.pre_trend == "apart"
    assert "already moving apart" in pre_trend_sentence(told, NAMING)


def test_chance_alone_is_called_a_drift_about_one_time_in_twenty():
    told = 0
    for seed in range(60):
        frame, changes = staggered(jump=0.0, seed=seed)
        told += event_study(frame, "outcome", changes, before=3).pre_trend == "apart"
    assert 0 <= told <= 9  # 99.8% of binomial(60, 0.05)


def test_the_interval_holds_the_truth_although_each_council_changes_alone_in_its_year():
    """Ten changes in ten years, each otherwise, nought on average."""
    years, held = np.arange(2010, 2024), 0
    change = np.r_[np.arange(2015, 2025), np.full(50, 2100)]
    names = [f"C{i:02d}" for i in range(60)]
    changes = pl.DataFrame(
        {"council": names, "change_year": [y if y < 2100 else None for y in change.tolist()]}
    )
    for seed in range(150):
        chance = np.random.default_rng(seed)
        outcome = chance.normal(0, 5, (60, 1)) + chance.normal(0, 1, 14)
        outcome = (
            outcome + chance.normal(0, 1, (60, 14)) + chance.normal(0, 0.5, (60, 14)).cumsum(1)
        )
        outcome += (years >= change[:, None]) * chance.normal(0, 2, (60, 1))
        frame = pl.DataFrame(
            {
                "council": np.repeat(names, 14),
                "year": np.tile(years, 60),
                "outcome": outcome.ravel(),
            }
        )
        made = event_study(frame, "outcome", changes, before=3, after=2)
        held += made.after_lower <= 0 <= made.after_upper
    assert 135 <= held <= 150  # 99.8% of binomial(150, 0.95), and more is no fault


def test_the_same_councils_in_every_year_when_asked():
    frame, changes = staggered(gaps=0.05)
    made = event_study(frame, "outcome", changes, before=3, after=2, same_councils=True)
    assert made.years["changed"].n_unique() == 1
    loose = event_study(frame, "outcome", changes, before=3, after=2)
    assert loose.years["changed"].n_unique() > 1
    assert loose.changed > made.changed


def test_without_its_years_before_it_is_not_shown():
    frame, changes = staggered()
    late = frame.filter(pl.col("year") >= 2016)
    late_changes = changes.with_columns(change_year=pl.col("change_year").replace({2014: 2018}))
    made = event_study(late, "outcome", late_changes)
    assert isinstance(made, Refusal)
    assert made.sentence.startswith("Not shown: 8 changed councils need a figure")
    enough = event_study(frame.filter(pl.col("year") >= 2015), "outcome", late_changes)
    assert enough.years["relative_year"].min() == -3


def test_too_few_changes_are_refused():
    frame, changes = staggered()
    few = changes.with_row_index().with_columns(
        change_year=pl.when(pl.col("index") < 7).then("change_year")
    )
    made = event_study(frame, "outcome", few)
    assert made.sentence == "Changed councils with a figure: 7, and at least 8 are needed."


def test_councils_that_are_neither_are_left_out():
    frame, changes = staggered()
    made = event_study(frame, "outcome", changes.filter(pl.col("council") != "C000"))
    assert "C000" not in made.councils["council"].to_list()
    assert made.changed == 29
    with pytest.raises(ValueError, match="changes twice"):
        event_study(frame, "outcome", pl.concat([changes, changes.head(1)]))


def test_sentences_claim_no_more_than_an_association():
    for jump, drift in [(3.0, 0.0), (0.0, 0.0), (-3.0, 1.0)]:
        frame, changes = staggered(gaps=0.1, jump=jump, drift=drift)
        made = event_study(frame, "outcome", changes)
        said = [
            pre_trend_sentence(made, NAMING),
            event_sentence(made, NAMING, "the share passed 40%"),
            *event_limits(made),
        ]
        assert [causal_words(one) for one in said if causal_words(one)] == []
        assert f"mean of {made.changed} councils" in said[1]
        assert ("forbid reading" in said[1]) == (made.pre_trend == "apart")


def shares(council, *values):
    years = range(2010, 2010 + len(values))
    return [(council, year, value) for year, value in zip(years, values, strict=True)]


def test_a_change_is_a_crossing_that_lasts():
    rows = [
        *shares("crossed", 10.0, 20.0, 40.0, 55.0),
        *shares("never", 10.0, 20.0, 30.0, 39.9),
        *shares("always", 50.0, 60.0, 40.0, 55.0),
        *shares("back", 10.0, 20.0, 50.0, 30.0),
        *shares("at_the_end", 10.0, 20.0, 30.0, 50.0),
        *shares("gap", 10.0, None, 20.0, float("nan"), 45.0, 50.0),
        *shares("unknown", None, None),
    ]
    frame = pl.DataFrame(rows, schema=["council", "year", "share"], orient="row", strict=False)
    made = {council: (year, kind) for council, year, kind in crossings(frame, "share", 40).rows()}
    assert made == {
        "crossed": (2012, "changed"),
        "never": (None, "never"),
        "always": (None, "always"),
        "back": (None, "unsettled"),
        "at_the_end": (None, "unsettled"),
        "gap": (2014, "changed"),
    }
    falling = frame.with_columns(-pl.col("share"))
    assert (
        crossings(falling, "share", -40, towards="below").rows()
        == crossings(frame, "share", 40).rows()
    )
