"""Peer summaries against the standard library's quartiles."""

import statistics

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.comparison.peers import peers_by, place_in_quarters, summarise_peers

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


def test_groups_of_a_frame_are_each_summarised_as_the_mapping_is():
    frame = pl.DataFrame(
        {
            "service": ["culture"] * 5 + ["housing"] * 2,
            "council": ["OWN", "A", "B", "C", "D", "OWN", "A"],
            "value": [100.0, 1.0, 2.0, 4.0, 8.0, 5.0, None],
        }
    )
    made = peers_by(frame, "service", "OWN").rows(named=True)
    summary = summarise_peers({"A": 1.0, "B": 2.0, "C": 4.0, "D": 8.0})
    assert made[0] == {
        "service": "culture",
        "peers_n": 4,
        "peers_median": summary.median,
        "peers_q1": summary.lower_quartile,
        "peers_q3": summary.upper_quartile,
        "peers_min": summary.lowest,
        "peers_max": summary.highest,
    }
    assert (made[1]["service"], made[1]["peers_n"], made[1]["peers_median"]) == ("housing", 0, None)


@pytest.mark.parametrize(
    ("value", "quarter"), [(0, 1), (2, 1), (2.5, 2), (3.5, 3), (4.5, 4), (9, 4)]
)
def test_quarters_run_from_the_lowest_values_up(value, quarter):
    place = place_in_quarters(value, [1, 2, 3, 4, 5, None])
    assert (place.quarter, place.n) == (quarter, 5)


def test_too_few_peers_give_no_place():
    assert place_in_quarters(1.0, [1.0, 2.0, None]) is None
    assert place_in_quarters(float("nan"), [1.0, 2.0, 3.0]) is None
