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
MOST_VALUES = 5000
Sizes = dict[int, int]
Rank = tuple[int, int, int, int, int]


class Joiner:
    """Ways to put the cells of too long a row into the columns of a header.

    ``right``: the rows that have the header's length; where there are none only numbers are joined.
    """

    def __init__(
        self, header: list[str], tests: list[Test | None], delimiter: str, right: Cells
    ) -> None:
        self.header = header
        self.tests = tests
        self.delimiter = delimiter
        self.favour = [_favour(name) for name in header]
        self.two_ways = False
        self.texts = len(right) > 0
        step = max(1, len(right) // MOST_VALUES)
        self.values = [
            set(right.column(place).gather_every(step).to_list()) - {""}
            for place in range(len(header))
        ]
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
        width = len(self.header)
        beyond = sum(1 for cell in row[width:] if cell.strip())
        standing = self._fit(row[:width])[0] - beyond if self._fits(row[:width]) else -1
        best: tuple[Rank, int, list[str]] | None = None
        rivals = 0
        for sizes in self._ways(row, len(row) - width):
            made = self._made(row, sizes)
            if made is None or not self._fits(made):
                continue
            numbers = sum(1 for place in sizes if place in self.money)
            texts = [place for place in sizes if place not in self.money]
            spaced = sum(cell.count(f"{self.delimiter} ") for cell in made) - sum(
                cell.count(f"{self.delimiter} ") for cell in row
            )
            favour = self.favour[texts[0]] if texts else 100
            fit, known = self._fit(made)
            rank = (fit, numbers, spaced, known, favour)
            if best is not None and rank == best[0]:
                rivals += made != best[2]
            if best is None or rank > best[0]:
                best, rivals = (rank, next(iter(sizes)), made), 0
        if best is None:
            return None
        # A bare 1 before 234.56 speaks for itself; a name must fit better than the row as it is.
        if best[0][0] < standing or (best[0][0] == standing and not best[0][1]):
            return None
        # Two ways that give two sums are no way.
        self.two_ways = bool(rivals and best[0][1])
        return None if self.two_ways else (best[1], best[2])

    def thousands(self, row: list[str]) -> bool:
        """Whether a figure before another looks like the thousands of one sum."""
        pairs = (row[place : place + 2] for place in self.money)
        return any(len(pair) == 2 and _thousands(pair) for pair in pairs)

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

    def _fits(self, cells: list[str]) -> bool:
        """Whether every cell is blank or what its column holds."""
        pairs = zip(cells, self.tests, strict=False)
        return all(
            test in (None, is_blank) or not cell.strip() or test(cell.strip())
            for cell, test in pairs
        )

    def _fit(self, cells: list[str]) -> tuple[int, int]:
        """Cells that are what their column holds, and cells that stand elsewhere in it."""
        held = [(cell.strip(), place) for place, cell in enumerate(cells)]
        fit = sum(1 for cell, place in held if (test := self.tests[place]) and test(cell))
        return fit, sum(1 for cell, place in held if cell in self.values[place])


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
    return max(found.get("supplier", 0), found.get("purpose", 0) // 2)
