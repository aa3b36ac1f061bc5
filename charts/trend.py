"""One measure of one council over periods, beside its peers' median and middle half.

Frame, one row per period in order, periods without a figure included: `period`, `value`,
`status`; optional `lower`, `upper` (95%), `note`, `peers_n`, `peers_median`, `peers_q1`,
`peers_q3`. A missing figure is a gap in the line and a cross at the foot with its reason; periods
that were skipped, so that they have no row, keep their place and break the line as well.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.inside_sentence import period_inside
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
from charts.time_axis import places, series_starts, skipped, stretch_numbers
from charts.trend_traces import (
    HoverWords,
    Row,
    has_peers,
    interval,
    line,
    missing,
    peers_band,
    peers_median,
)
from charts.wording import count_words, figure, gap_words, trend_words
from inference.comparison.trend import Trend
from inference.comparison.word import Polarity

COLUMNS = ("period", "value", "status")
OPTIONAL = {
    "lower": pl.Float64,
    "upper": pl.Float64,
    "note": pl.String,
    "peers_n": pl.Int64,
    "peers_median": pl.Float64,
    "peers_q1": pl.Float64,
    "peers_q3": pl.Float64,
}


@kept
def draw(
    frame: pl.DataFrame,
    *,
    council_name: str,
    unit: str,
    decimals: int = 0,
    breaks: Sequence[str] = (),
    from_zero: bool = True,
    peers_name: str = "peers",
    median_name: str = "Peers’ median",
    height: int = 320,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None when no period has a figure. Without a `council_name` the peers alone are drawn.

    `breaks` are the periods that start a new definition.

    `from_zero` puts zero on the axis: right for money and counts, not for a share near 95%.
    """
    rows = _rows(frame)
    if all(row["value"] is None for row in rows) and (council_name or not _any_peers(rows)):
        return None
    numbers = stretch_numbers([row["period"] for row in rows], breaks)
    say = HoverWords(council_name, peers_name, unit, decimals)
    traces = [
        *peers_band(rows, numbers, palette),
        *peers_median(rows, numbers, say, palette, median_name),
    ]
    if council_name:
        traces += [
            *interval(rows, numbers, palette),
            *line(rows, numbers, say, palette),
            *missing(rows, say, palette),
        ]
    starts = _starts(rows, breaks)
    return figure_of(
        traces,
        height=height,
        palette=palette,
        margin={"l": 8, "r": 30, "t": 40, "b": 36},
        showlegend=True,
        legend=legend_above(palette),
        annotations=[_break_words(place, rows[-1]["at"], palette) for place in starts],
        shapes=[vertical(s - 0.5, palette.muted, width=1, dash="dot") for s in starts],
        xaxis=_period_axis(rows, palette),
        yaxis=_value_axis(rows, unit, from_zero, palette),
        # Missing periods are marked at the foot whatever the values are.
        yaxis2={"overlaying": "y", "range": [0, 1], "visible": False, "fixedrange": True},
    )


def alt(
    frame: pl.DataFrame,
    *,
    title: str,
    council_name: str,
    unit: str,
    decimals: int = 0,
    peers_name: str = "peers",
    trend: Trend | None = None,
    polarity: Polarity = "neither",
) -> str:
    """From first to last figure, the peers' median beside the last, the trend if one was tested."""
    rows = _rows(frame)
    known = [row for row in rows if row["value"] is not None]
    if not known:
        why = gap_words(rows[-1]["status"]) if rows else "Nothing is collected"
        return f"{title}, {council_name}: no figures. {why}."
    first, last = known[0], known[-1]
    parts = [
        f"{title}, {council_name}: {figure(last['value'], unit, decimals)} in "
        f"{period_inside(last['period'])}"
    ]
    if first is not last:
        parts[0] += (
            f", from {figure(first['value'], unit, decimals)} in {period_inside(first['period'])}"
        )
    parts[0] += "."
    if has_peers(last):
        median = figure(last["peers_median"], unit, decimals)
        when = period_inside(last["period"])
        parts.append(f"Median of {last['peers_n']} {peers_name} in {when}: {median}.")
    if trend is not None:
        words = trend_words(trend, polarity)
        parts.append(f"{words[0].upper()}{words[1:]}.")
    absent = len(rows) - len(known) + skipped([row["period"] for row in rows])
    if absent:
        parts.append(f"{count_words(absent, 'period')} without a figure.")
    return " ".join(parts)


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "A trend")
    rows = with_optional(frame, OPTIONAL).rows(named=True)
    at = places([row["period"] for row in rows])
    return [row | {"at": place} for row, place in zip(rows, at, strict=True)]


def _any_peers(rows: list[Row]) -> bool:
    return any(map(has_peers, rows))


def _period_axis(rows: list[Row], palette: Palette) -> dict[str, Any]:
    """Years stand evenly spaced, whether or not they have a figure."""
    return axis(
        palette,
        showgrid=False,
        showline=True,
        range=[-0.4, rows[-1]["at"] + 0.4],
        **period_ticks([row["period"] for row in rows]),
    )


def _value_axis(rows: list[Row], unit: str, from_zero: bool, palette: Palette) -> dict[str, Any]:
    columns = ("value", "lower", "upper", "peers_median", "peers_q1", "peers_q3")
    drawn = [row[c] for row in rows for c in columns if row[c] is not None]
    low, high = min(drawn), max(drawn)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high == 0:
        high = 1.0  # nought everywhere is no reason for an axis of hundredths
    pad = ((high - low) or abs(high)) * 0.06
    ends = [low if from_zero and low == 0 else low - pad, high + pad]
    return axis(
        palette,
        range=ends,
        zeroline=from_zero,
        zerolinecolor=palette.missing_line,
        **amount_ticks(ends[0], ends[1], unit),
    )


def _starts(rows: list[Row], breaks: Sequence[str]) -> list[float]:
    """Places of the periods that start a new series; the first of all starts none."""
    periods = [row["period"] for row in rows]
    broken = [series_starts(breaks, *pair) for pair in pairwise(periods)]
    return [row["at"] for row, starts in zip(rows[1:], broken, strict=True) if starts]


def _break_words(place: float, last: float, palette: Palette) -> dict[str, Any]:
    return {
        "x": place - 0.5,
        "y": 1,
        "yref": "paper",
        "yanchor": "top",
        "xanchor": "right" if place > last / 2 else "left",
        "text": "new series",
        "showarrow": False,
        "font": {"size": 12, "color": palette.muted},
    }
