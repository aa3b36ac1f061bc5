"""Rows with their words above the mark instead of beside it: the whole width stays for the figure.

Row 0 is at the top, at y = 0; row i is at y = -i. Words stand a third of a row above the mark.
"""

from typing import Any

from charts.palette import Palette
from charts.plain_text import inert, wrapped

ROW_PX = 54
WORDS_ABOVE = 0.36
MARK_BELOW = 0.1
LONG_NAME = 32
LONGEST_NAME = 120  # three lines: what is longer in a file is no name
WIDEST_NAME = 40  # characters that a phone holds beside an amount, in the small font
Words = dict[str, Any]  # a layout annotation, plain: building plotly's own costs a lot


def rows_height(n: int, *, extra: int = 0) -> int:
    """Height in pixels of a figure of `n` rows, `extra` for legend and axis."""
    return n * ROW_PX + 16 + extra


def cut(name: str) -> str:
    """A name whole, but for what a forged or broken file may hold in its place."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def mark_at(row: int) -> float:
    return -row - MARK_BELOW


def row_words(row: int, name: str, amount: str, palette: Palette) -> list[Words]:
    """The row's name on the left, whole, in as many lines as it needs; its amount on the right."""
    shared = {"y": -row + WORDS_ABOVE, "yref": "y", "xref": "paper", "showarrow": False}
    # A long name must not run into its amount on a phone.
    name_font = {"size": 14 if len(name) <= LONG_NAME else 12, "color": palette.text}
    font = {"size": 14, "color": palette.text}
    left = {"text": wrapped(cut(name), WIDEST_NAME), "x": 0, "xanchor": "left", "font": name_font}
    left |= {"align": "left"}
    left |= {"bgcolor": palette.ground, "borderpad": 0}  # grid lines stop at the words
    right = {"text": f"<b>{inert(amount)}</b>", "x": 1, "xanchor": "right", "font": font}
    return [shared | left, shared | right]


def row_note(row: int, words: str, palette: Palette) -> Words:
    """Words in the place of the mark: why there is none."""
    return {
        "text": f"<i>{inert(words)}</i>",
        "x": 0,
        "y": mark_at(row),
        "xref": "paper",
        "yref": "y",
        "xanchor": "left",
        "showarrow": False,
        "font": {"size": 13, "color": palette.muted},
    }


def rows_axis(n: int) -> dict[str, Any]:
    """The vertical axis of `n` rows: no ticks, the words say it."""
    return {
        "range": [-n + 0.45, 0.62],
        "visible": False,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
    }
