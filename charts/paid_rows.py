"""Sums of payments as rows with a bar, and under each what a reader must know to compare them.

Frame, one row per council, category, service or supplier, in the order to be shown: `name`,
`value_gbp`, `note` (which months are held, from which amount on, how many payments). A sum below
zero (more credits than payments) is hatched and runs left. Optional: `mark`, `key` (what a click
on the bar names).
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import figure_of, needs, vertical, with_optional
from charts.palette import PALETTE, Palette
from charts.plain_text import wrapped
from charts.rows import Words, cut, row_words
from charts.tall_rows import tall_axis, tall_height, words_below
from charts.wording import joined, pounds

COLUMNS = ("name", "value_gbp", "note")
BAR_AT = 0.04
NAMED = 3  # rows that the words tell of
Row = dict[str, Any]


@kept
def draw(frame: pl.DataFrame, *, palette: Palette = PALETTE) -> go.Figure | None:
    """£ of each row, short (£1.2m), signed. None without rows."""
    rows = _rows(frame)
    if not rows:
        return None
    amounts = [row["value_gbp"] for row in rows if row["mark"] != "none"]
    low, high = min(0.0, *amounts), max(0.0, *amounts)
    return figure_of(
        _bars(rows, palette),
        height=tall_height(len(rows)),
        palette=palette,
        margin={"l": 8, "r": 12, "t": 4, "b": 4},
        barmode="overlay",
        annotations=_words(rows, palette),
        shapes=[vertical(0, palette.missing_line, width=1)] if low < 0 else [],
        yaxis=tall_axis(len(rows)),
        xaxis={"visible": False, "range": [low, high or 1.0], "fixedrange": True},
    )


def alt(frame: pl.DataFrame, *, title: str) -> str:
    """The first rows and their sums, and how many more there are."""
    rows = _rows(frame)
    if not rows:
        return f"{title}: nothing found."
    said = [
        f"{_one_line(row['name'])} {pounds(row['value_gbp'], short=True)}" for row in rows[:NAMED]
    ]
    if len(rows) > NAMED:
        said.append(f"{len(rows) - NAMED} more")
    return f"{title}: {joined(said)}."


def _one_line(text: object) -> str:
    """A name as it is, without the line breaks and runs of spaces of some files."""
    return cut(" ".join(str(text).split()))


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "Sums of payments")
    marked = with_optional(frame, {"mark": pl.String, "key": pl.String})
    return marked.with_columns(pl.col("mark").fill_null("bar")).rows(named=True)


def _bars(rows: list[Row], palette: Palette) -> list[go.Bar]:
    """One trace above zero, one pale, and one, hatched, below zero."""
    looks = {
        "bar": (palette.accent, ""),
        "pale": (palette.missing_line, ""),
        "below": (palette.negative, "/"),
    }
    sides = {look: _marked(rows, kind) for kind, look in looks.items()}
    return [
        go.Bar(
            x=[row["value_gbp"] for _, row in own],
            y=[-i + BAR_AT for i, _ in own],
            width=0.2,
            orientation="h",
            marker={
                "color": colour,
                "pattern": {"shape": hatch, "fgcolor": palette.ground, "fillmode": "overlay"},
            },
            hovertext=[_hover(row) for _, row in own],
            customdata=[row["key"] for _, row in own] if own[0][1]["key"] else None,
            hovertemplate="%{hovertext}<extra></extra>",
        )
        for (colour, hatch), own in sides.items()
        if own
    ]


def _marked(rows: list[Row], kind: str) -> list[tuple[int, Row]]:
    def look(row: Row) -> str:
        return "below" if row["value_gbp"] < 0 and row["mark"] != "none" else row["mark"]

    return [(i, row) for i, row in enumerate(rows) if look(row) == kind]


def _words(rows: list[Row], palette: Palette) -> list[Words]:
    words: list[Words] = []
    for i, row in enumerate(rows):
        words += row_words(i, _one_line(row["name"]), pounds(row["value_gbp"], short=True), palette)
        words.append(words_below(i, str(row["note"]), palette))
    return words


def _hover(row: Row) -> str:
    name = wrapped(_one_line(row["name"]))
    return f"<b>{name}</b><br>{pounds(row['value_gbp'], decimals=2)}<br>{wrapped(row['note'])}"
