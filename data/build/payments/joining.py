"""The cells of a row put together where a comma inside a name or a number was not quoted."""

import re
from collections.abc import Iterator

import polars as pl

from data.build.payments.cell_kinds import Test, is_amount, is_blank, is_day
from data.build.payments.cells import Cells
from data.build.payments.dates import THREE
from data.build.payments.vocabulary import meanings

HEAD = re.compile(r"[(£œ\s+-]*\d{1,3}")
MIDDLE = re.compile(r"\d{3}")
TAIL = re.compile(r"\d{3}(?:\.\d{1,2})?\)?-?(?:\s*(?:cr|dr))?", re.I)
PENCE = re.compile(r"-?[\d,]*\d\.\d\d")
MOST_CELLS_OF_A_NUMBER = 4
Sizes = dict[int, int]


class Joiner:
    """Ways to put the cells of too long a row into the columns of a header.

    ``texts``: names may be joined as well as numbers; not where no row has the header's length.
    """

    def __init__(
        self, header: list[str], tests: list[Test | None], delimiter: str, texts: bool = True
    ) -> None:
        self.header = header
        self.tests = tests
        self.delimiter = delimiter
        self.favour = [_favour(name) for name in header]
        self.two_ways = False
        self.texts = texts
        self.money = [
            place
            for place, (name, test) in enumerate(zip(header, tests, strict=True))
            if test is is_amount or (test is None and "amount" in meanings(name))
        ]

    def joined(self, row: list[str]) -> tuple[int, list[str]] | None:
        """Give a column that was put together and the row; None where no way, or two, would fit.

        ``two_ways`` says whether it was two.
        """
        self.two_ways = False
        more = len(row) - len(self.header)
        standing = self._fit(row[: len(self.header)])
        standing -= sum(1 for cell in row[len(self.header) :] if cell.strip())
        needed = sum(map(bool, self.tests))
        best: tuple[tuple[int, int, int], int, list[str]] | None = None
        rivals = 0
        for sizes in self._ways(row, more):
            made = self._made(row, sizes)
            if made is None:
                continue
            numbers = sum(1 for place in sizes if place in self.money)
            texts = [place for place in sizes if place not in self.money]
            favour = self.favour[texts[0]] if texts else 3
            rank = (self._fit(made), numbers, favour)
            if best is not None and rank == best[0]:
                rivals += made != best[2]
            if best is None or rank > best[0]:
                best, rivals = (rank, next(iter(sizes)), made), 0
        if best is None or best[0][0] < needed:
            return None
        # A bare 1 before 234.56 speaks for itself; a name must fit better than the row as it is.
        if best[0][0] < standing or (best[0][0] == standing and not best[0][1]):
            return None
        # Two ways that give two sums are no way.
        self.two_ways = bool(rivals and best[0][1])
        return None if self.two_ways else (best[1], best[2])

    def _ways(self, row: list[str], more: int) -> Iterator[Sizes]:
        """Cells more than one of each column: numbers by threes, and one text takes the rest."""
        width = len(self.header)
        for numbers in self._numbers(self.money, more):
            rest = more - sum(numbers.values())
            if not rest:
                yield numbers
                continue
            # So many cells are those of two payments, not of a name.
            several = width > 4 and len(row) >= 2 * width - 1
            for place in range(width if self.texts and not several else 0):
                if self.tests[place] not in (is_day, is_amount, is_blank) and place not in numbers:
                    yield {**numbers, place: rest}

    def _numbers(self, places: list[int], more: int) -> Iterator[Sizes]:
        if not places or not more:
            yield {}
            return
        for here in range(min(more, MOST_CELLS_OF_A_NUMBER - 1) + 1):
            for others in self._numbers(places[1:], more - here):
                yield {places[0]: here, **others} if here else others

    def _made(self, row: list[str], sizes: Sizes) -> list[str] | None:
        made: list[str] = []
        at = 0
        for place in range(len(self.header)):
            size = 1 + sizes.get(place, 0)
            cells = row[at : at + size]
            at += size
            if size == 1:
                made += cells
            elif place in self.money:
                if not _thousands(cells):
                    return None
                made.append(",".join(cell.strip() for cell in cells))
            elif any(map(_figure, cells)):
                # A name holds no day and no sum of another payment.
                return None
            else:
                made.append(self.delimiter.join(cells))
        return made

    def _fit(self, cells: list[str]) -> int:
        pairs = zip(cells, self.tests, strict=False)
        return sum(1 for cell, test in pairs if test and test(cell.strip()))


def thousands_in(cells: Cells, places: list[int]) -> pl.Series:
    """Say in which rows a figure of up to three digits stands before one of three, in any place."""
    may = pl.repeat(False, len(cells), eager=True)
    for place in places:
        head, tail = cells.column(place), cells.column(place + 1)
        may = may | (
            head.str.contains(f"^(?:{HEAD.pattern})$")
            & tail.str.contains(f"(?i)^(?:{TAIL.pattern})$")
        )
    return may


def _thousands(cells: list[str]) -> bool:
    head, *middle, tail = (cell.strip() for cell in cells)
    return bool(
        HEAD.fullmatch(head) and all(map(MIDDLE.fullmatch, middle)) and TAIL.fullmatch(tail)
    )


def _figure(cell: str) -> bool:
    text = cell.strip()
    return bool(PENCE.fullmatch(text) or (THREE.match(text) and is_day(text)))


def _favour(name: str) -> int:
    found = meanings(name)
    return 2 if "supplier" in found else 1 if "purpose" in found else 0
