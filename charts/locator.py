"""Where a council lies in its nation: a drawing of two shapes, small enough to stand by a name.

No tiles and no scripts: the shapes are those of the maps, drawn to the third of a pixel.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise
from math import cos, radians
from typing import Any
from urllib.parse import quote

from charts.matrix_marks import SVG
from charts.palette import PALETTE, Palette

HEIGHT = 104
# Drawn three times as large, in whole numbers: a third of the letters of decimals.
FINE = 3
# What is smaller than this, in drawn units, is left out of the nation and ringed as a council.
LEAST_ISLAND, LEAST_COUNCIL = 8, 22
Ring = Sequence[Sequence[float]]
Points = list[tuple[int, int]]


def locator_map(
    nation: Mapping[str, Any], council: Mapping[str, Any], words: str, palette: Palette = PALETTE
) -> str:
    """An image in HTML: `council` within `nation`, both geometries of GeoJSON in degrees."""
    bounds = _bounds(_rings(nation))
    across, up = _scale(bounds)
    width, height = round((bounds[2] - bounds[0]) * across), round((bounds[3] - bounds[1]) * up)

    def at(point: Sequence[float]) -> tuple[int, int]:
        return round((point[0] - bounds[0]) * across), round((bounds[3] - point[1]) * up)

    country = [ring for ring in _drawn(nation, at) if _extent(ring) >= LEAST_ISLAND]
    own = _drawn(council, at)
    marks = [
        _filled(country, palette.peers_range, palette.missing_line),
        _filled(own, palette.accent, palette.accent),
    ]
    if _extent(point for ring in own for point in ring) < LEAST_COUNCIL:
        marks.append(_ring(own, palette))
    drawing = (
        f'<svg xmlns="{SVG}" viewBox="-8 -8 {width + 16} {height + 16}" '
        f'stroke-width="1.5" stroke-linejoin="round">{"".join(marks)}</svg>'
    )
    return (
        f'<img class="locator" width="{round(width / height * HEIGHT)}" height="{HEIGHT}" '
        f'alt="{escape(words)}" src="data:image/svg+xml,{quote(drawing, safe=" =:/,-")}">'
    )


def _filled(rings: Sequence[Points], fill: str, stroke: str) -> str:
    return f'<path d="{_path(rings)}" fill="{fill}" stroke="{stroke}"/>'


def _ring(own: Sequence[Points], palette: Palette) -> str:
    points = [point for ring in own for point in ring]
    x, y = (round((min(p[i] for p in points) + max(p[i] for p in points)) / 2) for i in (0, 1))
    return (
        f'<circle cx="{x}" cy="{y}" r="20" fill="none" stroke="{palette.accent}" stroke-width="5"/>'
    )


def _rings(shape: Mapping[str, Any]) -> list[Ring]:
    """The outer rings: a council inside another is drawn over it."""
    if shape["type"] == "Polygon":
        return [shape["coordinates"][0]]
    return [polygon[0] for polygon in shape["coordinates"]]


def _bounds(rings: Iterable[Ring]) -> tuple[float, float, float, float]:
    """West, south, east, north."""
    points = [point for ring in rings for point in ring]
    easts, norths = [p[0] for p in points], [p[1] for p in points]
    return min(easts), min(norths), max(easts), max(norths)


def _scale(bounds: tuple[float, float, float, float]) -> tuple[float, float]:
    """Units a degree of longitude and of latitude, true in the middle of the nation."""
    up = HEIGHT * FINE / (bounds[3] - bounds[1])
    return up * cos(radians((bounds[1] + bounds[3]) / 2)), up


def _drawn(shape: Mapping[str, Any], at: Any) -> list[Points]:
    """Each ring in drawn units, without the points that fall where the last one fell."""
    made = []
    for ring in _rings(shape):
        points: Points = []
        for place in map(at, ring):
            if not points or max(abs(a - b) for a, b in zip(place, points[-1], strict=True)) > 1:
                points.append(place)
        made.append(points)
    return made


def _extent(points: Iterable[tuple[int, int]]) -> int:
    known = list(points)
    return max(max(p[i] for p in known) - min(p[i] for p in known) for i in (0, 1))


def _path(rings: Sequence[Points]) -> str:
    """Relative steps, which need fewer digits than places."""
    said = []
    for ring in rings:
        x, y = ring[0]
        steps = [
            f"{after[0] - before[0]} {after[1] - before[1]}" for before, after in pairwise(ring)
        ]
        said.append(f"M{x} {y}l{' '.join(steps) or '1 0'}z")
    return "".join(said)
