"""A day, or a month, that stands in columns of its parts: year, month and, if any, day."""

import re
from dataclasses import dataclass

import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.dates import month_number
from data.build.payments.vocabulary import plain

PREFIX = r"(?:payment|paid|transaction|posting|invoice|calendar)? ?"
YEAR = re.compile(rf"{PREFIX}(?:year|yr|yyyy|blwyddyn)(?: (?:paid|of payment))?")
FINANCIAL = re.compile(r"(?:financial|fiscal|accounting) ?(?:year|yr)|fin year|fy|year")
MONTH = re.compile(
    rf"{PREFIX}(?:month|mth|mm|mis)(?: (?:name|no|number|num|paid|desc|description|of payment))?"
)
DAY = re.compile(rf"{PREFIX}(?:day|dd|diwrnod|dydd)(?: (?:paid|of month|of payment|no|number))?")
FOUR = re.compile(r"(?:19|20)\d\d")
SPLIT = re.compile(r"((?:19|20)\d\d) ?[-/] ?(?:20)?(\d\d)")
FIRST_MONTH = 4
SURE = 0.9


@dataclass(frozen=True)
class DateParts:
    """Dates put together as text (``2023-04-05`` or ``2023-04``), and the columns' names.

    ``whole``: with the day.
    """

    texts: pl.Series
    names: str
    whole: bool = False


def date_parts(cells: Cells, names: list[str], header: int) -> DateParts | None:
    """Put a date together from columns named year, month and day; None where they hold none."""
    words = [plain(name) for name in names]
    places = {"year": _place(words, YEAR), "month": _place(words, MONTH), "day": _place(words, DAY)}
    if places["year"] is None:
        places["year"] = _place(words, FINANCIAL)
    year, month, day = places.values()
    if year is not None and month is not None:
        # Of several columns of months the one beside the year.
        months = [at for at, word in enumerate(words) if MONTH.fullmatch(word)]
        month = min(months, key=lambda at: abs(at - year))
        places["month"] = month
    if year is None or month is None or len({year, month}) < 2:
        return None
    columns = {part: cells.column(place) for part, place in places.items() if place is not None}
    parts = pl.DataFrame([column.alias(part) for part, column in columns.items()])
    counted = parts.unique()
    made = [_made(*row) for row in counted.select("year", "month", *parts.columns[2:]).iter_rows()]
    joined = parts.join(
        counted.with_columns(pl.Series("made", made, dtype=pl.String)),
        on=parts.columns,
        how="left",
        maintain_order="left",
    )
    texts = joined["made"].fill_null("")
    body = texts[header + 1 :]
    filled = columns["year"][header + 1 :] != ""
    if not len(body) or int((body != "").sum()) < SURE * max(1, int(filled.sum())):
        return None
    used = [place for place in (day, month, year) if place is not None]
    called = ", ".join(" ".join(names[place].split()) for place in used)
    return DateParts(texts, called, day is not None)


def _place(words: list[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, word in enumerate(words) if pattern.fullmatch(word)), None)


def _made(year: str, month: str, day: str = "") -> str:
    number = int(month) if month.isdecimal() and len(month) < 3 else month_number(month)
    split = SPLIT.fullmatch(year)
    if split and month.isdecimal():
        # Month 1 of 2023-24 may be January or April.
        return ""
    if split:
        full = int(split[1]) + (number < FIRST_MONTH)
    elif FOUR.fullmatch(year):
        full = int(year)
    else:
        return ""
    if not 1 <= number <= 12 or (day and not (day.isdecimal() and 1 <= int(day) <= 31)):
        return ""
    return f"{full}-{number:02d}" + (f"-{int(day):02d}" if day else "")
