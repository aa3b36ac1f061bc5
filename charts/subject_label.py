"""The subject's name beside its mark, and the interval through it."""

from collections.abc import Sequence
from typing import Any

from charts.palette import Palette
from charts.plain_text import inert

Row = dict[str, Any]


def label(x: float, y: float, ends: Sequence[float], name: str, palette: Palette) -> dict[str, Any]:
    """An annotation on the side of the mark that has more room; `ends` are the x axis's."""
    right = x < (ends[0] + ends[1]) / 2
    return {
        "x": x,
        "y": y,
        "text": f"<b>{inert(name)}</b>",
        "xanchor": "left" if right else "right",
        "xshift": 14 if right else -14,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": 13, "color": palette.text},
        "bgcolor": palette.ground,
        "opacity": 0.85,
        "borderpad": 1,
    }


def interval(
    value: float, lower: float | None, upper: float | None, palette: Palette
) -> dict[str, Any] | None:
    """Plotly's error bar of one mark; None without limits."""
    if lower is None or upper is None:
        return None
    return {
        "type": "data",
        "symmetric": False,
        "array": [max(upper - value, 0)],
        "arrayminus": [max(value - lower, 0)],
        "color": palette.text,
        "thickness": 2,
        "width": 7,
    }
