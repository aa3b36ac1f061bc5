"""What a file gives away: hidden cells, and columns of personal or banking details."""

import polars as pl

from data.build.payments.cells import Cells, share_of
from data.build.payments.dates import day_of
from data.build.payments.opening import Table
from data.build.payments.private_columns import ACCOUNT, BANKING, is_private
from data.build.payments.result import Reading
from data.build.payments.shapes import LETTER
from data.build.payments.vocabulary import plain

NI = r"(?i)^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]$"
EMAIL = r"(?i)^[\w.+'-]+@[\w-]+\.[\w.-]+$"
SORT_CODE = r"^\d\d-\d\d-\d\d$"
CARD = r"^\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}$"
IBAN = r"^[A-Z]{2}\d\d ?[A-Z]{4} ?\d{4} ?\d{4} ?\d{4} ?\d{2}$"
PATTERNS = {
    "National Insurance numbers": NI,
    "email addresses": EMAIL,
    "bank sort codes": SORT_CODE,
    "IBANs": IBAN,
}
ANY = "|".join(f"(?:{pattern})" for pattern in (*PATTERNS.values(), CARD))
MOSTLY = 0.5
SAMPLE = 400


def note_exposed(
    reading: Reading, table: Table, cells: Cells, names: list[str], kept: pl.Series
) -> None:
    """Say what should not be published, and what is hidden and published all the same."""
    banking, values = [], []
    words = [plain(name) for name in names]
    rows = kept.head(SAMPLE)
    seen = Cells(cells.lines.gather(rows), cells.frame[rows])
    sorted_by = any(BANKING.fullmatch(word) for word in words)
    for place, word in enumerate(words):
        called = " ".join(names[place].split())
        account = sorted_by and ACCOUNT.fullmatch(word)
        if is_private(names[place]) or account:
            if (cells.column(place).gather(kept) != "").any():
                banking.append(called)
        elif found := _held(seen.column(place)):
            values.append(f"{called!r} holds {found}")
    if banking:
        one = len(banking) == 1
        said = ", ".join(map(repr, banking))
        reading.expose(
            f"{'column' if one else 'columns'} {said} {'is' if one else 'are'} personal or banking "
            "details: do not publish them"
        )
    for said in values:
        reading.expose(f"{said}, personal or banking details: do not publish them")
    _note_hidden(reading, table, cells, names, kept)


def _held(texts: pl.Series) -> str:
    texts = texts.filter(texts != "")
    # One look tells of most columns that none of the patterns fits.
    if not len(texts) or share_of(texts.str.contains(ANY)) < MOSTLY:
        return ""
    for what, pattern in PATTERNS.items():
        fits = texts.filter(texts.str.contains(pattern))
        if len(fits) < MOSTLY * len(texts):
            continue
        if pattern == SORT_CODE and any(day_of(text) for text in fits.head(50).to_list()):
            continue
        return what
    cards = texts.filter(texts.str.contains(CARD))
    if len(cards) > MOSTLY * len(texts) and all(map(_luhn, cards.head(50).to_list())):
        return "whole card numbers"
    return ""


def _luhn(text: str) -> bool:
    digits = [int(sign) for sign in text if sign.isdigit()][::-1]
    doubled = (2 * digit - 9 * (digit > 4) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _note_hidden(
    reading: Reading, table: Table, cells: Cells, names: list[str], kept: pl.Series
) -> None:
    where = f" of sheet {table.sheet!r}" if table.sheet and table.many else ""
    for place in table.hidden.columns:
        texts = cells.column(place).gather(kept)
        texts = texts.filter(texts != "")
        if not len(texts):
            continue
        what = "names" if share_of(texts.str.contains(LETTER.pattern)) > MOSTLY else "values"
        called = (
            f" ({names[place].strip()!r})" if place < len(names) and names[place].strip() else ""
        )
        reading.expose(
            f"column {_letters(place)}{called}{where} is hidden and holds {len(texts)} {what}: "
            f"hidden "
            "cells are published with the file"
        )
    lines = cells.lines.gather(kept)
    hidden = lines.is_in(table.hidden.rows)
    count = int(hidden.sum())
    if count:
        pence = int(reading.payments.frame["amount_pence"].tail(len(kept)).filter(hidden).sum())
        how = "filtered out" if table.hidden.filtered else "hidden"
        rows = "row is" if count == 1 else "rows are"
        reading.expose(
            f"{count} {rows} {how}{where} and read with the rest, £{pence / 100:,.2f} of the sum: "
            f"hidden "
            "rows are published with the file",
            0.12,
        )


def _letters(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
