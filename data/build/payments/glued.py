"""Lines that lost their ends: several rows in one, the last cell of each grown into the next."""

import re

import polars as pl

from data.build.payments.cell_kinds import Test, is_amount, is_day
from data.build.payments.cells import Cells

DIGIT = re.compile(r"\d")
TWO_PLACES = re.compile(r"\.\d\d$")
MOST_VALUES = 20_000
USUAL = 0.9


class Seams:
    """How the last and the first column of a table are written: where one row ends in a text."""

    def __init__(self, rows: Cells, tests: list[Test | None]) -> None:
        self.tests = tests
        self.first = _Manner(rows.column(0), tests[0])
        self.last = _Manner(rows.column(len(tests) - 1), tests[-1])

    def split(self, row: list[str]) -> list[list[str]] | None:
        """Give the rows in a row that is too long; None where it does not fall apart."""
        width = len(self.tests)
        if width > 2 and len(row) > width and (len(row) - 1) % (width - 1) == 0:
            return self._apart(row, width)
        return None

    def _apart(self, row: list[str], width: int) -> list[list[str]] | None:
        found: list[list[str]] = []
        rest = row
        while len(rest) > width:
            cut = self._seam(rest[width - 1].strip())
            if cut is None:
                return None
            found.append([*rest[: width - 1], cut[0]])
            rest = [cut[1], *rest[width:]]
        found.append(rest)
        fits = all(
            test is None or not cell.strip() or test(cell.strip())
            for made in found
            for cell, test in zip(made, self.tests, strict=True)
        )
        return found if fits else None

    def _seam(self, text: str) -> tuple[str, str] | None:
        cuts = [
            (text[:at], text[at:])
            for at in range(1, len(text))
            if self.first.writes(text[at:]) and self._ends(text[:at])
        ]
        return cuts[0] if len(cuts) == 1 else None

    def _ends(self, text: str) -> bool:
        """Whether a text may end a row: any words may where the next row begins with figures."""
        return self.last.writes(text) or (self.last.free and self.first.shaped and bool(text))


class _Manner:
    """The texts of one column, and their shapes where it holds days or amounts."""

    def __init__(self, column: pl.Series, test: Test | None) -> None:
        values = column.unique().to_list()[:MOST_VALUES]
        self.values = {text for text in values if text}
        self.day = test is is_day
        self.money = test is is_amount and USUAL * len(self.values) <= sum(
            1 for text in self.values if TWO_PLACES.search(text)
        )
        shapes = {DIGIT.sub("9", text) for text in self.values}
        codes = len(shapes) <= max(2, len(self.values) // 20) and all("9" in one for one in shapes)
        self.shaped = self.day or codes
        self.shapes = shapes if self.shaped else set()
        self.free = not self.shaped and not self.money

    def writes(self, text: str) -> bool:
        """Whether a text is written as those of the column are."""
        if self.money:
            return bool(TWO_PLACES.search(text)) and is_amount(text)
        if self.shaped:
            return DIGIT.sub("9", text) in self.shapes
        return text in self.values
