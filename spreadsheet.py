"""Frames -> CSV that a spreadsheet opens as data: no text becomes a formula, no number a text.

Used by the figures of the app and by the files that the build lays out for download.
"""

from pathlib import Path

import polars as pl

# What a spreadsheet takes for the start of a formula, in both widths, and what it skips before one.
STARTS_A_FORMULA = r"^[\s\x00]*[=+\-@＝＋－＠]|^[\t\r\n]"
ENDS_A_LINE = "\r\n"


def inert(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with lists joined by "; " and an apostrophe before text that would be a formula.

    Columns of numbers, dates and truth values stay as they are: -5 is a number, "-5" a text.
    """
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    frame = frame.with_columns(pl.col(lists).cast(pl.List(pl.String)).list.join("; "))
    text = pl.col(pl.String, pl.Categorical, pl.Enum).cast(pl.String)
    risky = text.str.contains(STARTS_A_FORMULA)
    return frame.with_columns(pl.when(risky).then("'" + text).otherwise(text).name.keep())


def to_csv(frame: pl.DataFrame) -> bytes:
    """UTF-8 with a mark at its start, without which Excel reads £ as Â£."""
    return inert(frame).write_csv(include_bom=True, line_terminator=ENDS_A_LINE).encode()


def write_csv(frame: pl.DataFrame, path: Path) -> None:
    """The same as a file, not held in memory as text."""
    inert(frame).write_csv(path, include_bom=True, line_terminator=ENDS_A_LINE)
