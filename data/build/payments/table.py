"""One table of a file: its header, its columns, and its rows taken."""

import re
from collections import Counter

import polars as pl

from data.build.payments.cards import note_cards
from data.build.payments.cells import Cells
from data.build.payments.columns import Columns, columns_of
from data.build.payments.dialect import sign_of
from data.build.payments.headers import CORE, Header, header_of
from data.build.payments.judging import refuse_without
from data.build.payments.opening import Table
from data.build.payments.overrides import Override
from data.build.payments.payment_rows import take_all
from data.build.payments.period import period_of
from data.build.payments.ragged import mend
from data.build.payments.registers import (
    refuse_months,
    refuse_registers,
    refuse_split,
    refuse_thousands,
)
from data.build.payments.result import Reading, Refused
from data.build.payments.shapes import shapes_of
from data.build.payments.vocabulary import meanings, plain

TYPES = re.compile(r"(?:transaction|trans|document|doc|invoice|payment)? ?type(?: .*)?")
CREDIT_NOTE = r"(?i)^(?:credit(?: ?notes?| memo)?|crn|refund)$"
STERLING = {"", "GBP", "UKP", "STG"}


def read_table(reading: Reading, table: Table, override: Override) -> list[int]:
    """Read one table. Gives the places of headers further down that name other columns."""
    cells = table.cells
    header = _header(cells, override)
    names = header.names if header else []
    place = header.place if header else None
    titles = [" ".join(cells.at(at)) for at in range(min(place or 0, 80))]
    reading.period = reading.period or period_of(reading.file, [table.sheet, *titles])
    reading.titles += titles[:10]
    refuse_registers(names or cells.at(0))
    refuse_split(names)
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
    if others := _other_headers(reading, cells, columns, kept):
        return others
    if not len(kept):
        raise Refused("no row of it has an amount that can be read")
    _note_credits(reading, cells, names, kept)
    reading.repeated_rows += len(kept) - cells.frame.hash_rows().gather(kept).n_unique()
    return []


def _other_headers(reading: Reading, cells: Cells, columns: Columns, kept: pl.Series) -> list[int]:
    lines = [row.line for row in reading.set_aside if row.reason == "a header repeated"]
    if not lines or not len(kept):
        return []
    places = cells.lines.is_in(lines).arg_true().to_list()
    return [at for at in places if at > kept[0] and not _same_columns(cells.at(at), columns)]


def _same_columns(header: list[str], columns: Columns) -> bool:
    """Whether a header further down names the amount, date and supplier where they are read."""
    told = {name: columns.places[name] for name in CORE if name in columns.places}
    return all(
        place < len(header) and name in meanings(header[place]) for name, place in told.items()
    )


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


def _note_credits(reading: Reading, cells: Cells, names: list[str], kept: pl.Series) -> None:
    """Say where rows are called credit notes and have positive amounts."""
    amounts = reading.payments.frame["amount_pence"].tail(len(kept))
    for place, name in enumerate(names):
        if not TYPES.fullmatch(plain(name)):
            continue
        called = cells.column(place).gather(kept).str.contains(CREDIT_NOTE)
        if count := int((called & (amounts > 0)).sum()):
            rows = "row is" if count == 1 else "rows are"
            said = (
                f"{count} {rows} called a credit in {name!r}, with a positive amount as published"
            )
            reading.doubt(0.05 + 0.3 * count / len(kept), said)


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
