"""What the values of a column look like: the evidence beside its header."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from data.build.payments.amounts import exact_pence_of, is_continental
from data.build.payments.cells import Cells
from data.build.payments.dates import SERIAL, THREE, day_of

SAMPLE = 1500
KINDS = ("amount", "money", "day", "serial", "text", "firm", "company")
DIGIT = re.compile(r"\d")
LETTER = re.compile(r"[A-Za-z]{2}")
FIRM = re.compile(r"\b(ltd|limited|plc|llp|council|services?|trust|solicitors|uk|society)\b", re.I)
COMPANY = re.compile(r"\b(?:ltd|limited|plc|llp|cic|cyf)\b", re.I)
MONEY = re.compile(r"[£(]|[.,]\d\d? ?(?:cr|dr|-)?$|,\d{3}", re.I)


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
    company: float = 0
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

    # Whatever has no digit in it is neither a number nor a day.
    wordy = Counter({text: count for text, count in values.items() if not DIGIT.search(text)})
    style = is_continental(list(values))
    found: Counter[str] = Counter()
    for text, count in (values - wordy).items():
        for kind in _kinds(text, style):
            found[kind] += count
    shares = {kind: found[kind] / filled for kind in KINDS}
    shares["text"] += sum(n for value, n in wordy.items() if LETTER.search(value)) / filled
    shares["firm"] += sum(n for value, n in wordy.items() if FIRM.search(value)) / filled
    shares["company"] += sum(n for value, n in wordy.items() if COMPANY.search(value)) / filled
    return Shape(filled=filled, distinct=len(values) / filled, **shares)


def _kinds(text: str, style: bool) -> Iterator[str]:
    """What one text with a digit in it reads as."""
    if exact_pence_of(text, style) is not None:
        yield "amount"
        if MONEY.search(text):
            yield "money"
    day = day_of(text)
    if day or (THREE.match(text) and day_of(text, "mdy")):
        yield "day"
    if SERIAL.fullmatch(text):
        yield "serial"
    if day is None and LETTER.search(text):
        yield "text"
    if FIRM.search(text):
        yield "firm"
        if COMPANY.search(text):
            yield "company"
