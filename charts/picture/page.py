"""The whole sheet: margins, grid, traces, legend, words; a figure in, an SVG document out."""

from collections.abc import Mapping
from html import escape
from typing import Any

from charts.layout import FONTS
from charts.palette import PALETTE
from charts.picture import text
from charts.picture.bar_marks import bars, stacked_ends
from charts.picture.choropleth import areas
from charts.picture.legend_rows import ROW, colour_bar, entries, legend, rows_of
from charts.picture.lines_and_marks import DASHES, scatter
from charts.picture.nested_areas import treemap
from charts.picture.scales import Axis, axis_of, ticks

# Those of static/fonts first: a picture is made where no page has brought its letters.
LETTERS = f'"Pound Sans", {FONTS}'
NAMESPACE = "http://www.w3.org/2000/svg"
USUAL_HEIGHT = 450
Said = Mapping[str, Any]


def svg(figure: Said, width: int, *, title: str = "", words: str = "") -> str:
    """`figure` as plotly's own dictionary (`to_dict()`); `title` and `words` are said aloud.

    Raises ValueError for a kind of trace that is not drawn here.
    """
    return _Sheet(figure, width).drawn(title, words)


class _Sheet:
    def __init__(self, figure: Said, width: int) -> None:
        self.layout: Said = figure["layout"]
        self.traces: list[Said] = list(figure["data"])
        unknown = {one["type"] for one in self.traces} - {
            "scatter", "bar", "treemap", "choroplethmap",
        }  # fmt: skip
        if unknown:
            raise ValueError(f"{', '.join(sorted(unknown))} is not drawn as a picture")
        self.width = float(width)
        self.height = float(self.layout.get("height") or USUAL_HEIGHT)
        self.font: Said = self.layout.get("font") or {}
        self.colour = str(self.font.get("color") or PALETTE.text)
        said = self.layout.get("margin") or {}
        margin = {side: float(said.get(side, 80)) for side in "lrtb"}
        self._widen(margin)
        self.left, self.top = margin["l"], margin["t"]
        self.right, self.foot = self.width - margin["r"], self.height - margin["b"]
        self.axes = self._axes()

    # What lies where

    def _widen(self, margin: dict[str, float]) -> None:
        """Room for the words of the upright axis, as plotly makes it by itself."""
        y = self.layout.get("yaxis") or {}
        if not self._cartesian() or y.get("visible") is False or not y.get("automargin"):
            return
        axis = axis_of(y, self._values("y"), 1, 0)
        size = (y.get("tickfont") or {}).get("size", 13)
        widest = max((text.width(words, size) for _, words in ticks(y, axis)), default=0)
        margin["l"] = max(margin["l"], widest + 10)

    def _cartesian(self) -> bool:
        return any(one["type"] in {"scatter", "bar"} for one in self.traces)

    def _values(self, which: str, number: str = "") -> list[object]:
        """All that the traces of one axis have on it."""
        name = f"{which}{number}"
        own = [t for t in self.traces if (t.get(f"{which}axis") or which) == name]
        values = [
            one
            for trace in own
            if which in trace and not (trace["type"] == "bar" and self._along(trace) == which)
            for one in trace[which]
        ]
        tall = [t for t in own if t["type"] == "bar" and self._along(t) == which]
        return values + (stacked_ends(tall, self._barmode()) if tall else [])

    @staticmethod
    def _along(trace: Said) -> str:
        return "x" if trace.get("orientation") == "h" else "y"

    def _barmode(self) -> str:
        return str(self.layout.get("barmode") or "group")

    def _axes(self) -> dict[str, Axis]:
        if not self._cartesian():
            return {}
        x, y = self.layout.get("xaxis") or {}, self.layout.get("yaxis") or {}
        made = {
            "x": axis_of(x, self._values("x"), self.left, self.right),
            "y": axis_of(y, self._values("y"), self.foot, self.top),
        }
        if y.get("scaleanchor") == "x":
            made = _alike(made["x"], made["y"])
        for name in ("2", "3"):
            if (more := self.layout.get(f"yaxis{name}")) is not None:
                made[f"y{name}"] = axis_of(more, self._values("y", name), self.foot, self.top)
        return made

    # Drawing

    def drawn(self, title: str, said: str) -> str:
        ground = self.layout.get("paper_bgcolor") or "#ffffff"
        if str(ground).startswith("rgba(0,0,0,0"):
            ground = PALETTE.ground
        size = f"{self.width:g}", f"{self.height:g}"
        parts = [
            f'<rect width="{size[0]}" height="{size[1]}" fill="{ground}"/>',
            self._grid(),
            "".join(self._shape(one) for one in self._shapes("below")),
            f'<g clip-path="url(#inside)">{self._map()}</g>',
            self._drawn_traces(),
            "".join(self._shape(one) for one in self._shapes("above")),
            self._ticks(),
            self._legend(),
            self._scale(),
            "".join(self._annotation(one) for one in self.layout.get("annotations") or []),
            self._title(),
        ]
        clip = (
            f'<clipPath id="inside"><rect x="{self.left:g}" y="{self.top:g}" '
            f'width="{self.right - self.left:g}" height="{self.foot - self.top:g}"/></clipPath>'
        )
        return (
            f'<svg xmlns="{NAMESPACE}" width="{size[0]}" height="{size[1]}" '
            f'viewBox="0 0 {size[0]} {size[1]}" role="img" '
            f'font-family="{escape(LETTERS, quote=True)}">'
            f"<title>{escape(title)}</title><desc>{escape(said)}</desc>"
            f"<defs>{clip}</defs>{''.join(parts)}</svg>"
        )

    def _drawn_traces(self) -> str:
        tall = [t for t in self.traces if t["type"] == "bar"]
        box = (self.left, self.top, self.right - self.left, self.foot - self.top)
        made = [treemap(t, box, self.colour) for t in self.traces if t["type"] == "treemap"]
        if tall:
            places = [(self.axes["x"], self.axes[str(t.get("yaxis") or "y")]) for t in tall]
            made.append(
                bars(tall, places, self._barmode(), float(self.layout.get("bargap") or 0.2))
            )
        for trace in self.traces:
            if trace["type"] == "scatter" and trace.get("visible") is not False:
                axis = self.axes[str(trace.get("yaxis") or "y")]
                made.append(scatter(trace, self.axes["x"], axis, self.colour))
        return "".join(made)

    def _map(self) -> str:
        box = (self.left, self.top, self.right - self.left, self.foot - self.top)
        view = self.layout.get("map") or {}
        return "".join(areas(t, view, box) for t in self.traces if t["type"] == "choroplethmap")

    def _grid(self) -> str:
        made = []
        for which in ("x", "y"):
            said = self.layout.get(f"{which}axis") or {}
            if which not in self.axes or said.get("visible") is False:
                continue
            axis = self.axes[which]
            if said.get("showgrid") is not False:
                made += [
                    self._across(which, place, said.get("gridcolor") or PALETTE.grid)
                    for place, _ in ticks(said, axis)
                ]
            if said.get("zeroline") and (nought := axis.at(0)) is not None:
                made.append(self._across(which, nought, said.get("zerolinecolor") or "#444444"))
            if said.get("showline"):
                place = self.foot if which == "x" else self.left
                other = "y" if which == "x" else "x"
                made.append(self._across(other, place, said.get("linecolor") or "#444444"))
        return "".join(made)

    def _across(self, which: str, place: float, colour: str) -> str:
        """A line at a place of the x or y axis, through the whole drawing."""
        path = (
            f"M{place:.1f},{self.top:g}V{self.foot:g}"
            if which == "x"
            else f"M{self.left:g},{place:.1f}H{self.right:g}"
        )
        return f'<path d="{path}" stroke="{colour}" stroke-width="1" fill="none"/>'

    def _ticks(self) -> str:
        made = []
        for which in ("x", "y"):
            said = self.layout.get(f"{which}axis") or {}
            if which not in self.axes or said.get("visible") is False:
                continue
            font = said.get("tickfont") or {}
            size, colour = font.get("size", 13), font.get("color", PALETTE.muted)
            shown = [] if said.get("showticklabels") is False else ticks(said, self.axes[which])
            for place, words in shown:
                if which == "x":
                    made.append(
                        text.words(
                            words, place, self.foot + 3, size=size, colour=colour, anchor="center"
                        )
                    )
                else:
                    up = place - text.height(words, size) / 2
                    made.append(
                        text.words(
                            words, self.left - 5, up, size=size, colour=colour, anchor="right"
                        )
                    )
            made.append(self._axis_title(which, said, size))
        return "".join(made)

    def _axis_title(self, which: str, said: Said, size: float) -> str:
        title = said.get("title")
        words = title.get("text") if isinstance(title, Mapping) else title
        if not words or which == "y":
            return ""
        middle, top = (self.left + self.right) / 2, self.foot + size * text.LINE + 8
        return text.words(words, middle, top, size=size, colour=self.colour, anchor="center")

    def _legend(self) -> str:
        said = self.layout.get("legend") or {}
        if self.layout.get("showlegend") is False:
            return ""
        shown = entries(self.traces, "reversed" in str(said.get("traceorder") or ""))
        if not shown:
            return ""
        size = (said.get("font") or {}).get("size", 13)
        wide = self.right - self.left
        high = rows_of(shown, wide, size) * ROW
        if said.get("yref") == "container":
            top = (1 - float(said.get("y", 1))) * self.height
        else:
            y = self.foot - float(said.get("y", 1)) * (self.foot - self.top)
            top = y - high - 4 if said.get("yanchor") == "bottom" else y
        return legend(shown, self.left, top, wide, size, self.colour)

    def _scale(self) -> str:
        for trace in self.traces:
            marker = trace.get("marker") or {}
            if trace["type"] == "choroplethmap" and trace.get("showscale") is not False:
                said = {"low": trace["zmin"], "high": trace["zmax"], **_bar_of(trace)}
            elif trace["type"] == "scatter" and marker.get("showscale"):
                said = {"low": marker["cmin"], "high": marker["cmax"], **_bar_of(marker)}
            else:
                continue
            if said["colorbar"]:
                wide = (self.right - self.left) * float(said["colorbar"].get("len") or 0.8)
                left = (self.left + self.right - wide) / 2
                return colour_bar(said, left, self.foot + 6, wide)
        return ""

    # Shapes and words at places

    def _shapes(self, layer: str) -> list[Said]:
        every = self.layout.get("shapes") or []
        return [one for one in every if (one.get("layer") or "above") == layer]

    def _place(self, which: str, ref: str | None, value: object) -> float | None:
        """The pixel of a place of the paper or of an axis."""
        if ref == "paper" or (ref or "").endswith("domain") or which not in self.axes:
            share = float(str(value))
            if which == "x":
                return self.left + share * (self.right - self.left)
            return self.foot - share * (self.foot - self.top)
        return self.axes[ref if ref in self.axes else which].at(value)

    def _shape(self, one: Said) -> str:
        x0, x1 = (self._place("x", one.get("xref"), one[key]) for key in ("x0", "x1"))
        y0, y1 = (self._place("y", one.get("yref"), one[key]) for key in ("y0", "y1"))
        if x0 is None or x1 is None or y0 is None or y1 is None:
            return ""
        line = one.get("line") or {}
        dash = DASHES.get(str(line.get("dash") or ""), "")
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        stroke = f'stroke="{line.get("color", "#444444")}" stroke-width="{line.get("width", 2)}"'
        if one["type"] == "line":
            return f'<path d="M{x0:.1f},{y0:.1f}L{x1:.1f},{y1:.1f}" fill="none" {stroke}{dashes}/>'
        place = f'x="{min(x0, x1):.1f}" y="{min(y0, y1):.1f}"'
        size = f'width="{abs(x1 - x0):.1f}" height="{abs(y1 - y0):.1f}"'
        fill, seen = one.get("fillcolor") or "none", one.get("opacity", 1)
        edge = stroke if line.get("width") else ""
        return f'<rect {place} {size} fill="{fill}" opacity="{seen}" {edge}/>'

    def _annotation(self, one: Said) -> str:
        x = self._place("x", one.get("xref"), one["x"])
        y = self._place("y", one.get("yref"), one["y"])
        if x is None or y is None or not one.get("text"):
            return ""
        font = one.get("font") or {}
        size = float(font.get("size") or self.font.get("size", 12))
        words = str(one["text"])
        wide, high = text.width(words, size), text.height(words, size)
        pad = float(one.get("borderpad", 1))
        x += float(one.get("xshift") or 0)
        y -= float(one.get("yshift") or 0)
        across, up = _anchors(one)
        left = x + {"left": pad, "center": -wide / 2, "right": -wide - pad}[across]
        top = y + {"top": pad, "middle": -high / 2, "bottom": -high - pad}[up]
        inner = str(one.get("align") or "center") if "<br>" in words else across
        at = {"left": left, "center": left + wide / 2, "right": left + wide}[inner]
        ground = ""
        if one.get("bgcolor"):
            ground = (
                f'<rect x="{left - pad:.1f}" y="{top:.1f}" width="{wide + 2 * pad:.1f}" '
                f'height="{high:.1f}" fill="{one["bgcolor"]}" opacity="{one.get("opacity", 1)}"/>'
            )
        colour = str(font.get("color") or self.colour)
        return ground + text.words(words, at, top, size=size, colour=colour, anchor=inner)

    def _title(self) -> str:
        said = self.layout.get("title")
        if not isinstance(said, Mapping) or not said.get("text"):
            return ""
        font = said.get("font") or {}
        top = float((said.get("pad") or {}).get("t") or 10)
        return text.words(
            str(said["text"]), self.width * float(said.get("x", 0.01)), top,
            size=float(font.get("size", 18)), colour=str(font.get("color") or self.colour),
        )  # fmt: skip


def _bar_of(said: Said) -> dict[str, Any]:
    return {"colorbar": said.get("colorbar"), "colorscale": list(said.get("colorscale") or [])}


def _anchors(one: Said) -> tuple[str, str]:
    across, up = str(one.get("xanchor") or "auto"), str(one.get("yanchor") or "auto")
    if across == "auto":
        share = float(one["x"]) if one.get("xref") == "paper" else 0.5
        across = "left" if share < 1 / 3 else "right" if share > 2 / 3 else "center"
    if up == "auto":
        share = float(one["y"]) if one.get("yref") == "paper" else 0.5
        up = "bottom" if share < 1 / 3 else "top" if share > 2 / 3 else "middle"
    return across, up


def _alike(x: Axis, y: Axis) -> dict[str, Axis]:
    """Both axes at one scale, the drawing in the middle."""
    per_x = abs((x.end - x.start) / (x.high - x.low))
    per_y = abs((y.end - y.start) / (y.high - y.low))
    scale = min(per_x, per_y)
    return {"x": _shrunk(x, per_x / scale), "y": _shrunk(y, per_y / scale)}


def _shrunk(one: Axis, times: float) -> Axis:
    middle, half = (one.start + one.end) / 2, (one.end - one.start) / 2 / times
    return Axis(one.low, one.high, middle - half, middle + half, one.log, one.dates, one.names)
