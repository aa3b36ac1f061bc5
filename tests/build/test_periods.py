"""Periods have one label and the right days, and what cannot be read is not guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.build import periods

YEARS = st.integers(1950, 2098)


@pytest.mark.parametrize(
    ("period", "label", "starts", "ends"),
    [
        (periods.financial(2023), "2023-24", date(2023, 4, 1), date(2024, 3, 31)),
        (periods.financial(1999), "1999-00", date(1999, 4, 1), date(2000, 3, 31)),
        (periods.academic(2023), "2023/24", date(2023, 9, 1), date(2024, 8, 31)),
        (periods.calendar(2024), "2024", date(2024, 1, 1), date(2024, 12, 31)),
        (periods.rolling(2022, 2024), "2022 to 2024", date(2022, 1, 1), date(2024, 12, 31)),
        (
            periods.rolling_financial(2019, 2021),
            "2019-20 to 2021-22",
            date(2019, 4, 1),
            date(2022, 3, 31),
        ),
        (periods.quarter(2025, 4), "2025 Q4", date(2025, 10, 1), date(2025, 12, 31)),
        (periods.quarter(2024, 1), "2024 Q1", date(2024, 1, 1), date(2024, 3, 31)),
        (periods.day(date(2024, 3, 31)), "2024-03-31", date(2024, 3, 31), date(2024, 3, 31)),
        (
            periods.year_to(2025, 9),
            "Year to September 2025",
            date(2024, 10, 1),
            date(2025, 9, 30),
        ),
        (
            periods.year_to(2024, 12),
            "Year to December 2024",
            date(2024, 1, 1),
            date(2024, 12, 31),
        ),
    ],
)
def test_labels_and_days(period, label, starts, ends):
    assert (period.period, period.starts, period.ends) == (label, starts, ends)
    assert periods.of_label(label) == period


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("2023-24", "financial", "2023-24"),
        ("2023–24", "financial", "2023-24"),
        ("2023/24", "financial", "2023-24"),
        ("2023-2024", "financial", "2023-24"),
        ("2023_24", "financial", "2023-24"),
        ("  2023  -24", "financial", "2023-24"),
        ("1999-00", "financial", "1999-00"),
        ("2024-03-31", "financial", "2023-24"),
        ("2025-04-30", "day", "2025-04-30"),
        ("21 March 2021", "day", "2021-03-21"),
        ("Mid-2024", "calendar", "2024"),
    ],
)
def test_what_publishers_write_is_read(text, kind, label):
    assert periods.parse(text, kind).period == label


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "financial"),
        ("Total", "financial"),
        ("2023-25", "financial"),
        ("2023-24", "calendar"),
        ("2024", "rolling"),
        ("31 February 2021", "day"),
        ("2021-02-31", "day"),
        ("5 Brumaire 2021", "day"),
        ("2025 Q5", "quarter"),
    ],
)
def test_what_is_no_such_period_is_not_guessed(text, kind):
    assert periods.parse(text, kind) is None


@pytest.mark.parametrize(("year_is", "label"), [("starts", "2023-24"), ("ends", "2022-23")])
def test_a_lone_year_starts_or_ends_the_period_as_the_record_says(year_is, label):
    assert periods.parse("2023", "financial", year_is).period == label


@given(YEARS)
def test_a_label_reads_back_as_its_own_period(year):
    for period in (
        periods.financial(year),
        periods.academic(year),
        periods.calendar(year),
        periods.rolling(year, year + 2),
        periods.quarter(year, year % 4 + 1),
        periods.year_to(year, year % 12 + 1),
        periods.day(date(year, 2, 28)),
    ):
        assert periods.parse(period.period, period.kind) == period


@given(YEARS)
def test_years_follow_each_other_without_a_gap(year):
    for kind in (periods.financial, periods.academic, periods.calendar):
        assert kind(year).ends + timedelta(days=1) == kind(year + 1).starts
    ends = [periods.quarter(year, number).ends for number in (1, 2, 3)]
    assert [end + timedelta(days=1) for end in ends] == [
        periods.quarter(year, number).starts for number in (2, 3, 4)
    ]
