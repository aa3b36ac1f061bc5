"""Axes: from figures, dates and names to pixels, and where the ticks stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil, floor, isfinite, log10
from typing import Any

MOST_TICKS = 6


@dataclass(frozen=True)
class Axis:
    """`names` are those of a category axis; `low`, `high` what lies at pixels `start`, `end`."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False
    dates: bool = False
    names: tuple[str, ...] = ()

    def at(self, value: object) -> float | None:
        """The pixel of a value; None where there is none."""
        number = self.number(value)
        if number is None:
            return None
        if self.log:
            if number <= 0:
                return None
            number = log10(number)
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)

    def number(self, value: object) -> float | None:
        if self.names and isinstance(value, str):
            return float(self.names.index(value)) if value in self.names else None
        return number_of(value)


def number_of(value: object) -> float | None:
    """A figure, or a date as days; None for what is neither."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, (datetime, date)):
        return _days(value)
    if isinstance(value, str):
        try:
            return _days(datetime.fromisoformat(value))
        except ValueError:
            return None
    number = float(str(value))
    return number if isfinite(number) else None


def _days(value: date) -> float:
    one = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    return one.toordinal() + one.hour / 24


def axis_of(
    said: Mapping[str, Any], values: Sequence[object], start: float, end: float, pad: float = 0.05
) -> Axis:
    """`said` is plotly's axis; `values` what the traces have on it."""
    names = _names(values)
    log = said.get("type") == "log"
    dates = not names and _are_dates(values)
    if (held := said.get("range")) is not None:
        low, high = (number_of(one) for one in held)
        if low is not None and high is not None and low != high:
            return Axis(low, high, start, end, log, dates, names)
    plain = Axis(0, 1, 0, 1, names=names)
    numbers = [n for one in values if (n := plain.number(one)) is not None and (n > 0 or not log)]
    numbers = [log10(n) for n in numbers] if log else numbers
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    room = (high - low) * pad or 0.5
    if names:
        room = 0.5
    turned = said.get("autorange") == "reversed"
    ends = (high + room, low - room) if turned else (low - room, high + room)
    return Axis(*ends, start, end, log, dates, names)


def ticks(said: Mapping[str, Any], axis: Axis) -> list[tuple[float, str]]:
    """Pixel and words of each tick within the axis."""
    values, texts = said.get("tickvals"), said.get("ticktext")
    if values is None:
        values, texts = _own_ticks(axis)
    shown = [str(one) for one in values] if texts is None else list(texts)
    ends = sorted((axis.start, axis.end))
    placed = [(axis.at(value), text) for value, text in zip(values, shown, strict=False)]
    return [(p, t) for p, t in placed if p is not None and ends[0] - 1 <= p <= ends[1] + 1]


def _own_ticks(axis: Axis) -> tuple[list[object], list[str]]:
    if axis.names:
        step = ceil(len(axis.names) / 12)
        names = list(axis.names[::step])
        return list(names), names
    low, high = sorted((axis.low, axis.high))
    if axis.log:
        powers = [10.0**n for n in range(ceil(low), floor(high) + 1)]
        return list(powers), [f"{power:,g}" for power in powers]
    if axis.dates:
        first, last = (date.fromordinal(max(1, round(one))).year for one in (low, high))
        years = range(first, last + 1, max(1, ceil((last - first) / MOST_TICKS)))
        return [date(year, 1, 1) for year in years], [str(year) for year in years]
    size = 10.0 ** floor(log10((high - low) / MOST_TICKS))
    wide = size * next(n for n in (1, 2, 5, 10) if size * n * MOST_TICKS >= (high - low) * 0.999)
    places = [n * wide for n in range(ceil(low / wide), floor(high / wide) + 1)]
    return list(places), [f"{place:,g}".replace("-", "−") for place in places]


def _names(values: Iterable[object]) -> tuple[str, ...]:
    texts = [one for one in values if isinstance(one, str)]
    if not texts or all(number_of(one) is not None for one in texts):
        return ()
    return tuple(dict.fromkeys(texts))


def _are_dates(values: Iterable[object]) -> bool:
    first = next((one for one in values if one is not None), None)
    return isinstance(first, (str, date))
