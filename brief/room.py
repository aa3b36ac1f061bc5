"""How much of a page texts and tables take where Word or PowerPoint set the lines themselves.

An estimate from the letters' middling width: what is taken by it leaves a part of each page free.
"""

from collections.abc import Callable, Sequence
from math import ceil
from typing import NamedTuple, TypeVar

from brief.document import Cell

# Of Arial's height, in running text; bold is wider.
LETTER, BOLD_LETTER = 0.5, 0.56
ThingT = TypeVar("ThingT")


class Setting(NamedTuple):
    """`size` of letters and `small` of the line under them, in points; `leading` is a line's
    height over its letters'; `padding` and `margin` are what a cell takes across and a row down."""

    size: float
    small: float
    leading: float
    padding: float
    margin: float
    mark: float = 0.0


def text_height(
    text: str, size: float, width: float, leading: float, *, bold: bool = False
) -> float:
    """Points down that a text takes in a column of `width` points."""
    letter = size * (BOLD_LETTER if bold else LETTER)
    return max(ceil(len(text) * letter / width), 1) * size * leading


def row_height(row: Sequence[Cell], shares: Sequence[float], width: float, how: Setting) -> float:
    """Points down of a table's row; `shares` are those of its columns."""
    whole = sum(shares)
    return how.margin + max(
        _cell_height(cell, width * share / whole - how.padding, how)
        for cell, share in zip(row, shares, strict=True)
    )


def taken(
    things: Sequence[ThingT], height: Callable[[ThingT], float], room: float, most: int = 100
) -> int:
    """How many of them fit, from the first on."""
    n = 0
    for one in things[:most]:
        room -= height(one)
        if room < 0:
            break
        n += 1
    return n


def rest_words(of: int, shown: int) -> str:
    """What of a table had no room; "" where all of it had."""
    left = of - shown
    if left <= 0:
        return ""
    return f"{left} more {'row is' if left == 1 else 'rows are'} in the workbook."


def _cell_height(cell: Cell, width: float, how: Setting) -> float:
    first = " ".join(filter(None, (cell.strong, cell.text)))
    mark = how.mark if cell.mark and how.mark else 0.0
    # A mark stands in the line with the words.
    line = first + "x" * ceil(mark / (how.size * LETTER)) if mark else first
    height = text_height(line, how.size, width, how.leading, bold=bool(cell.strong)) if line else 0
    if cell.small:
        height += text_height(cell.small, how.small, width, how.leading)
    return max(height, how.size * how.leading)
