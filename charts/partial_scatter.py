"""The plane in which a panel's coefficient is a slope: both figures without effects and covariates.

Frame, one row per council and year: `name`, `year`, `exposure_within`, `outcome_within`, as
`inference.panel.estimation.Panel.rows` has them.
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import amount_ticks, axis, figure_of, needs, vertical
from charts.palette import PALETTE, Palette
from charts.plain_text import inert, wrapped
from charts.wording import count_words, figure

COLUMNS = ("name", "year", "exposure_within", "outcome_within")
HEIGHT = 420


@kept
def draw(
    frame: pl.DataFrame,
    *,
    slope: float,
    exposure_words: str,
    outcome_words: str,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None when there are no rows. `slope` is the coefficient: outcome per unit of exposure."""
    needs(frame, COLUMNS, "A within-scatter")
    if frame.is_empty():
        return None
    across, up = (_range(frame[column]) for column in ("exposure_within", "outcome_within"))
    level = vertical(0, palette.missing_line, width=1)
    flat = level | {"xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": 0, "y1": 0}
    return figure_of(
        [_dots(frame, palette), _line(across, slope, palette)],
        height=HEIGHT,
        palette=palette,
        margin={"l": 8, "r": 16, "t": 42, "b": 64},
        shapes=[level, flat],
        annotations=[_title(outcome_words, palette)],
        xaxis=axis(
            palette,
            range=across,
            title={"text": wrapped(exposure_words, 48), "font": {"size": 13}},
            **amount_ticks(*across, "", most=5),
        ),
        yaxis=axis(palette, range=up, **amount_ticks(*up, "")),
    )


def alt(frame: pl.DataFrame, *, title: str, slope: float, decimals: int) -> str:
    needs(frame, COLUMNS, "A within-scatter")
    said = figure(slope * 10, "", decimals)
    sign = "+" if slope > 0 and said.strip("0.,") else ""
    return (
        f"{title}: {count_words(frame.height, 'council year')}, one dot each, and the line of the "
        f"regression: {sign}{said} for ten points of the share."
    )


def _range(column: pl.Series) -> tuple[float, float]:
    values = column.to_list()
    low, high = min(0.0, *values), max(0.0, *values)
    pad = ((high - low) or 1.0) * 0.05
    return low - pad, high + pad


def _title(words: str, palette: Palette) -> dict[str, Any]:
    return {
        "text": wrapped(words, 48),
        "showarrow": False,
        "font": {"size": 13, "color": palette.muted},
        "align": "left",
        "x": 0, "xref": "paper", "xanchor": "left",
        "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 4,
    }  # fmt: skip


def _dots(frame: pl.DataFrame, palette: Palette) -> go.Scatter:
    return go.Scatter(
        x=frame["exposure_within"].round(3).to_numpy(),
        y=frame["outcome_within"].round(3).to_numpy(),
        mode="markers",
        marker={
            "size": 6,
            "color": palette.peers_middle,
            "line": {"width": 0.5, "color": palette.peers},
        },
        hovertext=[f"{inert(name)}, {year}" for name, year in frame.select("name", "year").rows()],
        hovertemplate="<b>%{hovertext}</b><br>share %{x:+.1f}<br>outcome %{y:+.2f}<extra></extra>",
        name="Council years",
    )


def _line(across: tuple[float, float], slope: float, palette: Palette) -> go.Scatter:
    return go.Scatter(
        x=across,
        y=[slope * x for x in across],
        mode="lines",
        line={"width": 3, "color": palette.accent},
        hoverinfo="skip",
        name="Regression",
    )
