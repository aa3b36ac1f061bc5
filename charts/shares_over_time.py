"""Who delivers, period by period: parts of a hundred, stacked, cut where the definition changes.

Frame, one row per period and kind of deliverer, in order: `period`, `series` (name of the
unbroken series), `model` (key), `plain_name`, `share_pct` (None: no share), optional `value`.
A period without shares is a gap with a cross; a series that ends is a line across the figure.
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.inside_sentence import inside
from charts.keeping import kept
from charts.layout import axis, figure_of, legend_above, needs, vertical, with_optional
from charts.palette import PALETTE, Palette
from charts.periods import days_in_words, period_ticks
from charts.plain_text import inert, wrapped
from charts.time_axis import places
from charts.wording import figure, joined

WIDTH = 0.88  # of a step: a lone bar is no wider than the others
MOST_LABELS = 4  # bars leave less room than points do
LEGEND_CHARACTERS = 36
COLUMNS = ("period", "series", "model", "plain_name", "share_pct")
Row = dict[str, Any]


@kept
def draw(
    frame: pl.DataFrame, *, unit: str = "", height: int = 340, palette: Palette = PALETTE
) -> go.Figure | None:
    """None when no period has a share. `unit` is that of `value`, for the hover words."""
    rows = _rows(frame)
    if all(row["share_pct"] is None for row in rows):
        return None
    periods = list(dict.fromkeys(row["period"] for row in rows))
    at = dict(zip(periods, places(periods), strict=True))
    return figure_of(
        [*_bars(rows, at, unit, palette), *_crosses(rows, at, palette)],
        height=height,
        palette=palette,
        barmode="stack",
        margin={"l": 8, "r": 34, "t": 48, "b": 44},
        showlegend=True,
        legend=legend_above(palette) | {"traceorder": "normal"},
        shapes=[
            vertical(at[periods[place]] - 0.5, palette.text, width=2, dash="dot")
            for place in _cuts(rows, periods)
        ],
        xaxis=axis(
            palette,
            showgrid=False,
            range=[-0.6, at[periods[-1]] + 0.6],
            **period_ticks(periods, most=MOST_LABELS),
        ),
        yaxis=axis(
            palette,
            range=[0, 100],
            tickvals=[0, 25, 50, 75, 100],
            ticktext=["0%", "25%", "50%", "75%", "100%"],
        ),
    )


def alt(frame: pl.DataFrame, *, title: str) -> str:
    """First and last shares of each kind in the newest unbroken series, and where it was cut."""
    rows = _rows(frame)
    known = [row for row in rows if row["share_pct"] is not None]
    if not known:
        return f"{title}: no shares."
    newest = known[-1]["series"]
    run = [row for row in known if row["series"] == newest]
    first, last = run[0]["period"], run[-1]["period"]
    start = {row["model"]: row["share_pct"] for row in run if row["period"] == first}
    ends = [row for row in run if row["period"] == last and row["share_pct"] >= 0.05]
    each = joined([_moved(row, start.get(row["model"]), first != last) for row in ends])
    span = f"{first} to {last}" if first != last else last
    periods = list(dict.fromkeys(row["period"] for row in rows))
    cuts = [periods[place] for place in _cuts(rows, periods)]
    words = f"{title}, {span}: {each}."
    return f"{words} The definition changed in {joined(cuts)}." if cuts else words


def _moved(row: Row, before: float | None, moved: bool) -> str:
    share = f"{inside(row['plain_name'])} {_share(row['share_pct'])}"
    if not moved or before is None:
        return share
    return f"{share} (from {_share(before)})"


def _share(share_pct: float) -> str:
    return figure(share_pct, "%", 1)


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "Shares over time")
    return with_optional(frame, {"value": pl.Float64}).rows(named=True)


def _cuts(rows: list[Row], periods: list[str]) -> list[int]:
    series = {row["period"]: row["series"] for row in rows}
    return [
        place
        for place in range(1, len(periods))
        if series[periods[place]] != series[periods[place - 1]]
    ]


def _bars(rows: list[Row], at: dict[str, float], unit: str, palette: Palette) -> list[go.Bar]:
    looks = palette.deliverers()
    kinds = {row["model"]: row["plain_name"] for row in rows if row["share_pct"]}
    # A kind that begins or ends with a definition keeps its place in the stack.
    order = {model: place for place, model in enumerate(looks)}
    bars = []
    for model, name in sorted(kinds.items(), key=lambda kind: order.get(kind[0], len(order))):
        own = [row for row in rows if row["model"] == model and row["share_pct"] is not None]
        colour, hatch = looks.get(model, looks["unknown"])
        bars.append(
            go.Bar(
                x=[at[row["period"]] for row in own],
                width=WIDTH,
                y=[row["share_pct"] for row in own],
                name=wrapped(name, LEGEND_CHARACTERS),
                marker={
                    "color": colour,
                    "pattern": {
                        "shape": hatch,
                        "fgcolor": palette.ground,
                        "fillmode": "overlay",
                        "size": 7,
                    },
                },
                hovertext=[_hover(row, unit) for row in own],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )
    return bars


def _hover(row: Row, unit: str) -> str:
    lines = [
        f"<b>{inert(days_in_words(row['period']))}</b>",
        f"{inert(row['plain_name'])}: {_share(row['share_pct'])}",
    ]
    if row["value"] is not None and unit:
        lines.append(figure(row["value"], unit))
    return "<br>".join(lines)


def _crosses(rows: list[Row], at: dict[str, float], palette: Palette) -> list[go.Scatter]:
    known = {row["period"] for row in rows if row["share_pct"] is not None}
    absent = [period for period in at if period not in known]
    if not absent:
        return []
    cross = {"symbol": "x-thin", "size": 9, "line": {"width": 2, "color": palette.missing_line}}
    return [
        go.Scatter(
            x=[at[period] for period in absent],
            y=[3] * len(absent),
            mode="markers",
            marker=cross,
            name="No share",
            hovertext=[f"<b>{inert(days_in_words(period))}</b><br>No share" for period in absent],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    ]
