"""Amounts as rows with a bar: where the money comes from, and a council tax bill as a receipt.

Frame, one row per line in the order to be shown: `plain_name`, `value_gbp`, `status`; optional
`note`. A line may be negative (reserves added to, a levy paid back): its bar is hatched, runs
left, and says so.
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import figure_of, needs, vertical, with_optional
from charts.palette import PALETTE, Palette
from charts.plain_text import inert, wrapped
from charts.rows import Words, mark_at, row_note, row_words, rows_axis, rows_height
from charts.wording import gap_words, joined, pounds, status_words

COLUMNS = ("plain_name", "value_gbp", "status")
Row = dict[str, Any]


@kept
def draw_income(frame: pl.DataFrame, *, palette: Palette = PALETTE) -> go.Figure | None:
    """Where the money comes from: £ of each line, short (£1.2m), signed. None for no amounts."""
    return _draw(frame, decimals=None, total=None, palette=palette)


@kept
def draw_receipt(
    frame: pl.DataFrame, *, total_name: str = "Your bill", palette: Palette = PALETTE
) -> go.Figure | None:
    """A bill split into lines, to the penny, with the total as its last row."""
    return _draw(frame, decimals=2, total=total_name, palette=palette)


def alt_income(frame: pl.DataFrame, *, title: str, period: str) -> str:
    """Total, the largest line and its share, negative lines by name, lines without a figure."""
    rows = _rows(frame)
    known = [row for row in rows if row["value_gbp"] is not None]
    if not known:
        return f"{title}, {period}: no figures."
    total, whole = sum(row["value_gbp"] for row in known), _is_whole(rows)
    largest = max(known, key=lambda row: row["value_gbp"])
    words = [f"{title}, {period}: {pounds(total, short=True)} in all."]
    share = f", {100 * largest['value_gbp'] / total:.0f}% of it" if whole else ""
    words.append(
        f"The largest part is {largest['plain_name']}: "
        f"{pounds(largest['value_gbp'], short=True)}{share}."
    )
    below = [
        f"{r['plain_name']} {pounds(r['value_gbp'], short=True)}"
        for r in known
        if r["value_gbp"] < 0
    ]
    if below:
        words.append(f"Below zero: {joined(below)}.")
    return " ".join(words + _absent(rows))


def alt_receipt(
    frame: pl.DataFrame, *, title: str, period: str, total_name: str = "Your bill"
) -> str:
    """Every line to the penny, then the total."""
    rows = _rows(frame)
    known = [row for row in rows if row["value_gbp"] is not None]
    if not known:
        return f"{title}, {period}: no figures."
    lines = joined([f"{r['plain_name']} {pounds(r['value_gbp'], decimals=2)}" for r in known])
    total = pounds(sum(row["value_gbp"] for row in known), decimals=2)
    return " ".join(
        [f"{title}, {period}. {total_name}: {total}. Of this: {lines}.", *_absent(rows)]
    )


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "A chart of amounts")
    return with_optional(frame, {"note": pl.String}).rows(named=True)


def _is_whole(rows: list[Row]) -> bool:
    """Whether a line can be given as a share of all: none is missing and none is below zero."""
    amounts = [row["value_gbp"] for row in rows]
    return None not in amounts and min(amounts) >= 0 and sum(amounts) > 0


def _absent(rows: list[Row]) -> list[str]:
    absent = [
        f"{r['plain_name']} ({gap_words(r['status'])})" for r in rows if r["value_gbp"] is None
    ]
    return [f"No figure for {joined(absent)}."] if absent else []


def _draw(
    frame: pl.DataFrame, *, decimals: int | None, total: str | None, palette: Palette
) -> go.Figure | None:
    rows = _rows(frame)
    amounts = [row["value_gbp"] for row in rows if row["value_gbp"] is not None]
    if not amounts:
        return None
    n = len(rows) + (total is not None)
    low, high = min(0.0, *amounts), max(0.0, *amounts)
    words, lines = _words(rows, decimals, palette), []
    if low < 0:
        lines.append(vertical(0, palette.missing_line, width=1))
    if total is not None:
        words += _total_words(len(rows), total, sum(amounts), palette)
        lines.append(_rule_above(len(rows), palette))
    return figure_of(
        _bars(rows, palette),
        height=rows_height(n),
        palette=palette,
        margin={"l": 8, "r": 12, "t": 4, "b": 4},
        barmode="overlay",
        annotations=words,
        shapes=lines,
        yaxis=rows_axis(n),
        xaxis={"visible": False, "range": [low, high or 1.0], "fixedrange": True},
    )


def _bars(rows: list[Row], palette: Palette) -> list[go.Bar]:
    """One trace above zero and one, hatched, below it."""
    known = [(i, row) for i, row in enumerate(rows) if row["value_gbp"] is not None]
    whole = sum(row["value_gbp"] for _, row in known) if _is_whole(rows) else None
    sides = {
        (palette.accent, ""): [(i, row) for i, row in known if row["value_gbp"] >= 0],
        (palette.negative, "/"): [(i, row) for i, row in known if row["value_gbp"] < 0],
    }
    return [
        go.Bar(
            x=[row["value_gbp"] for _, row in held],
            y=[mark_at(i) - 0.08 for i, _ in held],
            width=0.3,
            orientation="h",
            marker={
                "color": colour,
                "pattern": {"shape": hatch, "fgcolor": palette.ground, "fillmode": "overlay"},
            },
            hovertext=[_hover(row, whole) for _, row in held],
            hovertemplate="%{hovertext}<extra></extra>",
        )
        for (colour, hatch), held in sides.items()
        if held
    ]


def _hover(row: Row, whole: float | None) -> str:
    """To the penny here, whatever the label's rounding; a share only of a whole that is one."""
    lines = [f"<b>{wrapped(row['plain_name'])}</b>", pounds(row["value_gbp"], decimals=2)]
    if whole:
        lines.append(f"{100 * row['value_gbp'] / whole:.1f}% of the total")
    return "<br>".join([*lines, wrapped(status_words(row["status"], row["note"]))])


def _words(rows: list[Row], decimals: int | None, palette: Palette) -> list[Words]:
    words: list[Words] = []
    for i, row in enumerate(rows):
        if row["value_gbp"] is None:
            words += [*row_words(i, row["plain_name"], "", palette)]
            words.append(row_note(i, gap_words(row["status"], row["note"]), palette))
        else:
            amount = pounds(row["value_gbp"], decimals=decimals, short=decimals is None)
            words += row_words(i, row["plain_name"], amount, palette)
    return words


def _total_words(row: int, name: str, total: float, palette: Palette) -> list[Words]:
    left, right = row_words(row, name, pounds(total, decimals=2), palette)
    return [left | {"text": f"<b>{inert(name)}</b>"}, right]


def _rule_above(row: int, palette: Palette) -> dict[str, Any]:
    height = -row + 0.55
    line = {"color": palette.text, "width": 2}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": height, "y1": height} | {
        "line": line
    }
