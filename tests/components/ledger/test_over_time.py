"""What was found and what is held, period by period."""

from datetime import date

import polars as pl
import pytest

from components.ledger.over_time import as_table, by_period

HELD = pl.DataFrame(
    {
        "council": ["A", "A", "B", "A"],
        "month": [date(2022, 4, 1), date(2022, 5, 1), date(2022, 5, 1), date(2022, 8, 1)],
    }
)
FOUND = pl.DataFrame(
    {
        "month": [date(2022, 4, 1), date(2022, 5, 1), date(2022, 5, 1), None],
        "payments": [2, 1, 4, 9],
        "amount_gbp": [10.0, 5.5, -1.0, 99.0],
    }
)


def test_every_month_between_is_there_with_what_is_held_of_it():
    rows = by_period(FOUND, HELD, "month", councils=2).rows()
    assert rows == [
        ("April 2022", 10.0, 2, 1, 2),
        ("May 2022", 4.5, 5, 2, 2),
        ("June 2022", None, 0, 0, 2),
        ("July 2022", None, 0, 0, 2),
        ("August 2022", 0.0, 0, 1, 2),
    ]


@pytest.mark.parametrize(("by", "expected"), [("quarter", [6, 6]), ("year", [24])])
def test_a_quarter_and_a_year_count_the_files_they_would_have(by, expected):
    frame = by_period(FOUND, HELD, by, councils=2)
    assert frame["expected"].to_list() == expected
    assert frame["value_gbp"].sum() == 14.5


def test_only_the_months_asked_for_are_expected():
    asked = {"first": date(2022, 3, 1), "last": date(2022, 5, 1)}
    frame = by_period(FOUND, HELD, "quarter", councils=1, **asked)
    assert frame["period"].to_list() == ["Jan–Mar 2022", "Apr–Jun 2022"]
    assert frame["expected"].to_list() == [1, 2]
    assert frame["value_gbp"].to_list() == [None, 14.5]


def test_the_table_says_what_is_held():
    table = as_table(by_period(FOUND, HELD, "month", councils=2))
    assert table["What is held"].to_list()[:3] == [
        "Some files missing",
        "All files held",
        "No file held",
    ]
    assert table["Payments"].to_list()[2] is None


def test_nothing_held_is_no_rows():
    assert by_period(FOUND, HELD.clear(), "month", councils=2).is_empty()
