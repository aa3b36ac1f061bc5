"""Theil-Sen and Mann-Kendall against scipy and against every order of the figures."""

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kendalltau, theilslopes

from inference.comparison.monotone import mann_kendall, theil_sen

series = st.lists(st.floats(-1000, 1000).map(lambda x: round(x, 2)), min_size=3, max_size=12)


@given(series, st.data())
def test_the_slope_is_scipys(values, data):
    gaps = data.draw(
        st.lists(st.integers(1, 4), min_size=len(values), max_size=len(values)), label="gaps"
    )
    years = 2000.0 + np.cumsum(gaps)
    theirs = theilslopes(values, years).slope
    assert theil_sen(years, np.array(values)) == pytest.approx(theirs, rel=1e-9, abs=1e-12)


@given(st.lists(st.floats(-1000, 1000), min_size=3, max_size=12, unique=True))
def test_without_ties_the_chance_is_scipys_exact_one(values):
    order = np.arange(len(values))
    theirs = kendalltau(order, values, method="exact")
    balance, p_value = mann_kendall(np.array(values))
    pairs = len(values) * (len(values) - 1) / 2
    assert balance / pairs == pytest.approx(theirs.statistic)
    assert p_value == pytest.approx(theirs.pvalue, rel=1e-9)


def balance_of(values):
    return sum((b > a) - (b < a) for a, b in combinations(values, 2))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=3, max_size=7))
def test_with_ties_the_chance_is_that_of_every_order(values):
    own = balance_of(values)
    every = [abs(balance_of(order)) >= abs(own) for order in permutations(values)]
    balance, p_value = mann_kendall(np.array(values, dtype=float))
    assert balance == own
    assert p_value == pytest.approx(sum(every) / len(every))


def test_a_series_that_never_moves_is_as_likely_as_any():
    assert mann_kendall(np.full(8, 3.0)) == (0, 1.0)
    assert theil_sen(np.arange(8.0), np.full(8, 3.0)) == 0
