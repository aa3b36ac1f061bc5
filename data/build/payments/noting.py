"""What the rows taken say of themselves that a reader of their sum must know."""

import re
from collections import Counter

import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.columns import Columns
from data.build.payments.invoice_totals import note_invoice_totals
from data.build.payments.lost_figures import note_lost_figures
from data.build.payments.result import Reading, Refused
from data.build.payments.sums_listed import note_sums_listed
from data.build.payments.units import HOME_CODES
from data.build.payments.vocabulary import meanings, plain
from data.build.payments.whom import note_whom

TYPES = re.compile(r"(?:transaction|trans|document|doc|invoice|payment)? ?type(?: .*)?")
CREDIT_NOTE = r"(?i)^(?:credit(?: ?notes?| memo)?|crn|refund)$"
CURRENCY = re.compile(
    r"(?:payment |invoice |transaction |trans |original |doc(?:ument)? |local )?(?:currency|cur|"
    r"curr|crcy|ccy)(?: code| iso| key)?|"
    r"arian(?: cyfred)?|iso(?: code)?"
)
CODES = {"GBP", "EUR", "USD", "CAD", "AUD", "NZD", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "INR"}
CODE = re.compile(r"[A-Z]{3}|EUROS?|DOLLARS?|US DOLLARS?|[€$]")
VAT_LINE = (
    r"(?i)^(?:\w?\d[\w-]* ?[-:]? ?)?(?:input|output|recoverable|reclaimable|irrecoverable|"
    r"unrecoverable|recovered)? ?(?:vat|taw|value added tax)(?: ?[-:]? ?(?:input|output|"
    r"recoverable|"
    r"reclaimable|irrecoverable|control|account|on .*|paid|@? ?\d+%?))*$"
)
LABELS = ("category", "purpose", "expense_code", "department", "detail")


def note_rows(
    reading: Reading, cells: Cells, names: list[str], columns: Columns, kept: pl.Series
) -> None:
    """Add the doubts that the texts beside the amounts give rise to."""
    _note_currency(reading, cells, names, kept)
    _note_credits(reading, cells, names, kept)
    _note_vat(reading, cells, names, kept)
    note_lost_figures(reading, cells, columns, kept)
    note_invoice_totals(reading, cells, columns, kept)
    note_sums_listed(reading, columns, kept)
    note_whom(reading, cells, columns, kept)


def amounts_of(reading: Reading, kept: pl.Series) -> pl.Series:
    """Give the pence of the rows that were taken last."""
    return reading.payments.frame["amount_pence"].tail(len(kept))


def _note_currency(reading: Reading, cells: Cells, names: list[str], kept: pl.Series) -> None:
    width = max(len(names), cells.width)
    for place, name in enumerate([*names, *[""] * (width - len(names))]):
        if not CURRENCY.fullmatch(plain(name)) and not _holds_codes(cells, place, kept):
            continue
        counted = Counter(cells.column(place).gather(kept).str.to_uppercase().to_list())
        foreign = {
            text: n
            for text, n in counted.items()
            if text not in HOME_CODES and CODE.fullmatch(text)
        }
        total = sum(foreign.values())
        if total == len(kept):
            raise Refused(f"its amounts are not in pounds: {name!r} says {max(foreign)}")
        if total:
            rows = "row is" if total == 1 else "rows are"
            said = f"{total} {rows} in {', '.join(sorted(foreign))}: their amounts are no pounds"
            reading.doubt(0.05 + 0.5 * total / len(kept), said)


def _holds_codes(cells: Cells, place: int, kept: pl.Series) -> bool:
    """Whether a column, whatever it is called, holds codes of currencies and pounds among them."""
    if place >= cells.width or cells.frame.to_series(place)[kept[0]].strip() not in CODES:
        return False
    held = set(cells.column(place).gather(kept).unique().to_list())
    return held <= CODES | {""} and "GBP" in held


def _note_credits(reading: Reading, cells: Cells, names: list[str], kept: pl.Series) -> None:
    """Say where rows are called credit notes and have positive amounts."""
    amounts = amounts_of(reading, kept)
    for place, name in enumerate(names):
        if not TYPES.fullmatch(plain(name)):
            continue
        called = cells.column(place).gather(kept).str.contains(CREDIT_NOTE)
        if count := int((called & (amounts > 0)).sum()):
            rows = "row is" if count == 1 else "rows are"
            said = (
                f"{count} {rows} called a credit in {name!r}, with a positive amount as published"
            )
            reading.doubt(0.05 + 0.3 * count / len(kept), said)


def _note_vat(reading: Reading, cells: Cells, names: list[str], kept: pl.Series) -> None:
    """Say where lines of VAT stand beside the lines that they are the tax of."""
    amounts = amounts_of(reading, kept)
    for place, name in enumerate(names):
        if not set(meanings(name)) & set(LABELS) and not TYPES.fullmatch(plain(name)):
            continue
        texts = cells.column(place).gather(kept)
        different = texts.unique()
        called_so = different.filter(different.str.contains(VAT_LINE))
        if not len(called_so):
            continue
        lines = texts.is_in(called_so.to_list())
        count = int(lines.sum())
        if not count or count == len(kept):
            continue
        called = ", ".join(repr(text[:40]) for text in called_so.sort()[:3])
        pence = int(amounts.filter(lines).sum())
        said = "line is" if count == 1 else "lines are"
        reading.doubt(
            0.02 + 0.1 * count / len(kept),
            f"{count} {said} VAT ({called} in {name!r}), £{pence / 100:,.2f} of the sum",
        )
