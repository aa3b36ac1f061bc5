"""What the cells of each column nearly always are, in the rows that have as many as the header."""

from collections.abc import Callable

from data.build.payments.amounts import pence_of
from data.build.payments.cells import Cells
from data.build.payments.dates import day_of
from data.build.payments.vocabulary import meanings

SAMPLE = 400
USUAL = 0.9
Test = Callable[[str], bool]


def is_amount(text: str) -> bool:
    """Whether a cell reads as an amount."""
    return pence_of(text) is not None


def is_day(text: str) -> bool:
    """Whether a cell reads as a day, in either order."""
    return day_of(text) is not None or day_of(text, "mdy") is not None


def is_words(text: str) -> bool:
    """Whether a cell holds letters and is neither."""
    return any(sign.isalpha() for sign in text) and not is_amount(text) and not is_day(text)


def is_blank(text: str) -> bool:
    """Whether a cell holds nothing."""
    return not text


TESTS: tuple[Test, ...] = (is_day, is_amount, is_words, is_blank)
# Where no row has the right length the header's words alone say what a column holds.
BY_NAME = {"date": is_day, "amount": is_amount}


def kinds_of(rows: Cells, header: list[str]) -> list[Test | None]:
    """Give each column's test, None where its cells differ."""
    if not len(rows):
        return [_by_name(name) for name in header]
    step = max(1, len(rows) // SAMPLE)
    kinds: list[Test | None] = []
    for place in range(len(header)):
        texts = rows.column(place).gather_every(step).to_list()
        fits = (test for test in TESTS if sum(map(test, texts)) >= USUAL * len(texts))
        kinds.append(next(fits, None))
    return kinds


def _by_name(name: str) -> Test | None:
    found = meanings(name)
    best = max(found, key=lambda field: found[field], default="")
    return BY_NAME.get(best)
