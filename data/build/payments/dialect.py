"""Text of a delimited file -> numbered rows of cells."""

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator

from data.build.payments.amounts import pence_of
from data.build.payments.cells import Cells, Chunk, cells_of
from data.build.payments.dates import day_of
from data.build.payments.splitting import refuse_width, simple_cells

DELIMITERS = ",;\t|~^"
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", "~": "tilde", "^": "caret"}
# A quote that is never closed swallows the rest of the file into one cell.
MOST_LINES_OF_A_CELL = 60
CHUNK_ROWS = 50_000
SAID = re.compile(r"\ufeff?\"?sep=([,;|\t])\"?\s*\n", re.I)
csv.field_size_limit(2**31 - 1)


def rows_of(text: str, delimiter: str = "") -> tuple[Cells, str]:
    """Give the records as cells, and the dialect in words.

    Lines are counted from 1 by any of the line ends CR LF, LF and CR.
    """
    ends = line_ends(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    text = text.removeprefix("\ufeff").rstrip("\x1a")
    said = SAID.match(text)
    delimiter = delimiter or (said[1] if said else delimiter_of(text))
    cells = simple_cells(text, delimiter)
    if cells is None:
        cells = cells_of(_records(text, delimiter))
        if _longest(cells, text) > MOST_LINES_OF_A_CELL or _swallows(cells, text, delimiter):
            cells = cells_of(_line_by_line(text, delimiter))
            ends += ", an open quote closed at its line's end"
    if _wrapped(cells, delimiter):
        inner = "\n".join(cells.column(0).str.replace_all("\n", " "))
        inside = cells_of(_records(inner, delimiter))
        cells = Cells(cells.lines, inside.frame, inside.lengths)
        ends += ", every line quoted as a whole"
    return cells, f"{NAMES.get(delimiter, delimiter)}, {ends}"


def sign_of(dialect: str) -> str:
    """Give the delimiter of a dialect in words."""
    name = dialect.split(", ")[0]
    return next((sign for sign, called in NAMES.items() if called == name), ",")


def line_ends(text: str) -> str:
    """Name the line ends, as ``CRLF and CR``."""
    both = text.count("\r\n")
    counts = {"CRLF": both, "LF": text.count("\n") - both, "CR": text.count("\r") - both}
    return " and ".join(name for name, count in counts.items() if count) or "one line"


def delimiter_of(text: str) -> str:
    """Take the delimiter that cuts most lines into the same number (over one) of cells."""
    head = "\n".join(text[:1_000_000].split("\n", 400)[:400])
    best, most = ",", 0
    for delimiter in DELIMITERS:
        widths = Counter(map(len, csv.reader(io.StringIO(head, newline="\n"), delimiter=delimiter)))
        agreed = max((n * min(width, 8) for width, n in widths.items() if width > 1), default=0)
        if agreed > most:
            best, most = delimiter, agreed
    return best


def _records(text: str, delimiter: str) -> Iterator[Chunk]:
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter)
    before = 0
    while rows := list(itertools.islice(reader, CHUNK_ROWS)):
        refuse_width(max(map(len, rows)))
        if reader.line_num - before == len(rows):
            yield range(before + 1, reader.line_num + 1), rows
        else:
            spans = (1 + sum(cell.count("\n") for cell in cells) for cells in rows)
            yield [*itertools.accumulate(spans, initial=before + 1)][: len(rows)], rows
        before = reader.line_num


def _line_by_line(text: str, delimiter: str) -> Iterator[Chunk]:
    lines = text.removesuffix("\n").split("\n")
    closed = [_cut(line, delimiter) for line in lines if line.count('"') % 2 == 0]
    width = Counter(map(len, closed)).most_common(1)[0][0] if closed else 0
    rows = [_line(line, delimiter, width) for line in lines]
    yield range(1, len(rows) + 1), rows


def _line(line: str, delimiter: str, width: int) -> list[str]:
    """Cells of a line; without the quote that is never closed, where one alone is too many."""
    if line.count('"') % 2 == 0:
        return _cut(line, delimiter)
    for at, sign in enumerate(line):
        if sign == '"' and (at == 0 or line[at - 1] == delimiter):
            cells = _cut(line[:at] + line[at + 1 :], delimiter)
            if len(cells) == width:
                return cells
    return [cell.strip('"') for cell in line.split(delimiter)]


def _cut(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _longest(cells: Cells, text: str) -> int:
    """Lines of the longest record."""
    if not len(cells):
        return 0
    last = text.count("\n") + 1 - cells.lines[-1]
    return max(last, cells.lines.diff().max() or 0)


def _swallows(cells: Cells, text: str, delimiter: str) -> bool:
    """Say whether a cell holds whole lines of the table, or the end of one, by their delimiters."""
    if not len(cells):
        return False
    breaks = cells.lines.diff().fill_null(1) > 1
    places = [max(0, at - 1) for at in breaks.arg_true()[:50]]
    fewest = max(2, cells.width - 1)
    usual = cells.width if cells.lengths is None else int(cells.lengths.mode()[0])
    open_at_end = text.count('"') % 2 == 1
    for at in [*places, len(cells) - 1]:
        row = cells.at(at)
        inner = (line for cell in row for line in cell.split("\n")[1:])
        if any(line.count(delimiter) >= fewest and _figures(line, delimiter) for line in inner):
            return True
        length = usual if cells.lengths is None else int(cells.lengths[at])
        broken = at in places or (open_at_end and at == len(cells) - 1)
        if broken and length != usual and _ends_a_line(row, usual, delimiter):
            return True
    return False


def _ends_a_line(row: list[str], usual: int, delimiter: str) -> bool:
    """Say whether a cell begins with what stood behind it in its line: a quote was open there."""
    for place, cell in enumerate(row):
        first = cell.split("\n")[0]
        behind = first.count(delimiter)
        if behind and place + 1 + behind == usual and _figures(first, delimiter):
            return True
    return False


def _figures(line: str, delimiter: str) -> bool:
    cells = (cell.strip() for cell in line.split(delimiter))
    return any(pence_of(cell) is not None or day_of(cell) for cell in cells)


def _wrapped(cells: Cells, delimiter: str) -> bool:
    """Say whether each line is one cell that holds a whole record."""
    if cells.width > 1 or len(cells) < 3:
        return False
    inside = (
        cells.column(0).filter(cells.column(0) != "").str.count_matches(delimiter, literal=True)
    )
    return bool(len(inside)) and inside.min() > 0
