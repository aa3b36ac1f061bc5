"""Spending against an outcome: both periods, the split, and no corner praised."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.palette import SIGNS
from charts.scatter import alt, draw, medians
from charts.scatter_words import Axes
from inference.comparison.judgement import Judgement
from inference.comparison.spend_and_outcome import quadrant
from tests.charts.conftest import HOSTILE, traces_named, words_of

AXES = Axes("Spending on care", "2023-24", "£ per head", "Satisfied", "2022-23", "%")
FRAME = pl.DataFrame(
    {
        "council": ["OWN", "AAA", "BBB", "CCC", "DDD"],
        "name": ["Own", "Aa", HOSTILE, "Cc", "Dd"],
        "spend": [450.0, 300.0, 400.0, 500.0, None],
        "outcome": [66.0, 50.0, 60.0, 70.0, 80.0],
        "outcome_lower": [62.0, 45.0, 55.0, 65.0, 75.0],
        "outcome_upper": [70.0, 55.0, 65.0, 75.0, 85.0],
        "outcome_status": ["published", "estimated", "published", "published", "published"],
    }
)
BETTER = quadrant(450, 400, Judgement("better"))


def test_dots_stand_at_both_figures_and_answer_with_their_key():
    (dots,) = traces_named(draw(FRAME, AXES, subject="OWN"), "Peers")
    assert list(zip(dots.customdata, dots.x, dots.y, strict=True)) == [
        ("AAA", 300.0, 50.0),
        ("BBB", 400.0, 60.0),
        ("CCC", 500.0, 70.0),
    ]


def test_the_plane_is_split_at_the_medians_of_the_peers_alone():
    assert medians(FRAME, "OWN") == (400.0, 60.0, 3)
    down, level = draw(FRAME, AXES, subject="OWN").layout.shapes
    assert (down.x0, level.y0) == (400.0, 60.0)
    assert medians(FRAME, None) == (425.0, 63.0, 4)


def test_the_subject_has_its_judgements_mark_and_its_interval():
    (own,) = traces_named(draw(FRAME, AXES, subject="OWN", place=BETTER), "Own")
    assert (own.marker.symbol, own.marker.color) == (
        SIGNS["better"].symbol,
        SIGNS["better"].colour,
    )
    assert (own.error_y.array[0], own.error_y.arrayminus[0]) == (4.0, 4.0)
    (plain,) = traces_named(draw(FRAME, AXES, subject="OWN"), "Own")
    assert plain.marker.symbol == SIGNS["not_judged"].symbol


def test_hovers_hold_both_periods_the_interval_and_what_stands_behind():
    (dots,) = traces_named(draw(FRAME, AXES, subject="OWN"), "Peers")
    hover = dots.hovertext[0].replace("<br>", " ")
    assert "Spending on care, 2023-24: £300 per head" in hover
    assert "Satisfied, 2022-23: 50.0% (95% interval 45.0% to 55.0%)" in hover
    assert "Estimated by the publisher" in hover


def test_both_periods_are_on_the_axes():
    figure = draw(FRAME, AXES, subject="OWN")
    assert figure.layout.xaxis.title.text == "Spending on care, 2023-24"
    assert "Satisfied, 2022-23" in words_of(figure)


def test_the_finding_in_words():
    assert alt(FRAME, AXES, subject="OWN", place=BETTER, peers_name="districts") == (
        "Satisfied, 2022-23, against Spending on care, 2023-24: 4 councils. "
        "Medians of 3 peers: £400 per head and 60.0%. "
        "Own (£450 per head, 66.0%): spends more than the median of districts; "
        "its outcome: better than their median. "
        "1 council without one of the two figures. Association, not cause."
    )


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_no_median_and_no_word(shuffle):
    order = list(range(FRAME.height))
    shuffle.shuffle(order)
    assert medians(FRAME[order], "OWN") == medians(FRAME, "OWN")
    assert alt(FRAME[order], AXES, subject="OWN") == alt(FRAME, AXES, subject="OWN")


def test_nothing_to_draw_and_hostile_names():
    none = FRAME.with_columns(spend=pl.lit(None, pl.Float64))
    assert draw(none, AXES) is None
    assert "no council has both" in alt(none, AXES)
    axes = Axes(HOSTILE, "2023", HOSTILE, HOSTILE, "2023", HOSTILE)
    figure = draw(FRAME.with_columns(name=pl.lit(HOSTILE)), axes, subject="OWN", place=BETTER)
    for words in [*words_of(figure), figure.layout.xaxis.title.text]:
        assert "<script" not in words
        assert "<a " not in words
    with pytest.raises(ValueError, match="Spending against outcome needs the columns spend"):
        draw(FRAME.drop("spend"), AXES)
