"""Words side by side."""

import polars as pl
import pytest

from charts.palette import SIGNS
from charts.stability import alt, draw
from tests.charts.conftest import HOSTILE, words_of

ROWS = [
    ("Recycled", "ONS global neighbours", "worse", 15, None),
    ("Recycled", "Same class", "worse", 60, None),
    ("Recycled", "Same region", "similar", 10, None),
    ("Visited", "ONS global neighbours", "better", 15, None),
    ("Visited", "Same region", "not_judged", 2, "too_few_peers"),
]
FRAME = pl.DataFrame(
    ROWS, schema=["title", "model_title", "word", "peers_n", "reason"], orient="row"
)


def places(figure):
    """(word's symbol, column, row) of every mark."""
    return {
        (trace.marker.symbol, x, round(-y))
        for trace in figure.data
        for x, y in zip(trace.x, trace.y, strict=True)
    }


def test_each_word_stands_in_its_models_column_with_its_own_shape():
    symbols = {word: SIGNS[word].symbol for word in SIGNS}
    assert places(draw(FRAME)) == {
        (symbols["worse"], 0, 0),
        (symbols["worse"], 1, 0),
        (symbols["similar"], 2, 0),
        (symbols["better"], 0, 1),
        (symbols["not_judged"], 2, 1),
    }


def test_the_summary_stands_under_the_measure_and_n_in_the_hover():
    shown = " ".join(words_of(draw(FRAME))).replace("<br>", " ")
    assert "worse under 2 of 3 peer groups" in shown
    assert "better under 1 of 1 peer group" in shown
    assert "worse than the median of 60 peers" in shown
    assert "not judged: fewer than eight peers have a figure (n = 2)" in shown


def test_the_finding_in_words_names_every_model_and_n():
    words = alt(FRAME.filter(title="Recycled"), council_name="Own")
    assert words == (
        "Words on Own under 3 choices of peers. Recycled: worse under 2 of 3 peer groups. "
        "ONS global neighbours worse than the median of 15 peers; Same class worse than the median "
        "of 60 peers; Same region similar to the median of 10 peers."
    )


def test_nothing_to_draw_and_hostile_names():
    assert draw(FRAME.clear()) is None
    assert "no measures" in alt(FRAME.clear(), council_name="Own")
    hostile = FRAME.with_columns(title=pl.lit(HOSTILE), model_title=pl.lit(HOSTILE))
    for words in words_of(draw(hostile)):
        assert "<script" not in words
        assert "<a " not in words
    with pytest.raises(ValueError, match="A grid of words needs the columns word"):
        draw(FRAME.drop("word"))
