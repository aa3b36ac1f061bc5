"""A table drawn as a picture: every word inside its column, what has no room counted."""

import re

import polars as pl

from charts.picture import text
from charts.picture.raster import png
from charts.picture.table import CELL, MOST_ROWS, table_svg, wrapped

FRAME = pl.DataFrame(
    {
        "Measure": ["Households in temporary accommodation"] * 3,
        "Unit": ["per 1,000 households"] * 3,
        "Leeds": ["2.1 per 1,000 households (similar)", "<b>not</b> submitted", None],
        "n": [14, -3, 7],
    }
)


def drawn(frame: pl.DataFrame, width: float = 1000) -> str:
    return table_svg(frame, title="T", finding="F", notes=["N."], width=width)


def test_no_word_is_broken_where_there_is_room():
    words = re.findall(r">([^<>]+)<", drawn(FRAME))
    assert "households" in " ".join(words).split()
    assert "−3" in words


def test_no_name_is_markup():
    assert "<b>not" not in drawn(FRAME)
    assert "&lt;b&gt;not&lt;/b&gt;" in drawn(FRAME)


def test_what_has_no_room_is_counted():
    many = pl.DataFrame({"Council": [f"c{n}" for n in range(MOST_ROWS + 5)]})
    assert "And 5 more rows" in drawn(many)


def test_a_line_is_no_wider_than_its_column():
    for line in wrapped("Council tax collection, elections and offices " * 3, CELL, 120):
        assert text.width(line, CELL) <= 120


def test_a_narrow_sheet_and_an_empty_one_are_drawn_all_the_same():
    for made in (drawn(FRAME, 200), drawn(FRAME.clear())):
        assert png(made).startswith(b"\x89PNG")
