"""Cells of a published file -> how many payments, how much, in which months: by plain rules."""

import re
from collections import Counter
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.build.ledger.independent.cells import sheets_of
from tests.build.ledger.independent.layouts import LAYOUTS, TOTAL_UNDER_A_NAME

FIRST_ROWS, LAST_ROWS = 90, 6
# A number with a fraction in binary: a penny's millionth is the machine's, not the council's.
NOISE = Decimal("0.000001")
FORMS = (
    "%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d-%b-%Y", "%d-%b-%y", "%d/%m/%y",
    "%d %b %Y", "%d %b %y", "%d %B %Y", "%d-%B-%Y", "%d/%b/%Y", "%Y%m%d", "%d%m%Y",
)  # fmt: skip
MONTHS = ("%b-%y", "%B-%y", "%B %Y", "%b %Y", "%b-%Y")
EXCEL = date(1899, 12, 30)


class Found(NamedTuple):
    """What a file holds: payments, their sum in pounds, rows of totals, payments by month."""

    rows: int
    pounds: Decimal
    totals: int
    months: dict[str, int]


def read_plainly(path: Path) -> Found:
    """Read every sheet that has the body's columns."""
    rows = pounds = totals = 0
    months: Counter[str] = Counter()
    for _, cells in sheets_of(path):
        places = _places(path, cells)
        if places is None:
            continue
        start, amount, supplier, day = places
        taken = _amounts(path, cells[start:], amount, supplier, day)
        rows += len(taken.kept)
        pounds += sum((value for value, _ in taken.kept), Decimal(0))
        totals += taken.totals
        months.update(month for _, month in taken.kept if month)
    return Found(rows, Decimal(pounds).quantize(Decimal("0.01")), totals, dict(months))


class _Taken(NamedTuple):
    kept: list[tuple[Decimal, str]]
    totals: int


def _amounts(path: Path, rows: list[list[str]], amount: int, supplier: int, day: int) -> _Taken:
    kept, totals = [], 0
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    for at, row in enumerate(filled):
        value = pounds_of(_cell(row, amount))
        if value is None:
            continue
        nameless = not _cell(row, supplier) and not _is_day(_cell(row, day))
        last = at >= len(filled) - LAST_ROWS
        labelled = any(
            re.fullmatch(r"(?i)(grand |report )?total[: ]*", cell.strip()) for cell in row
        )
        under_a_name = at == len(filled) - 1 and _named(path) in TOTAL_UNDER_A_NAME
        if (nameless and (last or labelled)) or (last and labelled) or under_a_name:
            totals += 1
            continue
        kept.append((value, month_of(_cell(row, day))))
    return _Taken(kept, totals)


def _places(path: Path, cells: list[list[str]]) -> tuple[int, int, int, int] | None:
    """First row of payments, and places of amount, supplier and day."""
    layout = LAYOUTS[path.parent.name]
    for at, row in enumerate(cells[:FIRST_ROWS]):
        names = [_plain(cell) for cell in row]
        found = [_last(names, wanted) for wanted in (layout.amount, layout.supplier, layout.day)]
        if None not in found:
            return (at + 1, *found)
    return None


def _last(names: list[str], wanted: tuple[str, ...]) -> int | None:
    """Of two columns of one name, the last (Derby's first holds references)."""
    for name in map(_plain, wanted):
        if name in names:
            return len(names) - 1 - names[::-1].index(name)
    return None


def _plain(cell: str) -> str:
    # The pound sign as code page 850 writes it.
    return " ".join(cell.replace("\ufeff", "").replace("\x9c", "œ").split()).lower()


def _cell(row: list[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def _is_day(text: str) -> bool:
    return "2000" < month_of(text) < "2030"


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def pounds_of(text: str) -> Decimal | None:
    """``(1,234.50)``, ``£ 12``, ``12.3-``, ``-£4``: pounds, negative for a credit."""
    bare = re.sub("[£\u0153\u00a3\ufffd,\\s\"']", "", text)
    negative = bare.startswith(("(", "-")) or bare.endswith("-")
    bare = bare.strip("()-")
    if not re.fullmatch(r"\d*\.?\d+(E[+-]?\d+)?|\d+\.", bare, re.I):
        return None
    try:
        value = Decimal(bare).quantize(NOISE)
    except InvalidOperation:
        return None
    return -value if negative else value


@cache
def month_of(text: str) -> str:
    """``2023-04`` of a day or month as it is written; blank where it is none."""
    bare = re.sub(r"[T ]\d\d?:\d\d(:\d\d)?(\.\d+)?( [AP]M)?$", "", text.strip())
    if re.fullmatch(r"\d{5}(\.\d+)?", bare):
        return f"{EXCEL + timedelta(days=int(float(bare))):%Y-%m}"
    for form in (*FORMS, *MONTHS):
        try:
            return f"{datetime.strptime(bare, form):%Y-%m}"
        except ValueError:
            continue
    return ""
