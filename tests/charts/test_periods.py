"""Periods on a time axis."""

import pytest

from charts.periods import (
    date_in_words,
    days_in_words,
    period_ticks,
    short_label,
    span,
    stretches,
)


@pytest.mark.parametrize(
    ("period", "label"),
    [
        ("2023-24", "2023-24"),
        ("2023/24", "2023/24"),
        ("2022 to 2024", "2022–2024"),
        ("Year to September 2025", "2025"),
        ("2024-03-31", "31 Mar 2024"),
    ],
)
def test_labels_are_short_and_keep_the_year(period, label):
    assert short_label(period) == label


def test_days_are_written_as_people_do():
    assert days_in_words("GDP, 2024-05-01 (2023-24)") == "GDP, 1 May 2024 (2023-24)"


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2015-10-01", "1 October 2015"),
        ("2014-10", "October 2014"),
        ("2014", "2014"),
        ("no date on the page", "no date on the page"),
    ],
)
def test_a_date_is_written_as_exactly_as_it_is_known(date, said):
    assert date_in_words(date) == said


def test_long_labels_are_fewer_so_that_they_stay_apart_on_a_phone():
    days = [f"{year}-03-31" for year in range(2016, 2026)]
    assert len(period_ticks(days)["tickvals"]) == 3
    assert period_ticks(days)["ticktext"][-1] == "31 Mar 2025"


def test_a_span_of_one_period_is_that_period():
    assert span(["2024"]) == "2024"
    assert span(["2020-21", "2021-22", "2022-23"]) == "2020-21 to 2022-23"


def test_stretches_end_at_gaps_and_at_changes():
    assert stretches([0, 0, None, 0, 1]) == [[0, 1], [3], [4]]
    assert stretches([None, None]) == []


@pytest.mark.parametrize("n", [1, 2, 5, 6, 15, 40])
def test_at_most_five_labels_and_the_last_period_among_them(n):
    ticks = period_ticks([f"{1980 + i}" for i in range(n)])
    assert len(ticks["tickvals"]) <= 5
    assert ticks["tickvals"][-1] == n - 1
    assert ticks["ticktext"][-1] == f"{1980 + n - 1}"
