"""Rows of a table put under the names of its header, where a program has moved them apart."""

from data.build.payments.cells import Cells
from data.build.payments.dialect import sign_of
from data.build.payments.headers import Header
from data.build.payments.offsets import shifted
from data.build.payments.one_cell import unpacked
from data.build.payments.ragged import Mended, mend
from data.build.payments.result import Reading, SetAside

NAMES = {"\t": "tabs", ";": "semicolons", "|": "bars", ",": "commas"}


def opened_up(reading: Reading, cells: Cells) -> Cells:
    """Split rows that stand in one cell, and say so."""
    cells, sign, rows = unpacked(cells)
    if rows:
        said = "1 row stands" if rows == 1 else f"{rows} rows stand"
        reading.doubt(0.02, f"{said} in one cell, with {NAMES[sign]} inside: split")
    return cells


def righted(reading: Reading, sheet: str, cells: Cells, header: Header) -> tuple[Cells, list[str]]:
    """Give the cells and the names that belong together, with a doubt for what was moved."""
    names = shifted(cells, header.names, header.place)
    if names is not header.names:
        if len(names) > len(header.names):
            said = "its rows begin with a cell that the header does not name (a row's number)"
        else:
            said = "its header begins with a name that the rows have no cell for"
        reading.doubt(0.08, f"{said}: the names are moved by one column")
    if sheet:
        return cells, names
    mended = mend(cells, names, header.place, sign_of(reading.dialect))
    _say(reading, mended, len(cells))
    for line, reason in mended.aside.items():
        place = (cells.lines == line).arg_true()[0]
        text = " | ".join(cell.strip() for cell in cells.at(place) if cell.strip())[:300]
        reading.set_aside.append(SetAside(sheet, line, reason, text))
    return mended.cells, names


def _say(reading: Reading, mended: Mended, rows: int) -> None:
    if mended.rows:
        where = ", ".join(map(repr, mended.columns))
        have = "row has" if mended.rows == 1 else "rows have"
        sign = reading.dialect.split(",")[0]
        said = f"{mended.rows} {have} a {sign} that is not quoted: cells joined in {where}"
        # Each row fits one way, and yet its neighbours fit another: none of them is sure.
        several = 0.09 if len(mended.columns) > 1 else 0.0
        reading.doubt(0.02 + several + 0.1 * mended.rows / rows, said)
    if mended.split:
        lines = "line holds" if mended.split == 1 else "lines hold"
        said = f"{mended.split} {lines} several payments, whose line ends are lost: split"
        reading.doubt(0.02 + 0.1 * mended.split / rows, said)
    if mended.aside:
        lines = "line is" if len(mended.aside) == 1 else "lines are"
        said = f"{len(mended.aside)} {lines} out of joint: their payments are missing from the sum"
        reading.doubt(0.11 + 0.3 * len(mended.aside) / rows, said)
    if mended.short:
        have = "row has" if mended.short == 1 else "rows have"
        said = f"{mended.short} {have} fewer cells than the header has names: some may be misplaced"
        reading.doubt(0.11, said)
    if mended.beyond:
        have = "row has" if mended.beyond == 1 else "rows have"
        said = f"{mended.beyond} {have} cells beyond the header's names, which are not read"
        # One row of a short list with more cells than all others may be two that were glued.
        few = 0.1 if mended.beyond == 1 and 5 < rows <= 100 else 0.0
        reading.doubt(0.01 + few + 0.02 * mended.beyond / rows, said)
