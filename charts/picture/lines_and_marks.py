"""Lines, filled areas, marks and words at places."""

from collections.abc import Iterator, Mapping
from typing import Any

from charts.picture.colours import on_scale
from charts.picture.scales import Axis
from charts.picture.symbols import each, mark
from charts.picture.text import LINE, words

DASHES = {"dash": "9 9", "dot": "3 3", "dashdot": "9 3 3 3", "longdash": "15 15"}
Place = tuple[float, float]


def scatter(trace: Mapping[str, Any], x: Axis, y: Axis, text_colour: str) -> str:
    places = [
        (px, py) if px is not None and py is not None else None
        for px, py in ((x.at(a), y.at(b)) for a, b in zip(trace["x"], trace["y"], strict=True))
    ]
    mode = str(trace.get("mode") or "lines")
    made = [_area(trace, places, y)]
    if "lines" in mode:
        made.append(_lines(trace, places))
    if "markers" in mode:
        made.append(_marks(trace, places))
    if "text" in mode:
        made.append(_texts(trace, places, text_colour))
    return "".join(made)


def colour_of(trace: Mapping[str, Any]) -> str:
    colour = (trace.get("line") or {}).get("color") or (trace.get("marker") or {}).get("color")
    return colour if isinstance(colour, str) else "#444444"


def stroke(line: Mapping[str, Any], colour: str) -> str:
    width = line.get("width", 2)
    dash = DASHES.get(str(line.get("dash") or ""), "")
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{line.get("color") or colour}" stroke-width="{width:g}"{dashes}'


def _lines(trace: Mapping[str, Any], places: list[Place | None]) -> str:
    line = trace.get("line") or {}
    path = "".join(_path(part) for part in _parts(places) if len(part) > 1)
    if not path or line.get("width") == 0:
        return ""
    return f'<path d="{path}" fill="none" {stroke(line, colour_of(trace))}/>'


def _area(trace: Mapping[str, Any], places: list[Place | None], y: Axis) -> str:
    fill = trace.get("fill")
    if not fill or fill == "none":
        return ""
    parts = [part for part in _parts(places) if len(part) > 1]
    if fill == "tozeroy" and (foot := y.at(0)) is not None:
        parts = [[(p[0][0], foot), *p, (p[-1][0], foot)] for p in parts]
    path = "".join(_path(part) + "Z" for part in parts)
    return f'<path d="{path}" fill="{trace.get("fillcolor") or colour_of(trace)}"/>'


def _marks(trace: Mapping[str, Any], places: list[Place | None]) -> str:
    n, marker = len(places), trace.get("marker") or {}
    line = marker.get("line") or {}
    colours = [_colour(one, marker) for one in each(marker.get("color"), n)]
    sizes, symbols = each(marker.get("size", 6), n), each(marker.get("symbol", "circle"), n)
    outlines, widths = each(line.get("color", "#444444"), n), each(line.get("width", 0), n)
    opacity = marker.get("opacity")
    made = [
        mark(s, p[0], p[1], size, fill=c, line=o or c, width=w or 0)
        for p, s, size, c, o, w in zip(
            places, symbols, sizes, colours, outlines, widths, strict=False
        )
        if p is not None
    ]
    seen = f' opacity="{opacity:g}"' if isinstance(opacity, (int, float)) else ""
    return f"<g{seen}>{''.join(made)}</g>"


def _colour(one: Any, marker: Mapping[str, Any]) -> str:
    if isinstance(one, str):
        return one
    if one is None or not marker.get("colorscale"):
        return "#444444"
    return on_scale(float(one), marker["cmin"], marker["cmax"], list(marker["colorscale"]))


def _texts(trace: Mapping[str, Any], places: list[Place | None], colour: str) -> str:
    font = trace.get("textfont") or {}
    size = font.get("size", 14)
    where = str(trace.get("textposition") or "middle center").split()
    anchor = {"left": "right", "right": "left"}.get(where[1], "center")
    up = {"top": -size * LINE - 4, "bottom": 4}.get(where[0], -size * LINE / 2)
    return "".join(
        words(
            str(text), p[0], p[1] + up, size=size, colour=font.get("color", colour), anchor=anchor
        )
        for p, text in zip(places, each(trace.get("text"), len(places)), strict=False)
        if p is not None and text
    )


def _parts(places: list[Place | None]) -> Iterator[list[Place]]:
    part: list[Place] = []
    for place in [*places, None]:
        if place is not None:
            part.append(place)
        elif part:
            yield part
            part = []


def _path(part: list[Place]) -> str:
    return "M" + "L".join(f"{px:.1f},{py:.1f}" for px, py in part)
