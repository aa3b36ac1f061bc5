"""An outcome among its peers: the shape of the judgement, the interval, the comparator."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.dots import stacked
from charts.outcome_strip import alt, draw
from charts.palette import SIGNS
from inference.comparison.judgement import Judgement
from inference.comparison.place import Place
from inference.comparison.stability import Stability
from tests.charts.conftest import words_of

BETTER = Judgement("better", place=Place(4, 4, 4), stability=Stability("better", 2, 3, 3))
SHOWN = {"subject": "OWN", "judgement": BETTER, "unit": "%", "decimals": 1}


@pytest.mark.parametrize("word", list(SIGNS))
def test_the_subjects_mark_has_the_shape_and_colour_of_its_judgement(outcome, word):
    reason = "too_few_peers" if word == "not_judged" else None
    judgement = Judgement(word, reason, Place(4, 4, 4), grade="Good")
    figure = draw(outcome, **SHOWN | {"judgement": judgement})
    mark = figure.data[1]
    assert (mark.marker.symbol, mark.marker.color) == (SIGNS[word].symbol, SIGNS[word].colour)
    assert list(mark.x) == [61.2]
    said = {"position": "highest of 4", "grade": "Good; none of 3 peers is"}
    assert said.get(word, word.replace("_", " ")) in mark.hovertext[0].replace("<br>", " ")


def test_the_interval_reaches_from_lower_to_upper(outcome):
    error = draw(outcome, **SHOWN).data[1].error_x
    assert error.array[0] == pytest.approx(1.2)
    assert error.arrayminus[0] == pytest.approx(1.2)
    bare = draw(outcome.drop("lower", "upper"), **SHOWN)
    assert bare.data[1].error_x.array is None


def test_no_peers_dot_lies_on_the_subject(outcome):
    peers, own = draw(outcome, **SHOWN).data
    assert own.y[0] < min(peers.y) - 0.3


def test_the_peers_leave_the_subject_out_and_the_median_is_theirs(outcome):
    figure = draw(outcome, **SHOWN)
    assert sorted(figure.data[0].x) == [50.0, 52.0, 54.0]
    assert list(figure.data[0].customdata) == ["AAA", "BBB", "CCC"]
    assert figure.layout.shapes[0].x0 == 52.0
    assert "median of 3 peers 52.0%" in words_of(figure)


def test_a_subject_without_a_figure_is_not_drawn_but_described(outcome):
    frame = outcome.with_columns(
        value=pl.when(pl.col("council") != "OWN").then("value"),
        status=pl.when(pl.col("council") == "OWN").then(pl.lit("suppressed")).otherwise("status"),
    )
    assert len(draw(frame, **SHOWN).data) == 1
    words = alt(frame, **SHOWN, title="Recycled", period="2023-24")
    assert "Withheld by the publisher" in words


def test_the_finding_in_words(outcome):
    words = alt(outcome, **SHOWN, title="Recycled", period="2023-24", peers_name="districts")
    assert words == (
        "Recycled, Own, 2023-24: 61.2% (95% interval 60.0% to 62.4%); "
        "better than the median of districts (under 2 of 3 peer groups). "
        "Median of 3 peers: 52.0%. 1 peer without a figure."
    )


def test_hostile_names_are_shown_as_text(outcome):
    shown = " ".join(words_of(draw(outcome, **SHOWN)))
    assert "<script" not in shown
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; &lt;script&gt;" in shown.replace("<br>", " ")


def test_a_subject_who_is_not_in_the_frame_is_said_to_have_no_figure(outcome):
    frame = outcome.filter(pl.col("council") != "OWN")
    assert len(draw(frame, **SHOWN).data) == 1
    assert "No figure" in alt(frame, **SHOWN, title="Recycled", period="2023-24")


def test_nothing_to_draw(outcome):
    assert draw(outcome.clear(), **SHOWN) is None
    assert "No peer has a figure" in alt(outcome.clear(), **SHOWN, title="T", period="2023")
    with pytest.raises(ValueError, match="An outcome strip needs the columns status"):
        draw(outcome.drop("status"), **SHOWN)


@given(st.lists(st.floats(-1e6, 1e6), max_size=150))
def test_dots_stay_on_the_strip_and_equal_values_apart(values):
    heights = stacked(values)
    assert all(0 <= height <= 1 for height in heights)
    places = list(zip(values, heights, strict=True))
    assert len(set(places)) == len(places)
