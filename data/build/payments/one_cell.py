"""Rows whose cells all stand in one cell, with the delimiter of another program between them."""

import csv

import polars as pl

from data.build.payments.cells import Cells, in_order, of_rows

SIGNS = "\t;|,"
# So large a share of the rows must hold the same number of signs.
SAME = 0.9
FEWEST_ROWS = 3


def unpacked(cells: Cells) -> tuple[Cells, str, int]:
    """Split rows of one cell. Gives the cells, the sign and how many rows were split."""
    first = cells.column(0)
    alone = _alone(cells)
    if not alone.any():
        return cells, "", 0
    for sign in SIGNS:
        counts = first.str.count_matches(sign, literal=True)
        held = alone & (counts > 0)
        if int(held.sum()) < FEWEST_ROWS and cells.width == 1:
            continue
        if cells.width > 1:
            # Single rows of a table that is split otherwise: they must have all its columns.
            held = held & (counts == cells.width - 1)
            if sign == "," or not held.any() or cells.width < 3:
                continue
        elif not _agree(counts.filter(held), int(alone.sum())):
            continue
        return _split(cells, held, sign), sign, int(held.sum())
    return cells, "", 0


def _alone(cells: Cells) -> pl.Series:
    """Which rows fill the first cell and no other."""
    if cells.width == 1:
        return cells.column(0) != ""
    others = cells.frame.select(
        pl.all_horizontal(pl.nth(range(1, cells.width)).str.strip_chars() == "").alias("blank")
    ).to_series()
    return others & (cells.column(0) != "")


def _agree(counts: pl.Series, rows: int) -> bool:
    if not len(counts):
        return False
    usual = counts.mode()[0]
    return int((counts == usual).sum()) >= SAME * rows and usual > 0


def _split(cells: Cells, held: pl.Series, sign: str) -> Cells:
    places = held.arg_true().to_list()
    texts = cells.column(0).gather(places).to_list()
    rows = [_cells(text, sign) for text in texts]
    rest = cells.keep(~held)
    new = of_rows((cells.lines[at], row) for at, row in zip(places, rows, strict=True))
    frame = pl.concat([rest.frame, new.frame], how="diagonal").fill_null("")
    frame = frame.select(in_order(frame.columns))
    lines = pl.concat([rest.lines, new.lines])
    lengths = None
    if rest.lengths is not None and new.lengths is not None:
        lengths = pl.concat([rest.lengths, new.lengths])
    order = lines.arg_sort()
    return Cells(
        lines.gather(order), frame[order], None if lengths is None else lengths.gather(order)
    )


def _cells(text: str, sign: str) -> list[str]:
    if sign == "\t":
        return text.split(sign)
    return next(csv.reader([text.replace("\n", " ")], delimiter=sign), [])
