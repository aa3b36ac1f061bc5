"""All councils in order of size, with their intervals."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.distribution import alt, draw
from charts.palette import PALETTE, SIGNS
from inference.comparison.judgement import Judgement
from tests.charts.conftest import HOSTILE, traces_named, words_of

SHOWN = {"unit": "%", "decimals": 1}


def test_councils_stand_from_lowest_to_highest(outcome):
    figure = draw(outcome, subject="OWN", **SHOWN)
    (dots,) = traces_named(figure, "Councils")
    (own,) = traces_named(figure, "Own")
    assert list(zip(dots.x, dots.y, dots.customdata, strict=True)) == [
        (0, 50.0, "AAA"),
        (1, 52.0, "BBB"),
        (2, 54.0, "CCC"),
    ]
    assert (own.x[0], own.y[0], own.customdata[0]) == (3, 61.2, "OWN")


def test_intervals_reach_from_lower_to_upper_where_there_are_any(outcome):
    (bars,) = traces_named(draw(outcome, subject="OWN", **SHOWN), "95% interval")
    assert list(bars.y[:2]) == [49.0, 51.0]
    assert list(bars.x).count(None) == 3
    (none,) = traces_named(draw(outcome.drop("lower", "upper"), **SHOWN), "95% interval")
    assert not none.showlegend


def test_the_median_is_of_the_others_and_without_sparse_ones(outcome):
    frame = outcome.with_columns(sparse=pl.col("council") == "CCC")
    assert draw(frame, subject="OWN", **SHOWN).layout.shapes[0].y0 == 51.0
    assert "median of 2 51.0%" in words_of(draw(frame, subject="OWN", **SHOWN))


def test_the_subject_has_its_judgements_mark_or_a_plain_one(outcome):
    worse = draw(outcome, subject="OWN", judgement=Judgement("worse"), **SHOWN)
    assert traces_named(worse, "Own")[0].marker.symbol == SIGNS["worse"].symbol
    plain = draw(outcome, subject="OWN", **SHOWN)
    assert traces_named(plain, "Own")[0].marker.color == PALETTE.accent


def test_the_finding_in_words(outcome):
    frame = outcome.with_columns(name=pl.col("council"))
    words = alt(frame, title="Recycled", period="2023-24", subject="OWN", **SHOWN)
    assert words == (
        "Recycled, 2023-24: 4 councils from AAA (50.0%) to OWN (61.2%), half of them between 51.5% "
        "and 55.8%, median 53.0%. OWN: 61.2% (95% interval 60.0% to 62.4%), highest of 4. "
        "1 council without a figure."
    )


@given(st.lists(st.integers(0, 50).map(float), min_size=1, max_size=60), st.randoms())
def test_the_order_of_the_rows_changes_nothing(values, shuffle):
    frame = pl.DataFrame(
        {
            "council": [f"C{i:02d}" for i in range(len(values))],
            "name": "A",
            "value": values,
            "status": "published",
        }
    )
    order = list(range(len(values)))
    shuffle.shuffle(order)
    assert draw(frame[order], **SHOWN).to_json() == draw(frame, **SHOWN).to_json()


def test_nothing_to_draw_and_hostile_names(outcome):
    assert draw(outcome.clear(), **SHOWN) is None
    assert "no council has a figure" in alt(outcome.clear(), title="T", period="2023", **SHOWN)
    frame = outcome.with_columns(name=pl.lit(HOSTILE), note=pl.lit(HOSTILE))
    for words in words_of(draw(frame, subject="OWN", **SHOWN)):
        assert "<script" not in words
        assert "<a " not in words
    with pytest.raises(ValueError, match="A distribution needs the columns name"):
        draw(outcome.drop("name"), **SHOWN)


def test_another_level_takes_the_place_of_the_median(outcome):
    figure = draw(outcome, level=(0.0, "as expected"), **SHOWN)
    assert [shape.y0 for shape in figure.layout.shapes] == [0.0]
    assert "as expected" in words_of(figure)
    assert not any("median of" in words for words in words_of(figure))
