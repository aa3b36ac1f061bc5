"""Money paid, by month, quarter or financial year, with the periods that no file covers.

Frame, one row per period, in order: `period` (words), `value_gbp` (None: no file is held),
`payments`, `held` and `expected` (how many monthly files are held, of how many that the period
and its councils would have). A period that is partly held is hatched: its sum is too low by what
nobody knows. A period without a file is a gap with a cross, never zero.
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import amount_ticks, axis, figure_of, legend_above, needs
from charts.months import short_words
from charts.palette import PALETTE, Palette
from charts.plain_text import inert
from charts.wording import count_words, joined, pounds

COLUMNS = ("period", "value_gbp", "payments", "held", "expected")
WHOLE, PART, NONE = "All files held", "Some files missing", "No file held"
MOST_LABELS = 4
MOST_NAMED = 3
Row = dict[str, Any]


@kept
def draw(frame: pl.DataFrame, *, height: int = 320, palette: Palette = PALETTE) -> go.Figure | None:
    """None when no period has a file."""
    rows = _rows(frame)
    amounts = [row["value_gbp"] for row in rows if row["value_gbp"] is not None]
    if not amounts:
        return None
    traces = [
        _bars(rows, WHOLE, palette.accent, "", palette),
        _bars(rows, PART, palette.series()[1][0], "/", palette),
        _crosses(rows, palette),
    ]
    return figure_of(
        [trace for trace in traces if trace is not None],
        height=height,
        palette=palette,
        bargap=0.2 if len(rows) < 60 else 0.05,
        margin={"l": 8, "r": 16, "t": 40, "b": 44},
        showlegend=True,
        legend=legend_above(palette),
        xaxis=axis(palette, showgrid=False, range=[-0.6, len(rows) - 0.4], **_ticks(rows)),
        yaxis=axis(
            palette,
            zeroline=True,
            zerolinecolor=palette.missing_line,
            **amount_ticks(min(0.0, *amounts), max(0.0, *amounts), "£"),
        ),
        yaxis2={"overlaying": "y", "range": [0, 1], "visible": False, "fixedrange": True},
    )


def alt(frame: pl.DataFrame, *, title: str) -> str:
    """The sum, the highest period, and the periods that are missing or partly held."""
    rows = _rows(frame)
    known = [row for row in rows if row["value_gbp"] is not None]
    if not known:
        return f"{title}: no file is held for these periods."
    total = pounds(sum(row["value_gbp"] for row in known), short=True)
    span = " to ".join(dict.fromkeys([known[0]["period"], known[-1]["period"]]))
    most = max(known, key=lambda row: row["value_gbp"])
    words = [f"{title}: {total} from {span}."]
    if len(known) > 1:
        words.append(f"Most in {most['period']}: {pounds(most['value_gbp'], short=True)}.")
    return " ".join(words + _absent_words(rows))


def state(row: Row) -> str:
    """Which of the three kinds of period a row is, in the words of the legend."""
    if row["value_gbp"] is None:
        return NONE
    return WHOLE if row["held"] >= row["expected"] else PART


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "Money over time")
    return frame.rows(named=True)


def _absent_words(rows: list[Row]) -> list[str]:
    none = [row["period"] for row in rows if state(row) == NONE]
    part = sum(state(row) == PART for row in rows)
    said = []
    if none:
        named = f": {joined(none)}" if len(none) <= MOST_NAMED else ""
        said.append(f"No file is held for {count_words(len(none), 'period')}{named}.")
    if part:
        said.append(f"{count_words(part, 'period')} with some files missing.")
    return said


def _ticks(rows: list[Row]) -> dict[str, Any]:
    step = max(1, -(-len(rows) // MOST_LABELS))
    places = list(range(len(rows) - 1, -1, -step))[::-1]
    words = [short_words(rows[place]["period"]) for place in places]
    return {"tickmode": "array", "tickvals": places, "ticktext": words, "tickangle": 0}


def _bars(rows: list[Row], kind: str, colour: str, hatch: str, palette: Palette) -> go.Bar | None:
    own = [(place, row) for place, row in enumerate(rows) if state(row) == kind]
    if not own:
        return None
    return go.Bar(
        x=[place for place, _ in own],
        y=[row["value_gbp"] for _, row in own],
        marker={
            "color": colour,
            "pattern": {
                "shape": hatch,
                "fgcolor": palette.ground,
                "fillmode": "overlay",
                "size": 6,
            },
        },
        hovertext=[_hover(row) for _, row in own],
        hovertemplate="%{hovertext}<extra></extra>",
        name=kind,
    )


def _crosses(rows: list[Row], palette: Palette) -> go.Scatter | None:
    """A cross at the foot of each period without a file."""
    own = [(place, row) for place, row in enumerate(rows) if state(row) == NONE]
    if not own:
        return None
    cross = {"symbol": "x-thin", "size": 8, "line": {"width": 2, "color": palette.missing_line}}
    return go.Scatter(
        x=[place for place, _ in own],
        y=[0.03] * len(own),
        yaxis="y2",
        mode="markers",
        marker=cross,
        hovertext=[f"<b>{inert(row['period'])}</b><br>{NONE}: not zero" for _, row in own],
        hovertemplate="%{hovertext}<extra></extra>",
        name=NONE,
    )


def _hover(row: Row) -> str:
    held = f"{row['held']} of {row['expected']} monthly files held"
    return (
        f"<b>{inert(row['period'])}</b><br>{pounds(row['value_gbp'], decimals=2)}"
        f"<br>{count_words(row['payments'], 'payment')}<br>{held}"
    )
