"""Rows with more cells than the rest: commas in a name that were not quoted."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from data.build.payments.amounts import pence_of
from data.build.payments.cells import Cells, of_rows
from data.build.payments.dates import day_of
from data.build.payments.vocabulary import meanings

SAMPLE = 400
MOST_ROWS = 20_000
Test = Callable[[str], bool]


def _is_amount(text: str) -> bool:
    return pence_of(text) is not None


def _is_day(text: str) -> bool:
    return day_of(text) is not None or day_of(text, "mdy") is not None


def _is_words(text: str) -> bool:
    return any(sign.isalpha() for sign in text) and not _is_amount(text) and not _is_day(text)


def _is_blank(text: str) -> bool:
    return not text


TESTS: tuple[Test, ...] = (_is_day, _is_amount, _is_words, _is_blank)


@dataclass(frozen=True)
class Mended:
    """The table with names put together again, how many rows were, and in which columns."""

    cells: Cells
    rows: int = 0
    columns: tuple[str, ...] = ()


def mend(cells: Cells, header: list[str], place: int, delimiter: str) -> Mended:
    """Join cells of rows that are too long where only so every cell fits its column."""
    width = len(header)
    if cells.lengths is None or width < 2:
        return Mended(cells)
    below = pl.int_range(len(cells), eager=True) > place
    body = cells.lengths.filter(below)
    usual = (body == width).sum()
    long = below & (cells.lengths > width)
    if not long.any() or usual < long.sum() or long.sum() > MOST_ROWS:
        return Mended(cells)
    tests = _kinds(cells.keep(below & (cells.lengths == width)), width)
    favour = [_favour(name) for name in header]
    mended, columns = [], set()
    for at in long.arg_true():
        row = [cell for cell in cells.frame.row(at)][: cells.lengths[at]]
        joined = _joined(row, width, tests, favour, delimiter)
        if joined:
            mended.append((at, joined[1]))
            columns.add(" ".join(header[joined[0]].split()))
    if not mended:
        return Mended(cells)
    return Mended(_replaced(cells, mended), len(mended), tuple(sorted(columns)))


def _kinds(rows: Cells, width: int) -> list[Test | None]:
    """What nearly every cell of a column is, in the rows of the right length."""
    step = max(1, len(rows) // SAMPLE)
    kinds: list[Test | None] = []
    for place in range(width):
        texts = rows.column(place).gather_every(step).to_list()
        fits = (test for test in TESTS if sum(map(test, texts)) >= 0.9 * len(texts))
        kinds.append(next(fits, None))
    return kinds


def _joined(
    row: list[str], width: int, tests: list[Test | None], favour: list[int], delimiter: str
) -> tuple[int, list[str]] | None:
    """Give the column and the row put together, where that fits better than it stands."""
    more = len(row) - width
    standing = _fit(row[:width], tests) - sum(1 for cell in row[width:] if cell.strip())
    best: tuple[tuple[int, int], int, list[str]] | None = None
    for place in range(width):
        made = [*row[:place], delimiter.join(row[place : place + more + 1])]
        made += row[place + more + 1 :]
        rank = (_fit(made, tests), favour[place])
        if tests[place] in (_is_day, _is_amount, _is_blank):
            continue
        if best is None or rank > best[0]:
            best = (rank, place, made)
    if best is None or best[0][0] <= standing or best[0][0] < sum(map(bool, tests)):
        return None
    return best[1], best[2]


def _fit(cells: list[str], tests: list[Test | None]) -> int:
    return sum(1 for cell, test in zip(cells, tests, strict=False) if test and test(cell.strip()))


def _favour(name: str) -> int:
    found = meanings(name)
    return 2 if "supplier" in found else 1 if "purpose" in found else 0


def _replaced(cells: Cells, mended: list[tuple[int, list[str]]]) -> Cells:
    places = [at for at, _ in mended]
    rest = cells.keep(~pl.int_range(len(cells), eager=True).is_in(places))
    new = of_rows((cells.lines[at], row) for at, row in mended)
    frame = pl.concat([rest.frame, new.frame], how="diagonal").fill_null("")
    order = pl.concat([rest.lines, new.lines]).arg_sort()
    return Cells(pl.concat([rest.lines, new.lines]).gather(order), frame[order])
