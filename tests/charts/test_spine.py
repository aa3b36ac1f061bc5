"""Spine chart: one scale for all measures, better to the right, colour only where judged."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.palette import SIGNS
from charts.spine import alt, draw
from charts.spine_traces import placer
from tests.charts.conftest import HOSTILE, NO_PEERS, peers, traces_named, words_of

SAID = {"council_name": "Own", "peers_name": "districts"}


def measure(title, value, word, polarity="higher", **more):
    row = {
        "title": title,
        "period": "2023-24",
        "value": value,
        "status": "published",
        "unit": "%",
        "decimals": 1,
        "polarity": polarity,
        "word": word,
        "reason": "too_few_peers" if word == "not_judged" else None,
        "lower": value and value - 5.0,
        "upper": value and value + 5.0,
        "measure": title.lower(),
        **peers(),
    }
    return row | more


def frame(*rows):
    return pl.DataFrame(rows, infer_schema_length=None)


FRAME = frame(
    measure("Recycled", 130.0, "better"),
    measure("Repeat plans", 130.0, "worse", "lower"),
    measure("Spending", 90.0, "lower", "neither", unit="£ per head", decimals=0),
    measure("Visited", None, "not_judged", status="suppressed", reason="no_value"),
)


def test_better_is_to_the_right_whatever_the_polarity():
    (better,) = traces_named(draw(FRAME, **SAID), "Better")
    (worse,) = traces_named(draw(FRAME, **SAID), "Worse")
    (lower,) = traces_named(draw(FRAME, **SAID), "Lower")
    assert list(better.x) == [pytest.approx(30 / 40)]
    assert list(worse.x) == [pytest.approx(-30 / 40)]
    assert list(lower.x) == [pytest.approx(-10 / 40)]


def test_the_median_is_the_middle_and_the_further_end_reaches_the_edge():
    whole, middle = draw(FRAME, **SAID).data[:2]
    assert list(whole.x[:3]) == [pytest.approx(-20 / 40), 1.0, None]
    assert list(whole.x[3:5]) == [pytest.approx(20 / 40), -1.0]
    assert list(middle.x[:2]) == [pytest.approx(-0.25), pytest.approx(0.25)]
    (median,) = traces_named(draw(FRAME, **SAID), "Peers’ median")
    assert list(median.x) == [0.0] * 4


@given(
    st.floats(0, 200),
    st.lists(st.floats(0, 200), min_size=3, max_size=3).map(sorted),
    st.sampled_from(["higher", "lower", "neither"]),
)
def test_every_figure_stands_within_the_edges_in_its_own_order(value, ends, polarity):
    row = {"value": value, "polarity": polarity}
    row |= dict(zip(("peers_min", "peers_median", "peers_max"), ends, strict=True))
    place = placer(row)
    placed = [place(amount) for amount in sorted([value, *ends])]
    assert all(-1 <= at <= 1 for at in placed)
    assert placed == sorted(placed, reverse=polarity == "lower")
    assert place(ends[1]) == 0


def test_an_interval_beyond_the_edge_stops_there():
    wide = frame(measure("Recycled", 130.0, "similar", lower=-900.0, upper=900.0))
    (interval,) = traces_named(draw(wide, **SAID), "95% interval")
    assert list(interval.x) == [-1.0, 1.0, None]


@pytest.mark.parametrize("word", [word for word in SIGNS if word != "grade"])
def test_the_mark_is_its_judgements(word):
    figure = draw(frame(measure("Recycled", 130.0, word)), **SAID)
    mark = figure.data[-1]
    assert (mark.marker.symbol, mark.marker.color) == (SIGNS[word].symbol, SIGNS[word].colour)
    assert list(mark.customdata) == ["recycled"]


def test_a_grade_has_no_scale_and_no_row():
    both = frame(measure("Ofsted", 2.0, "grade"), measure("Recycled", 130.0, "better"))
    shown = " ".join(words_of(draw(both, **SAID)))
    assert "Recycled" in shown and "Ofsted" not in shown


def test_spending_is_never_coloured_as_good_or_bad():
    drawn = draw(FRAME.filter(title="Spending"), **SAID).to_json()
    assert SIGNS["better"].colour not in drawn
    assert SIGNS["worse"].colour not in drawn


def test_period_n_median_and_reason_are_on_the_figure():
    shown = " ".join(words_of(draw(FRAME, **SAID)))
    assert "2023-24 · median 100.0% · 80.0% to 140.0% · n 9" in shown
    assert "median £100" in shown
    assert "<i>withheld</i>" in shown
    assert "better than the median of 9 districts" in shown.replace("<br>", " ")
    assert "Lower is better: drawn the other way round" in shown


def test_too_few_peers_draw_no_mark():
    figure = draw(frame(measure("Recycled", 130.0, "not_judged", **NO_PEERS)), **SAID)
    assert "too few peers" in " ".join(words_of(figure))
    assert sum(len(trace.x) for trace in figure.data) == 0


def test_rows_stand_in_the_order_given():
    figure = draw(FRAME[::-1], **SAID)
    (better,) = traces_named(figure, "Better")
    (worse,) = traces_named(figure, "Worse")
    assert better.y[0] < worse.y[0]


def test_the_finding_in_words():
    assert alt(FRAME, **SAID) == (
        "Own beside 9 districts on 4 measures. Better: Recycled. Worse: Repeat plans. "
        "Lower: Spending. No figure for Visited (Withheld by the publisher because the "
        "numbers are small)."
    )


def test_nothing_to_draw_and_hostile_names():
    assert draw(FRAME.clear(), **SAID) is None
    assert alt(FRAME.clear(), **SAID) == "Own beside districts: no measures."
    hostile = frame(measure(HOSTILE, 130.0, "better", note=HOSTILE, unit=HOSTILE))
    for words in words_of(draw(hostile, council_name=HOSTILE, peers_name=HOSTILE)):
        assert "<script" not in words
        assert "<a " not in words
    with pytest.raises(ValueError, match="A spine chart needs the columns polarity"):
        draw(FRAME.drop("polarity"), **SAID)
