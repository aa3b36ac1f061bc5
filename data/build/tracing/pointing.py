"""A cell of a published file, as a person who opens the file would find it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl

from data.build.readers import cells, nested
from data.build.records import Reading
from data.build.resolving import DECORATION, NUMBER

GRIDS: dict[str, Callable[[Path, Reading], pl.DataFrame]] = {
    "csv": lambda path, reading: cells.of_csv(path, reading.encoding),
    "sheet": lambda path, reading: cells.of_sheet(path, reading.sheet),
    "parquet": lambda path, reading: cells.of_parquet(path),
    "json": lambda path, reading: nested.of_json(path, reading.options),
}


@dataclass(frozen=True)
class Cell:
    """``row`` counts from 1; ``column`` is a spreadsheet's letters; ``says`` is the cell's text."""

    sheet: str
    row: int
    column: str
    says: str

    def __str__(self) -> str:
        place = f"sheet {self.sheet!r}, " if self.sheet else ""
        return f"{place}row {self.row}, column {self.column}: says {self.says!r}"


@dataclass(frozen=True)
class Where:
    """What the contract writes as source_row and source_column: ``L``, ``Data!V-X``, ``C+D``.

    ``columns`` are letters or, for files that no spreadsheet opens, header texts, each with the
    sign by which it enters the figure; none when the figure is made from many rows.
    """

    row: int
    sheet: str
    columns: dict[str, int]
    written: str

    @classmethod
    def read(cls, row: int, written: str) -> "Where":
        sheet, _, column = written.rpartition("!")
        if re.fullmatch(r"[A-Z]{1,3}([-+][A-Z]{1,3})*", column):
            parts = re.findall(r"([-+]?)([A-Z]+)", column)
            signs = {letters: -1 if sign == "-" else 1 for sign, letters in parts}
            return cls(row, sheet, signs, written)
        return cls(row, sheet, {} if " " in column else {column: 1}, written)

    def within(self, reading: Reading) -> Reading:
        """The declaration, read from the sheet that is meant."""
        return reading.model_copy(update={"sheet": self.sheet}) if self.sheet else reading

    def __str__(self) -> str:
        return f"row {self.row}, column {self.written}" if self.columns else self.written


def row_of(path: Path, reading: Reading, row: int) -> list[Cell]:
    """Every cell of a row that is not empty; none where the file is no grid, or has no such row."""
    if reading.reader not in GRIDS:
        return []
    grid = _grid(path, reading.reader, reading.model_dump_json())
    if not 0 < row <= len(grid):
        return []
    texts = enumerate(grid.row(row - 1))
    return [Cell(reading.sheet, row, cells.letter(i), text.strip()) for i, text in texts if text]


def cell(path: Path, reading: Reading, row: int, column: str) -> Cell | None:
    """The cell in a row and column (letters or header text), unless it is empty."""
    headers = {
        one.says: one.column
        for number in reading.header_rows[:1]
        for one in row_of(path, reading, number + 1)
    }
    wanted = headers.get(column, column)
    return next((one for one in row_of(path, reading, row) if one.column == wanted), None)


def number(text: str) -> float | None:
    """The number that a cell says, read as the build reads it."""
    bare = re.sub(DECORATION, "", text.strip())
    return float(bare) if re.match(NUMBER, bare) else None


@lru_cache(maxsize=8)
def _grid(path: Path, reader: str, reading: str) -> pl.DataFrame:
    """One file is looked at several times in one trace; a record is compared by its text."""
    return GRIDS[reader](path, Reading.model_validate_json(reading))
