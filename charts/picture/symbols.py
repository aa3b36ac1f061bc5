"""Marks: plotly's symbols as SVG shapes round a place."""

from math import cos, pi, sin, sqrt
from typing import Any

Corner = tuple[float, float]
THIN: dict[str, list[tuple[Corner, Corner]]] = {
    "line-ns": [((0, -1), (0, 1))],
    "line-ew": [((-1, 0), (1, 0))],
    "x-thin": [((-0.7, -0.7), (0.7, 0.7)), ((-0.7, 0.7), (0.7, -0.7))],
    "cross-thin": [((0, -1), (0, 1)), ((-1, 0), (1, 0))],
}
_CROSS: list[Corner] = [(1, 0.4), (0.4, 0.4), (0.4, 1), (-0.4, 1), (-0.4, 0.4), (-1, 0.4)]
_CROSS += [(-x, -y) for x, y in _CROSS]
# Corners in half sizes.
CORNERS: dict[str, list[Corner]] = {
    "square": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
    "diamond": [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
    "triangle-up": [(0, -1), (1.155, 1), (-1.155, 1)],
    "triangle-down": [(0, 1), (1.155, -1), (-1.155, -1)],
    "triangle-right": [(1, 0), (-1, -1.155), (-1, 1.155)],
    "triangle-left": [(-1, 0), (1, -1.155), (1, 1.155)],
    "hexagon": [(sin(n * pi / 3), cos(n * pi / 3)) for n in range(6)],
    "cross": _CROSS,
    "x": [((x - y) / sqrt(2), (x + y) / sqrt(2)) for x, y in _CROSS],
}


def mark(
    symbol: str, x: float, y: float, size: float, *, fill: str, line: str, width: float
) -> str:
    """One mark; open symbols have no filling and a line in their own colour."""
    half = size / 2
    name = str(symbol or "circle")
    if name.removesuffix("-open") in THIN:
        lines = THIN[name.removesuffix("-open")]
        path = "".join(
            f"M{x + ax * half:.1f},{y + ay * half:.1f}L{x + bx * half:.1f},{y + by * half:.1f}"
            for (ax, ay), (bx, by) in lines
        )
        return f'<path d="{path}" stroke="{line}" stroke-width="{width:g}" fill="none"/>'
    if name.endswith("-open"):
        name, line, fill, width = name.removesuffix("-open"), fill, "none", width or 1
    stroke = f' stroke="{line}" stroke-width="{width:g}"' if width else ""
    if name in CORNERS:
        corners = " ".join(f"{x + cx * half:.1f},{y + cy * half:.1f}" for cx, cy in CORNERS[name])
        return f'<polygon points="{corners}" fill="{fill}"{stroke}/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half:.1f}" fill="{fill}"{stroke}/>'


def each(value: Any, n: int) -> list[Any]:
    """A thing said once for all marks, or for each."""
    if value is None or isinstance(value, (str, int, float)):
        return [value] * n
    return list(value)
