"""Who delivers, period by period."""

import polars as pl
import pytest

from charts.shares_over_time import alt, draw
from tests.charts.conftest import HOSTILE

ROWS = pl.DataFrame(
    [
        ("2019", "a", "own", "The council", 60.0, 6.0),
        ("2019", "a", "private", "A company", 40.0, 4.0),
        ("2020", "a", "own", "The council", None, None),
        ("2020", "a", "private", "A company", None, None),
        ("2021", "b", "own", "The council", 55.0, 11.0),
        ("2021", "b", "private", "A company", 45.0, 9.0),
        ("2022", "b", "own", "The council", 50.0, 10.0),
        ("2022", "b", "private", "A company", 50.0, 10.0),
    ],
    schema=["period", "series", "model", "plain_name", "share_pct", "value"],
    orient="row",
)


def test_each_kind_is_a_stack_and_a_missing_year_is_a_cross():
    own, private, missing = draw(ROWS, unit="homes").data
    assert (list(own.x), list(own.y)) == ([0, 2, 3], [60.0, 55.0, 50.0])
    assert list(private.y) == [40.0, 45.0, 50.0]
    assert (list(missing.x), missing.name) == ([1], "No share")
    assert own.marker.color != private.marker.color


def test_a_kind_keeps_its_place_in_the_stack_whichever_definition_brought_it():
    together = pl.DataFrame(
        [("2018", "z", "public", "Public", 70.0, 7.0), ("2018", "z", "private", "P", 30.0, 3.0)],
        schema=ROWS.schema,
        orient="row",
    )
    bars = draw(pl.concat([together, ROWS])).data[:3]
    assert [bar.name for bar in bars] == ["The council", "Public", "A company"]


def test_a_long_name_is_broken_for_a_phone():
    name = "The council or another public body, not told apart"
    assert "<br>" in draw(ROWS.with_columns(plain_name=pl.lit(name))).data[0].name


def test_hover_words_write_days_as_people_do():
    figure = draw(ROWS.with_columns(period=pl.col("period") + "-03-31"))
    assert figure.data[0].hovertext[0].startswith("<b>31 March 2019</b>")


def test_a_new_definition_is_a_line_between_the_years():
    assert [shape.x0 for shape in draw(ROWS).layout.shapes] == [1.5]


def test_hover_words_have_share_and_amount():
    assert draw(ROWS, unit="homes").data[0].hovertext[0] == (
        "<b>2019</b><br>The council: 60.0%<br>6 homes"
    )


def test_in_words_only_years_of_one_definition_are_compared():
    said = alt(ROWS, title="Homes")
    assert said == (
        "Homes, 2021 to 2022: the council 50.0% (from 55.0%) and a company 50.0% (from 45.0%). "
        "The definition changed in 2021."
    )


def test_nothing_is_drawn_of_no_shares():
    none = ROWS.with_columns(share_pct=pl.lit(None, pl.Float64))
    assert draw(none) is None
    assert alt(none, title="Homes") == "Homes: no shares."


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text(name):
    figure = draw(ROWS.with_columns(plain_name=pl.lit(name)))
    assert "<script" not in str(figure.to_plotly_json())
