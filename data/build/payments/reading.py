"""One file, or many, from bytes to readings."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.identify_council import find_council
from data.build.payments.judging import note_oddities
from data.build.payments.opening import WEB_PAGE, Opened, Table, open_tables
from data.build.payments.overrides import Override, load_overrides, override_for
from data.build.payments.registers import (
    nil_return,
)
from data.build.payments.result import Payments, Reading, Refused, SetAside
from data.build.payments.sheets import without_revised, without_sums
from data.build.payments.table import read_table
from data.build.payments.unpacking import Content, contents_of

# Payments are the same by these; where both files have one of the others, by it too.
SAME = ("date", "supplier", "amount_pence")
BESIDE = ("reference", "supplier_id", "card_number")
# Characters: what a cell of a workbook may hold. Patterns that look for names and days in it would
# take minutes over a million.
LONGEST_CELL = 32_767
Seen = dict[tuple[Any, ...], list[tuple[str, list[int]]]]


def read_all(paths: Iterable[Path], council: str = "") -> Iterator[Reading]:
    """Read files one after another; bytes that were there before are refused as published twice.

    The same payments in other bytes are read, and ``Reading.same_as`` names the file before.
    """
    overrides = load_overrides()
    bytes_seen: dict[str, str] = {}
    rows_seen: Seen = {}
    for path in paths:
        try:
            for file in contents_of(path):
                reading = _first(file, council, bytes_seen)
                if reading is None:
                    override = override_for(file.name, overrides)
                    reading = read(file.name, file.content, council, override)
                    _compare(reading, rows_seen)
                yield reading
        except OSError as error:
            yield Reading(str(path), council, refused=f"it cannot be opened: {error.strerror}")


def _first(file: Content, council: str, seen: dict[str, str]) -> Reading | None:
    """Refuse what has no bytes of its own; None for the rest."""
    if file.refused:
        return Reading(file.name, council, refused=file.refused)
    digest = hashlib.sha256(file.content).hexdigest()
    if file.content and digest in seen:
        reason = f"published twice: the same bytes as {seen[digest]}"
        return Reading(file.name, council, refused=reason)
    seen[digest] = file.name
    return None


def _compare(reading: Reading, seen: Seen) -> None:
    """Say where a file before held the same payments, in whatever order, encoding or columns."""
    if reading.refused:
        return
    frame = reading.payments.frame
    fields = [name for name in SAME if name in frame.columns]
    hashes = [_hashed(frame, fields), *(_hashed(frame, [name]) for name in BESIDE)]
    key = (len(frame), *fields, hashes[0])
    for name, beside in seen.get(key, []):
        if any(
            one and other and one != other for one, other in zip(hashes[1:], beside, strict=True)
        ):
            continue
        reading.same_as = name
        reading.doubt(0.0, f"it holds the same payments as {name}: do not add the two")
        break
    seen.setdefault(key, []).append((reading.file, hashes[1:]))


def _hashed(frame: pl.DataFrame, fields: list[str]) -> int:
    """Give a number for the values of columns in whatever order; 0 where there is none of them."""
    held = [name for name in fields if name in frame.columns]
    return int(frame.select(held).hash_rows().cast(pl.Int128).sum()) if held else 0


def read(name: str, content: bytes, council: str = "", override: Override | None = None) -> Reading:
    """Read one file's content. Never raises for what the content is: see ``Reading.refused``."""
    override = override or override_for(name, [])
    reading = Reading(name, council or override.council)
    try:
        if override.refuse:
            raise Refused(override.refuse)
        opened = open_tables(content, override.encoding, override.delimiter)
        reading.encoding, reading.dialect = opened.encoding, opened.dialect
        if "open quote" in opened.dialect:
            reading.doubt(0.05, "a quote is opened and never closed: lines are read one by one")
        if opened.broken:
            reading.doubt(0.15, "the page breaks off within a table: what came after is missing")
        _read_tables(reading, opened, override)
    except Refused as error:
        reading.refused = str(error)
        reading.payments = Payments()
        return reading
    if override.note:
        reading.doubt(0.0, override.note)
    find_council(reading, reading.titles)
    note_oddities(reading)
    return reading


def _read_tables(reading: Reading, opened: Opened, override: Override) -> None:
    reasons, parts = [], []
    for table in opened.tables:
        cells = table.cells.without_blank()
        reading.blank_rows += len(table.cells) - len(cells)
        if not len(cells):
            continue
        where = f"sheet {table.sheet!r}: " if table.sheet else ""
        cells = _without_long_cells(reading, table.sheet, cells)
        if not len(cells):
            reasons.append(f"{where}every row has a cell of more than {LONGEST_CELL:,} characters")
            continue
        try:
            parts += _parts(reading, replace(table, cells=cells), override, reasons)
        except Refused as error:
            nil = nil_return(cells)
            said = f"it says that there were no payments: {nil!r}" if nil else str(error)
            reasons.append(where + said)
    if not parts:
        page = "a web page without a table of payments: " if opened.dialect == WEB_PAGE else ""
        raise Refused(page + ("; ".join(reasons) or "it holds no rows"))
    for part in without_revised(without_sums(parts, reasons), reasons):
        reading.add(part)
    for reason in reasons:
        reading.doubt(0.05, f"not read: {reason}")
    if opened.hidden:
        names = ", ".join(map(repr, opened.hidden))
        read = len(opened.hidden) == len(opened.tables)
        reading.doubt(0.05, f"hidden sheets are {'read' if read else 'not read'}: {names}")


def _without_long_cells(reading: Reading, sheet: str, cells: Cells) -> Cells:
    """Set the rows aside in which a cell is longer than any that was ever published."""
    lengths = cells.frame.select(pl.max_horizontal(pl.all().str.len_chars())).to_series()
    long = lengths > LONGEST_CELL
    if not long.any():
        return cells
    for line, length in zip(cells.lines.filter(long), lengths.filter(long), strict=True):
        said = f"a cell of {length:,} characters, where a workbook's may have {LONGEST_CELL:,}"
        reading.set_aside.append(SetAside(sheet, line, said, ""))
    return cells.keep(~long)


def _parts(reading: Reading, table: Table, override: Override, reasons: list[str]) -> list[Reading]:
    """Read a table, or the tables of other columns that stand below each other in it."""
    part = Reading(reading.file, dialect=reading.dialect)
    others = read_table(part, table, override)
    if not others:
        return [part]
    found = []
    places = table.cells.lines.is_in(others).arg_true().to_list()
    for start, end in pairwise([0, *places, len(table.cells)]):
        part = Reading(reading.file, dialect=reading.dialect)
        cells = table.cells.part(start, end)
        try:
            last = end == len(table.cells)
            inside = replace(table, cells=cells, open_ended=table.open_ended and last)
            read_table(part, inside, override)
            found.append(part)
        except Refused as error:
            reasons.append(f"the table from line {cells.lines[0]}: {error}")
    reading.doubt(0.05, f"{len(others) + 1} tables of other columns stand below each other")
    return found
