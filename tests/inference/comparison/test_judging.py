"""One measure, every council beside its peers: what is counted, and the errors on the scale."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.comparison.judgement import grade_of, judgement_of
from inference.comparison.judging import GIVEN, Law, judge
from inference.comparison.place import Place
from inference.comparison.scale import Scale

PLAIN = Law("higher", "council", Scale("plain"))
KINDS = {
    "value": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "tau": pl.Float64,
    "left_out_because": pl.String,
    "joint_lead": pl.String,
    "funnel_place": pl.String,
}


def figures(values, **changes):
    """Councils P0, P1, ... with their values known to 1 either way."""
    rows = [
        {
            "council": f"P{i}",
            "value": float(value),
            "lower": value - 1.0,
            "upper": value + 1.0,
            "left_out_because": None,
            "joint_lead": None,
            "tau": 0.0,
            "funnel_place": "inside",
        }
        for i, value in enumerate(values)
    ]
    for council, row in changes.items():
        rows[int(council[1:])].update(row)
    return pl.DataFrame(rows, schema_overrides=KINDS)


def pairs(council, peers, model="m"):
    rows = [(model, council, peer) for peer in peers]
    return pl.DataFrame(rows, schema=["model", "council", "peer"], orient="row")


def of(frame, council="P0", law=PLAIN):
    peers = [name for name in frame["council"] if name != council]
    return judge(frame, pairs(council, peers), law).row(0, named=True)


def test_n_median_and_quartiles_are_of_the_peers_and_leave_the_council_out():
    row = of(figures([1000, *range(1, 10)]))
    assert (row["peers_n"], row["peers_median"], row["difference"]) == (9, 5, 995)
    assert (row["peers_q1"], row["peers_q3"]) == (3, 7)
    assert (row["peers_min"], row["peers_max"], row["below_n"], row["same_n"]) == (1, 9, 9, 0)


def test_quartiles_need_eight_peers():
    assert of(figures([5, *range(8)]))["peers_q1"] == 1.75
    few = of(figures([5, *range(7)]))
    assert (few["peers_q1"], few["peers_q3"], few["reason"]) == (None, None, "too_few_peers")
    assert few["peers_median"] == 3


def test_who_may_not_be_compared_is_no_peer_and_a_partner_is_none_either():
    frame = figures(
        [5, *range(1, 11), 99, 77],
        P0={"joint_lead": "P0"},
        P11={"left_out_because": "denominator_unknown"},
        P12={"joint_lead": "P0", "left_out_because": "joint"},
    )
    assert of(frame)["peers_n"] == 10
    # A third council counts the shared figure once, under the lead.
    third = of(frame, "P1")
    assert (third["peers_n"], third["peers_max"]) == (10, 10)
    # And from the partner's side its lead is no peer.
    assert of(frame, "P12")["peers_n"] == 10
    assert (of(frame)["word"], of(frame)["reason"]) == ("not_judged", "joint")
    assert of(frame, "P12")["reason"] == "joint"


def test_a_council_without_a_peer_keeps_its_row():
    frame = figures([5, 6])
    alone = pl.DataFrame(
        {"model": "m", "council": "P0", "peer": [None]}, schema_overrides={"peer": pl.String}
    )
    row = judge(frame, alone, PLAIN).row(0, named=True)
    assert (row["peers_n"], row["peers_median"], row["below_n"], row["same_n"]) == (0, None, 0, 0)
    assert (row["word"], row["reason"]) == ("not_judged", "too_few_peers")


def test_the_limit_that_faces_the_median_is_the_one_that_counts():
    low = {"lower": 18.0, "upper": 29.0}
    assert of(figures([20, *range(1, 11)], P0=low))["error"] == pytest.approx(2 / 1.959964)
    assert of(figures([20, *range(31, 41)], P0=low))["error"] == pytest.approx(9 / 1.959964)


def test_without_limits_no_error_is_known_and_there_is_a_position():
    row = of(figures([20, *range(1, 11)], P0={"lower": None, "upper": None}))
    assert (row["error"], row["word"], row["below_n"]) == (None, "position", 10)


def test_the_error_of_a_median_is_that_of_normal_draws():
    """McGill, Tukey and Larsen's, against the spread of medians of many draws."""
    chance = np.random.default_rng(6)
    draws = chance.normal(50, 10, (4000, 41))
    row = of(figures([50.0, *draws[0]]))
    q1, q3 = np.quantile(draws[0], [0.25, 0.75])
    assert row["median_error"] == pytest.approx(1.2533 / 1.349 * (q3 - q1) / 41**0.5)
    ranges = np.subtract(*np.quantile(draws, [0.75, 0.25], axis=1))
    theirs = 1.2533 / 1.349 * ranges.mean() / 41**0.5
    assert theirs == pytest.approx(np.median(draws, axis=1).std(), rel=0.06)


def test_gap_and_errors_are_on_the_scale_and_the_difference_in_the_unit():
    share = Law("higher", "council", Scale("arcsine", 100))
    row = of(figures([64.0, *[36.0] * 9]), law=share)
    assert row["difference"] == 28
    assert row["gap"] == pytest.approx(np.arcsin(0.8) - np.arcsin(0.6))
    assert row["error"] == pytest.approx((np.arcsin(0.8) - np.arcsin(0.63**0.5)) / 1.959964)


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(shuffle):
    frame = figures([7, *range(1, 12)])
    asked = pairs("P0", frame["council"].to_list()[1:])
    rows, others = list(range(frame.height)), list(range(asked.height))
    shuffle.shuffle(rows)
    shuffle.shuffle(others)
    assert judge(frame[rows], asked[others], PLAIN).equals(judge(frame, asked, PLAIN))
    assert tuple(judge(frame, asked, PLAIN).columns) == GIVEN


def test_a_grade_has_its_name_and_who_shares_it():
    frame = figures([1, 1, 1, *[2] * 9])
    made = of(frame, law=Law("lower", "council", Scale("plain"), graded=True))
    said = judgement_of(made | {"value": 1.0, "holds_n": 0, "judged_n": 0, "models_n": 1}, GRADES)
    assert (said.word, said.grade, said.place) == ("grade", "Outstanding", Place(1, 3, 12))
    assert said.stability is None


GRADES = ["Outstanding", "Good", "Requires improvement", "Inadequate"]


@pytest.mark.parametrize(("value", "grade"), [(1, "Outstanding"), (4, "Inadequate")])
def test_a_value_stands_for_its_grade(value, grade):
    assert grade_of(value, GRADES) == grade


@pytest.mark.parametrize("value", [None, 0, 5, 1.5])
def test_a_value_between_grades_is_none(value):
    assert grade_of(value, GRADES) is None
