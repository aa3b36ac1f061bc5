"""Which row holds the names of the columns: at the top, below a preamble, or last."""

from data.build.payments.amounts import pence_of
from data.build.payments.dates import day_of
from data.build.payments.dialect import Row
from data.build.payments.vocabulary import meanings

FIRST_ROWS, LAST_ROWS = 80, 3
CORE = {"amount", "date", "supplier"}


def header_at(rows: list[Row]) -> int | None:
    """Give the index of the header row, or None where no row names columns."""
    places = [
        *range(min(FIRST_ROWS, len(rows))),
        *range(max(FIRST_ROWS, len(rows) - LAST_ROWS), len(rows)),
    ]
    best, most = None, 0
    for place in places:
        named = naming(rows[place][1])
        if named > most:
            best, most = place, named
    return best


def naming(cells: list[str]) -> int:
    """Say how many fields a row's cells name; 0 where it cannot be a header."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if any(pence_of(cell) is not None or day_of(cell) for cell in filled):
        return 0
    fields: set[str] = set()
    for cell in filled:
        found = meanings(cell)
        # One cell counts once, as what it names best that no other cell has named.
        free = [field for field in sorted(found, key=lambda f: -found[f]) if field not in fields]
        fields.update(free[:1])
    return len(fields) if len(fields & CORE) >= 2 else 0
