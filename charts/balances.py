"""What a council holds or owes at the end of each year: reserves, borrowing.

Frame, one row per period and line, periods in order: `period`, `plain_name`, `value_gbp`,
`status`; optional `note`. Lines are stacked in the order they first appear and told apart by
pattern as well as tint.
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import amount_ticks, axis, figure_of, legend_above, needs, with_optional
from charts.palette import PALETTE, Palette
from charts.periods import period_ticks
from charts.plain_text import inert, wrapped
from charts.time_axis import places
from charts.wording import count_words, gap_words, pounds, status_words

COLUMNS = ("period", "plain_name", "value_gbp", "status")
MOST_LINES = 4
WIDTH = 0.75  # of a year: a lone bar is no wider than the others
Row = dict[str, Any]


@kept
def draw(frame: pl.DataFrame, *, height: int = 300, palette: Palette = PALETTE) -> go.Figure | None:
    """None when there is no amount. At most four lines: more can't be told apart."""
    rows = _rows(frame)
    if all(row["value_gbp"] is None for row in rows):
        return None
    periods = list(dict.fromkeys(row["period"] for row in rows))
    lines = list(dict.fromkeys(row["plain_name"] for row in rows))
    if len(lines) > MOST_LINES:
        raise ValueError(f"balances are drawn with at most {MOST_LINES} lines, not {len(lines)}")
    at = dict(zip(periods, places(periods), strict=True))
    traces = [_bars(rows, at, line, n, palette) for n, line in enumerate(lines)]
    return figure_of(
        [*traces, *_missing(rows, at, palette)],
        height=height,
        palette=palette,
        barmode="relative",
        margin={"l": 8, "r": 30, "t": 40, "b": 36},
        showlegend=True,
        legend=legend_above(palette) | {"traceorder": "normal"},
        xaxis=axis(
            palette,
            showgrid=False,
            range=[-0.6, at[periods[-1]] + 0.6],
            **period_ticks(periods),
        ),
        yaxis=axis(
            palette,
            zeroline=True,
            zerolinecolor=palette.missing_line,
            **amount_ticks(*_ends(rows), "£"),
        ),
        yaxis2={"overlaying": "y", "range": [0, 1], "visible": False, "fixedrange": True},
    )


def alt(frame: pl.DataFrame, *, title: str, council_name: str) -> str:
    """First and last period's total and the lines of the last."""
    rows = _rows(frame)
    known = [row for row in rows if row["value_gbp"] is not None]
    if not known:
        why = gap_words(rows[-1]["status"]) if rows else "Nothing is collected"
        return f"{title}, {council_name}: no figures. {why}."
    periods = list(dict.fromkeys(row["period"] for row in known))
    sums = {p: sum(r["value_gbp"] for r in known if r["period"] == p) for p in periods}
    first, last = periods[0], periods[-1]
    words = f"{title}, {council_name}: {pounds(sums[last], short=True)} at the end of {last}"
    words += (
        f", from {pounds(sums[first], short=True)} at the end of {first}." if first != last else "."
    )
    latest = [r for r in known if r["period"] == last]
    if len(latest) > 1:
        parts = [f"{r['plain_name']} {pounds(r['value_gbp'], short=True)}" for r in latest]
        words += f" Of this: {', '.join(parts)}."
    absent = len({row["period"] for row in rows}) - len(periods)
    return words + (f" {count_words(absent, 'period')} without a figure." if absent else "")


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "Balances")
    return with_optional(frame, {"note": pl.String}).rows(named=True)


def _bars(rows: list[Row], at: dict[str, float], line: str, n: int, palette: Palette) -> go.Bar:
    own = [r for r in rows if r["plain_name"] == line and r["value_gbp"] is not None]
    colour, pattern = palette.series()[n]
    return go.Bar(
        x=[at[row["period"]] for row in own],
        width=WIDTH,
        y=[row["value_gbp"] for row in own],
        marker={
            "color": colour,
            "line": {"width": 1, "color": palette.accent},
            "pattern": {
                "shape": pattern,
                "fgcolor": palette.accent,
                "fillmode": "overlay",
                "size": 6,
                "solidity": 0.2,
            },
        },
        hovertext=[_hover(row) for row in own],
        hovertemplate="%{hovertext}<extra></extra>",
        name=inert(line),
    )


def _missing(rows: list[Row], at: dict[str, float], palette: Palette) -> list[go.Scatter]:
    """A cross at the foot of each period that has no amount at all."""
    held = {row["period"] for row in rows if row["value_gbp"] is not None}
    absent = {row["period"]: row for row in rows if row["period"] not in held}
    if not absent:
        return []
    return [
        go.Scatter(
            x=[at[period] for period in absent],
            y=[0.03] * len(absent),
            yaxis="y2",
            mode="markers",
            marker={
                "symbol": "x-thin",
                "size": 9,
                "line": {"width": 2, "color": palette.missing_line},
            },
            hovertext=[
                f"<b>{inert(p)}</b><br>{wrapped(gap_words(r['status'], r['note']))}"
                for p, r in absent.items()
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            name="No figure",
        )
    ]


def _hover(row: Row) -> str:
    return (
        f"<b>{wrapped(row['plain_name'])}</b>, {inert(row['period'])}"
        f"<br>{pounds(row['value_gbp'], decimals=2)}"
        f"<br>{wrapped(status_words(row['status'], row['note']))}"
    )


def _ends(rows: list[Row]) -> tuple[float, float]:
    """Lowest and highest end of the stacked bars, zero among them."""
    above: dict[str, float] = {}
    below: dict[str, float] = {}
    for row in rows:
        side = above if (row["value_gbp"] or 0) >= 0 else below
        side[row["period"]] = side.get(row["period"], 0.0) + (row["value_gbp"] or 0)
    return min(below.values(), default=0.0), max(above.values(), default=0.0)
