"""Every council's figure in order of size, each with its interval.

Frame, one row per council: `council`, `name`, `value`, `status`; optional `lower`, `upper` (95%),
`note`, `sparse`. Councils without a figure are counted in words, not drawn.
"""

from typing import Any

import numpy as np
import plotly.graph_objects as go
import polars as pl

from charts.comparison_words import with_interval
from charts.distribution_traces import Row, dots, intervals, own_mark
from charts.judgement_sentences import position_words
from charts.keeping import kept
from charts.layout import amount_ticks, axis, figure_of, legend_above, needs, with_optional
from charts.palette import PALETTE, Palette
from charts.plain_text import inert
from charts.subject_label import label
from charts.wording import count_words, figure
from inference.comparison.judgement import Judgement
from inference.comparison.place import Place, place_among

COLUMNS = ("council", "name", "value", "status")
OPTIONAL = {"lower": pl.Float64, "upper": pl.Float64, "note": pl.String, "sparse": pl.Boolean}
HEIGHT = 340


@kept
def draw(
    frame: pl.DataFrame,
    *,
    unit: str,
    decimals: int = 0,
    subject: str | None = None,
    judgement: Judgement | None = None,
    level: tuple[float, str] | None = None,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None when no council has a figure. Without a `judgement` the subject's mark is plain.

    The dashed line is the median of the others, or `level`: where it lies and what it is called.
    """
    rows = _sorted(frame)
    if not rows:
        return None
    middle = level[0] if level else _middle(rows, subject)
    ends = _range(rows, subject)
    return figure_of(
        [
            intervals(rows, palette),
            dots(rows, subject, unit, decimals, palette),
            *own_mark(rows, subject, judgement, unit, decimals, palette),
        ],
        height=HEIGHT,
        palette=palette,
        margin={"l": 8, "r": 16, "t": 44, "b": 30},
        showlegend=True,
        legend=legend_above(palette),
        shapes=[_level(middle, palette)] if middle is not None else [],
        annotations=[
            *_words(
                middle,
                len(rows),
                _level_words(rows, middle, level, subject, unit, decimals),
                palette,
            ),
            *(
                label(i, row["value"], [0, len(rows)], row["name"], palette)
                for i, row in enumerate(rows)
                if row["council"] == subject
            ),
        ],
        xaxis={"range": [-1.5, len(rows) + 0.5], "visible": False, "fixedrange": True},
        yaxis=axis(palette, range=ends, **amount_ticks(*ends, unit)),
    )


def alt(
    frame: pl.DataFrame,
    *,
    title: str,
    period: str,
    unit: str,
    decimals: int = 0,
    subject: str | None = None,
) -> str:
    """Lowest, quartiles, highest, n; where the subject stands; how many have no figure."""
    rows = _sorted(frame)
    absent = frame.height - len(rows)
    start = f"{title}, {period}: "
    if not rows:
        return f"{start}no council has a figure."
    held = [row for row in rows if not row["sparse"]] or rows
    q1, median, q3 = np.quantile([row["value"] for row in held], [0.25, 0.5, 0.75]).tolist()
    low, high = (f"{r['name']} ({figure(r['value'], unit, decimals)})" for r in (held[0], held[-1]))
    middle = f"half of them between {figure(q1, unit, decimals)} and {figure(q3, unit, decimals)}"
    words = [
        f"{start}{count_words(len(held), 'council')} from {low} to {high}, {middle}, "
        f"median {figure(median, unit, decimals)}."
    ]
    own = next((row for row in rows if row["council"] == subject), None)
    if own is not None:
        found = place_of(held, own)
        said = f", {position_words(found)}" if found else ""
        words.append(f"{own['name']}: {with_interval(own, unit, decimals)}{said}.")
    return " ".join(
        [*words, *([f"{count_words(absent, 'council')} without a figure."] * (absent > 0))]
    )


def place_of(rows: list[Row], own: Row) -> Place | None:
    """The place of `own` among the others of `rows`; None without others."""
    others = [row["value"] for row in rows if row["council"] != own["council"]]
    return place_among(
        sum(value < own["value"] for value in others),
        sum(value == own["value"] for value in others),
        len(others),
    )


def _sorted(frame: pl.DataFrame) -> list[Row]:
    """Rows with a figure, lowest first; equal figures in order of name."""
    needs(frame, COLUMNS, "A distribution")
    held = with_optional(frame, OPTIONAL).filter(pl.col("value").is_not_null())
    return held.sort("value", "name", "council").rows(named=True)


def _middle(rows: list[Row], subject: str | None) -> float | None:
    """Median of the others, who may set it."""
    values = [r["value"] for r in rows if r["council"] != subject and not r["sparse"]]
    return float(np.median(values)) if values else None


def _range(rows: list[Row], subject: str | None) -> tuple[float, float]:
    """Every figure is in; one council's wide interval may run out of the figure."""
    values = [row["value"] for row in rows]
    lows = [row["lower"] for row in rows if row["lower"] is not None]
    highs = [row["upper"] for row in rows if row["upper"] is not None]
    low = min([*values, *([float(np.quantile(lows, 0.02))] if lows else [])])
    high = max([*values, *([float(np.quantile(highs, 0.98))] if highs else [])])
    own = [row for row in rows if row["council"] == subject]
    low = min([low, *(r["lower"] for r in own if r["lower"] is not None)])
    high = max([high, *(r["upper"] for r in own if r["upper"] is not None)])
    pad = ((high - low) or abs(high) or 1.0) * 0.05
    return low - pad, high + pad


def _level(middle: float, palette: Palette) -> dict[str, Any]:
    line = {"color": palette.muted, "width": 2, "dash": "dash"}
    across = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": middle, "y1": middle}
    return across | {"line": line, "layer": "below"}


def _words(middle: float | None, n: int, said: str, palette: Palette) -> list[dict[str, Any]]:
    font = {"size": 13, "color": palette.muted}
    foot = {
        "text": f"{count_words(n, 'council')}, lowest to highest →",
        "x": 0, "xref": "paper", "xanchor": "left", "y": 0, "yref": "paper", "yanchor": "top",
        "yshift": -6, "showarrow": False, "font": font,
    }  # fmt: skip
    if middle is None:
        return [foot]
    return [
        foot,
        {
            "text": inert(said),
            "x": 0, "xref": "paper", "xanchor": "left", "y": middle, "yanchor": "bottom",
            "showarrow": False, "font": font, "bgcolor": palette.ground, "borderpad": 0,
        },
    ]  # fmt: skip


def _level_words(
    rows: list[Row],
    middle: float | None,
    level: tuple[float, str] | None,
    subject: str | None,
    unit: str,
    decimals: int,
) -> str:
    if level:
        return level[1]
    others = sum(row["council"] != subject and not row["sparse"] for row in rows)
    return f"median of {others} {figure(middle, unit, decimals)}"
