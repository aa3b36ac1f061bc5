"""Funnel plot: every council's figure by its size, between limits that chance and spread allow.

Drawn from `inference.funnel.fitting.funnel`, with the councils' names. Dots carry their council
key as customdata. A dot beyond the limits has a judgement's colour only where the
measure has a polarity.
"""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.comparison_words import PLACES, funnel_words
from charts.funnel_traces import FunnelWords, dots, limits, ring
from charts.keeping import kept
from charts.layout import amount_ticks, axis, figure_of, legend_above
from charts.palette import PALETTE, Palette
from charts.plain_text import inert
from charts.subject_label import label
from charts.wording import count_words, figure, joined
from inference.comparison.word import Polarity
from inference.funnel.fitting import Funnel

HEIGHT = 440
MOST_NAMED = 5
Row = dict[str, Any]


@kept
def draw(
    funnel: Funnel | None,
    names: Mapping[str, str],
    *,
    unit: str,
    denominator_name: str,
    decimals: int = 1,
    polarity: Polarity = "neither",
    subject: str | None = None,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None for no funnel. `names` is council key -> name; `denominator_name` "households"."""
    if funnel is None:
        return None
    rows = funnel.councils.rows(named=True)
    lines = funnel.lines
    say = FunnelWords(funnel, names, unit, decimals, denominator_name)
    ends = _ends(rows, lines)
    return figure_of(
        [
            *limits(funnel, palette),
            *dots(say, polarity, palette),
            *ring(rows, subject, names, palette),
        ],
        height=HEIGHT,
        palette=palette,
        margin={"l": 8, "r": 16, "t": 60, "b": 48},
        showlegend=True,
        legend=legend_above(palette),
        annotations=_label(rows, subject, names, lines, palette),
        xaxis=axis(
            palette,
            showgrid=False,
            showline=True,
            range=[0, _widest(lines)],
            title={"text": inert(denominator_name), "font": {"size": 13}},
            **amount_ticks(0, _widest(lines), "", most=4),
        ),
        yaxis=axis(palette, range=ends, **amount_ticks(*ends, unit)),
    )


def alt(
    funnel: Funnel | None,
    names: Mapping[str, str],
    *,
    title: str,
    period: str,
    unit: str,
    decimals: int = 1,
    subject: str | None = None,
) -> str:
    """Target, n, phi and what was adjusted, who lies beyond 99.8%, where the subject stands."""
    start = f"Funnel of {title}, {period}: "
    if funnel is None:
        return f"{start}too few councils have the counts that it needs."
    words = [start + funnel_words(funnel, unit, decimals)]
    for place in ("above_998", "below_998", "above_95", "below_95"):
        found = funnel.councils.filter(place=place).sort("z_adjusted", descending="above" in place)
        if found.height:
            words.append(_named(place, [names.get(c, c) for c in found["council"]]))
    own = funnel.councils.filter(council=subject).rows(named=True) if subject else []
    if own and subject:
        value = figure(own[0]["value"], unit, decimals)
        words.append(f"{names.get(subject, subject)} is {PLACES[own[0]['place']]}: {value}.")
    if funnel.left_out.height:
        words.append(f"{count_words(funnel.left_out.height, 'council')} left out.")
    return " ".join(words)


def _named(place: str, found: list[str]) -> str:
    shown = found[:MOST_NAMED]
    rest = [f"{len(found) - MOST_NAMED} more"] if len(found) > MOST_NAMED else []
    return f"{count_words(len(found), 'council')} {PLACES[place]}: {joined(shown + rest)}."


def _label(
    rows: list[Row],
    subject: str | None,
    names: Mapping[str, str],
    lines: pl.DataFrame,
    palette: Palette,
) -> list[dict[str, Any]]:
    across = [0.0, _widest(lines)]
    return [
        label(row["denominator"], row["value"], across, names.get(subject, subject), palette)
        for row in rows
        if subject and row["council"] == subject
    ]


def _ends(rows: list[Row], lines: pl.DataFrame) -> tuple[float, float]:
    """Every council is in; the limits of the smallest may run out of the figure."""
    values = [row["value"] for row in rows]
    middle = lines[len(lines) // 4]
    low = min([*values, middle["lower_998_adjusted"].item()])
    high = max([*values, middle["upper_998_adjusted"].item()])
    pad = ((high - low) or 1.0) * 0.06
    return max(low - pad, 0.0 if low >= 0 else low - pad), high + pad


def _widest(lines: pl.DataFrame) -> float:
    return float(max(lines["denominator"]))
