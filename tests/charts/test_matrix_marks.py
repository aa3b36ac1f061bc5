"""Marks in the matrix: where the dot lies, what is said of it, and that a gap breaks the line."""

import re
from urllib.parse import unquote

from charts.matrix_marks import PAD, WIDTH, spend_strip, year_line

ROW = {
    "spend": 30.0, "spend_median": 20.0, "spend_q1": 15.0, "spend_q3": 25.0,
    "spend_min": 10.0, "spend_max": 30.0,
}  # fmt: skip


def test_the_dot_of_the_dearest_lies_at_the_right_end():
    drawn = unquote(spend_strip(ROW))
    assert f'cx="{WIDTH - PAD}.0"' in drawn
    assert 'alt="£30 per head; peers from £10 to £30, median £20"' in drawn


def test_without_peers_there_is_no_strip():
    assert spend_strip(ROW | {"spend_median": None}) == ""


def test_a_missing_figure_leaves_the_peers_alone():
    drawn = unquote(spend_strip(ROW | {"spend": None}))
    assert "<circle" not in drawn
    assert "no figure per head" in drawn


def test_a_lowest_that_is_not_known_is_not_said():
    drawn = unquote(spend_strip(ROW | {"spend_min": None}))
    assert "peers up to £30" in drawn


def test_a_missing_year_breaks_the_line():
    drawn = unquote(year_line([1.0, 2.0, None, 3.0, 4.0]))
    assert len(re.findall("<polyline", drawn)) == 2


def test_one_year_is_no_line():
    assert year_line([None, 2.0, None]) == ""


def test_words_in_an_alternative_text_are_inert():
    assert "<script" not in spend_strip(ROW)
