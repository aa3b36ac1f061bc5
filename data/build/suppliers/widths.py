"""How wide a council's system lets a name be: one as wide may be cut off between words."""

from collections import Counter, defaultdict
from collections.abc import Iterable

# So many names end at one letter's place, so many times as end just before, and few go beyond.
LEAST, PILED, BEYOND = 8, 1.8, 0.5
NARROWEST, WIDEST = 15, 60


def where_names_end(names: Iterable[tuple[str, str]]) -> dict[str, set[int]]:
    """Give the widths at which names pile up, by council, of rows (council, name)."""
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    for council, name in names:
        counted[council][len(name)] += 1
    found = {
        council: {width for width in range(NARROWEST, WIDEST + 1) if _piles_up(lengths, width)}
        for council, lengths in counted.items()
    }
    return {council: places for council, places in found.items() if places}


def _piles_up(lengths: Counter[int], width: int) -> bool:
    here = lengths[width]
    before = sum(lengths[width - step] for step in (1, 2, 3)) / 3
    beyond = sum(lengths[width + step] for step in (1, 2, 3)) / 3
    return here >= LEAST and here >= PILED * before and beyond <= BEYOND * here
