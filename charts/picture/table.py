"""A figure that is words or a table, as a sheet of SVG: title, finding, rows, and their source."""

from collections.abc import Sequence
from html import escape

import polars as pl

from charts.palette import PALETTE, Palette
from charts.picture import text
from charts.plain_text import plain
from charts.wording import MINUS

NAMESPACE = "http://www.w3.org/2000/svg"
LETTERS = '"Pound Sans", system-ui, sans-serif'
EDGE, GAP = 20.0, 14.0
TITLE, SAID, CELL, NOTE = 20.0, 14.0, 13.0, 11.0
MOST_ROWS = 60
LEAST_COLUMN, MOST_COLUMN = 44.0, 330.0


def table_svg(
    frame: pl.DataFrame,
    *,
    title: str,
    finding: str,
    notes: Sequence[str],
    width: float,
    palette: Palette = PALETTE,
) -> str:
    """`notes` stand under it: unit, period, source. What has no room among MOST_ROWS is counted."""
    shown = frame.head(MOST_ROWS)
    rows = [[_words(value) for value in row] for row in shown.iter_rows()]
    numbers = [dtype.is_numeric() for dtype in frame.dtypes]
    columns = _columns(frame.columns, rows, width - 2 * EDGE)
    sheet = _Sheet(width, palette)
    sheet.block(title, TITLE, bold=True)
    sheet.block(finding, SAID, palette.muted)
    sheet.row(frame.columns, columns, numbers, head=True)
    for row in rows:
        sheet.row(row, columns, numbers)
    if frame.height > shown.height:
        sheet.block(f"And {frame.height - shown.height:,} more rows: they are in the file.", NOTE)
    for note in notes:
        sheet.block(note, NOTE, palette.muted)
    return sheet.drawn(title, finding)


class _Sheet:
    """What is put down goes below what stands already."""

    def __init__(self, width: float, palette: Palette) -> None:
        self.width, self.palette = width, palette
        self.y = EDGE
        self.marks: list[str] = []

    def block(self, words: str, size: float, colour: str = "", *, bold: bool = False) -> None:
        if not words:
            return
        lines = wrapped(words, size, self.width - 2 * EDGE)
        self._lines(lines, EDGE, self.y, size, colour or self.palette.text, "left", bold)
        self.y += len(lines) * size * text.LINE + size * 0.5

    def row(
        self,
        cells: Sequence[str],
        columns: Sequence[float],
        numbers: Sequence[bool],
        *,
        head: bool = False,
    ) -> None:
        left, deepest = EDGE, 1
        for cell, wide, number in zip(cells, columns, numbers, strict=True):
            lines = wrapped(cell, CELL, wide - GAP)
            deepest = max(deepest, len(lines))
            at, anchor = (left + wide - GAP, "right") if number else (left, "left")
            colour = self.palette.muted if head else self.palette.text
            self._lines(lines, at, self.y + 3, CELL, colour, anchor, head)
            left += wide
        self.y += deepest * CELL * text.LINE + 8
        self.marks.append(
            f'<line x1="{EDGE}" y1="{self.y:.1f}" x2="{self.width - EDGE}" y2="{self.y:.1f}" '
            f'stroke="{self.palette.grid}" stroke-width="1"/>'
        )

    def _lines(
        self,
        lines: Sequence[str],
        x: float,
        top: float,
        size: float,
        colour: str,
        anchor: str,
        bold: bool,
    ) -> None:
        inside = "<br>".join(escape(line, quote=False) for line in lines)
        inside = f"<b>{inside}</b>" if bold else inside
        self.marks.append(text.words(inside, x, top, size=size, colour=colour, anchor=anchor))

    def drawn(self, title: str, words: str) -> str:
        height = self.y + EDGE
        return (
            f'<svg xmlns="{NAMESPACE}" width="{self.width:g}" height="{height:.1f}" '
            f'viewBox="0 0 {self.width:g} {height:.1f}" font-family=\'{LETTERS}\' role="img">'
            f"<title>{escape(plain(title))}</title><desc>{escape(plain(words))}</desc>"
            f'<rect width="{self.width:g}" height="{height:.1f}" fill="{self.palette.ground}"/>'
            f"{''.join(self.marks)}</svg>"
        )


def wrapped(words: str, size: float, width: float) -> list[str]:
    """Lines no wider than `width` by an estimate; a word that is wider is broken."""
    lines = [""]
    for word in plain(words).split():
        for part in _parts(word, size, width):
            longer = f"{lines[-1]} {part}".strip()
            if lines[-1] and text.width(escape(longer), size) > width:
                lines.append(part)
            else:
                lines[-1] = longer
    return lines


def _parts(word: str, size: float, width: float) -> list[str]:
    most = max(int(width / (size * 0.6)), 4)
    if text.width(escape(word), size) <= width:
        return [word]
    return [word[start : start + most] for start in range(0, len(word), most)]


def _columns(heads: Sequence[str], rows: Sequence[Sequence[str]], width: float) -> list[float]:
    """As wide as what stands in it, then all by the same factor to the sheet's width."""
    wanted, least = [], []
    for place, head in enumerate(heads):
        cells = [row[place] for row in rows]
        widest = max((text.width(escape(cell), CELL) for cell in cells), default=0.0)
        words = {word for cell in (head, *cells) for word in cell.split()}
        longest = max((text.width(escape(word), CELL) for word in words), default=0.0) * 1.1
        column = max(min(widest, MOST_COLUMN), min(longest, MOST_COLUMN), LEAST_COLUMN) + GAP
        wanted.append(column)
        least.append(min(max(longest, LEAST_COLUMN), MOST_COLUMN) + GAP)
    return _to_width(wanted, least, width)


def _to_width(wanted: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Where all is too wide, what is beyond a column's longest word gives way, all by one part."""
    if sum(least) >= width or sum(wanted) <= width:
        factor = width / (sum(least) if sum(least) >= width else sum(wanted) or 1)
        return [one * factor for one in (least if sum(least) >= width else wanted)]
    part = (width - sum(least)) / (sum(wanted) - sum(least))
    return [low + (high - low) * part for low, high in zip(least, wanted, strict=True)]


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.2f}".removesuffix(".00").replace("-", MINUS)
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}".replace("-", MINUS)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(one) for one in value)
    return str(value)
