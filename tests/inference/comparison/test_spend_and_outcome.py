"""Spending beside an outcome: a side, and the outcome's own judgement."""

import pytest

from inference.comparison.judgement import Judgement
from inference.comparison.spend_and_outcome import quadrant


@pytest.mark.parametrize(
    ("spend", "median", "side"),
    [
        (90, 100, "lower"),
        (110, 100, "higher"),
        (100, 100, "same"),
        (None, 100, None),
        (90, None, None),
    ],
)
@pytest.mark.parametrize("word", ["better", "somewhat_worse", "higher", "position", "not_judged"])
def test_spending_is_more_or_less_and_takes_nothing_from_the_outcomes_word(
    spend, median, side, word
):
    outcome = Judgement(word)
    made = quadrant(spend, median, outcome)
    assert (made.spending, made.outcome) == (side, outcome)
