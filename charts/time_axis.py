"""Where periods stand on a time axis: a skipped year keeps its place and breaks the line."""

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

YEAR = 12
# A survey's day moves by a week or two, into the next month in some years.
SAME_STEP_WITHIN = 1 / YEAR + 1e-9

_YEARS = re.compile(r"(?:\d{4}-\d\d to )?(\d{4})([-/])(\d\d)")
_DAY = re.compile(r"(\d{4})-(\d\d)-\d\d")
_QUARTER = re.compile(r"(\d{4}) Q([1-4])")
_CALENDAR = re.compile(r"(?:\d{4} to )?(\d{4})")
_YEAR_TO = re.compile(rf"Year to ({'|'.join(month_name[1:])}) (\d{{4}})")


def month_of(period: str) -> int | None:
    """The month in which a period ends, counted from the year nought; None for other words."""
    if (found := _YEARS.fullmatch(period)) and (int(found[1]) + 1) % 100 == int(found[3]):
        # A financial year ends in March, a school year in August.
        return (int(found[1]) + 1) * YEAR + (2 if found[2] == "-" else 7)
    if found := _DAY.fullmatch(period):
        return int(found[1]) * YEAR + int(found[2]) - 1
    if found := _QUARTER.fullmatch(period):
        return int(found[1]) * YEAR + 3 * int(found[2]) - 1
    if found := _CALENDAR.fullmatch(period):
        return int(found[1]) * YEAR + 11
    if found := _YEAR_TO.fullmatch(period):
        return int(found[2]) * YEAR + list(month_name).index(found[1]) - 1
    return None


def places(periods: Sequence[str]) -> list[float]:
    """Place of each period, the first at 0, the usual step of the series being 1.

    Labels that name no time, or the same time twice, stand one after the other.
    """
    months = [month for period in periods if (month := month_of(period)) is not None]
    gaps = [b - a for a, b in pairwise(months)]
    if not gaps or min(gaps) <= 0 or len(months) < len(periods):
        return [float(place) for place in range(len(periods))]
    counted = Counter(gaps)
    step = min(counted, key=lambda gap: (-counted[gap], gap))
    return [(month - months[0]) / step for month in months]


def adjoin(before: float, after: float) -> bool:
    """Whether two places are one step apart, so that a line may join them."""
    return abs(after - before - 1) <= SAME_STEP_WITHIN


def skipped(periods: Sequence[str]) -> int:
    """How many periods in between have no row at all."""
    return sum(max(round(b - a) - 1, 0) for a, b in pairwise(places(periods)))


def series_starts(breaks: Iterable[str], before: str, this: str) -> bool:
    """Whether a new series starts with this period, or with one skipped since the one before."""
    if this in breaks:
        return True
    first, last = month_of(before), month_of(this)
    if first is None or last is None:
        return False
    months = [month_of(name) for name in breaks]
    return any(month is not None and first < month <= last for month in months)


def stretch_numbers(periods: Sequence[str], breaks: Iterable[str]) -> list[int]:
    """Each period's stretch: a new one starts with a new series and after skipped periods."""
    at, named = places(periods), set(breaks)
    numbers = [0] * min(len(periods), 1)
    for place, pair in enumerate(pairwise(periods), start=1):
        new = series_starts(named, *pair) or not adjoin(at[place - 1], at[place])
        numbers.append(numbers[-1] + new)
    return numbers
