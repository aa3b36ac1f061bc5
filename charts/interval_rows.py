"""Estimates under each other, one row each, with their 95% intervals on one scale.

Frame, one row per estimate in order: `label`, `estimate`, `lower`, `upper` (None: no interval);
optional `chosen` (the one the page is about), `note` (more of it, or why there is no estimate).
"""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import amount_ticks, axis, figure_of, needs, vertical, with_optional
from charts.palette import PALETTE, Palette
from charts.plain_text import inert, wrapped
from charts.rows import mark_at, row_note, row_words, rows_axis, rows_height
from charts.wording import bare_unit, figure

COLUMNS = ("label", "estimate", "lower", "upper")
OPTIONAL = {"chosen": pl.Boolean, "note": pl.String}
NO_ESTIMATE = "no estimate"
Row = dict[str, Any]


@kept
def draw(
    frame: pl.DataFrame,
    *,
    unit: str,
    decimals: int,
    axis_words: str,
    differences: bool = False,
    lines: Sequence[float] = (),
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None when nothing is estimated. `differences` are signed and stand around a line at nought.

    `lines` are faint limits to read against; `unit` may be empty.
    """
    rows = _rows(frame)
    known = [(at, row) for at, row in enumerate(rows) if row["estimate"] is not None]
    if not known:
        return None
    ends = _range([row for _, row in known], [*lines, *([0.0] if differences else [])])
    words = []
    for at, row in enumerate(rows):
        words += row_words(
            at, str(row["label"]), _amount(row, unit, decimals, differences), palette
        )
        if row["estimate"] is None:
            words.append(row_note(at, NO_ESTIMATE, palette))
    nought = [vertical(0, palette.text, width=2)] if differences else []
    return figure_of(
        [_intervals(known, palette), _marks(known, unit, decimals, differences, palette)],
        height=rows_height(len(rows), extra=50),
        palette=palette,
        margin={"l": 8, "r": 16, "t": 4, "b": 46},
        annotations=words,
        shapes=[*nought, *(vertical(x, palette.muted, width=1, dash="dot") for x in lines)],
        yaxis=rows_axis(len(rows)),
        xaxis=axis(
            palette,
            range=ends,
            title={"text": wrapped(axis_words, 52), "font": {"size": 13}},
            **amount_ticks(*ends, bare_unit(unit), most=4),
        ),
    )


def alt(
    frame: pl.DataFrame, *, title: str, unit: str, decimals: int, differences: bool = False
) -> str:
    """Every row with its interval; those without an estimate say so."""
    said = [_sentence(row, unit, decimals, differences) for row in _rows(frame)]
    return f"{title}. {'; '.join(said)}." if said else f"{title}: nothing to show."


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "Rows of intervals")
    return with_optional(frame, OPTIONAL).rows(named=True)


def _said(value: float, unit: str, decimals: int, differences: bool) -> str:
    words = figure(value, "" if differences else bare_unit(unit), decimals)
    return f"+{words}" if differences and value > 0 and words.strip("0.,") else words


def _amount(row: Row, unit: str, decimals: int, differences: bool) -> str:
    if row["estimate"] is None:
        return ""
    return _said(row["estimate"], unit, decimals, differences)


def _sentence(row: Row, unit: str, decimals: int, differences: bool) -> str:
    if row["estimate"] is None:
        return f"{row['label']}: {NO_ESTIMATE}"
    words = f"{row['label']}: {_said(row['estimate'], unit, decimals, differences)}"
    if row["lower"] is None or row["upper"] is None:
        return words
    low, high = (_said(row[end], unit, decimals, differences) for end in ("lower", "upper"))
    return f"{words} (95% interval {low} to {high})"


def _range(rows: list[Row], more: list[float]) -> tuple[float, float]:
    columns = ("estimate", "lower", "upper")
    ends = [row[c] for row in rows for c in columns if row[c] is not None] + more
    low, high = min(ends), max(ends)
    pad = ((high - low) or abs(high) or 1.0) * 0.06
    return low - pad, high + pad


def _intervals(known: list[tuple[int, Row]], palette: Palette) -> go.Scatter:
    held = [(at, row) for at, row in known if row["lower"] is not None and row["upper"] is not None]
    return go.Scatter(
        x=[x for _, row in held for x in (row["lower"], row["upper"], None)],
        y=[y for at, _ in held for y in (mark_at(at), mark_at(at), None)],
        mode="lines",
        line={"width": 4, "color": palette.peers},
        hoverinfo="skip",
        name="95% interval",
    )


def _marks(
    known: list[tuple[int, Row]], unit: str, decimals: int, differences: bool, palette: Palette
) -> go.Scatter:
    some_chosen = any(row["chosen"] for _, row in known)
    plain = {"symbol": "circle", "size": 10, "colour": palette.peers}
    main = {"symbol": "diamond", "size": 15, "colour": palette.accent}
    looks = [main if row["chosen"] or not some_chosen else plain for _, row in known]
    return go.Scatter(
        x=[row["estimate"] for _, row in known],
        y=[mark_at(at) for at, _ in known],
        mode="markers",
        marker={
            "symbol": [look["symbol"] for look in looks],
            "size": [look["size"] for look in looks],
            "color": [look["colour"] for look in looks],
            "line": {"width": 2, "color": palette.ground},
        },
        hovertext=[_hover(row, unit, decimals, differences) for _, row in known],
        hovertemplate="%{hovertext}<extra></extra>",
        name="Estimate",
    )


def _hover(row: Row, unit: str, decimals: int, differences: bool) -> str:
    said = wrapped(_sentence(row, unit, decimals, differences))
    return f"{said}<br>{inert(row['note'])}" if row["note"] else said
