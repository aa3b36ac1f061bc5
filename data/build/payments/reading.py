"""One file, or many, from bytes to readings."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import polars as pl

from data.build.payments.cards import note_cards
from data.build.payments.cells import Cells
from data.build.payments.columns import Columns, columns_of
from data.build.payments.dialect import sign_of
from data.build.payments.headers import Header, header_of
from data.build.payments.judging import note_oddities, refuse_without
from data.build.payments.opening import WEB_PAGE, Content, Opened, Table, contents_of, open_tables
from data.build.payments.overrides import Override, load_overrides, override_for
from data.build.payments.period import period_of
from data.build.payments.ragged import mend
from data.build.payments.registers import (
    nil_return,
    refuse_months,
    refuse_registers,
    refuse_thousands,
)
from data.build.payments.result import Payments, Reading, Refused
from data.build.payments.shapes import shapes_of
from data.build.payments.sheets import without_sums
from data.build.payments.taking import take_all
from data.build.payments.vocabulary import plain
from data.build.payments.whose import find_council

STERLING = {"", "GBP", "UKP", "STG"}


def read_all(paths: Iterable[Path], council: str = "") -> Iterator[Reading]:
    """Read files one after another; bytes that were there before are refused as published twice.

    The same payments in other bytes are read, and ``Reading.same_as`` names the file before.
    """
    overrides = load_overrides()
    bytes_seen: dict[str, str] = {}
    rows_seen: dict[tuple, str] = {}
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


def _compare(reading: Reading, seen: dict[tuple, str]) -> None:
    """Say where a file before held the same payments, in whatever order or encoding."""
    if reading.refused:
        return
    frame = reading.payments.frame
    fields = sorted(set(frame.columns) - {"sheet", "line", "month_only", "detail"})
    key = (len(frame), *fields, int(frame.select(fields).hash_rows().cast(pl.Int128).sum()))
    if key in seen:
        reading.same_as = seen[key]
        reading.doubt(0.0, f"it holds the same payments as {seen[key]}: do not add the two")
    seen.setdefault(key, reading.file)


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
        part = Reading(reading.file, dialect=reading.dialect)
        where = f"sheet {table.sheet!r}: " if table.sheet else ""
        try:
            _read_table(part, Table(table.sheet, cells), override)
            parts.append(part)
        except Refused as error:
            nil = nil_return(cells)
            said = f"it says that there were no payments: {nil!r}" if nil else str(error)
            reasons.append(where + said)
    if not parts:
        page = "a web page without a table of payments: " if opened.dialect == WEB_PAGE else ""
        raise Refused(page + ("; ".join(reasons) or "it holds no rows"))
    for part in without_sums(parts, reasons):
        reading.add(part)
    for reason in reasons:
        reading.doubt(0.05, f"not read: {reason}")
    if opened.hidden:
        names = ", ".join(map(repr, opened.hidden))
        read = len(opened.hidden) == len(opened.tables)
        reading.doubt(0.05, f"hidden sheets are {'read' if read else 'not read'}: {names}")


def _read_table(reading: Reading, table: Table, override: Override) -> None:
    cells = table.cells
    header = _header(cells, override)
    names = header.names if header else []
    place = header.place if header else None
    titles = [" ".join(cells.at(at)) for at in range(min(place or 0, 80))]
    reading.period = reading.period or period_of(reading.file, [table.sheet, *titles])
    reading.titles += titles[:10]
    refuse_registers(names or cells.at(0))
    if not header:
        refuse_months(cells)
    if header and len(cells) == 1:
        raise Refused("it has a header and no rows below it")
    if header and not table.sheet:
        cells = _mended(reading, cells, header)
    below = len(cells) - (place or 0) - 1
    # A header that comes last has its rows above it.
    late = below <= len(cells) // 2
    columns = columns_of(names, shapes_of(cells if late or place is None else cells.tail(below)))
    _override_columns(columns, names, override)
    refuse_without(columns)
    refuse_thousands(columns.names["amount"], titles)
    if place is None:
        reading.doubt(0.3, "no row names the columns")
    elif place > len(cells) // 2:
        reading.doubt(0.05, "the header is below its rows")
    for share, text in columns.doubts:
        reading.doubt(share, text)
    reading.columns = {**columns.names, **reading.columns}
    note_cards(reading, names, titles[:10])
    _note_currency(reading, cells, names)
    kept = take_all(reading, table.sheet, cells, place, columns, override.date_order)
    if not len(kept):
        raise Refused("no row of it has an amount that can be read")
    reading.repeated_rows += len(kept) - cells.frame.hash_rows().gather(kept).n_unique()


def _mended(reading: Reading, cells: Cells, header: Header) -> Cells:
    mended = mend(cells, header.names, header.place, sign_of(reading.dialect))
    if mended.rows:
        where = ", ".join(map(repr, mended.columns))
        rows = "row has" if mended.rows == 1 else "rows have"
        sign = reading.dialect.split(",")[0]
        said = f"{mended.rows} {rows} a {sign} that is not quoted: cells joined in {where}"
        reading.doubt(0.02 + 0.1 * mended.rows / len(cells), said)
    return mended.cells


def _note_currency(reading: Reading, cells: Cells, names: list[str]) -> None:
    for place, name in enumerate(names):
        if plain(name) not in ("currency", "currency code", "cur", "curr"):
            continue
        counted = Counter(cells.column(place).str.to_uppercase().to_list())
        foreign = {
            text: n for text, n in counted.items() if text not in STERLING and len(text) == 3
        }
        if total := sum(foreign.values()):
            said = f"{total} rows are in {', '.join(sorted(foreign))}: their amounts are no pounds"
            reading.doubt(0.05 + 0.5 * total / len(cells), said)


def _header(cells: Cells, override: Override) -> Header | None:
    if override.header_line is None:
        return header_of(cells)
    places = (cells.lines == override.header_line).arg_true()
    return Header(places[0], cells.at(places[0])) if len(places) else None


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
