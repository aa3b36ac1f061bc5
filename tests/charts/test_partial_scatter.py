"""The plane in which a coefficient is a slope."""

import polars as pl
import pytest

from charts.partial_scatter import alt, draw
from tests.charts.conftest import HOSTILE

ROWS = pl.DataFrame(
    {
        "name": ["Aldby", "Bexholme", HOSTILE],
        "year": [2019, 2020, 2021],
        "exposure_within": [-5.0, 0.0, 5.0],
        "outcome_within": [1.0, 0.0, -1.0],
    }
)
WORDS = {"exposure_words": "share, points", "outcome_words": "moves"}


def test_dots_and_the_line_of_the_coefficient():
    dots, line = draw(ROWS, slope=-0.2, **WORDS).data
    assert (list(dots.x), list(dots.y)) == ([-5.0, 0.0, 5.0], [1.0, 0.0, -1.0])
    assert list(line.y) == pytest.approx([-0.2 * x for x in line.x])
    assert min(line.x) < -5 and max(line.x) > 5


def test_a_hostile_name_is_text():
    figure = draw(ROWS, slope=1.0, exposure_words=HOSTILE, outcome_words=HOSTILE)
    assert "<script" not in str(figure.to_plotly_json())


def test_in_words_the_slope_is_for_ten_points():
    assert alt(ROWS, title="Moves", slope=-0.2, decimals=1) == (
        "Moves: 3 council years, one dot each, and the line of the regression: −2.0 for ten points "
        "of the share."
    )


def test_nothing_is_drawn_of_no_rows():
    assert draw(ROWS.clear(), slope=1.0, **WORDS) is None
