"""Rows of cells as text, held by column: a file of millions of rows stays as small as its bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

import polars as pl

Row = tuple[int, list[str]]
Chunk = tuple[Sequence[int], Sequence[Sequence[str]]]
# Rows. A column is asked for some forty times; of a large file it is made anew each time, so that
# memory holds it once.
MOST_KEPT = 50_000


@dataclass(frozen=True)
class Cells:
    """Columns ``0``, ``1``, ... of text (blank is ``""``), and each row's line in the file.

    ``lengths``: cells of each row as it was written, where the file is delimited text.
    """

    lines: pl.Series
    frame: pl.DataFrame
    lengths: pl.Series | None = None
    _stripped: dict[int, pl.Series] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def width(self) -> int:
        """Columns that any row fills."""
        return self.frame.width

    def at(self, place: int) -> list[str]:
        """Give one row's cells, trailing blank ones cut off."""
        return _cut(list(self.frame.row(place)))

    def rows(self) -> list[Row]:
        """Give every row as (line, cells): for small tables."""
        cut = (_cut(list(cells)) for cells in self.frame.iter_rows())
        return list(zip(self.lines.to_list(), cut, strict=True))

    def column(self, place: int | None) -> pl.Series:
        """Give one column without the blanks around its texts; blank where there is none."""
        if place is None or place >= self.width:
            return pl.repeat("", len(self), dtype=pl.String, eager=True)
        if len(self) > MOST_KEPT:
            return self.frame.to_series(place).str.strip_chars()
        if place not in self._stripped:
            self._stripped[place] = self.frame.to_series(place).str.strip_chars()
        return self._stripped[place]

    def keep(self, mask: pl.Series) -> Cells:
        """Give the rows where the mask is true."""
        lengths = None if self.lengths is None else self.lengths.filter(mask)
        return Cells(self.lines.filter(mask), self.frame.filter(mask), lengths)

    def part(self, start: int, end: int) -> Cells:
        """Give the rows from a place (0-based) up to another."""
        lengths = None if self.lengths is None else self.lengths[start:end]
        return Cells(self.lines[start:end], self.frame[start:end], lengths)

    def every(self, step: int) -> Cells:
        """Give one row in so many: what is looked at need not be all."""
        lengths = None if self.lengths is None else self.lengths.gather_every(step)
        return Cells(self.lines.gather_every(step), self.frame.gather_every(step), lengths)

    def tail(self, count: int) -> Cells:
        """Give the last rows."""
        return Cells(self.lines.tail(count), self.frame.tail(count))

    def with_column(self, texts: pl.Series) -> Cells:
        """Give the same rows with one more column behind the others."""
        frame = self.frame.with_columns(texts.alias(str(self.width)))
        return Cells(self.lines, frame, self.lengths)

    def without_blank(self) -> Cells:
        """Give the rows that have a cell with a sign in it."""
        filled = self.frame.select(
            pl.any_horizontal(pl.all().str.contains(r"\S")).alias("filled")
        ).to_series()
        return self if filled.all() else self.keep(filled)


def in_order(names: Sequence[str]) -> list[str]:
    """Columns by their number."""
    return [str(place) for place in sorted(map(int, names))]


def share_of(mask: pl.Series) -> float:
    """Give the share (0 to 1) of rows where a mask is true."""
    return int(mask.sum() or 0) / max(1, len(mask))


def cells_of(chunks: Iterable[Chunk]) -> Cells:
    """Put (lines, rows) together, chunk after chunk; columns blank to the end are dropped."""
    return stacked([_of_chunk(numbers, rows) for numbers, rows in chunks])


def stacked(parts: Sequence[Cells]) -> Cells:
    """Put tables one below the other."""
    if not parts:
        return Cells(
            pl.Series("line", [], dtype=pl.Int64), pl.DataFrame({"0": []}, {"0": pl.String})
        )
    if len(parts) == 1:
        return parts[0]
    frame = pl.concat([part.frame for part in parts], how="diagonal").fill_null("")
    lengths = [part.lengths for part in parts if part.lengths is not None]
    return Cells(
        pl.concat([part.lines for part in parts]),
        frame.select(in_order(frame.columns)),
        pl.concat(lengths) if len(lengths) == len(parts) else None,
    )


def _of_chunk(numbers: Sequence[int], rows: Sequence[Sequence[str]]) -> Cells:
    columns = list(zip_longest(*rows, fillvalue="")) or [("",) * len(rows)]
    while len(columns) > 1 and not any(cell and not cell.isspace() for cell in columns[-1]):
        columns.pop()
    return Cells(
        pl.Series("line", numbers, dtype=pl.Int64),
        pl.DataFrame(
            [pl.Series(str(at), cells, dtype=pl.String) for at, cells in enumerate(columns)]
        ),
        pl.Series("length", list(map(len, rows)), dtype=pl.Int32),
    )


def of_rows(rows: Iterable[Row]) -> Cells:
    """The same from (line, cells) pairs."""
    numbered = list(rows)
    return cells_of([([line for line, _ in numbered], [cells for _, cells in numbered])])


def _cut(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells.pop()
    return cells
