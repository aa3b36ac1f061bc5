"""Headers one column beside their rows: row numbers without a name, or a name too many."""

from data.build.payments.cell_kinds import SAMPLE, is_amount, is_day, is_words
from data.build.payments.cells import Cells, share_of
from data.build.payments.joining import thousands_in
from data.build.payments.vocabulary import meanings

FITS, MISFITS = 0.9, 0.5
TESTS = {"date": is_day, "amount": is_amount, "supplier": is_words}


def shifted(cells: Cells, header: list[str], place: int) -> list[str]:
    """Give the header's names where they fit: as they stand, or one to the right or the left."""
    below = cells.part(place + 1, len(cells)) if place < len(cells) // 2 else cells.part(0, place)
    if not len(below):
        return header
    below = below.every(max(1, len(below) // SAMPLE))
    standing = _fit(below, header)
    if not standing or min(standing.values()) >= MISFITS or _by_thousands(below, header):
        return header
    for names in (["", *header], header[1:]):
        moved = _fit(below, names)
        if moved.keys() == standing.keys() and len(moved) > 1 and min(moved.values()) >= FITS:
            return names
    return header


def _by_thousands(rows: Cells, names: list[str]) -> bool:
    """Whether a comma within the amounts has moved what stands behind them, not the names."""
    places = [place for place, name in enumerate(names) if "amount" in meanings(name)]
    return share_of(thousands_in(rows, places)) > MISFITS


def _fit(rows: Cells, names: list[str]) -> dict[str, float]:
    """Share of the filled cells that are what the name says, for dates, amounts and suppliers."""
    found: dict[str, float] = {}
    for place, name in enumerate(names):
        told = meanings(name)
        field = max(told, key=lambda one: told[one], default="")
        if field not in TESTS or field in found:
            continue
        texts = [text for text in rows.column(place).to_list() if text]
        found[field] = sum(map(TESTS[field], texts)) / len(texts) if texts else 0.0
    return found
