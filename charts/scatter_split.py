"""The lines that split spending against outcome at the peers' medians, and their words."""

from typing import Any

from charts.layout import vertical
from charts.palette import Palette
from charts.plain_text import inert, wrapped
from charts.scatter_words import Axes
from charts.wording import figure

Split = tuple[float | None, float | None, int]  # median spending, median outcome, n of peers


def split_lines(split: Split, palette: Palette) -> list[dict[str, Any]]:
    spend, outcome, n = split
    if not n or spend is None:
        return []
    down = vertical(spend, palette.muted, width=1, dash="dash")
    level = down | {"xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": outcome, "y1": outcome}
    return [down, level]


def split_words(split: Split, axes: Axes, palette: Palette) -> list[dict[str, Any]]:
    """The outcome's name and period over its axis, and the medians at the ends of their lines."""
    font = {"size": 13, "color": palette.muted}
    shared = {"showarrow": False, "font": font}
    title = shared | {
        "text": wrapped(axes.outcome_words, 48),
        "x": 0, "xref": "paper", "xanchor": "left", "align": "left",
        "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 4,
    }  # fmt: skip
    spend, outcome, n = split
    if not n:
        return [title]
    small = {"size": 12, "color": palette.muted}
    return [
        title,
        shared | {
            "text": f"median {inert(figure(outcome, axes.bare_outcome, axes.outcome_decimals))}",
            "x": 1, "xref": "paper", "xanchor": "right", "y": outcome, "yanchor": "bottom",
            "font": small, "bgcolor": palette.ground, "borderpad": 0,
        },
        shared | {
            "text": f"median {inert(figure(spend, axes.bare_spend, axes.spend_decimals))}",
            "x": spend, "xanchor": "left", "xshift": 3, "y": 0, "yref": "paper",
            "yanchor": "bottom", "font": small, "bgcolor": palette.ground, "borderpad": 0,
        },
    ]  # fmt: skip
