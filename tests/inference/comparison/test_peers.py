"""Peer summaries against the standard library's quartiles."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.comparison.peers import summarise_peers

figures = st.floats(-1e6, 1e6, allow_nan=False)


@given(st.lists(figures, min_size=2, max_size=200), figures)
def test_summary_agrees_with_the_standard_librarys_inclusive_quartiles(peers, own):
    values = {f"P{i}": value for i, value in enumerate(peers)} | {"OWN": own}
    summary = summarise_peers(values, "OWN")
    lower, median, upper = statistics.quantiles(peers, n=4, method="inclusive")
    assert summary.n == len(peers)
    assert (summary.lowest, summary.highest) == (min(peers), max(peers))
    made = (summary.lower_quartile, summary.median, summary.upper_quartile)
    assert made == pytest.approx((lower, median, upper), abs=1e-6)


def test_the_subject_is_left_out_and_so_are_peers_without_a_figure():
    values = {"OWN": 1000.0, "A": 1.0, "B": None, "C": float("nan"), "D": 3.0}
    summary = summarise_peers(values, "OWN")
    assert (summary.n, summary.median, summary.highest) == (2, 2.0, 3.0)


def test_no_peer_with_a_figure_gives_no_summary():
    assert summarise_peers({"OWN": 1.0, "A": None}, "OWN") is None
    assert summarise_peers({}, "OWN") is None
