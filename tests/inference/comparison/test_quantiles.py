"""Cuts into equal groups."""

import statistics

from hypothesis import given
from hypothesis import strategies as st

from inference.comparison.quantiles import bin_of, quantile_cuts

figures = st.lists(st.floats(-1e6, 1e6), min_size=5, max_size=100, unique=True)


@given(figures)
def test_cuts_are_the_standard_librarys_inclusive_quantiles(values):
    made = quantile_cuts(values, 5)
    theirs = statistics.quantiles(values, n=5, method="inclusive")
    assert all(abs(a - b) < 1e-6 for a, b in zip(made, theirs, strict=True))


@given(st.lists(st.integers(0, 4).map(float), min_size=1, max_size=60), st.integers(2, 7))
def test_every_group_holds_a_value_and_no_more_groups_than_asked(values, bins):
    cuts = quantile_cuts(values, bins)
    assert cuts == sorted(set(cuts))
    assert len(cuts) < bins
    groups = {bin_of(value, cuts) for value in values}
    assert 0 in groups
    assert len(cuts) in groups


@given(figures, st.integers(2, 6))
def test_groups_are_of_nearly_equal_size(values, bins):
    cuts = quantile_cuts(values, bins)
    groups = [bin_of(value, cuts) for value in values]
    sizes = [groups.count(n) for n in range(bins)]
    assert max(sizes) - min(sizes) <= 2


def test_equal_values_make_one_group():
    assert quantile_cuts([3.0] * 9, 5) == []
    assert quantile_cuts([], 5) == []
