"""Single days whose day and month a spreadsheet has exchanged, told by the months of the others.

A spreadsheet with American settings reads 03/05/2024 as the fifth of March and leaves 13/05/2024:
the days to the 12th are then written the other way about, in one column with the rest.
"""

from collections import Counter
from datetime import date

from data.build.payments.dates import Day

# As many different days must be exchanged, and so large a share of those that could be.
FEWEST, MOST_OF = 3, 0.9
FEWEST_IN_NAMED_MONTH = 2
# Over so many months a day and its exchange both lie in them.
MOST_MONTHS = 4
Month = tuple[int, int]


def exchanged_days(
    read: dict[str, Day | None], counts: Counter[str], period: date | None
) -> tuple[dict[str, Day], int]:
    """Give the texts whose days are to be exchanged, each with the day that is meant.

    Only where the others (from the 13th on, which cannot be exchanged) or the file's name tell the
    months, the days as they stand lie outside them and the exchanged days inside. Gives as well the
    rows of too few such days, which are only to be doubted.
    """
    days = {
        text: day for text, day in read.items() if day and not day.month_only and _two_ways(day)
    }
    if not days:
        return {}, 0
    months = _months(days, counts, period)
    outside = {text: day for text, day in days.items() if _month(day.day) not in months}
    meant = {
        text: Day(_turned(day.day), day.format)
        for text, day in outside.items()
        if day.day.day <= 12 and _month(_turned(day.day)) in months
    }
    told = period is not None and months == {_month(period)}
    # Early days that stand inside the months already speak for the order as written.
    early = {text for text, day in days.items() if day.day.day <= 12 and text not in outside}
    own = sum(counts[text] for text in early if _month(_turned(days[text].day)) not in months)
    turned = sum(counts[text] for text in meant)
    late = any(day.day.day > 12 for text, day in days.items() if text not in outside)
    enough = len({day.day for day in meant.values()}) >= (FEWEST_IN_NAMED_MONTH if told else FEWEST)
    rest = sum(counts[text] for text in outside) - turned
    sure = enough and late and turned >= MOST_OF * (turned + rest + own)
    return (meant, 0) if sure else ({}, turned if told and late and not rest else 0)


def _months(days: dict[str, Day], counts: Counter[str], period: date | None) -> set[Month]:
    """The months that the days from the 13th on tell; that of the name where most lie in it."""
    late: Counter[Month] = Counter()
    for text, day in days.items():
        if day.day.day > 12:
            late[_month(day.day)] += counts[text]
    if period and late[_month(period)] > 0.9 * late.total():
        return {_month(period)}
    # A stray day far from the others tells no month.
    months = {month for month, count in late.items() if count >= 0.05 * late.total()}
    return months if len(months) <= MOST_MONTHS else set(late)


def _two_ways(day: Day) -> bool:
    """Whether it is written in figures alone, so that it can be read in two ways."""
    return "mon" not in day.format


def _turned(day: date) -> date:
    return date(day.year, day.day, day.month)


def _month(day: date) -> Month:
    return day.year, day.month
