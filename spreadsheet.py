"""Frames -> CSV and Excel that open as data: no text becomes a formula, no number a text.

Used by the figures of the app and by the files that the build lays out for download.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

# What a spreadsheet takes for the start of a formula, in both widths, and what it skips before one.
STARTS_A_FORMULA = r"^[\s\x00]*[=+\-@＝＋－＠]|^[\t\r\n]"
# Marks that would let a name rewrite the cells that are read after it, or the terminal that shows
# them; a tab and the end of a line stay.
TURNS_THE_WRITING = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
ENDS_A_LINE = "\r\n"
# Excel takes text for what it is: a cell knows its kind.
AS_DATA = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
    "default_date_format": "yyyy-mm-dd",
}
LONGEST_CELL = 32_767


def inert(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with lists joined by "; " and an apostrophe before text that would be a formula.

    Marks that turn the direction of writing are left out. Columns of numbers, dates and truth
    values stay as they are: -5 is a number, "-5" a text.
    """
    frame = straight(_joined(frame))
    text = pl.col(pl.String, pl.Categorical, pl.Enum).cast(pl.String)
    risky = text.str.contains(STARTS_A_FORMULA)
    return frame.with_columns(pl.when(risky).then("'" + text).otherwise(text).name.keep())


def to_csv(frame: pl.DataFrame) -> bytes:
    """UTF-8 with a mark at its start, without which Excel reads £ as Â£."""
    return inert(frame).write_csv(include_bom=True, line_terminator=ENDS_A_LINE).encode()


def csv_parts(frames: Iterable[pl.DataFrame]) -> Iterator[bytes]:
    """The CSV of frames of the same columns, part by part: the header comes with the first."""
    for number, frame in enumerate(frames):
        first = number == 0
        yield (
            inert(frame)
            .write_csv(include_bom=first, include_header=first, line_terminator=ENDS_A_LINE)
            .encode()
        )


def write_csv(frame: pl.DataFrame, path: Path) -> None:
    """The same as a file, not held in memory as text."""
    inert(frame).write_csv(path, include_bom=True, line_terminator=ENDS_A_LINE)


def to_xlsx(notes: Sequence[tuple[str, str]], sheets: Mapping[str, pl.DataFrame]) -> bytes:
    """A workbook with a sheet of notes, name beside text, then one sheet per frame."""
    # Imported when somebody wants a file: no page waits for it.
    import xlsxwriter

    made = BytesIO()
    with xlsxwriter.Workbook(made, AS_DATA) as book:
        bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        about = book.add_worksheet("Notes")
        about.set_column(0, 0, 18, bold)
        about.set_column(1, 1, 120, wrap)
        for row, (name, text) in enumerate(notes):
            about.write_string(row, 0, name, bold)
            about.write_string(row, 1, text[:LONGEST_CELL], wrap)
        for name, frame in sheets.items():
            _sheet(book.add_worksheet(name), straight(_joined(frame)), bold)
    return made.getvalue()


def _sheet(sheet: Any, frame: pl.DataFrame, bold: object) -> None:
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, frame.columns, bold)
    for number, row in enumerate(frame.iter_rows(), 1):
        sheet.write_row(number, 0, row)


def _joined(frame: pl.DataFrame) -> pl.DataFrame:
    """Lists as text, joined by "; "."""
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    return frame.with_columns(pl.col(lists).cast(pl.List(pl.String)).list.join("; "))


def straight(frame: pl.DataFrame) -> pl.DataFrame:
    """Without marks that turn the direction of writing."""
    text = pl.col(pl.String, pl.Categorical, pl.Enum).cast(pl.String)
    return frame.with_columns(text.str.replace_all(TURNS_THE_WRITING, "").name.keep())


def inert_text(text: str) -> str:
    """An apostrophe before what would be a formula in a workbook that another library writes."""
    return f"'{text}" if re.match(STARTS_A_FORMULA, text) else text
