"""What the values of a column look like: the evidence beside its header."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from data.build.payments.amounts import is_continental, pence_of
from data.build.payments.cells import Cells
from data.build.payments.dates import SERIAL, day_of

SAMPLE = 1500
DIGIT = re.compile(r"\d")
LETTER = re.compile(r"[A-Za-z]{2}")
FIRM = re.compile(r"\b(ltd|limited|plc|llp|council|services?|trust|solicitors|uk|society)\b", re.I)
MONEY = re.compile(r"[£(]|[.,]\d\d?$|,\d{3}")


@dataclass(frozen=True)
class Shape:
    """Shares (0 to 1) of a column's filled cells that read as ..., and how many are filled."""

    filled: int = 0
    amount: float = 0
    money: float = 0
    day: float = 0
    serial: float = 0
    text: float = 0
    firm: float = 0
    distinct: float = 0


def shapes_of(cells: Cells) -> list[Shape]:
    """Look at rows spread over the whole table; one shape a column."""
    step = max(1, len(cells) // SAMPLE)
    seen = Cells(cells.lines.gather_every(step), cells.frame.gather_every(step))
    return [_shape(_counted(seen.column(place))) for place in range(seen.width)]


def _counted(texts: pl.Series) -> Counter[str]:
    return Counter(texts.filter(texts != "").to_list())


def _shape(values: Counter[str]) -> Shape:
    filled = values.total()
    if not filled:
        return Shape()

    style = is_continental(list(values))
    tests: dict[str, Callable[[str], bool]] = {
        "amount": lambda value: pence_of(value, style) is not None,
        "money": lambda value: bool(MONEY.search(value)) and pence_of(value, style) is not None,
        "day": lambda value: day_of(value) is not None or day_of(value, "mdy") is not None,
        "serial": lambda value: bool(SERIAL.fullmatch(value)),
        "text": lambda value: bool(LETTER.search(value)) and day_of(value) is None,
        "firm": lambda value: bool(FIRM.search(value)),
    }
    # Whatever has no digit in it is neither a number nor a day.
    wordy = Counter({text: count for text, count in values.items() if not DIGIT.search(text)})
    digits = values - wordy
    shares = {
        name: sum(count for value, count in digits.items() if test(value)) / filled
        for name, test in tests.items()
    }
    shares["text"] += sum(n for value, n in wordy.items() if LETTER.search(value)) / filled
    shares["firm"] += sum(n for value, n in wordy.items() if FIRM.search(value)) / filled
    return Shape(filled=filled, distinct=len(values) / filled, **shares)
