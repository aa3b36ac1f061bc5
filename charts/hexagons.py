"""One hexagon a council: shapes filled in steps of colour, and the points that are hovered.

Layout odd-r: hexagons stand on a point, rows count upwards, odd rows are pushed half a cell right.
"""

from math import cos, pi, sin
from typing import Any

import plotly.graph_objects as go

from charts.map_colours import ColourRange
from charts.palette import Palette
from charts.plain_text import inert

NO_FIGURE_KEY = "No figure: tap or point for the reason"
ROW_HEIGHT = 3**0.5 / 2
RADIUS = 1 / 3**0.5 * 0.96  # a hair less than touching
Row = dict[str, Any]


def centre(q: int, r: int) -> tuple[float, float]:
    return q + 0.5 * (r % 2), r * ROW_HEIGHT


def hexagon_traces(
    rows: list[Row],
    colours: ColourRange,
    hovers: list[str],
    bar: dict[str, Any],
    highlighted: str | None,
    palette: Palette,
) -> list[go.Scatter]:
    """Traces of `rows`; `hovers` has a text for each of them, in the same order."""
    steps: dict[int, list[Row]] = {}
    absent = []
    for row in rows:
        if row["value"] is None:
            absent.append(row)
            continue
        steps.setdefault(colours.step(row["value"]), []).append(row)
    shades = colours.shades(palette)
    traces = [_filled(held, shades[step]) for step, held in sorted(steps.items())]
    if absent:
        traces.append(_hatched(absent, palette))
    traces.append(_points(rows, hovers, colours, bar, palette))
    chosen = [row for row in rows if row["council"] == highlighted]
    if chosen:
        traces.append(_outline(chosen[0], palette))
    return traces


def _filled(rows: list[Row], colour: str) -> go.Scatter:
    x, y = _corners(rows)
    return go.Scatter(
        x=x, y=y, mode="lines", fill="toself", fillcolor=colour, line={"width": 0},
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _hatched(rows: list[Row], palette: Palette) -> go.Scatter:
    x, y = _corners(rows)
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        fill="toself",
        fillpattern={
            "shape": "/",
            "bgcolor": palette.ground,
            "fgcolor": palette.missing_line,
            "size": 5,
            "solidity": 0.25,
        },
        line={"width": 1, "color": palette.missing},
        hoverinfo="skip",
        name=NO_FIGURE_KEY,
        showlegend=True,
    )


def _points(
    rows: list[Row],
    hovers: list[str],
    colours: ColourRange,
    bar: dict[str, Any],
    palette: Palette,
) -> go.Scatter:
    """Unseen points that answer the pointer and hold the colour bar."""
    middles = [centre(row["q"], row["r"]) for row in rows]
    return go.Scatter(
        x=[x for x, _ in middles],
        y=[y for _, y in middles],
        mode="markers",
        marker={
            "symbol": "hexagon",
            "size": 12,
            "opacity": 0,
            # The points are never seen; a missing value only has to be a number.
            "color": [
                colours.low if r["value"] is None else colours.place(r["value"]) for r in rows
            ],
            "cmin": colours.low,
            "cmax": colours.high,
            "colorscale": colours.colours(palette),
            "showscale": any(row["value"] is not None for row in rows),
            "colorbar": bar,
        },
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        customdata=[row["council"] for row in rows],
        hovertext=hovers,
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )


def _outline(row: Row, palette: Palette) -> go.Scatter:
    x, y = _corners([row])
    return go.Scatter(
        x=x, y=y, mode="lines", line={"width": 3, "color": palette.text},
        hoverinfo="skip", name=inert(row["name"]), showlegend=False,
    )  # fmt: skip


def _corners(rows: list[Row]) -> tuple[list[float | None], list[float | None]]:
    x: list[float | None] = []
    y: list[float | None] = []
    for row in rows:
        across, up = centre(row["q"], row["r"])
        for corner in range(7):
            angle = pi / 6 + corner * pi / 3
            x.append(round(across + RADIUS * cos(angle), 3))
            y.append(round(up + RADIUS * sin(angle), 3))
        x.append(None)
        y.append(None)
    return x, y
