"""The path round a change."""

import polars as pl

from charts.event_path import alt, draw
from tests.charts.conftest import words_of

YEARS = pl.DataFrame(
    [
        (-3, 0.1, -0.5, 0.7, 12, 20),
        (-2, -0.2, -0.6, 0.2, 14, 20),
        (-1, 0.0, None, None, 14, None),
        (0, 0.4, -0.1, 0.9, 14, 18),
        (1, 0.8, 0.2, 1.4, 9, 15),
    ],
    schema=["relative_year", "estimate", "lower", "upper", "changed", "controls"],
    orient="row",
)
SAID = {"unit": "percentage points", "decimals": 1}


def test_every_year_is_drawn_and_the_base_is_open_and_without_interval():
    intervals, marks = draw(YEARS, **SAID).data
    assert list(marks.x) == [-3, -2, -1, 0, 1]
    assert list(marks.marker.symbol) == ["circle", "circle", "circle-open", "circle", "circle"]
    assert -1 not in intervals.x


def test_a_line_parts_before_from_after():
    figure = draw(YEARS, **SAID)
    assert -0.5 in [shape.x0 for shape in figure.layout.shapes]
    assert list(figure.layout.xaxis.ticktext) == ["−3", "−2", "−1", "0", "+1"]


def test_hover_words_have_interval_and_councils():
    assert (
        "Year +1: +0.8 percentage points<br>(95% interval +0.2 to +1.4; 9 councils that changed)"
        "<br>beside at least 15 that had not"
    ) in words_of(draw(YEARS, **SAID))


def test_in_words_the_years_before_come_first():
    said = alt(YEARS, title="Moves", **SAID)
    assert said.index("year −3") < said.index("year −1: the base, nought") < said.index("year +1")


def test_nothing_is_drawn_of_no_years():
    assert draw(YEARS.clear(), **SAID) is None
