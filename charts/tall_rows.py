"""Rows of three lines, for a phone: title and figure, the mark, and small words under it.

Row 0 is at the top, at y = 0; row i is at y = -i, as in `charts.rows`, half as high again.
"""

from typing import Any

from charts.palette import Palette
from charts.plain_text import wrapped
from charts.rows import Words

ROW_PX = 84
MARK_ABOVE = 0.06
NOTE_BELOW = 0.1
WIDTH = 56  # characters of small words that a phone holds


def tall_height(n: int, *, extra: int = 0) -> int:
    """Height in pixels of a figure of `n` rows, `extra` for legend and axis."""
    return n * ROW_PX + extra


def tall_axis(n: int) -> dict[str, Any]:
    return {"range": [-n + 0.42, 0.56], "visible": False, "fixedrange": True}


def tall_mark(row: int) -> float:
    return -row + MARK_ABOVE


def words_below(row: int, words: str, palette: Palette, *, marked: bool = True) -> Words:
    """Small words under the row's mark, or in its place when there is none; two lines fit."""
    return {
        "text": wrapped(words, WIDTH),
        "x": 0,
        "y": -row - NOTE_BELOW if marked else -row + 0.2,
        "xref": "paper",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": palette.muted},
        "bgcolor": palette.ground,  # the middle line stops at the words
        "borderpad": 0,
    }
