"""Rows with more cells than the header has names: commas not quoted, or lines glued together."""

from dataclasses import dataclass, field

import polars as pl

from data.build.payments.cell_kinds import Test, is_amount, is_blank, is_day, kinds_of
from data.build.payments.cells import Cells, Row, in_order, of_rows
from data.build.payments.glued import Seams
from data.build.payments.joining import Joiner, thousands_in
from data.build.payments.vocabulary import meanings

MOST_ROWS = 20_000
FEW_SHORT = 0.05
SEVERAL = "it holds several payments, whose line ends are lost"
TOO_SHORT = "it has fewer cells than the header has names, and they stand under wrong ones"
TOO_LONG = "it has more cells than the header has names"


@dataclass
class Mended:
    """The table put right, and what was done: rows joined, in which columns, rows split.

    ``beyond``, ``short``: rows left as they are, with cells beyond the header's names or too few.
    ``aside``: lines taken out, with the reason.
    """

    cells: Cells
    rows: int = 0
    columns: tuple[str, ...] = ()
    split: int = 0
    beyond: int = 0
    short: int = 0
    aside: dict[int, str] = field(default_factory=dict)


def mend(cells: Cells, header: list[str], place: int, delimiter: str) -> Mended:
    """Join cells of rows that are too long, or split them, where only so each cell fits its column.

    What fits in no way and would put another column's figure in the place of the amount is given
    back by line, with the reason.
    """
    width = len(header)
    if cells.lengths is None or width < 2:
        return Mended(cells)
    below = pl.int_range(len(cells), eager=True) > place
    more = below & (cells.lengths > width)
    exact = below & (cells.lengths == width)
    few = _few_short(cells, below, width)
    if not more.any() and not few.any():
        return Mended(cells)
    long = more
    if int(more.sum()) > int(exact.sum()):
        # Each row ends in blank cells that the header lacks: only what is filled counts.
        amounts = [at for at, name in enumerate(header) if "amount" in meanings(name)]
        long = more & ((_filled(cells) > width) | thousands_in(cells, amounts))
    long = long | few
    if not long.any() or long.sum() > MOST_ROWS:
        return Mended(cells, beyond=int(long.sum()))
    right = cells.keep(exact)
    if len(right) < 0.02 * int(long.sum()):
        right = right.part(0, 0)
    tests = kinds_of(right, header)
    seams = Seams(right, tests) if len(right) else None
    joiner = Joiner(header, tests, delimiter, right)
    made = Mended(cells)
    new: list[Row] = []
    gone: list[int] = []
    columns: set[str] = set()
    for at in long.arg_true():
        row = list(cells.frame.row(at))[: cells.lengths[at]]
        line = int(cells.lines[at])
        if len(row) <= width < cells.lengths[at]:
            # What is beyond the header is blank in every row.
            continue
        if len(row) < width:
            if not _fits(row, tests):
                made.aside[line] = TOO_SHORT
                gone.append(at)
            elif 2 * sum(map(bool, row)) > width and tests[len(row)] not in (None, is_blank):
                made.short += 1
            continue
        if seams and (rows := seams.split(row)):
            made.split += 1
            new += [(line, one) for one in rows]
        elif joined := joiner.joined(row):
            made.rows += 1
            columns.add(" ".join(header[joined[0]].split()))
            new.append((line, joined[1]))
        elif (
            joiner.two_ways
            or joiner.thousands(row)
            or (seams and _holds_several(row, width))
            or (len(right) and not _stands(row, tests))
        ):
            made.aside[line] = SEVERAL if _holds_several(row, width) else TOO_LONG
        else:
            made.beyond += any(cell.strip() for cell in row[width:])
            continue
        gone.append(at)
    made.cells = _replaced(cells, gone, new) if gone else cells
    made.columns = tuple(sorted(columns))
    return made


def _few_short(cells: Cells, below: pl.Series, width: int) -> pl.Series:
    """Which rows are shorter than the header, where hardly any is."""
    nobody = pl.repeat(False, len(cells), eager=True)
    if cells.lengths is None:
        return nobody
    short = below & (cells.lengths < width) & (cells.lengths > 1)
    exact = int((below & (cells.lengths == width)).sum())
    return short if 0 < int(short.sum()) <= max(2, FEW_SHORT * exact) else nobody


def _fits(row: list[str], tests: list[Test | None]) -> bool:
    return all(
        test in (None, is_blank) or not cell.strip() or test(cell.strip())
        for cell, test in zip(row, tests, strict=False)
    )


def _filled(cells: Cells) -> pl.Series:
    """Cells of each row up to the last one with a sign in it."""
    filled = [
        pl.when(pl.col(name).str.strip_chars() != "").then(int(name) + 1).otherwise(0)
        for name in cells.frame.columns
    ]
    return cells.frame.select(pl.max_horizontal(filled).alias("filled")).to_series()


def _stands(row: list[str], tests: list[Test | None]) -> bool:
    """Whether the days and amounts of a row stand where they should, whatever comes behind."""
    return all(
        test(cell.strip())
        for cell, test in zip(row, tests, strict=False)
        if test is not None and test in (is_day, is_amount) and cell.strip()
    )


def _holds_several(row: list[str], width: int) -> bool:
    return len(row) > 1.5 * width and sum(1 for cell in row if not is_blank(cell)) > 1.5 * width


def _replaced(cells: Cells, gone: list[int], new: list[Row]) -> Cells:
    rest = cells.keep(~pl.int_range(len(cells), eager=True).is_in(gone))
    if not new:
        return rest
    made = of_rows(new)
    frame = pl.concat([rest.frame, made.frame], how="diagonal").fill_null("")
    frame = frame.select(in_order(frame.columns))
    lines = pl.concat([rest.lines, made.lines])
    order = lines.to_frame("line").with_row_index("at").sort("line", "at")["at"]
    lengths = None
    if rest.lengths is not None and made.lengths is not None:
        lengths = pl.concat([rest.lengths, made.lengths]).gather(order)
    return Cells(lines.gather(order), frame[order], lengths)
