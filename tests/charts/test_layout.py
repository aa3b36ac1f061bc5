"""What all figures share."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.layout import CONFIG, MAP_CONFIG, amount_ticks, figure_of, needs, with_optional


def test_no_logo_no_web_font_and_no_template_of_plotlys():
    figure = figure_of([], height=100)
    assert CONFIG["displaylogo"] is MAP_CONFIG["displaylogo"] is False
    assert "http" not in figure.to_json()
    # The page's own letters, which are served from here; then those of the reader's machine.
    assert figure.layout.font.family.startswith('"Source Sans", system-ui, ')
    assert len(figure.to_json()) < 1500


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (0, 600, "£ per head", ["£0", "£200", "£400", "£600"]),
        (0, 200e6, "£", ["£0", "£50m", "£100m", "£150m", "£200m"]),
        (-1e9, 2.1e9, "£", ["−£1bn", "£0", "£1bn", "£2bn"]),
        (47, 58, "%", ["47.5%", "50.0%", "52.5%", "55.0%", "57.5%"]),
        (0, 1, "per 1,000", ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ],
)
def test_ticks_are_round_and_in_our_own_words(low, high, unit, words):
    assert amount_ticks(low, high, unit)["ticktext"] == words


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.sampled_from(["£", "%", "per 1,000"]))
def test_ticks_stay_on_the_axis_and_tell_their_places_apart(low, span, unit):
    ticks = amount_ticks(low, low + span, unit)
    places = ticks.get("tickvals", [])
    assert len(places) <= 7
    assert all(low - span * 1e-6 <= place <= low + span * (1 + 1e-6) for place in places)
    if abs(low) < 1e4:  # beyond, "£1.0m" may stand for neighbours of one fine axis
        assert len(set(ticks.get("ticktext", []))) == len(places)


def test_an_axis_without_length_is_left_to_plotly():
    assert amount_ticks(5, 5, "%") == {"nticks": 5}


def test_missing_columns_are_named():
    with pytest.raises(ValueError, match="A map needs the columns value, status"):
        needs(pl.DataFrame({"name": []}), ("name", "value", "status"), "A map")


def test_optional_columns_are_added_as_nulls_and_kept_when_there():
    made = with_optional(pl.DataFrame({"note": ["x"]}), {"note": pl.String, "lower": pl.Float64})
    assert made.rows(named=True) == [{"note": "x", "lower": None}]
