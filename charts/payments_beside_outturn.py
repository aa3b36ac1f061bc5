"""Published payments of a council beside its accounts, service by service.

Frame, one row per service in the order to be shown: `plain_name`, `paid_gbp` (None where no
payment's words tell of the service: it is not nought), `outturn_gbp` (None where no return tells).
Nothing is coloured as good or bad: a gap has many honest reasons.
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import figure_of, legend_above, needs, vertical
from charts.palette import PALETTE, Palette
from charts.plain_text import wrapped
from charts.rows import Words, mark_at, row_words, rows_axis, rows_height
from charts.wording import joined, pounds

COLUMNS = ("plain_name", "paid_gbp", "outturn_gbp")
Row = dict[str, Any]
THICK, APART = 0.2, 0.22
UNTOLD = "not told"


@kept
def draw(
    frame: pl.DataFrame, *, accounts_name: str, palette: Palette = PALETTE
) -> go.Figure | None:
    """Two bars a service, £ cash. None for no rows. `accounts_name`: "Running expenses"."""
    needs(frame, COLUMNS, "Payments beside the accounts")
    rows = frame.rows(named=True)
    if not rows:
        return None
    amounts = [row[name] or 0.0 for row in rows for name in ("paid_gbp", "outturn_gbp")]
    low, high = min(0.0, *amounts), max(1.0, *amounts)
    words: list[Words] = []
    for place, row in enumerate(rows):
        words += row_words(place, row["plain_name"], _amounts(row), palette)
    return figure_of(
        [
            _bars(rows, "paid_gbp", "Published payments", 0, palette.accent),
            _bars(rows, "outturn_gbp", accounts_name, APART, palette.missing_line),
        ],
        height=rows_height(len(rows), extra=44),
        palette=palette,
        margin={"l": 8, "r": 12, "t": 44, "b": 4},
        barmode="overlay",
        showlegend=True,
        legend=legend_above(palette),
        annotations=words,
        shapes=[vertical(0, palette.missing_line, width=1)] if low < 0 else [],
        yaxis=rows_axis(len(rows)),
        xaxis={"visible": False, "range": [low, high], "fixedrange": True},
    )


def alt(frame: pl.DataFrame, *, council_name: str, period: str, accounts_name: str) -> str:
    """Both totals, then each service with both amounts."""
    rows = [row for row in frame.rows(named=True) if row["outturn_gbp"] is not None]
    paid = pounds(float(frame["paid_gbp"].sum()), short=True)
    if not rows:
        return f"{council_name}, {period}: {paid} of published payments; no return to set beside."
    accounts = pounds(sum(row["outturn_gbp"] for row in rows), short=True)
    each = joined([f"{row['plain_name']} {_amounts(row)}" for row in rows])
    return (
        f"{council_name}, {period}: {paid} of published payments beside {accounts} of "
        f"{accounts_name.lower()} in the accounts. By service, payments beside accounts: {each}."
    )


def _amounts(row: Row) -> str:
    paid = UNTOLD if row["paid_gbp"] is None else pounds(row["paid_gbp"], short=True)
    if row["outturn_gbp"] is None:
        return paid
    return f"{paid} beside {pounds(row['outturn_gbp'], short=True)}"


def _bars(rows: list[Row], column: str, name: str, down: float, colour: str) -> go.Bar:
    known = [(place, row) for place, row in enumerate(rows) if row[column] is not None]
    return go.Bar(
        x=[row[column] for _, row in known],
        y=[mark_at(place) + 0.06 - down for place, _ in known],
        width=THICK,
        orientation="h",
        name=name,
        marker={"color": colour},
        hovertext=[
            f"<b>{wrapped(row['plain_name'])}</b><br>{name}: {pounds(row[column], decimals=2)}"
            for _, row in known
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
