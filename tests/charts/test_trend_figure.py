"""A trend: the line, its gaps and breaks, the peers, the words."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.trend import alt, draw
from inference.comparison.trend import Trend
from tests.charts.conftest import HOSTILE, traces_named, words_of

SHOWN = {"council_name": "Own", "unit": "%", "decimals": 1}


def test_the_line_stops_at_a_missing_period_and_goes_on_after_it(series):
    lines = traces_named(draw(series, **SHOWN), "Own")
    assert [list(line.x) for line in lines] == [[0], [2, 3, 4]]
    assert list(lines[1].y) == [55.0, 60.0, 66.0]
    assert [line.showlegend for line in lines] == [True, False]


def test_a_missing_period_is_marked_at_the_foot_with_its_reason(series):
    (missing,) = traces_named(draw(series, **SHOWN), "No figure")
    assert list(missing.x) == [1]
    assert "2020-21" in missing.hovertext[0]
    assert "Not collected for this place or year" in missing.hovertext[0]


def test_a_break_splits_line_band_and_median_and_is_marked(series):
    figure = draw(series, **SHOWN, breaks=["2022-23"])
    assert [list(t.x) for t in traces_named(figure, "Own")] == [[0], [2], [3, 4]]
    assert [list(t.x) for t in traces_named(figure, "Peers’ median")] == [[0, 1, 2], [3, 4]]
    assert len(traces_named(figure, "Middle half")) == 2
    assert figure.layout.shapes[0].x0 == 2.5
    assert "new series" in words_of(figure)


def test_skipped_years_keep_their_place_and_break_line_band_and_median(series):
    skipping = series.with_columns(
        period=pl.Series(["2016/17", "2017/18", "2018/19", "2021/22", "2022/23"])
    )
    figure = draw(skipping, **SHOWN, breaks=["2020/21"])
    assert [list(t.x) for t in traces_named(figure, "Own")] == [[0], [2], [5, 6]]
    assert [list(t.x) for t in traces_named(figure, "Peers’ median")] == [[0, 1, 2], [5, 6]]
    assert len(traces_named(figure, "Middle half")) == 2
    assert list(figure.layout.xaxis.tickvals)[-1] == 6
    assert figure.layout.xaxis.range[1] > 6
    assert figure.layout.shapes[0].x0 == 4.5
    assert "3 periods without a figure" in alt(skipping, title="Recycled", **SHOWN)


def test_nought_everywhere_stands_on_an_axis_that_a_reader_can_read():
    frame = pl.DataFrame(
        {"period": ["2019", "2020"], "value": [0.0, 0.0], "status": ["published"] * 2}
    )
    axis = draw(frame, **SHOWN).layout.yaxis
    assert axis.range[1] > 1
    assert "0.02%" not in axis.ticktext


def test_a_caveated_figure_is_hollow_and_its_hover_says_why(series):
    line = traces_named(draw(series, **SHOWN), "Own")[1]
    assert line.marker.color[0] != line.marker.color[1]
    assert "secondary compilation" in line.hovertext[0].replace("<br>", " ")


def test_the_interval_is_drawn_round_the_line_and_said(series):
    ribbons = traces_named(draw(series, **SHOWN), "95% interval")
    assert list(ribbons[1].y) == [57, 62, 68, 64, 58, 53]
    assert (
        "95% interval 64.0% to 68.0%" in traces_named(draw(series, **SHOWN), "Own")[1].hovertext[2]
    )


def test_without_peers_or_limits_only_the_line_is_drawn(series):
    figure = draw(series.select("period", "value", "status"), **SHOWN)
    assert {trace.name for trace in figure.data} == {"Own", "No figure"}


def test_zero_is_on_the_axis_unless_told_otherwise(series):
    assert draw(series, **SHOWN).layout.yaxis.range[0] == 0
    assert draw(series, **SHOWN, from_zero=False).layout.yaxis.range[0] > 40


def test_the_finding_in_words(series):
    words = alt(series, title="Recycled", **SHOWN, trend=Trend("rising", 5), polarity="higher")
    assert words == (
        "Recycled, Own: 66.0% in 2023-24, from 50.0% in 2019-20. "
        "Median of 10 peers in 2023-24: 56.0%. "
        "Improving (rising) over the last five figures. 1 period without a figure."
    )


def test_no_figures_draw_nothing_and_say_why(series):
    empty = series.with_columns(value=pl.lit(None, pl.Float64), status=pl.lit("suppressed"))
    assert draw(empty, **SHOWN) is None
    assert "Withheld by the publisher" in alt(empty, title="Recycled", **SHOWN)
    assert draw(series.clear(), **SHOWN) is None
    assert alt(series.clear(), title="Recycled", **SHOWN).startswith("Recycled, Own: no figures")


def test_hostile_text_is_shown_as_text(series):
    frame = series.with_columns(note=pl.lit(HOSTILE))
    shown = " ".join(words_of(draw(frame, council_name=HOSTILE, unit=HOSTILE, peers_name=HOSTILE)))
    assert "<script" not in shown
    assert "<a " not in shown
    assert "&lt;script&gt;" in shown


def test_a_missing_column_is_named(series):
    with pytest.raises(ValueError, match="A trend needs the columns status"):
        draw(series.drop("status"), **SHOWN)


@given(
    st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9)), max_size=20),
    st.sets(st.integers(0, 20)),
    st.booleans(),
)
def test_every_figure_is_drawn_once_and_every_gap_is_marked(values, breaks, from_zero):
    frame = pl.DataFrame(
        {
            "period": [str(2000 + i) for i in range(len(values))],
            "value": values,
            "status": ["published" if v is not None else "not_collected" for v in values],
        },
        schema_overrides={"value": pl.Float64, "period": pl.String, "status": pl.String},
    )
    figure = draw(frame, **SHOWN, breaks=[str(2000 + b) for b in breaks], from_zero=from_zero)
    known = [v for v in values if v is not None]
    if not known:
        assert figure is None
        return
    assert [y for line in traces_named(figure, "Own") for y in line.y] == known
    assert sum(len(t.x) for t in traces_named(figure, "No figure")) == len(values) - len(known)
    low, high = figure.layout.yaxis.range
    assert low <= min(known) <= max(known) <= high
