"""One place through its successive councils, each with a line of its own, beside its peers.

Frame, one row per council and period, by period: `council`, `name`, `period`, `value`, `status`,
`peers_n`, `peers_median`, `peers_q1`, `peers_q3`; optional `note`. A line ends where its council
ended: nothing joins a county to the councils that replaced it.
"""

from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import (
    amount_ticks,
    axis,
    figure_of,
    legend_above,
    needs,
    vertical,
    with_optional,
)
from charts.palette import PALETTE, Palette
from charts.periods import period_ticks
from charts.plain_text import inert
from charts.time_axis import adjoin, places, stretch_numbers
from charts.trend_traces import HoverWords, has_peers, peers_band, peers_median
from charts.wording import figure, joined

COLUMNS = ("council", "name", "period", "value", "status", "peers_n", "peers_median")
DASHES = ("solid", "dash", "dot")
SYMBOLS = ("circle", "square", "diamond")
Row = dict[str, Any]


@kept
def draw(
    frame: pl.DataFrame,
    *,
    unit: str,
    decimals: int = 0,
    peers_name: str = "peers",
    starts: str | None = None,
    height: int = 340,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None when nothing has a figure. `starts` is a period before which a line is drawn."""
    rows = _rows(frame)
    if all(row["value"] is None for row in rows):
        return None
    periods = list(dict.fromkeys(row["period"] for row in rows))
    at = dict(zip(periods, places(periods), strict=True))
    each = [next(row for row in rows if row["period"] == period) for period in periods]
    each = [row | {"at": at[row["period"]]} for row in each]
    numbers = stretch_numbers(periods, ())
    say = HoverWords("", peers_name, unit, decimals)
    return figure_of(
        [
            *peers_band(each, numbers, palette),
            *peers_median(each, numbers, say, palette),
            *_lines(rows, at, (peers_name, unit, decimals), palette),
        ],
        height=height,
        palette=palette,
        margin={"l": 8, "r": 30, "t": 64, "b": 36},
        showlegend=True,
        legend=legend_above(palette),
        shapes=[
            vertical(at[starts] - 0.5, palette.muted, width=1, dash="dot")
            for _ in range(1)
            if starts in periods
        ],
        xaxis=axis(
            palette, showgrid=False, range=[-0.4, at[periods[-1]] + 0.4], **period_ticks(periods)
        ),
        yaxis=_value_axis(rows, unit, palette),
    )


def alt(frame: pl.DataFrame, *, title: str, unit: str, decimals: int = 0) -> str:
    """Each council's first and last figure with the peers' median of those years."""
    rows = [row for row in _rows(frame) if row["value"] is not None]
    if not rows:
        return f"{title}: no figures."
    names = list(dict.fromkeys(row["name"] for row in rows))
    said = []
    for name in names:
        own = [row for row in rows if row["name"] == name]
        ends = [own[0], own[-1]] if len(own) > 1 else own
        said.append(f"{name} {joined([_point(row, unit, decimals) for row in ends])}")
    return f"{title}. {'; '.join(said)}."


def _point(row: Row, unit: str, decimals: int) -> str:
    words = f"{figure(row['value'], unit, decimals)} in {row['period']}"
    if has_peers(row):
        words += f" (median {figure(row['peers_median'], unit, decimals)})"
    return words


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "A trend through successive councils")
    optional = {"note": pl.String, "peers_q1": pl.Float64, "peers_q3": pl.Float64}
    return with_optional(frame, optional | {"lower": pl.Float64, "upper": pl.Float64}).rows(
        named=True
    )


def _lines(
    rows: list[Row], at: dict[str, float], words: tuple[str, str, int], palette: Palette
) -> list[go.Scatter]:
    names = list(dict.fromkeys(row["name"] for row in rows if row["value"] is not None))
    return [
        _line(
            [row for row in rows if row["name"] == name],
            at,
            HoverWords(name, *words),
            (DASHES[place % len(DASHES)], SYMBOLS[place % len(SYMBOLS)]),
            palette,
        )
        for place, name in enumerate(names)
    ]


def _line(
    own: list[Row], at: dict[str, float], say: HoverWords, look: tuple[str, str], palette: Palette
) -> go.Scatter:
    placed = _with_gaps(own, at)
    return go.Scatter(
        x=[None if row is None else at[row["period"]] for row in placed],
        # A missing year is a gap: None stays in its place.
        y=[None if row is None else row["value"] for row in placed],
        mode="lines+markers",
        connectgaps=False,
        line={"color": palette.accent, "width": 3, "dash": look[0]},
        marker={"size": 8, "symbol": look[1], "color": palette.accent},
        hovertext=[say.council(row) if row and row["value"] is not None else "" for row in placed],
        hovertemplate="%{hovertext}<extra></extra>",
        name=inert(say.council_name),
    )


def _with_gaps(own: list[Row], at: dict[str, float]) -> list[Row | None]:
    """The rows with None between two that do not follow each other, which no line may join."""
    found: list[Row | None] = [*own[:1]]
    for before, row in pairwise(own):
        if not adjoin(at[before["period"]], at[row["period"]]):
            found.append(None)
        found.append(row)
    return found


def _value_axis(rows: list[Row], unit: str, palette: Palette) -> dict[str, Any]:
    drawn = [row[name] for row in rows for name in ("value", "peers_q3") if row[name] is not None]
    high = max([1.0, *drawn]) * 1.05
    return axis(palette, range=[min(0.0, *drawn), high], **amount_ticks(0.0, high, unit))
