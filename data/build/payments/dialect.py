"""Text of a delimited file -> numbered rows of cells."""

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator

DELIMITERS = ",;\t|"
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
# A quote that is never closed swallows the rest of the file into one cell.
MOST_LINES_OF_A_CELL = 60
csv.field_size_limit(2**31 - 1)

Row = tuple[int, list[str]]


def rows_of(text: str, delimiter: str = "") -> tuple[list[Row], str]:
    """Give (line, cells) of each record, trailing blank cells cut off, and the dialect in words.

    Lines are counted from 1 by any of the line ends CR LF, LF and CR.
    """
    ends = line_ends(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    delimiter = delimiter or delimiter_of(text)
    rows = list(_records(text, delimiter))
    if any(later - line > MOST_LINES_OF_A_CELL for line, later in _spans(rows, text)):
        rows = [
            row
            for number, line in enumerate(text.split("\n"), 1)
            for row in _records(line, delimiter, number)
        ]
        ends += ", an open quote closed at its line's end"
    return rows, f"{NAMES.get(delimiter, delimiter)}, {ends}"


def line_ends(text: str) -> str:
    """Name the line ends, as ``CRLF and CR``."""
    both = text.count("\r\n")
    counts = {"CRLF": both, "LF": text.count("\n") - both, "CR": text.count("\r") - both}
    return " and ".join(name for name, count in counts.items() if count) or "one line"


def delimiter_of(text: str) -> str:
    """Take the delimiter that cuts most lines into the same number (over one) of cells."""
    head = "\n".join(text.split("\n", 400)[:400])
    best, most = ",", 0
    for delimiter in DELIMITERS:
        widths = Counter(len(cells) for _, cells in _records(head, delimiter, cut=False))
        agreed = max((n * min(width, 8) for width, n in widths.items() if width > 1), default=0)
        if agreed > most:
            best, most = delimiter, agreed
    return best


def _records(text: str, delimiter: str, first: int = 1, cut: bool = True) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter)
    line = first
    for cells in reader:
        while cut and cells and not cells[-1].strip():
            cells.pop()
        yield line, cells
        line = first + reader.line_num


def _spans(rows: list[Row], text: str) -> Iterator[tuple[int, int]]:
    lines = [line for line, _ in rows] + [text.count("\n") + 1]
    return itertools.pairwise(lines)
