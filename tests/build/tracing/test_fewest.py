"""The fewest rows that still give a figure."""

import random

import pytest

from data.build.tracing.fewest import fewest_of


@pytest.mark.parametrize("seed", range(30))
def test_those_that_are_needed_are_found_among_many(seed):
    pick = random.Random(seed)
    rows = list(range(pick.randint(1, 400)))
    needed = set(pick.sample(rows, pick.randint(1, min(25, len(rows)))))
    trials = []

    def enough(kept):
        trials.append(1)
        return needed <= set(kept)

    assert set(fewest_of(rows, enough)) == needed
    assert len(trials) <= 2 * len(needed) * (len(rows).bit_length() + 2)


def test_of_two_that_say_the_same_the_first_is_taken():
    assert fewest_of([1, 2, 3, 4], lambda kept: 2 in kept or 4 in kept) == [2]


def test_what_needs_no_row_is_made_of_none():
    assert fewest_of([1, 2], lambda kept: True) == []
    assert fewest_of([], lambda kept: True) == []
