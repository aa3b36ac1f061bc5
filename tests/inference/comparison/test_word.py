"""Every row of the table of docs/comparison.md, at its borders."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from inference.comparison.word import FEWEST_PEERS, JUDGING, WORDS, words

TIMES = norm.ppf(0.975)
COLUMNS = {
    "gap": pl.Float64,
    "error": pl.Float64,
    "median_error": pl.Float64,
    "tau": pl.Float64,
    "left_out_because": pl.String,
    "joint": pl.Boolean,
    "peers_n": pl.Int64,
    "funnel_place": pl.String,
}
# Errors of 3 and 4 make 5; with a spread of 12 between councils, 13.
STANDS_OUT = {
    "gap": 30.0,
    "error": 3.0,
    "median_error": 4.0,
    "tau": 12.0,
    "left_out_because": None,
    "joint": False,
    "peers_n": 20,
    "funnel_place": "above",
}


def told(polarity="higher", describes="council", graded=False, **changes):
    frame = pl.DataFrame([STANDS_OUT | changes], schema=COLUMNS)
    made = words(frame, polarity=polarity, describes=describes, graded=graded)
    return made.row(0, named=True)


def word(**given):
    return told(**given)["word"]


def test_clear_of_chance_is_beyond_the_error_of_figure_and_median_both():
    edge = TIMES * 5
    assert word(gap=edge * 0.999) == "similar"
    assert word(gap=edge * 1.001) == "somewhat_better"
    assert word(gap=-edge * 0.999, funnel_place="below") == "similar"
    assert word(gap=-edge * 1.001, funnel_place="below") == "somewhat_worse"


def test_the_same_figure_without_an_error_is_similar():
    assert word(gap=0.0, error=0.0, median_error=0.0, tau=0.0) == "similar"


def test_a_small_gap_on_a_small_scale_has_its_side():
    small = {"error": 0.003, "median_error": 0.004, "tau": 0.012}
    assert word(gap=0.03, **small) == "better"
    assert word(gap=-0.03, funnel_place="below", **small) == "worse"
    assert word(gap=0.03, polarity="neither", **small) == "higher"


def test_standing_out_is_beyond_the_spread_between_councils_as_well():
    edge = TIMES * 13
    assert word(gap=edge * 0.999) == "somewhat_better"
    assert word(gap=edge * 1.001) == "better"
    assert word(gap=-edge * 1.001, funnel_place="below") == "worse"
    assert word(gap=edge * 1.001, tau=None) == "somewhat_better"
    assert word(gap=TIMES * 5 * 1.001, tau=0.0) == "better"


@pytest.mark.parametrize("place", ["inside", "below", None])
def test_nobody_stands_out_who_is_not_outside_the_funnel_on_that_side(place):
    assert word(funnel_place=place) == "somewhat_better"


@pytest.mark.parametrize(
    ("polarity", "describes", "above", "below", "a_little_above"),
    [
        ("higher", "council", "better", "worse", "somewhat_better"),
        ("lower", "council", "worse", "better", "somewhat_worse"),
        ("neither", "council", "higher", "lower", "higher"),
        ("higher", "place", "higher", "lower", "higher"),
        ("lower", "place", "higher", "lower", "higher"),
        ("neither", "place", "higher", "lower", "higher"),
    ],
)
def test_better_and_worse_only_for_what_the_council_does(
    polarity, describes, above, below, a_little_above
):
    kind = {"polarity": polarity, "describes": describes}
    assert word(**kind) == above
    assert word(**kind, gap=-30.0, funnel_place="below") == below
    assert word(**kind, gap=15.0, funnel_place="inside") == a_little_above
    assert word(**kind, gap=1.0, funnel_place="inside") == "similar"


def test_fewer_than_eight_peers_give_no_word():
    made = told(peers_n=7)
    assert (made["word"], made["reason"]) == ("not_judged", "too_few_peers")
    assert told(peers_n=8)["reason"] is None
    assert FEWEST_PEERS == 8


@pytest.mark.parametrize(
    "why", ["sparse", "not_responsible", "denominator_unknown", "denominator_small"]
)
def test_who_may_not_be_compared_gets_the_reason_and_no_other(why):
    made = told(left_out_because=why, joint=True, peers_n=0)
    assert (made["word"], made["reason"]) == ("not_judged", why)


def test_a_shared_figure_has_no_word_even_where_it_is_the_one_counted():
    made = told(joint=True)
    assert (made["word"], made["reason"]) == ("not_judged", "joint")


def test_without_a_known_error_there_is_a_position_and_a_grade_is_a_grade():
    assert word(error=None) == "position"
    assert word(error=None, graded=True) == "grade"
    assert word(graded=True) == "grade"
    assert word(graded=True, peers_n=7) == "not_judged"


number = st.one_of(st.none(), st.floats(-1e6, 1e6))
size = st.one_of(st.none(), st.floats(0, 1e6))


@given(
    gap=number,
    error=size,
    median_error=st.floats(0, 1e6),
    tau=size,
    funnel_place=st.sampled_from([None, "inside", "above", "below"]),
    peers_n=st.integers(0, 30),
    joint=st.booleans(),
    left_out_because=st.sampled_from([None, "sparse"]),
    polarity=st.sampled_from(["higher", "lower", "neither"]),
    describes=st.sampled_from(["council", "place"]),
)
def test_better_or_worse_has_everything_it_takes(polarity, describes, **row):
    made = told(polarity=polarity, describes=describes, **row)
    assert made["word"] in WORDS
    assert (made["reason"] is None) == (made["word"] != "not_judged")
    if made["word"] not in ("better", "worse"):
        return
    assert made["word"] in JUDGING
    assert polarity != "neither" and describes == "council"
    assert row["left_out_because"] is None and not row["joint"] and row["peers_n"] >= 8
    chance = row["error"] ** 2 + row["median_error"] ** 2
    assert abs(row["gap"]) > 1.96 * (chance + row["tau"] ** 2) ** 0.5 * (1 - 1e-4)
    assert row["funnel_place"] == ("above" if row["gap"] > 0 else "below")
    good = (row["gap"] > 0) == (polarity == "higher")
    assert made["word"] == ("better" if good else "worse")
