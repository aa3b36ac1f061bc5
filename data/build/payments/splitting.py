"""Delimited text whose every record is one line -> cells, without an object per row."""

import csv
from collections.abc import Iterator

import polars as pl

from data.build.payments.cells import Cells, of_rows, stacked
from data.build.payments.result import Refused

CHUNK_SIGNS = 16_000_000
MOST_CELLS = 16_384


def simple_cells(text: str, delimiter: str) -> Cells | None:
    """Give the same cells as a reader of CSV would; None where a record may span lines."""
    parts: list[Cells] = []
    line = 1
    for lines in _chunks(text):
        part = _part(lines, line, delimiter)
        if part is None:
            return None
        parts.append(part)
        line += len(lines)
    return stacked(parts)


def refuse_width(width: int) -> None:
    """Raise Refused where a row is wider than any table."""
    if width > MOST_CELLS:
        raise Refused(f"a row of it has {width:,} cells, more than any spreadsheet's")


def _chunks(text: str) -> Iterator[pl.Series]:
    start, end = 0, len(text) - text.endswith("\n")
    while start <= end and text:
        stop = end if end - start <= CHUNK_SIGNS else text.find("\n", start + CHUNK_SIGNS, end)
        stop = end if stop < 0 else stop
        yield pl.Series("text", text[start:stop].split("\n"), dtype=pl.String)
        start = stop + 1


def _part(lines: pl.Series, first: int, delimiter: str) -> Cells | None:
    numbers = pl.int_range(first, first + len(lines), eager=True).alias("line")
    quotes = lines.str.count_matches('"', literal=True)
    if (quotes % 2 == 1).any():
        return None
    quoted = quotes > 0
    plain = _plain(numbers.filter(~quoted), lines.filter(~quoted), delimiter)
    if not quoted.any():
        return plain
    texts = lines.filter(quoted).to_list()
    rows = list(csv.reader((f"{text}\n" for text in texts), delimiter=delimiter))
    # A quote that is still open takes in the next line, or the end of the last one.
    if len(rows) != len(texts) or any("\n" in cell for cell in rows[-1]):
        return None
    refuse_width(max(map(len, rows)))
    both = stacked([plain, of_rows(zip(numbers.filter(quoted), rows, strict=True))])
    order = both.lines.arg_sort()
    return Cells(both.lines.gather(order), both.frame[order], both.lengths.gather(order))


def _plain(numbers: pl.Series, lines: pl.Series, delimiter: str) -> Cells:
    cells = lines.str.split(delimiter)
    lengths = pl.select(pl.when(lines == "").then(0).otherwise(cells.list.len())).to_series()
    width = int(lengths.max() or 1)
    refuse_width(width)
    # All columns at once: a question of a series each has a plan of its own.
    held = pl.col("cells").list
    columns = (
        cells.alias("cells")
        .to_frame()
        .select(
            held.get(place, null_on_oob=True).fill_null("").alias(str(place))
            for place in range(width)
        )
        .get_columns()
    )
    while len(columns) > 1 and not (columns[-1] != "").any():
        columns.pop()
    return Cells(numbers, pl.DataFrame(columns), lengths.cast(pl.Int32).alias("length"))
