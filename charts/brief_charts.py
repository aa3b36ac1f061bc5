"""The charts of a brief as SVG that needs no browser: lines over years, bars to both sides.

They are drawn for print at the size in which they stand, 260 points wide: text of 8 points, marks
that keep apart without colour.
"""

from collections.abc import Callable, Sequence
from html import escape
from math import floor, log10
from textwrap import wrap

from charts.matrix_marks import SVG
from charts.palette import PALETTE, Palette
from charts.plain_text import plain

FONT = "Pound Sans"
WIDTH = 260.0
SMALL = 7.5
LEFT, RIGHT = 34.0, 8.0
TOP, BOTTOM = 8.0, 14.0
LINES_HEIGHT = 128.0
ROW, NAME = 11.5, 112.0
LINE = 7.8  # from a line of a name to the next
LETTERS_A_LINE, MOST_LINES = 30, 3
LETTER = 0.56  # of its height: the middling width of a letter
Points = Sequence[float | None]
Across = Callable[[int], float]
Up = Callable[[float], float]


def lines_svg(
    periods: Sequence[str],
    lines: Sequence[tuple[str, Points]],
    band: tuple[Points, Points] | None,
    *,
    money: bool,
    palette: Palette = PALETTE,
) -> str:
    """The first line is the subject's; `band` the middle half of its peers. A gap breaks a line."""
    drawn = [*[points for _, points in lines], *(band or ())]
    known = [value for points in drawn for value in points if value is not None]
    if not known:
        return ""
    low, high = _nice_ends(min(known), max(known))
    step = (WIDTH - LEFT - RIGHT) / max(len(periods) - 1, 1)

    def x(place: int) -> float:
        return round(LEFT + place * step, 1)

    def y(value: float) -> float:
        part = (value - low) / ((high - low) or 1)
        return round(LINES_HEIGHT - BOTTOM - part * (LINES_HEIGHT - TOP - BOTTOM), 1)

    marks = []
    for tick in _ticks(low, high):
        marks.append(_rule(LEFT, y(tick), WIDTH - RIGHT, y(tick), palette.grid, 0.6))
        words = f"£{tick:,.0f}" if money else f"{tick:,.4g}"
        marks.append(
            _text(LEFT - 4, y(tick) + 2.5, words.replace("£-", "−£"), "end", palette.muted)
        )
    if band:
        marks += _band(band, x, y, palette.peers_range)
    styles = [(palette.accent, 2.0, ""), (palette.peers, 1.4, "4 2"), (palette.muted, 1.2, "1 2")]
    for (_, points), (colour, width, dash) in reversed(list(zip(lines, styles, strict=False))):
        marks += _line(points, x, y, colour, width, dash)
    for place in _labelled(len(periods)):
        anchor = "middle" if 0 < place < len(periods) - 1 else ("start" if place == 0 else "end")
        marks.append(
            _text(
                x(place) + (2 if anchor == "end" else 0),
                LINES_HEIGHT - 3,
                periods[place],
                anchor,
                palette.muted,
            )
        )
    return _svg(marks, LINES_HEIGHT)


def bars_svg(
    names: Sequence[str],
    values: Sequence[float],
    words: Sequence[str],
    *,
    palette: Palette = PALETTE,
) -> str:
    """Bars from nought, more to the right and less to the left; its words stand beside each."""
    if not values:
        return ""
    told = [wrap(plain(name), LETTERS_A_LINE)[:MOST_LINES] or [""] for name in names]
    rows = [ROW + LINE * (len(lines) - 1) for lines in told]
    height = sum(rows) + 6
    low, high = min(0.0, *values), max(0.0, *values)
    left = NAME + (_room(values, words, more=False) if low < 0 else 6)
    right = WIDTH - (_room(values, words, more=True) if high > 0 else 6)
    scale = (right - left) / ((high - low) or 1)
    nought = left - low * scale
    marks = []
    top = 3.0
    for lines, row, value, said in zip(told, rows, values, words, strict=True):
        middle = top + row / 2
        top += row
        end = nought + value * scale
        colour = palette.accent if value > 0 else palette.peers
        first = middle + 2.6 - LINE * (len(lines) - 1) / 2
        marks += [
            _text(0, first + LINE * place, line, "start", palette.text)
            for place, line in enumerate(lines)
        ]
        marks.append(
            f'<rect x="{min(nought, end):.1f}" y="{middle - 3.6:.1f}" '
            f'width="{max(abs(end - nought), 0.6):.1f}" height="7.2" fill="{colour}"/>'
        )
        at, anchor = (end + 3, "start") if value >= 0 else (end - 3, "end")
        marks.append(_text(at, middle + 2.6, said, anchor, palette.text))
    marks.append(_rule(nought, 2, nought, height - 2, palette.missing_line, 0.8))
    return _svg(marks, height)


def _room(values: Sequence[float], words: Sequence[str], *, more: bool) -> float:
    """For the words that stand beyond the bars of one side."""
    side = [said for value, said in zip(values, words, strict=True) if (value >= 0) == more]
    return max((len(said) for said in side), default=0) * SMALL * LETTER + 6


def _nice_ends(low: float, high: float) -> tuple[float, float]:
    """From nought where that wastes less than half of the height."""
    if low >= 0 and low < high * 0.5:
        low = 0.0
    step = _step(low, high)
    return floor(low / step) * step, -floor(-high / step) * step


def _step(low: float, high: float) -> float:
    raw = (high - low) / 4 or abs(high) / 4 or 1.0
    size = 10.0 ** floor(log10(raw))
    return float(next(size * n for n in (1, 2, 2.5, 5, 10) if size * n >= raw * 0.999))


def _ticks(low: float, high: float) -> list[float]:
    step = _step(low, high)
    return [low + step * n for n in range(round((high - low) / step) + 1)]


def _labelled(n: int) -> list[int]:
    """Places of labels on the axis: so many that they stay apart, both ends among them."""
    if n <= 5:
        return list(range(n))
    return sorted({round(place * (n - 1) / 4) for place in range(5)})


def _runs(points: Points) -> list[list[tuple[int, float]]]:
    runs: list[list[tuple[int, float]]] = [[]]
    for place, value in enumerate(points):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((place, value))
    return [run for run in runs if run]


def _line(points: Points, x: Across, y: Up, colour: str, width: float, dash: str) -> list[str]:
    marks = []
    for run in _runs(points):
        if len(run) == 1:
            marks.append(
                f'<circle cx="{x(run[0][0])}" cy="{y(run[0][1])}" r="1.8" fill="{colour}"/>'
            )
            continue
        path = " ".join(f"{x(place)},{y(value)}" for place, value in run)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        marks.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" '
            f'stroke-width="{width}"{dashed}/>'
        )
    ends = _runs(points)
    if ends and not dash:
        place, value = ends[-1][-1]
        marks.append(_dot(x(place), y(value), 3, colour))
    return marks


def _band(band: tuple[Points, Points], x: Across, y: Up, colour: str) -> list[str]:
    """The area between two lines, where both are known."""
    lows = [low if high is not None else None for low, high in zip(*band, strict=True)]
    marks = []
    for run in _runs(lows):
        back = [f"{x(place)},{y(low)}" for place, low in reversed(run)]
        highs = [(place, band[1][place]) for place, _ in run]
        there = [f"{x(place)},{y(high)}" for place, high in highs if high is not None]
        marks.append(f'<polygon points="{" ".join(there + back)}" fill="{colour}"/>')
    return marks


def _dot(x: float, y: float, radius: float, colour: str) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{colour}"/>'


def _rule(x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
        f'stroke-width="{width}"/>'
    )


def _text(x: float, y: float, words: str, anchor: str, colour: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FONT}" font-size="{SMALL}" '
        f'text-anchor="{anchor}" fill="{colour}">{escape(plain(words), quote=False)}</text>'
    )


def _svg(marks: Sequence[str], height: float) -> str:
    return (
        f'<svg xmlns="{SVG}" width="{WIDTH}" height="{height:.1f}" '
        f'viewBox="0 0 {WIDTH} {height:.1f}">{"".join(marks)}</svg>'
    )
