"""A last row that a broken download has cut: told by the missing line end and by what is left."""

import re

import polars as pl

from data.build.payments.cells import Cells, share_of
from data.build.payments.columns import Columns
from data.build.payments.dates import day_of

POINT, COMMA = (re.compile(rf"{sign}\d\d\D?$") for sign in (r"\.", ","))
WHOLE = re.compile(r"^[^.]*$")
FEWEST_ROWS = 5
# So large a share of the rows above is as long, or as written, before the last one is called cut.
ALIKE = 0.97
# Where so few different words stand in a column, another one at the very end is odd.
FEW_VALUES = 0.3
CUT = "the file breaks off within it"
FIGURES = re.compile(r"\d")


def cut_row(cells: Cells, columns: Columns, header: int | None) -> tuple[str, str]:
    """Say why the last row is cut off, or may be: (sure, maybe), both '' where it is whole.

    ``cells`` are those of a text without a line end after its last row, all of its rows as written.
    """
    start = 0 if header is None else header + 1
    body = cells.part(start, len(cells))
    if len(body) < FEWEST_ROWS or header == len(cells) - 1:
        return "", ""
    rest = body.part(0, len(body) - 1)
    last = body.frame.row(len(body) - 1)
    if body.lengths is not None and rest.lengths is not None:
        length = int(body.lengths[-1])
        usual = int(rest.lengths.mode()[0])
        if 1 < length < usual and share_of(rest.lengths >= usual) >= ALIKE:
            return CUT, ""
    else:
        length = len(last)
    place = length - 1
    text = last[place].strip() if place < len(last) else ""
    above = rest.column(place)
    if place == columns.places.get("amount") or place == columns.places.get("credit"):
        return _amount(text, above)
    if place == columns.places.get("date"):
        return _date(text, above)
    return _text(text, above, place == columns.places.get("supplier"))


def _text(text: str, above: pl.Series, named: bool) -> tuple[str, str]:
    """A word that begins others of its column and is none of them, or too short a code."""
    values = set(above.unique().to_list()) - {""}
    if not text or text in values or not values:
        return "", ""
    longer = any(value.startswith(text) for value in values)
    lengths = {len(value) for value in values}
    code = len(lengths) == 1 and len(text) < min(lengths)
    if longer or code:
        return CUT, ""
    if named or len(values) < FEW_VALUES * len(above):
        return "", "its last cell may be cut off: the file ends without a line end"
    return "", ""


def _amount(text: str, above: pl.Series) -> tuple[str, str]:
    """An amount without pence where the others have them: 1,23 of 1,234.56 has none."""
    above = above.filter(above != "")
    for sign in (POINT, COMMA):
        if share_of(above.str.contains(sign.pattern)) >= ALIKE:
            return ("", "") if sign.search(text) else (CUT, "")
    if POINT.search(text) or COMMA.search(text):
        return "", ""
    return "", "its last amount may be cut off: the file ends without a line end"


def _date(text: str, above: pl.Series) -> tuple[str, str]:
    found = day_of(text)
    shapes = {FIGURES.sub("9", one) for one in above.unique().to_list() if one}
    if found and FIGURES.sub("9", text) in shapes:
        return "", ""
    return CUT, ""
