"""Cells merged over several rows: a name or a day stands for each of them, a sum for one."""

import re

import polars as pl

from data.build.payments.cells import Cells

# A sum in a merged cell is that of its rows together: it stays in the first of them.
MONEY = re.compile(r"[-(]?[£œ]?[-\d,]+\.\d{1,2}\)?|[£œ].*|-?\d{1,3}(?:,\d{3})+")


def repeats(text: str) -> bool:
    """Whether a merged cell's text is said of every row that it spans."""
    return bool(text.strip()) and not MONEY.fullmatch(text.strip())


def spread(cells: Cells, merged: list[tuple[int, int, int]]) -> Cells:
    """Repeat texts of merged cells, given as (column from 0, first row from 1, last row)."""
    if not merged:
        return cells
    frame = cells.frame
    for place in sorted({column for column, _, _ in merged if column < cells.width}):
        texts = frame.to_series(place).to_list()
        for column, first, last in merged:
            if column != place or first > len(texts) or not repeats(texts[first - 1]):
                continue
            for at in range(first, min(last, len(texts))):
                texts[at] = texts[at] or texts[first - 1]
        frame = frame.with_columns(pl.Series(frame.columns[place], texts, dtype=pl.String))
    return Cells(cells.lines, frame, cells.lengths)
