"""Months as people write them, and the financial quarters and years that they fall in.

A financial year runs from April to March; its first quarter is April to June.
"""

from calendar import month_abbr, month_name
from collections.abc import Iterator
from datetime import date
from typing import Literal

By = Literal["month", "quarter", "year"]


def months_between(first: date, last: date) -> Iterator[date]:
    """The first day of every month from `first` to `last`, both included."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)


def month_words(month: date) -> str:
    return f"{month_name[month.month]} {month.year}"


def span_words(first: date, last: date) -> str:
    """April 2021 to March 2022, or the only month."""
    return " to ".join(dict.fromkeys([month_words(first), month_words(last)]))


def financial_year(month: date) -> str:
    start = month.year - (month.month < 4)
    return f"{start}-{(start + 1) % 100:02d}"


def year_months(year: str) -> tuple[date, date]:
    """First and last month of a financial year: 2021-22 is April 2021 and March 2022."""
    start = int(year[:4])
    return date(start, 4, 1), date(start + 1, 3, 1)


def period_months(month: date, by: By) -> tuple[date, date]:
    """First and last month of the period of kind `by` that the month falls in."""
    if by == "year":
        return year_months(financial_year(month))
    start = month.month if by == "month" else (month.month - 1) // 3 * 3 + 1
    return month.replace(month=start), month.replace(month=start + 2 * (by == "quarter"))


def period_words(month: date, by: By) -> str:
    """April 2021; Apr–Jun 2021; 2021-22: the period of kind `by` that the month falls in."""
    if by == "year":
        return financial_year(month)
    if by == "month":
        return month_words(month)
    start, end = period_months(month, by)
    return f"{month_abbr[start.month]}–{month_abbr[end.month]} {month.year}"


def short_words(label: str) -> str:
    """For an axis, on two lines: April 2021 is Apr over 2021; a financial year stays."""
    words, _, year = label.rpartition(" ")
    if not words:
        return label
    return f"{words if '–' in words else words[:3]}<br>{year}"
