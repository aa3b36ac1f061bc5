"""One table of a file: its header, its columns, and its rows taken."""

import polars as pl

from data.build.payments.cards import note_cards
from data.build.payments.cells import Cells
from data.build.payments.columns import Columns, columns_of
from data.build.payments.cut_off import cut_row
from data.build.payments.dates import day_of
from data.build.payments.exchanged_headings import (
    note_days_before,
    put_amounts_right,
    put_right,
)
from data.build.payments.exposing import note_exposed
from data.build.payments.headers import CORE, Header, header_of
from data.build.payments.judging import refuse_without
from data.build.payments.noting import note_rows
from data.build.payments.opening import Table
from data.build.payments.overrides import Override
from data.build.payments.parts_of_dates import date_parts
from data.build.payments.payment_rows import take_all
from data.build.payments.period import period_of
from data.build.payments.registers import refuse_months, refuse_registers, refuse_split
from data.build.payments.result import Reading, Refused, SetAside
from data.build.payments.righting import opened_up, righted
from data.build.payments.shapes import Shape, shapes_of
from data.build.payments.units import (
    in_pence,
    notes_of,
    refuse_other_headers,
    refuse_units,
    unit_said,
)
from data.build.payments.unpaid import refuse_unpaid_sheet, refuse_unpaid_titles
from data.build.payments.vocabulary import meanings

TOP_ROWS, HALF = 3, 0.5


def read_table(reading: Reading, table: Table, override: Override) -> list[int]:
    """Read one table. Gives the lines of headers further down that name other columns."""
    refuse_unpaid_sheet(table.sheet)
    cells = opened_up(reading, table.cells)
    header = _header(cells, override)
    names = header.names if header else []
    place = header.place if header else None
    titles = [" ".join(cells.at(at)) for at in range(min(place or 0, 80))]
    reading.period = reading.period or period_of(reading.file, [table.sheet, *titles])
    reading.titles += titles[:10]
    refuse_unpaid_titles(titles)
    refuse_registers(names or cells.at(0))
    refuse_split(names)
    if not header:
        refuse_months(cells)
    if header and len(cells) == 1:
        raise Refused("it has a header and no rows below it")
    if header:
        cells, names = righted(reading, table.sheet, cells, header)
    below = len(cells) - (place or 0) - 1
    # A header that comes last has its rows above it.
    late = below <= len(cells) // 2
    shapes = shapes_of(cells if late or place is None else cells.tail(below))
    columns = columns_of(names, shapes, table.hidden.columns)
    if header:
        put_right(columns, names, shapes)
        put_amounts_right(columns, cells, names)
        note_days_before(columns, cells, names)
    _override_columns(columns, names, override)
    cells = _with_date_parts(columns, cells, names, place)
    refuse_without(columns, names)
    _note_units(columns, cells, names, place, [table.sheet, *titles], shapes)
    if table.open_ended:
        cells = _whole(reading, table.sheet, cells, columns, place)
    if place is None:
        reading.doubt(0.3, "no row names the columns")
    elif place > len(cells) // 2:
        reading.doubt(0.05, "the header is below its rows")
    for share, text in columns.doubts:
        reading.doubt(share, text)
    reading.columns = {**columns.names, **reading.columns}
    note_cards(reading, names, titles[:10])
    kept = take_all(reading, table.sheet, cells, place, names, columns, override.date_order)
    if others := _other_headers(reading, cells, columns, kept):
        return others
    if not len(kept):
        raise Refused("no row of it has an amount that can be read")
    note_rows(reading, cells, names, columns, kept)
    note_exposed(reading, table, cells, names, kept)
    reading.repeated_rows += len(kept) - cells.frame.hash_rows().gather(kept).n_unique()
    return []


def _with_date_parts(columns: Columns, cells: Cells, names: list[str], place: int | None) -> Cells:
    """Add a column of dates put together from their parts where no column holds days, or one holds
    the same day in every row."""
    if place is None:
        return cells
    held = cells.column(columns.places.get("date"))[place + 1 :]
    days = "date" in columns.places and any(
        (day := day_of(text)) and not day.month_only for text in held[:50].to_list()
    )
    if days and held.n_unique() > 1:
        return cells
    parts = date_parts(cells, names, place)
    if not parts or ("date" in columns.places and not parts.whole):
        return cells
    if days and parts.texts[place + 1 :].n_unique() == 1:
        return cells
    columns.places["date"], columns.names["date"] = cells.width, parts.names
    columns.doubts = [doubt for doubt in columns.doubts if "holds no dates" not in doubt[1]]
    return cells.with_column(parts.texts)


def _note_units(
    columns: Columns,
    cells: Cells,
    names: list[str],
    place: int | None,
    titles: list[str],
    shapes: list[Shape],
) -> None:
    """Refuse what is not in pounds, by the header, a title or a unit written above the amounts."""
    amounts = cells.column(columns.places["amount"])
    above = [] if place is None else amounts[place + 1 : place + 1 + TOP_ROWS].to_list()
    at = columns.places["amount"]
    # A column found by its values has a name all the same, which may say a unit.
    called = columns.names["amount"] if at >= len(names) else names[at]
    refuse_units(called, titles)
    for text in above:
        if not any(sign.isdigit() and sign != "0" for sign in text):
            refuse_units(text, [])
    notes: list[str] = []
    if place is not None and place + 1 < len(cells):
        notes = notes_of(cells, place)
        refuse_units(called, notes)
        refuse_other_headers(names, at, [shape.amount > HALF for shape in shapes])
        if unit_said(cells, place, len(cells) - place - 1):
            columns.pence = True
    columns.pence = columns.pence or in_pence(called, [*titles, *notes])


def _whole(
    reading: Reading, sheet: str, cells: Cells, columns: Columns, place: int | None
) -> Cells:
    """Set the last row aside where the file breaks off within it."""
    sure, maybe = cut_row(cells, columns, place)
    if maybe:
        reading.doubt(0.12, maybe)
    if not sure:
        return cells
    last = len(cells) - 1
    said = " | ".join(cell.strip() for cell in cells.at(last) if cell.strip())[:300]
    reading.set_aside.append(SetAside(sheet, int(cells.lines[last]), sure, said))
    reading.doubt(0.15, "the file breaks off within its last row: what came after it is missing")
    return cells.part(0, last)


def _other_headers(reading: Reading, cells: Cells, columns: Columns, kept: pl.Series) -> list[int]:
    lines = [row.line for row in reading.set_aside if row.reason == "a header repeated"]
    if not lines or not len(kept):
        return []
    places = cells.lines.is_in(lines).arg_true().to_list()
    others = [at for at in places if at > kept[0] and not _same_columns(cells.at(at), columns)]
    return cells.lines.gather(others).to_list()


def _same_columns(header: list[str], columns: Columns) -> bool:
    """Whether a header further down names the amount, date and supplier where they are read."""
    told = {name: columns.places[name] for name in CORE if name in columns.places}
    return all(
        place < len(header) and name in meanings(header[place]) for name, place in told.items()
    )


def _header(cells: Cells, override: Override) -> Header | None:
    if override.header_line is None:
        return header_of(cells)
    places = (cells.lines == override.header_line).arg_true()
    return Header(places[0], cells.at(places[0])) if len(places) else None


def _override_columns(columns: Columns, header: list[str], override: Override) -> None:
    for name, wanted in override.columns.items():
        # Whoever wrote the record has looked at the column.
        guessed = f"no header names the {name}:"
        columns.doubts = [one for one in columns.doubts if not one[1].startswith(guessed)]
        if wanted == 0:
            columns.places.pop(name, None)
            columns.names.pop(name, None)
            continue
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
