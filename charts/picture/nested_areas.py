"""Areas within areas, as square as they can be, with words where they fit."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from charts.picture.bar_marks import hatching
from charts.picture.symbols import each
from charts.picture.text import height, width, words

Box = tuple[float, float, float, float]  # x, y, width, height
SMALLEST_WORDS = 11


def treemap(trace: Mapping[str, Any], box: Box, text_colour: str) -> str:
    return _Treemap(trace, text_colour).drawn(box)


class _Treemap:
    def __init__(self, trace: Mapping[str, Any], text_colour: str) -> None:
        self.trace, self.text_colour = trace, text_colour
        self.marker = trace.get("marker") or {}
        self.values = [float(one or 0) for one in trace["values"]]
        n = len(self.values)
        self.colours = each(self.marker.get("colors"), n)
        self.shapes = each((self.marker.get("pattern") or {}).get("shape"), n)
        self.inside: defaultdict[str, list[int]] = defaultdict(list)
        for place, parent in enumerate(trace["parents"]):
            self.inside[str(parent)].append(place)

    def drawn(self, box: Box) -> str:
        tops = self.inside[""]
        parts = squarified([self.values[one] for one in tops], box)
        return "".join(self._node(one, part) for one, part in zip(tops, parts, strict=True))

    def _node(self, place: int, box: Box) -> str:
        x, y, wide, high = box
        if wide < 1 or high < 1:
            return ""
        line = self.marker.get("line") or {}
        made = (
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" '
            f'fill="{self.colours[place] or "#ffffff"}" stroke="{line.get("color", "#ffffff")}" '
            f'stroke-width="{line.get("width", 1)}"/>'
        )
        if self.shapes[place]:
            made += hatching(str(self.shapes[place]), *box, self.marker.get("pattern") or {})
        children = [
            one for one in self.inside[str(self.trace["ids"][place])] if self.values[one] > 0
        ]
        if not children:
            return made + self._leaf(place, box)
        pad = self.marker.get("pad") or {}
        left, top = pad.get("l", 2), pad.get("t", 24)
        inner = (x + left, y + top, wide - left - pad.get("r", 2), high - top - pad.get("b", 2))
        made += self._head(place, box)
        if inner[2] <= 1 or inner[3] <= 1:
            return made
        children.sort(key=lambda one: -self.values[one])
        parts = squarified([self.values[one] for one in children], inner)
        return made + "".join(self._node(c, part) for c, part in zip(children, parts, strict=True))

    def _head(self, place: int, box: Box) -> str:
        x, y, wide, _ = box
        label = str(self.trace["labels"][place])
        size = self._size()
        if width(label, size) * 1.05 > wide - 6:
            return ""
        return words(f"<b>{label}</b>", x + 5, y + 4, size=size, colour=self.text_colour)

    def _leaf(self, place: int, box: Box) -> str:
        x, y, wide, high = box
        label, text = str(self.trace["labels"][place]), str(self.trace["text"][place] or "")
        size = self._size()
        for said in (f"<b>{label}</b><br>{text}", f"<b>{label}</b>"):
            if width(said, size) * 1.08 <= wide - 6 and height(said, size) <= high - 4:
                return words(said, x + 4, y + 2, size=size, colour=self.text_colour)
        return ""

    def _size(self) -> float:
        size = (self.trace.get("textfont") or {}).get("size", SMALLEST_WORDS)
        return max(SMALLEST_WORDS, float(size))


def squarified(values: Sequence[float], box: Box) -> list[Box]:
    """A rectangle for each of `values`, largest first, filling `box` (Bruls and others, 2000)."""
    total = sum(values)
    if total <= 0:
        return [(box[0], box[1], 0.0, 0.0) for _ in values]
    x, y, wide, high = box
    areas = [value / total * wide * high for value in values]
    made: list[Box] = []
    while areas:
        side = min(wide, high)
        row = [areas[0]]
        for area in areas[1:]:
            if _worst([*row, area], side) > _worst(row, side):
                break
            row.append(area)
        thick = sum(row) / side if side else 0.0
        at = y if wide >= high else x
        for area in row:
            long = area / thick if thick else 0.0
            made.append((x, at, thick, long) if wide >= high else (at, y, long, thick))
            at += long
        if wide >= high:
            x, wide = x + thick, wide - thick
        else:
            y, high = y + thick, high - thick
        areas = areas[len(row) :]
    return made


def _worst(row: Sequence[float], side: float) -> float:
    """The ratio of sides of the row's least square area."""
    total = sum(row)
    if total <= 0 or side <= 0 or min(row) <= 0:
        return float("inf")
    return max(side**2 * max(row) / total**2, total**2 / (side**2 * min(row)))
