"""The same word beside several sets of peers, or not."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from inference.comparison.stability import Stability, usual_word, with_stability

# "own" and "usual" are not ways of their own: "usual" is near here.
WORDS = {
    "near": "worse",
    "far": "similar",
    "class": "worse",
    "region": "not_judged",
    "usual": "worse",
    "own": "better",
}


def judgements(words=None, council="OWN"):
    pairs = (words or WORDS).items()
    return pl.DataFrame(
        [{"council": council, "model": model, "word": word} for model, word in pairs]
    )


def counts(frame):
    names = ("holds_n", "judged_n", "models_n")
    return {row["model"]: tuple(row[n] for n in names) for row in frame.iter_rows(named=True)}


def test_a_word_is_counted_over_the_published_models_that_give_one():
    assert counts(with_stability(judgements())) == {
        "near": (2, 3, 4),
        "far": (1, 3, 4),
        "class": (2, 3, 4),
        "region": (0, 3, 4),
        "usual": (2, 3, 4),
        "own": (0, 3, 4),
    }


def test_higher_and_lower_are_words_that_hold_or_not():
    made = with_stability(judgements({"near": "higher", "far": "higher", "class": "lower"}))
    assert counts(made) == {"near": (2, 3, 3), "far": (2, 3, 3), "class": (1, 3, 3)}


def test_positions_and_grades_are_no_words_that_could_hold():
    made = with_stability(judgements({"near": "position", "far": "position", "usual": "grade"}))
    assert set(counts(made).values()) == {(0, 0, 2)}


def test_each_council_is_counted_apart():
    frame = pl.concat([judgements(), judgements({"near": "similar"}, "OTHER")])
    made = with_stability(frame)
    assert made["council"].to_list() == frame["council"].to_list()
    assert counts(made.filter(council="OTHER")) == {"near": (1, 1, 1)}


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(shuffle):
    frame = judgements()
    order = list(range(frame.height))
    shuffle.shuffle(order)
    assert counts(with_stability(frame[order])) == counts(with_stability(frame))


def test_the_usual_word_is_the_one_most_models_give():
    words = ["not_judged", "worse", "similar", "worse", "position"]
    made = usual_word(words)
    assert made == Stability("worse", 2, 3, 5)
    assert not made.steady
    assert usual_word(["worse", "worse"]).steady
    nothing = usual_word(["not_judged"])
    assert (nothing.word, nothing.judged, nothing.steady) == ("not_judged", 0, False)


def test_one_model_that_gives_a_word_is_steady_and_none_is_not():
    assert Stability("better", 1, 1, 3).steady
    assert not Stability("better", 1, 2, 3).steady
    assert not Stability("not_judged", 0, 0, 3).steady
