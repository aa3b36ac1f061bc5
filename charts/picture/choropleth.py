"""Councils on their boundaries, in the projection and at the zoom of plotly's map."""

import json
from collections.abc import Mapping
from functools import lru_cache
from math import log, pi, radians, tan
from pathlib import Path
from typing import Any

from charts.picture.colours import GREY, on_scale
from charts.picture.scales import number_of

STATIC = Path(__file__).parents[2] / "static"
ADDRESS = "/app/static/"
TILE = 512  # pixels of the world at zoom 0
Box = tuple[float, float, float, float]


def areas(trace: Mapping[str, Any], view: Mapping[str, Any], box: Box) -> str:
    """`view` is plotly's layout.map, `box` where it stands."""
    shapes = _shapes(str(trace["geojson"]))
    marker = trace.get("marker") or {}
    line = marker.get("line") or {}
    made = []
    for key, value in zip(trace["locations"], trace["z"], strict=True):
        if (rings := shapes.get(str(key))) is not None:
            number = number_of(value)
            scale = list(trace.get("colorscale") or [[0, GREY], [1, GREY]])
            fill = on_scale(number, trace["zmin"], trace["zmax"], scale)
            made.append(f'<path d="{_path(rings, view, box)}" fill="{fill}"/>')
    edge, wide = line.get("color", "#ffffff"), line.get("width", 0.4)
    return f'<g stroke="{edge}" stroke-width="{wide}" fill-rule="evenodd">{"".join(made)}</g>'


def _path(rings: list[list[list[float]]], view: Mapping[str, Any], box: Box) -> str:
    middle = view["center"]
    scale = TILE * 2.0 ** view["zoom"]
    x0, y0 = _mercator(middle["lon"], middle["lat"])
    left, top = box[0] + box[2] / 2, box[1] + box[3] / 2
    path = []
    for ring in rings:
        places = []
        for place in ring:
            x, y = _mercator(place[0], place[1])
            places.append(f"{left + (x - x0) * scale:.1f},{top + (y - y0) * scale:.1f}")
        path.append("M" + "L".join(places) + "Z")
    return "".join(path)


def _mercator(lon: float, lat: float) -> tuple[float, float]:
    """Shares of the world, from its north-west corner."""
    return (lon + 180) / 360, (1 - log(tan(pi / 4 + radians(lat) / 2)) / pi) / 2


def _shapes(address: str) -> dict[str, list[list[list[float]]]]:
    """Every ring of each council by its key; `address` is that of a file of static/."""
    path = (STATIC / address.split("?")[0].removeprefix(ADDRESS)).resolve()
    if not path.is_relative_to(STATIC):
        raise ValueError(f"{address} is not a file of static/")
    return _read(path)


@lru_cache(maxsize=8)
def _read(path: Path) -> dict[str, list[list[list[float]]]]:
    held = {}
    for one in json.loads(path.read_text("utf-8"))["features"]:
        places = one["geometry"]["coordinates"]
        many = one["geometry"]["type"] == "MultiPolygon"
        held[str(one["id"])] = [ring for part in places for ring in part] if many else places
    return held
