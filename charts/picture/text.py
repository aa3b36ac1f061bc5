"""Words as plotly has them (<b>, <i>, <br>, entities) as SVG text."""

import re
from html import escape, unescape

LINE = 1.3  # line height in sizes, as plotly has it
BREAK = re.compile(r"<br\s*/?>")
TAG = re.compile(r"(</?[bi]>|<span[^>]*>|</span>|</?sup>|</?sub>)")
STYLES = {"<b>": ("font-weight", "bold"), "<i>": ("font-style", "italic")}
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
# Shares of the size: what the letters of a plain sans-serif take up.
NARROW, WIDE = frozenset("iljtfrI.,:;'’|!()[] -·"), frozenset("mwMW@%—→←≤≥")


def lines_of(text: str) -> list[str]:
    return BREAK.split(text)


def width(text: str, size: float) -> float:
    """Of the longest line, in pixels; an estimate, since letters differ between machines."""
    return max((_width(unescape(TAG.sub("", line))) for line in lines_of(text)), default=0) * size


def height(text: str, size: float) -> float:
    return len(lines_of(text)) * size * LINE


def words(
    text: str, x: float, top: float, *, size: float, colour: str, anchor: str = "left"
) -> str:
    """A block of lines whose first begins at `top`; `anchor` says where `x` is in each line."""
    made = []
    worn: list[str] = []
    for n, line in enumerate(lines_of(text)):
        y = top + size * LINE * n + size
        made.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}" '
            f'text-anchor="{ANCHORS[anchor]}">{_spans(line, worn)}</text>'
        )
    return "".join(made)


def _spans(line: str, worn: list[str]) -> str:
    """`line` with its bold and italic parts as tspans; `worn` goes on in the next line."""
    made = []
    for part in TAG.split(line):
        if part in STYLES:
            worn.append(part)
        elif part in {"</b>", "</i>"}:
            worn[:] = [one for one in worn if one != part.replace("/", "")]
        elif part and not TAG.fullmatch(part):
            style = "".join(f' {name}="{how}"' for name, how in (STYLES[one] for one in worn))
            plain = escape(unescape(part))
            made.append(f"<tspan{style}>{plain}</tspan>" if style else plain)
    return "".join(made)


def _width(line: str) -> float:
    return sum(
        0.29 if letter in NARROW else 0.86 if letter in WIDE else 0.64 if letter.isupper() else 0.52
        for letter in line
    )
