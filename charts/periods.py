"""Where a period label stands on a time axis, and stretches of a series without a gap."""

import re
from calendar import month_abbr, month_name
from collections.abc import Sequence
from typing import Any

from charts.time_axis import places

# Of labels longer than a financial year so many stand apart on a phone.
LONG, MOST_LONG = 7, 3
_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_MONTH = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])\b(?!-)")
_FIRST_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def days_in_words(text: str) -> str:
    """Every day in a text as people write it: 2024-05-15 becomes 15 May 2024."""
    return _DAY.sub(lambda day: f"{int(day[3])} {month_name[int(day[2])]} {day[1]}", text)


def date_in_words(date: str) -> str:
    """A date as exactly as it is known: 2024-05-15, 2024-05 (May 2024) or 2024.

    Not for periods: 2011-12 is a financial year there.
    """
    return _MONTH.sub(lambda day: f"{month_name[int(day[2])]} {day[1]}", days_in_words(date))


def span(periods: Sequence[str]) -> str:
    """From the first period to the last, or the only one."""
    return " to ".join(dict.fromkeys([periods[0], periods[-1]]))


def short_label(period: str) -> str:
    """2023-24 as 23-24 would lose its century; only long labels are cut to their years."""
    if day := _DAY.fullmatch(period):
        return f"{int(day[3])} {month_abbr[int(day[2])]} {day[1]}"
    years = _FIRST_YEAR.findall(period)
    return period if len(period) <= 10 or not years else "–".join(dict.fromkeys(years))


def period_ticks(periods: Sequence[str], most: int = 5) -> dict[str, Any]:
    """Labels of a time axis, so many that they stay apart on a phone; the last always shown."""
    labels = [short_label(period) for period in periods]
    most = min(most, MOST_LONG) if max(map(len, labels), default=0) > LONG else most
    step = max(1, -(-len(periods) // most))
    shown = list(range(len(periods) - 1, -1, -step))[::-1]
    words = [labels[place] for place in shown]
    at = places(periods)
    return {
        "tickmode": "array",
        "tickvals": [at[place] for place in shown],
        "ticktext": words,
        "tickangle": 0,
    }


def stretches(numbers: Sequence[int | None]) -> list[list[int]]:
    """Positions of consecutive entries that share a number; None belongs to no stretch.

    [0, 0, None, 0, 1] -> [[0, 1], [3], [4]]
    """
    found: list[list[int]] = []
    before: int | None = None
    for place, number in enumerate(numbers):
        if number is not None and number == before:
            found[-1].append(place)
        elif number is not None:
            found.append([place])
        before = number
    return found
