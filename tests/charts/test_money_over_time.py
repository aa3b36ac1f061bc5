"""Money by month, quarter and year: a month without a file is a gap, never zero."""

from datetime import date

import polars as pl
import pytest

from charts.money_over_time import NONE, PART, WHOLE, alt, draw
from charts.months import financial_year, months_between, period_words, short_words, year_months
from tests.charts.conftest import words_of


@pytest.fixture
def frame():
    rows = [
        ("April 2022", 1_500_000.0, 12, 2, 2),
        ("May 2022", None, None, 0, 2),
        ("June 2022", -20.5, 1, 1, 2),
        ("July 2022", 0.0, 0, 2, 2),
    ]
    return pl.DataFrame(
        rows, schema=["period", "value_gbp", "payments", "held", "expected"], orient="row"
    )


def traces(figure) -> dict[str, object]:
    return {trace.name: trace for trace in figure.data}


def test_whole_part_and_missing_periods_are_told_apart(frame):
    drawn = traces(draw(frame))
    assert list(drawn[WHOLE].x) == [0, 3]
    assert list(drawn[PART].x) == [2]
    assert list(drawn[NONE].x) == [1]
    assert drawn[PART].marker.pattern.shape != drawn[WHOLE].marker.pattern.shape


def test_a_month_without_a_file_has_no_bar_and_one_without_payments_has_one_of_nought(frame):
    drawn = traces(draw(frame))
    assert list(drawn[WHOLE].y) == [1_500_000.0, 0.0]
    assert "not zero" in drawn[NONE].hovertext[0]
    assert "1 of 2 monthly files held" in drawn[PART].hovertext[0]


def test_the_words_name_what_is_missing(frame):
    said = alt(frame, title="Paid")
    assert "£1.5m from April 2022 to July 2022" in said
    assert "No file is held for 1 period: May 2022." in said
    assert "1 period with some files missing." in said


def test_nothing_held_is_nothing_drawn(frame):
    empty = frame.with_columns(value_gbp=pl.lit(None, pl.Float64), held=pl.lit(0))
    assert draw(empty) is None
    assert "no file is held" in alt(empty, title="Paid")


def test_a_hostile_period_is_inert(frame):
    hostile = frame.with_columns(period=pl.lit("<b>x</b>"))
    assert "<b>x</b>" not in words_of(draw(hostile))


@pytest.mark.parametrize(
    ("month", "year", "quarter"),
    [
        (date(2022, 3, 1), "2021-22", "Jan–Mar 2022"),
        (date(2022, 4, 1), "2022-23", "Apr–Jun 2022"),
        (date(1999, 12, 1), "1999-00", "Oct–Dec 1999"),
    ],
)
def test_financial_years_and_quarters(month, year, quarter):
    assert financial_year(month) == period_words(month, "year") == year
    assert period_words(month, "quarter") == quarter
    first, last = year_months(year)
    assert first <= month <= last and len(list(months_between(first, last))) == 12


def test_labels_of_an_axis_are_short():
    assert short_words("September 2022") == "Sep<br>2022"
    assert short_words("Apr–Jun 2022") == "Apr–Jun<br>2022"
    assert short_words("2021-22") == "2021-22"
