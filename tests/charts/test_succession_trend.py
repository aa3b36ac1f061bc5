"""One place through its successive councils."""

import polars as pl
import pytest

from charts.succession_trend import alt, draw
from tests.charts.conftest import HOSTILE

PEERS = {"peers_n": 20, "peers_median": 5.0, "peers_q1": 4.0, "peers_q3": 6.0}
ROWS = pl.DataFrame(
    [
        {"council": "OLD", "name": "Oldshire", "period": "2019-20", "value": 3.0} | PEERS,
        {"council": "OLD", "name": "Oldshire", "period": "2020-21", "value": 4.0} | PEERS,
        {"council": "NEW", "name": "Northshire", "period": "2021-22", "value": None} | PEERS,
        {"council": "SEW", "name": "Southshire", "period": "2021-22", "value": 6.0} | PEERS,
        {"council": "NEW", "name": "Northshire", "period": "2022-23", "value": 7.0} | PEERS,
        {"council": "SEW", "name": "Southshire", "period": "2022-23", "value": 8.0} | PEERS,
    ]
).with_columns(
    status=pl.when(pl.col("value").is_null())
    .then(pl.lit("not_submitted"))
    .otherwise(pl.lit("published"))
)


def lines(figure):
    return {trace.name: trace for trace in figure.data if "shire" in (trace.name or "")}


def test_each_council_has_a_line_of_its_own_and_a_missing_year_is_a_gap():
    own = lines(draw(ROWS, unit="%"))
    assert (list(own["Oldshire"].x), list(own["Oldshire"].y)) == ([0, 1], [3.0, 4.0])
    assert (list(own["Northshire"].x), list(own["Northshire"].y)) == ([2, 3], [None, 7.0])
    assert len({trace.line.dash for trace in own.values()}) == 3
    assert all(trace.connectgaps is False for trace in own.values())


def test_a_skipped_year_keeps_its_place_and_no_line_crosses_it():
    later = ROWS.with_columns(period=pl.col("period").replace({"2022-23": "2024-25"}))
    own = lines(draw(later, unit="%"))["Southshire"]
    assert (list(own.x), list(own.y)) == ([2, None, 5], [6.0, None, 8.0])


def test_the_end_of_the_county_is_marked():
    assert [s.x0 for s in draw(ROWS, unit="%", starts="2021-22").layout.shapes] == [1.5]
    assert not draw(ROWS, unit="%", starts="1999-00").layout.shapes


def test_in_words_each_council_stands_beside_the_median_of_its_year():
    assert alt(ROWS, title="Roads", unit="%") == (
        "Roads. Oldshire 3% in 2019-20 (median 5%) and 4% in 2020-21 (median 5%); "
        "Southshire 6% in 2021-22 (median 5%) and 8% in 2022-23 (median 5%); "
        "Northshire 7% in 2022-23 (median 5%)."
    )


def test_nothing_is_drawn_without_figures():
    assert draw(ROWS.filter(pl.col("value").is_null()), unit="%") is None


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text(name):
    figure = draw(ROWS.with_columns(name=pl.lit(name)), unit="%")
    assert "<script" not in str(figure.to_plotly_json())
