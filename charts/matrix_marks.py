"""Small marks inside a table's cells, as images: a dot among its peers, a line over the years.

A table of twenty rows with a figure each would be twenty charts to load; these are a few hundred
bytes, need no script and print as they stand. Each has its alt text.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple
from urllib.parse import quote

from charts.palette import PALETTE, Palette
from charts.wording import pounds

WIDTH, HEIGHT = 132, 22
PAD = 7
SVG = "http://www.w3.org/2000/svg"


class Mark(NamedTuple):
    """A drawing as SVG text, and the same in words."""

    svg: str
    words: str


def spend_strip(row: Mapping[str, Any], palette: Palette = PALETTE) -> str:
    """`spend_mark` as an image in HTML; "" where there is none."""
    made = spend_mark(row, palette)
    return _image(made, "strip") if made else ""


def year_line(values: Sequence[float | None], palette: Palette = PALETTE) -> str:
    """`year_mark` as an image in HTML; "" where there is none."""
    made = year_mark(values, palette)
    return _image(made, "years") if made else ""


def spend_mark(row: Mapping[str, Any], palette: Palette = PALETTE) -> Mark | None:
    """Spending per head among the peers: range, middle half, median, and the council's dot.

    Takes `spend`, `spend_median`, `spend_q1`, `spend_q3`, `spend_min`, `spend_max` of
    council/matrix; None where there is nothing to set side by side. Each has its own scale.
    """
    ends = [row[name] for name in ("spend", "spend_min", "spend_max") if row[name] is not None]
    if row["spend_median"] is None or len(ends) < 2:
        return None
    low, high = min(ends), max(ends)
    span = (high - low) or 1.0

    def at(value: float) -> float:
        return round(PAD + (value - low) / span * (WIDTH - 2 * PAD), 1)

    middle = HEIGHT / 2
    marks = [_bar(at(_known(row["spend_min"], low)), at(row["spend_max"]), 2, palette.peers_range)]
    if row["spend_q1"] is not None and row["spend_q3"] is not None:
        marks.append(_bar(at(row["spend_q1"]), at(row["spend_q3"]), 8, palette.peers_middle))
    tick = at(row["spend_median"])
    marks.append(
        f'<line x1="{tick}" x2="{tick}" y1="3" y2="{HEIGHT - 3}" stroke="{palette.peers}" '
        'stroke-width="2"/>'
    )
    if row["spend"] is not None:
        marks.append(
            f'<circle cx="{at(row["spend"])}" cy="{middle}" r="5" fill="{palette.accent}" '
            f'stroke="{palette.ground}" stroke-width="1.5"/>'
        )
    return Mark(_svg(marks), _strip_words(row))


def year_mark(values: Sequence[float | None], palette: Palette = PALETTE) -> Mark | None:
    """Spending over the years, oldest first, from the lowest to the highest; a gap breaks the line.

    None for fewer than two figures.
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    low, high = min(known), max(known)
    span = (high - low) or 1.0
    step = (WIDTH - 2 * PAD) / max(len(values) - 1, 1)
    points = [
        None
        if value is None
        else (round(PAD + i * step, 1), round(HEIGHT - 4 - (value - low) / span * (HEIGHT - 8), 1))
        for i, value in enumerate(values)
    ]
    marks = [
        f'<polyline points="{" ".join(f"{x},{y}" for x, y in run)}" fill="none" '
        f'stroke="{palette.peers}" stroke-width="1.8"/>'
        for run in _runs(points)
        if len(run) > 1
    ]
    ends = [point for point in points if point is not None]
    marks += [f'<circle cx="{x}" cy="{y}" r="1.6" fill="{palette.peers}"/>' for x, y in ends[:-1]]
    x, y = ends[-1]
    marks.append(f'<circle cx="{x}" cy="{y}" r="3" fill="{palette.accent}"/>')
    return Mark(_svg(marks), f"From {pounds(known[0])} to {pounds(known[-1])} per head")


def _runs(
    points: Sequence[tuple[float, float] | None],
) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return runs


def _strip_words(row: Mapping[str, Any]) -> str:
    own = pounds(row["spend"]) if row["spend"] is not None else "no figure"
    low, high = row["spend_min"], row["spend_max"]
    ends = f"from {pounds(low)} to {pounds(high)}" if low is not None else f"up to {pounds(high)}"
    return f"{own} per head; peers {ends}, median {pounds(row['spend_median'])}"


def _known(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _bar(start: float, end: float, thick: int, colour: str) -> str:
    y = (HEIGHT - thick) / 2
    width = max(round(end - start, 1), 1)
    return f'<rect x="{start}" y="{y}" width="{width}" height="{thick}" rx="1" fill="{colour}"/>'


def _svg(marks: Sequence[str]) -> str:
    return (
        f'<svg xmlns="{SVG}" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(marks)}</svg>'
    )


def _image(made: Mark, kind: str) -> str:
    """As an image: a page's cleaned HTML keeps no bare SVG."""
    return (
        f'<img class="{kind}" width="{WIDTH}" height="{HEIGHT}" alt="{escape(made.words)}" '
        f'src="data:image/svg+xml,{quote(made.svg)}">'
    )
