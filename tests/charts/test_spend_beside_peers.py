"""Spending beside peers: what is drawn where, and what is said."""

import polars as pl
import pytest

from charts.palette import SIGNS
from charts.spend_beside_peers import alt, draw
from tests.charts.conftest import HOSTILE, NO_PEERS, peers, service, words_of

SAID = {"council_name": "Own", "peers_name": "districts", "period": "2023-24"}


def test_the_council_and_the_median_stand_on_the_same_axis_row_by_row(services):
    figure = draw(services, council_name="Own")
    own, median = figure.data[3], figure.data[2]
    assert list(own.x) == [150.0, 60.0]
    assert list(median.x) == [100.0, 100.0, 100.0]
    assert list(own.y) == list(median.y[:2])
    assert own.y[0] > own.y[1]


def test_the_range_and_the_middle_half_end_where_the_peers_do(services):
    whole, middle = draw(services, council_name="Own").data[:2]
    assert list(whole.x[:3]) == [80.0, 140.0, None]
    assert list(middle.x[:3]) == [90.0, 110.0, None]


def test_own_scale_puts_each_service_on_its_own_ends():
    frame = pl.DataFrame([service("Care", 150.0), service("Parks", 90.0)])
    figure = draw(frame, council_name="Own", scale="own")
    assert list(figure.data[3].x) == pytest.approx([1.0, (90 - 80) / 60])
    assert list(figure.data[0].x[:2]) == pytest.approx([0.0, 60 / 70])


def test_a_missing_figure_is_no_mark_and_its_status_is_on_the_figure(services):
    figure = draw(services, council_name="Own")
    assert len(figure.data[3].x) == 2
    shown = words_of(figure)
    assert "<i>not submitted</i>" in shown
    assert "<i>Not this council’s service</i>" in shown


def test_hover_says_the_difference_the_comparator_and_the_status(services):
    hover = draw(services, council_name="Own", peers_name="districts").data[3].hovertext[0]
    assert "£150 per head" in hover
    assert "50% more than the median of 9 districts, £100" in hover.replace("<br>", " ")
    assert "As published" in hover


def test_fewer_than_eight_peers_are_not_compared():
    frame = pl.DataFrame([service("Care", 150.0, **peers(n=7))])
    figure = draw(frame, council_name="Own")
    assert len(figure.data[2].x) == 0
    assert "median" not in figure.data[3].hovertext[0]
    assert "nothing to compare" in alt(frame, **SAID, price_base="2024-25")


def test_nothing_is_coloured_as_a_judgement(services):
    drawn = draw(services, council_name="Own").to_json()
    assert SIGNS["better"].colour not in drawn
    assert SIGNS["worse"].colour not in drawn


def test_the_finding_in_words(services):
    words = alt(services, **SAID, price_base="2024-25")
    assert words == (
        "Spending per head by service, Own, 2023-24, in 2024-25 prices. "
        "Above the median of districts on 1 of 2 services compared. "
        "Adult social care: £150, 50% more than the peers’ median of £100 (n = 9). "
        "Highways: £60, 40% less than the peers’ median of £100 (n = 9). "
        "No figure for Public health (The council did not submit this return) "
        "and Fire and rescue (Not this council’s service)."
    )


def test_hostile_names_are_shown_as_text():
    frame = pl.DataFrame([service(HOSTILE, 150.0)])
    for words in words_of(draw(frame, council_name=HOSTILE, peers_name=HOSTILE)):
        assert "<script" not in words
        assert "<a " not in words
        assert "\u202e" not in words


def test_no_rows_draw_nothing_and_are_still_described(services):
    assert draw(services.clear(), council_name="Own") is None
    assert "nothing to compare" in alt(services.clear(), **SAID, price_base="2024-25")


def test_a_service_with_no_figure_anywhere_is_still_a_row():
    frame = pl.DataFrame(
        [service("Fire", None, "not_responsible", **NO_PEERS)], infer_schema_length=None
    )
    assert "Fire" in words_of(draw(frame, council_name="Own"))


@pytest.mark.parametrize("column", ["peers_n", "value", "plain_name"])
def test_a_missing_column_is_named(services, column):
    with pytest.raises(ValueError, match=f"needs the columns {column}"):
        draw(services.drop(column), council_name="Own")
