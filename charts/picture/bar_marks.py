"""Bars, beside, over or on top of one another, plain or with a pattern."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from charts.picture.scales import Axis, number_of
from charts.picture.symbols import each

STACKED = {"stack", "relative"}
USUAL_GAP = 0.2


def stacked_ends(traces: Sequence[Mapping[str, Any]], mode: str) -> list[object]:
    """How far the bars reach, for an axis that says no range."""
    reach: defaultdict[tuple[object, bool], float] = defaultdict(float)
    single: list[object] = [0.0]
    for trace in traces:
        for place, length in _pairs(trace):
            if length is not None:
                reach[place, length >= 0] += length
                single.append(length)
    return [0.0, *reach.values()] if mode in STACKED else single


def bars(
    traces: Sequence[Mapping[str, Any]], axes: Sequence[tuple[Axis, Axis]], mode: str, gap: float
) -> str:
    """All bars of a figure; `axes` are x and y of each trace."""
    ends: defaultdict[tuple[object, bool], float] = defaultdict(float)
    made = []
    slot = _slot(traces, mode)
    for n, (trace, (x, y)) in enumerate(zip(traces, axes, strict=True)):
        across = trace.get("orientation") == "h"
        along, beside = (x, y) if across else (y, x)
        widths = each(trace.get("width"), len(trace["x"]))
        colours = each((trace.get("marker") or {}).get("color"), len(trace["x"]))
        shapes = each(_pattern(trace).get("shape"), len(trace["x"]))
        for (place, length), width, colour, shape in zip(
            _pairs(trace), widths, colours, shapes, strict=True
        ):
            if length is None or (middle := beside.number(place)) is None:
                continue
            start = ends[place, length >= 0] if mode in STACKED else 0.0
            ends[place, length >= 0] += length
            wide = width or slot * (1 - gap) / (len(traces) if mode == "group" else 1)
            if mode == "group" and not width:
                middle += wide * (n - (len(traces) - 1) / 2)
            a, b = along.at(start), along.at(start + length)
            c, d = _at(beside, middle - wide / 2), _at(beside, middle + wide / 2)
            if a is not None and b is not None:
                box = (a, c, b, d) if across else (c, a, d, b)
                made.append(_bar(box, str(colour or "#444444"), str(shape or ""), trace))
    return "".join(made)


def _at(axis: Axis, number: float) -> float:
    """A place between names or days is a number already."""
    return axis.start + (number - axis.low) / (axis.high - axis.low) * (axis.end - axis.start)


def _slot(traces: Sequence[Mapping[str, Any]], mode: str) -> float:
    """The least distance between neighbours, in the axis' own units."""
    every = {place for trace in traces for place, _ in _pairs(trace)}
    numbers = sorted(n for one in every if (n := number_of(one)) is not None)
    gaps = [b - a for a, b in pairwise(numbers) if b > a]
    return min(gaps, default=1.0)


def _pairs(trace: Mapping[str, Any]) -> list[tuple[object, float | None]]:
    places, lengths = trace["x"], trace["y"]
    if trace.get("orientation") == "h":
        places, lengths = lengths, places
    return [(place, number_of(one)) for place, one in zip(places, lengths, strict=True)]


def _pattern(trace: Mapping[str, Any]) -> Mapping[str, Any]:
    return (trace.get("marker") or {}).get("pattern") or {}


def _bar(box: tuple[float, ...], colour: str, shape: str, trace: Mapping[str, Any]) -> str:
    a, c, b, d = box
    x, y, wide, high = min(a, b), min(c, d), abs(b - a), abs(d - c)
    line = (trace.get("marker") or {}).get("line") or {}
    edge = ""
    if (thick := line.get("width")) and isinstance(thick, (int, float)):
        edge = f' stroke="{line.get("color")}" stroke-width="{thick:g}"'
    place = f'x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    made = f'<rect {place} fill="{colour}"{edge}/>'
    return made + (hatching(shape, x, y, wide, high, _pattern(trace)) if shape else "")


def hatching(
    shape: str, x: float, y: float, wide: float, high: float, said: Mapping[str, Any]
) -> str:
    """Lines or dots over a rectangle, cut to it."""
    ink = said.get("fgcolor")
    colour = ink if isinstance(ink, str) else "#ffffff"
    step = float(said.get("size") or 8)
    if shape == ".":
        dots = [
            f'<circle cx="{x + (i + 0.5) * step:.1f}" cy="{y + (j + 0.5) * step:.1f}" r="1.3"/>'
            for i in range(int(wide // step))
            for j in range(max(1, int(high // step)))
            if j * step + step / 2 <= high
        ]
        return f'<g fill="{colour}">{"".join(dots)}</g>'
    lines = []
    if shape in {"/", "x"}:
        lines += _slanted(x, y, wide, high, step, up=True)
    if shape in {"\\", "x"}:
        lines += _slanted(x, y, wide, high, step, up=False)
    return f'<path d="{"".join(lines)}" stroke="{colour}" stroke-width="1.2" fill="none"/>'


def _slanted(x: float, y: float, wide: float, high: float, step: float, *, up: bool) -> list[str]:
    made = []
    for n in range(1, int((wide + high) // step) + 1):
        s = n * step
        # From the foot or the right edge, to the left edge or the top, within the box.
        ax, ay = (s, 0.0) if s <= wide else (wide, s - wide)
        bx, by = (0.0, s) if s <= high else (s - high, high)
        if not up:
            ax, bx = wide - ax, wide - bx
        made.append(f"M{x + ax:.1f},{y + ay:.1f}L{x + bx:.1f},{y + by:.1f}")
    return made
