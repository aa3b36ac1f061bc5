"""Estimates under each other with their intervals."""

import polars as pl
import pytest

from charts.interval_rows import alt, draw
from tests.charts.conftest import HOSTILE, words_of

ROWS = pl.DataFrame(
    [
        ("As chosen", -0.31, -0.6, -0.02, True, "100 figures"),
        ("Without covariates", 0.2, None, None, False, None),
        ("Two years earlier", None, None, None, False, "Only one year."),
    ],
    schema=["label", "estimate", "lower", "upper", "chosen", "note"],
    orient="row",
)
SAID = {"unit": "percentage points", "decimals": 2}


def test_each_estimate_has_its_place_and_only_known_intervals_are_drawn():
    intervals, marks = draw(ROWS, axis_words="points", differences=True, **SAID).data
    assert list(intervals.x) == [-0.6, -0.02, None]
    assert list(marks.x) == [-0.31, 0.2]
    assert marks.marker.symbol[0] != marks.marker.symbol[1], "the chosen one stands out"


def test_differences_are_signed_and_stand_round_nought():
    figure = draw(ROWS, axis_words="points", differences=True, **SAID)
    assert {"<b>−0.31</b>", "<b>+0.20</b>"} <= set(words_of(figure))
    assert [shape.x0 for shape in figure.layout.shapes] == [0]
    low, high = figure.layout.xaxis.range
    assert low < -0.6 and high > 0.2


def test_levels_need_no_nought():
    levels = ROWS.head(2).with_columns(
        estimate=pl.lit(50.0), lower=pl.lit(48.0), upper=pl.lit(52.0)
    )
    figure = draw(levels, unit="%", decimals=1, axis_words="mean", lines=[51.0])
    assert figure.layout.xaxis.range[0] > 40
    assert [shape.x0 for shape in figure.layout.shapes] == [51.0]
    assert "<b>50.0%</b>" in words_of(figure)


def test_a_row_without_an_estimate_says_so():
    assert "<i>no estimate</i>" in words_of(draw(ROWS, axis_words="points", **SAID))
    said = alt(ROWS, title="Moves", differences=True, **SAID)
    assert said == (
        "Moves. As chosen: −0.31 (95% interval −0.60 to −0.02); Without covariates: +0.20; "
        "Two years earlier: no estimate."
    )


def test_nothing_is_drawn_of_no_estimates():
    assert draw(ROWS.tail(1), axis_words="points", **SAID) is None


@pytest.mark.parametrize("column", ["label", "note"])
def test_a_hostile_name_is_text(column):
    figure = draw(ROWS.with_columns(pl.lit(HOSTILE).alias(column)), axis_words=HOSTILE, **SAID)
    assert "<script" not in str(figure.to_plotly_json())
    assert "<a " not in str(figure.to_plotly_json())
