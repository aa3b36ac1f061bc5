"""A file as the grid of text cells that a person sees: columns c0, c1 ..., rows as published."""

import csv
import gzip
from pathlib import Path

import fastexcel
import polars as pl


def of_csv(path: Path, encoding: str) -> pl.DataFrame:
    """Read a CSV, gzipped or not. Rows are records, which may span physical lines."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding=encoding, newline="") as file:
        return grid(list(csv.reader(file)))


def of_sheet(path: Path, sheet: str) -> pl.DataFrame:
    """Read one sheet of an .xls, .xlsx or .ods workbook, its leading blank rows kept."""
    book = fastexcel.read_excel(path)
    loaded = book.load_sheet(
        sheet, header_row=None, skip_rows=0, dtypes="string", skip_whitespace_tail_rows=True
    )
    frame = loaded.to_polars()
    return frame.rename({name: f"c{i}" for i, name in enumerate(frame.columns)})


def of_parquet(path: Path) -> pl.DataFrame:
    """Read a Parquet file; its column names become row 0, as in a sheet."""
    frame = pl.read_parquet(path)
    body = frame.select(_as_seen(frame[name]).cast(pl.String) for name in frame.columns)
    body = body.rename({name: f"c{i}" for i, name in enumerate(frame.columns)})
    return pl.concat([grid([frame.columns]), body])


def _as_seen(column: pl.Series) -> pl.Series:
    """A code stored as a whole float is seen, and matched, without its .0."""
    if not column.dtype.is_float() or (column.drop_nulls() % 1 != 0).any():
        return column
    return column.cast(pl.Int64)


def grid(rows: list[list[str]]) -> pl.DataFrame:
    """Rows of unequal length -> a rectangle of strings; short rows end in NULL."""
    width = max((len(row) for row in rows), default=0)
    padded = [row + [None] * (width - len(row)) for row in rows]
    return pl.DataFrame(padded, schema={f"c{i}": pl.String for i in range(width)}, orient="row")


def letter(index: int) -> str:
    """Name a column (0-based) as a spreadsheet does: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        name = chr(65 + digit) + name
    return name
