"""What each colour and mark means, in rows above the drawing; and the scale of a map's colours."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.picture.bar_marks import hatching
from charts.picture.colours import on_scale
from charts.picture.lines_and_marks import colour_of, stroke
from charts.picture.symbols import mark
from charts.picture.text import width, words

ROW, SIGN, GAP = 22, 34, 18
MARKED = frozenset(["scatter", "bar", "choroplethmap"])


def entries(traces: Sequence[Mapping[str, Any]], reverse: bool) -> list[Mapping[str, Any]]:
    """The traces that are explained, one for each group of the same name."""
    held: dict[tuple[object, object], Mapping[str, Any]] = {}
    for trace in traces:
        if trace.get("name") and trace.get("showlegend") is not False and trace["type"] in MARKED:
            held.setdefault((trace.get("legendgroup"), trace["name"]), trace)
    made = list(held.values())
    return made[::-1] if reverse else made


def rows_of(shown: Sequence[Mapping[str, Any]], wide: float, size: float) -> int:
    return max((row for row, _, _ in _placed(shown, wide, size)), default=-1) + 1


def legend(
    shown: Sequence[Mapping[str, Any]], x: float, top: float, wide: float, size: float, colour: str
) -> str:
    made = []
    for row, left, trace in _placed(shown, wide, size):
        y = top + row * ROW + ROW / 2
        made.append(_sign(trace, x + left, y))
        made.append(
            words(str(trace["name"]), x + left + SIGN, y - size * 0.7, size=size, colour=colour)
        )
    return "".join(made)


def _placed(
    shown: Sequence[Mapping[str, Any]], wide: float, size: float
) -> list[tuple[int, float, Mapping[str, Any]]]:
    row, left, made = 0, 0.0, []
    for trace in shown:
        needs = SIGN + width(str(trace["name"]), size) + GAP
        if left and left + needs > wide:
            row, left = row + 1, 0.0
        made.append((row, left, trace))
        left += needs
    return made


def _sign(trace: Mapping[str, Any], x: float, y: float) -> str:
    marker = trace.get("marker") or {}
    if trace["type"] == "choroplethmap":
        fill = str((trace.get("colorscale") or [[0, "#c9ced2"]])[0][1])
        return f'<rect x="{x + 6:.1f}" y="{y - 6:.1f}" width="16" height="12" fill="{fill}"/>'
    if trace["type"] == "bar":
        colour = _first(marker.get("color")) or "#444444"
        box = (x + 6, y - 6, 16.0, 12.0)
        shape = _first((marker.get("pattern") or {}).get("shape"))
        made = f'<rect x="{box[0]:.1f}" y="{box[1]:.1f}" width="16" height="12" fill="{colour}"/>'
        pattern = marker.get("pattern") or {}
        return made + (hatching(str(shape), *box, pattern) if shape else "")
    made, mode = "", str(trace.get("mode") or "lines")
    line = trace.get("line") or {}
    if trace.get("fill") not in {None, "none"}:
        fill = trace.get("fillcolor") or colour_of(trace)
        made += f'<rect x="{x + 2:.1f}" y="{y - 6:.1f}" width="26" height="12" fill="{fill}"/>'
    if "lines" in mode and line.get("width") != 0:
        path = f"M{x + 2:.1f},{y:.1f}H{x + 28:.1f}"
        made += f'<path d="{path}" fill="none" {stroke(line, colour_of(trace))}/>'
    if "markers" in mode:
        edge = marker.get("line") or {}
        fill = _first(marker.get("color")) or colour_of(trace)
        fill = fill if isinstance(fill, str) else "#444444"
        made += mark(
            str(_first(marker.get("symbol")) or "circle"), x + 15, y,
            min(16.0, float(_first(marker.get("size")) or 8)),
            fill=fill, line=str(_first(edge.get("color")) or fill),
            width=float(_first(edge.get("width")) or 0),
        )  # fmt: skip
    return made


def _first(value: Any) -> Any:
    if value is None or isinstance(value, (str, int, float)):
        return value
    return next(iter(value), None)


def colour_bar(said: Mapping[str, Any], x: float, top: float, wide: float) -> str:
    """`said` has the scale (`colorscale`, `low`, `high`) and plotly's `colorbar`."""
    bar = said["colorbar"]
    steps, thick = 60, float(bar.get("thickness") or 12)
    low, high, scale = said["low"], said["high"], said["colorscale"]
    shares = [(n + 0.5) / steps for n in range(steps)]
    colours = [on_scale(low + (high - low) * share, low, high, scale) for share in shares]
    part = wide / steps
    made = [
        f'<rect x="{x + n * part:.1f}" y="{top:.1f}" width="{part + 0.5:.1f}" height="{thick:g}" '
        f'fill="{colour}"/>'
        for n, colour in enumerate(colours)
    ]
    font = bar.get("tickfont") or {}
    for value, text in zip(bar.get("tickvals") or [], bar.get("ticktext") or [], strict=False):
        place = x + (float(value) - low) / ((high - low) or 1) * wide
        made.append(
            words(
                str(text), place, top + thick + 2,
                size=font.get("size", 12), colour=font.get("color", "#444444"), anchor="center",
            )
        )  # fmt: skip
    return "".join(made)
