"""The same verdict beside several sets of peers, or not."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.comparison.spend_and_outcome import quadrant
from inference.comparison.stability import summarise, verdicts_by_model
from inference.comparison.word import Verdict, judge

OWN = {"council": "OWN", "value": 50.0, "lower": 45.0, "upper": 55.0, "status": "published"}


def peers(**models):
    rows = [
        {"model": model, "council": f"{model}{i}", "value": value}
        for model, values in models.items()
        for i, value in enumerate(values)
    ]
    return pl.DataFrame(rows, schema={"model": str, "council": str, "value": float})


def words(verdicts):
    return [one.verdict.word for one in verdicts]


def test_each_model_gives_the_verdict_beside_its_own_median():
    frame = peers(near=[60, 70, 80], far=[50, 51, 52], odd=[1, 2, 3], few=[1, 2])
    made = verdicts_by_model(OWN, frame, polarity="higher", models=["near", "far", "odd", "few"])
    assert words(made) == ["worse", "similar", "better", "not_judged"]
    assert [one.n for one in made] == [3, 3, 3, 2]
    assert [one.median for one in made] == [70, 51, 2, 1.5]
    assert made[3].verdict.reason == "too_few_peers"


def test_the_subject_is_not_its_own_peer_and_a_peer_may_be_in_two_models():
    also = {"model": ["near", "far"], "council": ["OWN", "near0"], "value": [50.0, 60.0]}
    frame = pl.concat([peers(near=[60, 70, 80]), pl.DataFrame(also)])
    made = verdicts_by_model(OWN, frame, polarity="lower")
    assert [(one.model, one.n) for one in made] == [("far", 1), ("near", 3)]
    assert made[1].median == 70


def test_a_model_without_peers_is_kept_and_says_so():
    made = verdicts_by_model(OWN, peers(), polarity="higher", models=["near"])
    assert (made[0].n, made[0].median, made[0].verdict.reason) == (0, None, "too_few_peers")


def test_peers_that_may_not_be_compared_are_out_of_the_median_and_of_n():
    frame = peers(near=[60, 70, 80, 1000, 2000]).with_columns(
        status=pl.Series(["published"] * 3 + ["not_comparable", "published"]),
        sparse=pl.Series([False] * 4 + [True]),
    )
    (made,) = verdicts_by_model(OWN, frame, polarity="higher")
    assert (made.n, made.median) == (3, 70)


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(shuffle):
    frame = peers(near=[60, 70, 80, 41.5], far=[50, 51, 52], odd=[1, 2, 3])
    order = list(range(frame.height))
    shuffle.shuffle(order)
    assert verdicts_by_model(OWN, frame, polarity="higher") == verdicts_by_model(
        OWN, frame[order], polarity="higher"
    )


def test_the_summary_counts_the_word_most_models_give():
    frame = peers(a=[60, 70, 80], b=[60, 61, 62], c=[70, 71, 72], d=[50, 51, 52], e=[1])
    made = summarise(verdicts_by_model(OWN, frame, polarity="higher"))
    assert (made.word, made.count, made.judged, made.models) == ("worse", 3, 4, 5)
    assert made.others == (("worse", 3), ("similar", 1))
    assert not made.steady
    assert summarise(verdicts_by_model(OWN, frame.filter(model="a"), polarity="higher")).steady


def test_a_draw_between_two_words_is_nobodys_verdict():
    frame = peers(a=[60, 70, 80], b=[1, 2, 3])
    made = summarise(verdicts_by_model(OWN, frame, polarity="higher"))
    assert (made.word, made.count, made.judged) == (None, 1, 2)
    assert not made.steady
    nothing = summarise([])
    assert (nothing.word, nothing.judged, nothing.steady) == (None, 0, False)


@pytest.mark.parametrize(
    ("spend", "lower", "corner", "side"),
    [
        (90, 55, "less_and_better", "lower"),
        (110, 55, "more_and_better", "higher"),
        (90, 45, None, "lower"),
        (100, 55, None, "same"),
        (None, 55, None, None),
    ],
)
def test_a_corner_is_named_only_when_the_outcomes_interval_lies_on_one_side(
    spend, lower, corner, side
):
    outcome = judge(60, lower, 65, 50, polarity="higher", n_peers=20)
    made = quadrant(spend, 100, outcome)
    assert (made.corner, made.spending) == (corner, side)


@given(st.floats(0, 1000), st.floats(0, 1000), st.sampled_from(["similar", "higher", "lower"]))
def test_no_outcome_without_a_judgement_names_a_corner(spend, median, word):
    assert quadrant(spend, median, Verdict(word, "higher")).corner is None
