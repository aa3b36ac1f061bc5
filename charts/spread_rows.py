"""What each of several councils pays, one row of dots a supplier or kind of thing.

Frame, one row per dot, those of one row together and rows in the order to be shown: `row` (key),
`name`, `council`, `council_name`, `value_gbp` (above zero), `words` (small words under the row).
Amounts of councils differ a hundredfold, so the scale is logarithmic and says so. The line runs
from the lowest to the highest, its tick is the median of three or more; `subject` is a council
pointed out, which then stands outside line and median.
"""

from math import ceil, floor, log10
from statistics import median
from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.dots import stacked
from charts.keeping import kept
from charts.layout import axis, figure_of, needs
from charts.palette import PALETTE, Palette
from charts.plain_text import inert, wrapped
from charts.rows import Words, row_words
from charts.tall_rows import tall_axis, tall_height, tall_mark, words_below
from charts.wording import count_words, pounds, pounds_or_less

COLUMNS = ("row", "name", "council", "council_name", "value_gbp", "words")
WIDTH = 46  # characters of small words, in which figures are many and wide
TALL = 0.16  # how high dots of near-equal amounts stand, in rows
MOST_IN_WORDS = 5
FEWEST = 3  # dots that have a median worth a tick
Dot = dict[str, Any]
Parted = list[tuple[list[Dot], list[Dot]]]  # for each row the others' dots and the subject's


@kept
def draw(
    frame: pl.DataFrame, *, subject: str | None = None, palette: Palette = PALETTE
) -> go.Figure | None:
    """None when there are no dots."""
    rows = _rows(frame)
    if not rows:
        return None
    amounts = [dot["value_gbp"] for dots in rows for dot in dots]
    low, high = floor(log10(min(amounts))), ceil(log10(max(amounts)))
    parted = [_parted(dots, subject) for dots in rows]
    traces = [_lines(parted, palette), _medians(parted, palette), _dots(parted, palette)]
    traces.append(_subject(parted, palette))
    return figure_of(
        [trace for trace in traces if trace is not None],
        height=tall_height(len(rows), extra=44),
        palette=palette,
        margin={"l": 8, "r": 16, "t": 4, "b": 36},
        annotations=[w for i, dots in enumerate(rows) for w in _words(i, dots, palette)],
        yaxis=tall_axis(len(rows)),
        xaxis=axis(
            palette,
            type="log",
            range=[low - 0.08, max(high, low + 1) + 0.08],
            tickmode="array",
            tickvals=[10**power for power in range(low, max(high, low + 1) + 1)],
            ticktext=[_step(power) for power in range(low, max(high, low + 1) + 1)],
        ),
    )


def alt(frame: pl.DataFrame, *, title: str, subject: str | None = None) -> str:
    """How many rows, and the first of them with their councils, lowest, median and highest."""
    rows = _rows(frame)
    if not rows:
        return f"{title}: nothing is paid by so many councils."
    more = f" The first {MOST_IN_WORDS}:" if len(rows) > MOST_IN_WORDS else ""
    words = [f"{title}, {count_words(len(rows), 'row')} drawn.{more}"]
    return " ".join([*words, *(_said(dots, subject) for dots in rows[:MOST_IN_WORDS])])


def _rows(frame: pl.DataFrame) -> list[list[Dot]]:
    needs(frame, COLUMNS, "Rows of spread")
    rows: dict[str, list[Dot]] = {}
    for dot in frame.rows(named=True):
        if dot["value_gbp"] is not None and dot["value_gbp"] > 0:
            rows.setdefault(dot["row"], []).append(dot)
    return list(rows.values())


def _parted(dots: list[Dot], subject: str | None) -> tuple[list[Dot], list[Dot]]:
    """The others' dots and the subject's."""
    own = [dot for dot in dots if dot["council"] == subject]
    return [dot for dot in dots if dot["council"] != subject], own


def _said(dots: list[Dot], subject: str | None) -> str:
    others, own = _parted(dots, subject)
    start = f"{dots[0]['name']}: "
    if own:
        start += f"{pounds(own[0]['value_gbp'], short=True)} by {own[0]['council_name']}; "
    if not others:
        return f"{start}no other council."
    low, middle, high = (pounds_or_less(value, short=True) for value in _spread(others))
    n = count_words(len(others), "other council" if own else "council")
    return f"{start}{n}, from {low} to {high}, median {middle}."


def _spread(dots: list[Dot]) -> tuple[float, float, float]:
    amounts = [dot["value_gbp"] for dot in dots]
    return min(amounts), median(amounts), max(amounts)


def _step(power: int) -> str:
    if power < 0:
        return pounds(10.0**power, decimals=max(2, -power))
    return pounds(10.0**power, decimals=0, short=True).replace(".0", "")


def _lines(parted: Parted, palette: Palette) -> go.Scatter:
    ends = [(i, *_spread(others)) for i, (others, _) in enumerate(parted) if others]
    return go.Scatter(
        x=[x for _, low, _, high in ends for x in (low, high, None)],
        y=[y for i, *_ in ends for y in (tall_mark(i), tall_mark(i), None)],
        mode="lines",
        line={"width": 4, "color": palette.peers_range},
        hoverinfo="skip",
        name="Lowest to highest",
    )


def _medians(parted: Parted, palette: Palette) -> go.Scatter:
    held = [(i, others) for i, (others, _) in enumerate(parted) if len(others) >= FEWEST]
    middles = [(i, _spread(others)[1]) for i, others in held]
    return go.Scatter(
        x=[x for _, x in middles],
        y=[tall_mark(i) for i, _ in middles],
        mode="markers",
        marker={"symbol": "line-ns", "size": 26, "line": {"width": 3, "color": palette.text}},
        hovertext=[f"Median {pounds(x, decimals=2)}" for _, x in middles],
        hovertemplate="%{hovertext}<extra></extra>",
        name="Median",
    )


def _dots(parted: Parted, palette: Palette) -> go.Scatter:
    placed = [
        (i, dot, height)
        for i, (others, _) in enumerate(parted)
        for dot, height in zip(
            others, stacked([log10(dot["value_gbp"]) for dot in others]), strict=True
        )
    ]
    return go.Scatter(
        x=[dot["value_gbp"] for _, dot, _ in placed],
        y=[tall_mark(i) + TALL * height for i, _, height in placed],
        mode="markers",
        marker={
            "size": 10,
            "color": palette.peers_middle,
            "line": {"width": 1, "color": palette.peers},
        },
        customdata=[dot["row"] for _, dot, _ in placed],
        hovertext=[_hover(dot) for _, dot, _ in placed],
        hovertemplate="%{hovertext}<extra></extra>",
        name="A council",
    )


def _subject(parted: Parted, palette: Palette) -> go.Scatter | None:
    own = [(i, dot) for i, (_, mine) in enumerate(parted) for dot in mine]
    if not own:
        return None
    return go.Scatter(
        x=[dot["value_gbp"] for _, dot in own],
        y=[tall_mark(i) for i, _ in own],
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": 15,
            "color": palette.accent,
            "line": {"width": 2, "color": palette.ground},
        },
        customdata=[dot["row"] for _, dot in own],
        hovertext=[_hover(dot) for _, dot in own],
        hovertemplate="%{hovertext}<extra></extra>",
        name=inert(own[0][1]["council_name"]),
    )


def _hover(dot: Dot) -> str:
    amount = pounds(dot["value_gbp"], decimals=2)
    return f"<b>{wrapped(dot['name'])}</b><br>{wrapped(dot['council_name'])}: {amount}"


def _words(i: int, dots: list[Dot], palette: Palette) -> list[Words]:
    title = row_words(i, str(dots[0]["name"]), count_words(len(dots), "council"), palette)
    below = words_below(i, "", palette) | {"text": wrapped(dots[0]["words"], WIDTH)}
    return [*title, below]
