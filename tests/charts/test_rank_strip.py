"""Ranks with their intervals, first at the right."""

import polars as pl
import pytest

from charts.rank_strip import alt, draw
from tests.charts.conftest import HOSTILE, traces_named, words_of


def row(title="Recycled", rank=12, lower=5, upper=31, **more):
    return {
        "title": title,
        "period": "2023-24",
        "rank": rank,
        "tied": False if rank else None,
        "rank_lower": lower,
        "rank_upper": upper,
        "ranked_n": 151 if rank else None,
        "no_rank_because": None if rank else "no_interval",
    } | more


FRAME = pl.DataFrame(
    [
        row(),
        row("Spending", None, None, None, no_rank_because="no_polarity"),
        row("Visited", None, None, None, no_rank_because="not_submitted"),
    ],
    infer_schema_length=None,
)


def test_the_mark_and_its_interval_stand_where_the_ranks_are():
    figure = draw(FRAME, council_name="Own")
    (mark,) = traces_named(figure, "Own")
    (interval,) = traces_named(figure, "95% interval of the rank")
    assert list(mark.x) == [pytest.approx(139 / 150)]
    assert list(interval.x) == [pytest.approx(120 / 150), pytest.approx(146 / 150), None]


def test_the_first_is_at_the_right_end():
    figure = draw(pl.DataFrame([row(rank=1, lower=1, upper=151)]), council_name="Own")
    assert list(traces_named(figure, "Own")[0].x) == [1.0]
    assert list(traces_named(figure, "95% interval of the rank")[0].x) == [0.0, 1.0, None]


def test_rank_and_interval_are_on_the_figure_and_why_there_is_none():
    shown = " ".join(words_of(draw(FRAME, council_name="Own"))).replace("<br>", " ")
    assert "12th (5th to 31st of 151)" in shown
    assert "no rank: neither more nor less is better, so nobody is ranked" in shown
    assert "no rank: did not submit this return" in shown


def test_the_finding_in_words():
    words = alt(FRAME[:1], council_name="Own", group_name="unitary councils")
    assert words == (
        "Ranks of Own among unitary councils, 1st is best. "
        "Recycled, 2023-24: 12th (5th to 31st of 151)."
    )


def test_nothing_to_draw_and_hostile_names():
    assert draw(FRAME.clear(), council_name="Own") is None
    assert "no measures" in alt(FRAME.clear(), council_name="Own", group_name="all")
    for words in words_of(draw(pl.DataFrame([row(HOSTILE)]), council_name=HOSTILE)):
        assert "<script" not in words
    with pytest.raises(ValueError, match="A strip of ranks needs the columns tied"):
        draw(FRAME.drop("tied"), council_name="Own")
