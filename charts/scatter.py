"""Spending set against an outcome: one dot a council, the plane split at the peers' medians.

Frame, one row per council: `council`, `name`, `spend`, `outcome`; optional `outcome_lower`,
`outcome_upper` (95%), `spend_status`, `outcome_status`. No corner is coloured or called a success:
spending has no polarity, and only an outcome with its interval on one side of the median is judged.
"""

from typing import Any

import numpy as np
import plotly.graph_objects as go
import polars as pl

from charts.comparison_words import quadrant_words
from charts.keeping import kept
from charts.layout import (
    amount_ticks,
    axis,
    figure_of,
    needs,
    with_optional,
)
from charts.palette import PALETTE, Palette
from charts.plain_text import inert, wrapped
from charts.scatter_split import split_lines, split_words
from charts.scatter_words import Axes, hover
from charts.subject_label import interval, label
from charts.wording import count_words
from inference.comparison.spend_and_outcome import Quadrant

COLUMNS = ("council", "name", "spend", "outcome")
OPTIONAL = {
    "outcome_lower": pl.Float64,
    "outcome_upper": pl.Float64,
    "spend_status": pl.String,
    "outcome_status": pl.String,
}
HEIGHT = 460
Row = dict[str, Any]


@kept
def draw(
    frame: pl.DataFrame,
    axes: Axes,
    *,
    subject: str | None = None,
    place: Quadrant | None = None,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None when no council has both figures. `place` is the `quadrant` of
    `inference.comparison.spend_and_outcome`.
    """
    rows = [row for row in _rows(frame) if _both(row)]
    if not rows:
        return None
    peers = [row for row in rows if row["council"] != subject]
    own = [row for row in rows if row["council"] == subject]
    split = medians(frame, subject)
    across, up = _range([r["spend"] for r in rows]), _range(_heights(peers, own))
    return figure_of(
        [_dots(peers, axes, palette), *(_subject(row, axes, place, palette) for row in own)],
        height=HEIGHT,
        palette=palette,
        margin={"l": 8, "r": 16, "t": 42, "b": 64},
        shapes=split_lines(split, palette),
        annotations=[
            *split_words(split, axes, palette),
            *(label(r["spend"], r["outcome"], across, r["name"], palette) for r in own),
        ],
        xaxis=axis(
            palette,
            range=across,
            title={"text": wrapped(axes.spend_words, 48), "font": {"size": 13}},
            **amount_ticks(*across, axes.spend_unit, most=4),
        ),
        yaxis=axis(palette, range=up, **amount_ticks(*up, axes.outcome_unit)),
    )


def alt(
    frame: pl.DataFrame,
    axes: Axes,
    *,
    subject: str | None = None,
    place: Quadrant | None = None,
    peers_name: str = "the councils shown",
) -> str:
    """Both figures and periods, the medians and n, what may be said of the subject."""
    rows = _rows(frame)
    both = [row for row in rows if _both(row)]
    start = f"{axes.outcome_words}, against {axes.spend_words}: "
    if not both:
        return f"{start}no council has both figures."
    spend, outcome, n = medians(frame, subject)
    words = [f"{start}{count_words(len(both), 'council')}."]
    if n:
        middle = f"{axes.spend(spend)} and {axes.outcome(outcome)}"
        words.append(f"Medians of {count_words(n, 'peer')}: {middle}.")
    own = next((row for row in rows if row["council"] == subject), None)
    if own is not None and _both(own):
        said = f": {quadrant_words(place, peers_name)}" if place else ""
        figures = f"{axes.spend(own['spend'])}, {axes.outcome(own['outcome'])}"
        words.append(f"{own['name']} ({figures}){said}.")
    absent = len(rows) - len(both)
    if absent:
        words.append(f"{count_words(absent, 'council')} without one of the two figures.")
    return " ".join([*words, "Association, not cause."])


def medians(frame: pl.DataFrame, subject: str | None) -> tuple[float | None, float | None, int]:
    """Median spending and outcome of the peers that have both, and their n."""
    peers = [row for row in _rows(frame) if row["council"] != subject and _both(row)]
    if not peers:
        return None, None, 0
    spend, outcome = (float(np.median([r[c] for r in peers])) for c in ("spend", "outcome"))
    return spend, outcome, len(peers)


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "Spending against outcome")
    return with_optional(frame, OPTIONAL).rows(named=True)


def _both(row: Row) -> bool:
    return row["spend"] is not None and row["outcome"] is not None


def _heights(peers: list[Row], own: list[Row]) -> list[float]:
    ends = [row[c] for row in own for c in ("outcome", "outcome_lower", "outcome_upper")]
    return [row["outcome"] for row in peers] + [end for end in ends if end is not None]


def _range(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    pad = ((high - low) or abs(high) or 1.0) * 0.06
    return low - pad, high + pad


def _dots(peers: list[Row], axes: Axes, palette: Palette) -> go.Scatter:
    return go.Scatter(
        x=[row["spend"] for row in peers],
        y=[row["outcome"] for row in peers],
        mode="markers",
        marker={
            "size": 8,
            "color": palette.peers_middle,
            "line": {"width": 1, "color": palette.peers},
        },
        customdata=[row["council"] for row in peers],
        hovertext=[hover(row, axes) for row in peers],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
        name="Peers",
    )


def _subject(row: Row, axes: Axes, place: Quadrant | None, palette: Palette) -> go.Scatter:
    sign = palette.sign(place.outcome.word if place else "not_judged")
    said = [wrapped(quadrant_words(place, "its peers"))] if place else []
    return go.Scatter(
        x=[row["spend"]],
        y=[row["outcome"]],
        mode="markers",
        marker={
            "symbol": sign.symbol,
            "size": 18,
            "color": sign.colour,
            "line": {"width": 2, "color": sign.colour if "open" in sign.symbol else palette.ground},
        },
        error_y=interval(row["outcome"], row["outcome_lower"], row["outcome_upper"], palette),
        customdata=[row["council"]],
        hovertext=["<br>".join([hover(row, axes), *said])],
        hovertemplate="%{hovertext}<extra></extra>",
        name=inert(row["name"]),
    )
