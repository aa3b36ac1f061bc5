"""A grid of cells and a declaration -> named text columns, one row per published row.

Adds ``source_row`` (1-based, as a spreadsheet counts) and, where columns are turned into
rows, ``source_column`` (the spreadsheet's letter).
"""

import re

import polars as pl

from data.build.readers.cells import letter
from data.build.records import Reading


class ShapeError(Exception):
    """A file that does not look as its record says; the message names what is missing."""


def shape(cells: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Cut the body out of ``cells``, name its columns, turn columns into rows if declared."""
    headers = header_texts(cells, reading)
    chosen = {ours: _find(theirs, headers, reading) for ours, theirs in reading.columns.items()}
    if not chosen and reading.unpivot is None:
        chosen = {_plain(text): i for i, text in enumerate(headers) if text}
    body = _body(cells, reading)
    named = body.select(
        "source_row", *(pl.col(f"c{index}").alias(ours) for ours, index in chosen.items())
    )
    if reading.unpivot:
        named = _unpivot(body, named, headers, set(chosen.values()), reading)
    named = _stop(named, reading)
    named = named.with_columns(pl.lit(text).alias(name) for name, text in reading.constants.items())
    return _where(named, reading)


def header_texts(cells: pl.DataFrame, reading: Reading) -> list[str]:
    """One text per column: its header cells, joined by `` | `` where there are several rows."""
    rows = []
    for number in reading.header_rows:
        texts = [" ".join((text or "").split()) for text in cells.row(number)]
        rows.append(_filled(texts) if number in reading.fill_right else texts)
    return [" | ".join(parts) if len(rows) > 1 else parts[0] for parts in zip(*rows, strict=True)]


def _filled(texts: list[str]) -> list[str]:
    filled: list[str] = []
    for text in texts:
        filled.append(text or (filled[-1] if filled else ""))
    return filled


def _find(theirs: str, headers: list[str], reading: Reading) -> int:
    """Index of a column named by header text, by ``#3`` (position), or by ``re:pattern``."""
    if theirs.startswith("#"):
        return int(theirs[1:])
    if theirs.startswith("re:"):
        found = [i for i, text in enumerate(headers) if re.search(theirs[3:], text)]
    else:
        wanted = " ".join(theirs.split())
        found = [i for i, text in enumerate(headers) if text == wanted]
    if not found:
        seen = ", ".join(repr(text) for text in headers[:12])
        raise ShapeError(f"{reading.name}: no column {theirs!r}; the file begins with {seen} ...")
    return found[0]


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def _body(cells: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    first = reading.first_row
    if first is None:
        first = max(reading.header_rows) + 1
    text = pl.all().exclude("source_row").str.strip_chars()
    numbered = cells.with_row_index("source_row", offset=1).slice(first)
    numbered = numbered.with_columns(text, pl.col("source_row").cast(pl.Int64))
    return numbered.filter(
        pl.any_horizontal(pl.all().exclude("source_row").fill_null("").str.len_bytes() > 0)
    )


def _stop(frame: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Keep rows up to and including the first whose column matches: tables end, notes follow."""
    for column, pattern in reading.stop_at.items():
        hits = frame.filter(pl.col(column).fill_null("").str.contains(pattern))["source_row"]
        if len(hits):
            frame = frame.filter(pl.col("source_row") <= hits.min())
    return frame


def _where(frame: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    for column, pattern in reading.where.items():
        frame = frame.filter(pl.col(column).fill_null("").str.contains(pattern))
    return frame


def _unpivot(
    body: pl.DataFrame,
    named: pl.DataFrame,
    headers: list[str],
    taken: set[int],
    reading: Reading,
) -> pl.DataFrame:
    rule = reading.unpivot
    wide = [i for i, text in enumerate(headers) if i not in taken and re.search(rule.columns, text)]
    if not wide:
        raise ShapeError(f"{reading.name}: no column's header matches {rule.columns!r}.")
    long = body.select("source_row", *(f"c{i}" for i in wide)).unpivot(
        index="source_row", variable_name="cell", value_name=rule.value
    )
    labels = pl.DataFrame(
        {
            "cell": [f"c{i}" for i in wide],
            rule.header: [headers[i] for i in wide],
            "source_column": [letter(i) for i in wide],
            "column_index": wide,
        }
    )
    return named.join(long, on="source_row").join(labels, on="cell").drop("cell")
