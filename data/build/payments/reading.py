"""One file, or many, from bytes to readings."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from data.build.payments.bodies import council_of
from data.build.payments.columns import Columns, columns_of
from data.build.payments.dialect import Row
from data.build.payments.headers import header_at
from data.build.payments.judging import note_oddities, refuse_registers, refuse_without
from data.build.payments.opening import Opened, Table, contents_of, open_tables
from data.build.payments.overrides import Override, load_overrides, override_for
from data.build.payments.result import Reading, Refused
from data.build.payments.shapes import shapes_of
from data.build.payments.taking import take_all


def read_all(paths: Iterable[Path], council: str = "") -> Iterator[Reading]:
    """Read files one after another; bytes that were there before are refused as published twice."""
    overrides = load_overrides()
    seen: dict[str, str] = {}
    for path in paths:
        try:
            for name, content in contents_of(path):
                digest = hashlib.sha256(content).hexdigest()
                if content and digest in seen:
                    reason = f"published twice: the same bytes as {seen[digest]}"
                    yield Reading(name, council, refused=reason)
                    continue
                seen[digest] = name
                yield read(name, content, council, override_for(name, overrides))
        except OSError as error:
            yield Reading(str(path), council, refused=f"it cannot be opened: {error.strerror}")
        except Refused as error:
            yield Reading(str(path), council, refused=str(error))


def read(name: str, content: bytes, council: str = "", override: Override | None = None) -> Reading:
    """Read one file's content. Never raises for what the content is: see ``Reading.refused``."""
    override = override or override_for(name, [])
    reading = Reading(name, council or override.council)
    try:
        if override.refuse:
            raise Refused(override.refuse)
        opened = open_tables(content, override.encoding, override.delimiter)
        reading.encoding, reading.dialect = opened.encoding, opened.dialect
        _read_tables(reading, opened, override)
    except Refused as error:
        reading.refused = str(error)
        reading.payments.clear()
        return reading
    if override.note:
        reading.doubt(0.0, override.note)
    reading.council = reading.council or council_of(reading)
    note_oddities(reading)
    return reading


def _read_tables(reading: Reading, opened: Opened, override: Override) -> None:
    reasons = []
    known: tuple[list[str], Columns] | None = None
    for table in opened.tables:
        rows = [row for row in table.rows if any(cell.strip() for cell in row[1])]
        reading.blank_rows += len(table.rows) - len(rows)
        if not rows:
            continue
        try:
            known = _read_table(reading, Table(table.sheet, rows), override)
        except Refused as error:
            where = f"sheet {table.sheet!r}: " if table.sheet else ""
            reasons.append(f"{where}{error}")
            continue
    if known is None:
        raise Refused("; ".join(reasons) or "it holds no rows")
    if not reading.payments:
        raise Refused("no row of it has an amount that can be read")
    for reason in reasons:
        reading.doubt(0.05, f"not read: {reason}")


def _read_table(reading: Reading, table: Table, override: Override):
    rows = table.rows
    place = _header_place(rows, override)
    header = rows[place][1] if place is not None else []
    refuse_registers(header or rows[0][1])
    body = [row for at, row in enumerate(rows) if place is None or at > place]
    # A header that comes last has its rows above it.
    shapes = shapes_of(body if len(body) > len(rows) // 2 else rows)
    columns = columns_of(header, shapes)
    _override_columns(columns, header, override)
    refuse_without(columns)
    if place is None:
        reading.doubt(0.3, "no row names the columns")
    elif place > len(rows) // 2:
        reading.doubt(0.05, "the header is below its rows")
    for share, text in columns.doubts:
        reading.doubt(share, text)
    reading.columns = {**columns.names, **reading.columns}
    start = len(reading.payments)
    take_all(reading, table.sheet, rows, place, columns, override.date_order)
    reading.repeated_rows += _repeats(rows, {row.line for row in reading.payments[start:]})
    return header, columns


def _header_place(rows: list[Row], override: Override) -> int | None:
    if override.header_line is None:
        return header_at(rows)
    places = (at for at, (line, _) in enumerate(rows) if line == override.header_line)
    return next(places, None)


def _override_columns(columns: Columns, header: list[str], override: Override) -> None:
    for name, wanted in override.columns.items():
        place = wanted - 1 if isinstance(wanted, int) else _place(header, wanted)
        for other in [key for key, at in columns.places.items() if at == place]:
            del columns.places[other], columns.names[other]
        columns.places[name] = place
        columns.names[name] = str(wanted)


def _place(header: list[str], wanted: str) -> int:
    for place, cell in enumerate(header):
        if " ".join(cell.split()) == wanted:
            return place
    raise Refused(f"its override names a column {wanted!r} that is not there")


def _repeats(rows: list[Row], lines: set[int]) -> int:
    kept = [tuple(cells) for line, cells in rows if line in lines]
    return len(kept) - len(set(kept))
