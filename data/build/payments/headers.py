"""Which row holds the names of the columns: at the top, below a preamble, or last."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from data.build.payments.amounts import pence_of
from data.build.payments.cells import Cells
from data.build.payments.dates import day_of
from data.build.payments.vocabulary import meanings

FIRST_ROWS, LAST_ROWS, MOST_FIGURES = 80, 3, 2
# Cheaper than to ask each cell of each payment what it names. Looked for from the start of a line
# alone: from every sign of it, a row of a million signs would take an hour.
HEADISH = re.compile(
    r"(?im)^(?=.*\b(?:date|paid|month|period|dyddiad))(?=.*(?:amount|value|net|total|£))"
)
CORE = {"amount", "date", "supplier"}


@dataclass(frozen=True)
class Header:
    """The row (0-based) that ends the header, and the names of its columns."""

    place: int
    names: list[str]


def header_of(cells: Cells) -> Header | None:
    """Give the header, or None where no row names columns."""
    places = [
        *range(min(FIRST_ROWS, len(cells))),
        *range(max(FIRST_ROWS, len(cells) - LAST_ROWS), len(cells)),
    ]
    rows = {place: cells.at(place) for place in places}
    best, most = None, 0
    for place, row in rows.items():
        named = naming(row)
        if named > most:
            best, most = Header(place, row), named
    for place, row in rows.items():
        stacked = _stacked(rows.get(place - 1, []), row)
        # A name on two lines of the sheet: only when it tells more than one line alone.
        if stacked and naming(stacked) > most:
            best, most = Header(place, stacked), naming(stacked)
    return _with_cells_above(best, rows) if best else _vague(rows)


def naming(cells: list[str]) -> int:
    """Say how many fields a row's cells name; 0 where it cannot be a header."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    figures = [cell for cell in filled if pence_of(cell) is not None or day_of(cell)]
    # A header bears one stray figure, at most two; a payment bears a day and a sum.
    if len(figures) > MOST_FIGURES or (
        figures and (filled[0] in figures or not HEADISH.search(" ".join(filled)))
    ):
        return 0
    fields: set[str] = set()
    for cell in filled:
        found = meanings(cell)
        # One cell counts once, as what it names best that no other cell has named.
        free = [field for field in sorted(found, key=lambda f: -found[f]) if field not in fields]
        fields.update(free[:1])
    # A stray figure (a year, a sum above its column) among all three names spoils no header.
    if figures and (not fields >= CORE or len(figures) > len(fields)):
        return 0
    return len(fields) if len(fields & CORE) >= 2 else 0


def _vague(rows: dict[int, list[str]]) -> Header | None:
    """A first row of words above a row of figures is a header, though it names one field only."""
    for place, row in rows.items():
        filled = [cell for cell in row if cell.strip()]
        below = [cell.strip() for cell in rows.get(place + 1, []) if cell.strip()]
        if len(filled) < 2 or len(filled) < 0.6 * len(below) or not all(map(_wordy, filled)):
            continue
        figures = any(pence_of(cell) is not None or day_of(cell) for cell in below)
        if figures and any(set(meanings(cell)) & CORE for cell in filled):
            return Header(place, row)
    return None


def _stacked(above: list[str], row: list[str]) -> list[str]:
    # The second line of a header bears no figures: that is the first payment below one.
    if not any(map(_word, above)) or not all(map(_wordy, [*above, *row])):
        return []
    return [f"{a.strip()} {b.strip()}".strip() for a, b in zip_longest(above, row, fillvalue="")]


def _with_cells_above(header: Header, rows: dict[int, list[str]]) -> Header:
    """A cell merged over two rows of the header stands in the upper one."""
    above = rows.get(header.place - 1, [])
    if sum(1 for cell in above if cell.strip()) < 2:
        return header
    names = [
        own if own.strip() or not meanings(upper) else upper
        for own, upper in zip_longest(header.names, above, fillvalue="")
    ]
    return Header(header.place, names)


def _word(cell: str) -> bool:
    return bool(cell.strip())


def _wordy(cell: str) -> bool:
    return len(cell) < 60 and pence_of(cell.strip()) is None and not day_of(cell)
