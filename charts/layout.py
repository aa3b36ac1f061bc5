"""What all figures share: fonts, margins, grid, the settings of plotly's own controls."""

from collections.abc import Iterable, Mapping
from math import ceil, floor, log10
from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import Drawn
from charts.palette import PALETTE, Palette
from charts.wording import bare_unit, figure, is_money, pounds

# That of the page, which is served from here; where a picture is made elsewhere, the reader's own.
FONTS = (
    '"Source Sans", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", '
    "sans-serif"
)

# For st.plotly_chart(config=...). The camera button works in the browser alone; nothing is sent.
CONFIG = {
    "displaylogo": False,
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": "reset",
    "locale": "en-GB",
}
MAP_CONFIG = CONFIG | {"scrollZoom": True}

NO_DRAG = {"dragmode": False, "hovermode": "closest"}


def figure_of(
    traces: Iterable[go.Figure], *, height: int, palette: Palette = PALETTE, **layout: object
) -> Drawn:
    """A figure of `traces`, `height` in pixels; its width is the place it is put in."""
    shared = {
        # An empty template keeps plotly's own, 7 KB of it, out of every message to the browser.
        "template": go.layout.Template(),
        "height": height,
        "autosize": True,
        "separators": ".,",
        "font": {"family": FONTS, "size": 14, "color": palette.text},
        # Not the page's own, which changes under a figure when a device goes dark in the evening.
        "paper_bgcolor": palette.ground,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 16, "t": 8, "b": 36, "pad": 0},
        "hoverlabel": {
            "bgcolor": palette.ground,
            "bordercolor": palette.muted,
            "font": {"family": FONTS, "size": 14, "color": palette.text},
            "align": "left",
        },
        "showlegend": False,
        **NO_DRAG,
    }
    # One assignment: each update_layout would check and copy the whole layout again.
    return Drawn(list(traces), layout=shared | layout)


def axis(palette: Palette = PALETTE, **changes: object) -> dict[str, Any]:
    """A quiet axis: light grid, no zoom by touch (a thumb that scrolls must not zoom)."""
    return {
        "showgrid": True,
        "gridcolor": palette.grid,
        "zeroline": False,
        "linecolor": palette.missing_line,
        "tickfont": {"size": 13, "color": palette.muted},
        "fixedrange": True,
        "automargin": True,
        "title": None,
    } | changes


def amount_ticks(low: float, high: float, unit: str, most: int = 5) -> dict[str, Any]:
    """Round places from `low` to `high` in our own words: plotly writes £200M for £200m."""
    span = high - low
    # Nor is there a round step below the smallest numbers that a float holds.
    if span < 1e-300:
        return {"nticks": most}
    rough = span / most
    size = 10.0 ** floor(log10(rough))
    step = size * next(n for n in (1, 2, 2.5, 5, 10) if size * n >= rough * 0.999)
    first = ceil(low / step - 1e-9)
    places = [n * step for n in range(first, floor(high / step + 1e-9) + 1)]
    decimals = max(0, -floor(log10(step) + 1e-9) + (abs(step / size - 2.5) < 0.01 and step < 10))
    if is_money(unit):
        short = step >= 1e5
        words = [pounds(place, decimals=decimals, short=short) for place in places]
        words = [word.replace(".0m", "m").replace(".0bn", "bn") for word in words]
    else:
        words = [figure(place, bare_unit(unit), decimals) for place in places]
    return {"tickmode": "array", "tickvals": places, "ticktext": words}


def vertical(x: float, colour: str, *, width: int, dash: str = "solid") -> dict[str, Any]:
    """A line from foot to top of the figure, under its marks."""
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"color": colour, "width": width, "dash": dash},
    }


def legend_above(palette: Palette = PALETTE) -> dict[str, Any]:
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "font": {"size": 13, "color": palette.text},
        "itemclick": False,
        "itemdoubleclick": False,
    }


def needs(frame: pl.DataFrame, columns: Iterable[str], chart: str) -> None:
    """Raise ValueError naming the columns that `chart` wants and `frame` hasn't."""
    absent = [column for column in columns if column not in frame.columns]
    if absent:
        raise ValueError(f"{chart} needs the columns {', '.join(absent)}")


def with_optional(frame: pl.DataFrame, columns: Mapping[str, type[pl.DataType]]) -> pl.DataFrame:
    """The frame with each column that it lacks added as nulls."""
    absent = [pl.lit(None, kind).alias(c) for c, kind in columns.items() if c not in frame.columns]
    return frame.with_columns(absent)
