"""How far councils that changed stood apart from the others, year by year round the change.

Frame, one row per relative year in order, as `inference.events.estimation.EventStudy.years` has
them: `relative_year`, `estimate`, `lower`, `upper`, `changed`, `controls`. The year before the
change is nought by construction, without an interval.
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import amount_ticks, axis, figure_of, needs, vertical
from charts.palette import PALETTE, Palette
from charts.wording import figure

COLUMNS = ("relative_year", "estimate", "lower", "upper", "changed", "controls")
Row = dict[str, Any]


@kept
def draw(
    frame: pl.DataFrame, *, unit: str, decimals: int, palette: Palette = PALETTE
) -> go.Figure | None:
    """None when there is no year. `unit` is that of the differences, for the hover words."""
    rows = _rows(frame)
    if not rows:
        return None
    ends = _range(rows)
    years = [row["relative_year"] for row in rows]
    level = vertical(0, palette.text, width=1)
    flat = level | {"xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": 0, "y1": 0}
    return figure_of(
        [_intervals(rows, palette), _marks(rows, unit, decimals, palette)],
        height=340,
        palette=palette,
        margin={"l": 8, "r": 16, "t": 30, "b": 52},
        shapes=[flat, vertical(-0.5, palette.text, width=2, dash="dot")],
        annotations=[
            _side(-0.6, "right", "before", palette),
            _side(-0.4, "left", "after", palette),
        ],
        xaxis=axis(
            palette,
            showgrid=False,
            range=[min(years) - 0.5, max(years) + 0.5],
            tickvals=years,
            ticktext=[_year(year) for year in years],
            title={"text": "years from the change", "font": {"size": 13}},
        ),
        yaxis=axis(palette, range=ends, **amount_ticks(*ends, "")),
    )


def alt(frame: pl.DataFrame, *, title: str, unit: str, decimals: int) -> str:
    """The years before first, then those after, each with its interval and its councils."""
    rows = _rows(frame)
    if not rows:
        return f"{title}: nothing to show."
    return f"{title}. {'; '.join(_sentence(row, unit, decimals) for row in rows)}."


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "A path round a change")
    return frame.rows(named=True)


def _year(relative: int) -> str:
    return f"−{-relative}" if relative < 0 else f"+{relative}" if relative else "0"


def _signed(value: float, decimals: int) -> str:
    words = figure(value, "", decimals)
    return f"+{words}" if value > 0 and words.strip("0.,") else words


def _sentence(row: Row, unit: str, decimals: int) -> str:
    year = _year(row["relative_year"])
    if row["lower"] is None:
        return f"year {year}: the base, nought"
    low, high = (_signed(row[end], decimals) for end in ("lower", "upper"))
    return (
        f"year {year}: {_signed(row['estimate'], decimals)} {unit} (95% interval {low} to {high}; "
        f"{row['changed']} councils that changed)"
    )


def _range(rows: list[Row]) -> tuple[float, float]:
    ends = [row[c] for row in rows for c in ("lower", "upper") if row[c] is not None] + [0.0]
    pad = ((max(ends) - min(ends)) or 1.0) * 0.08
    return min(ends) - pad, max(ends) + pad


def _side(x: float, anchor: str, words: str, palette: Palette) -> dict[str, Any]:
    return {
        "text": words,
        "x": x, "xanchor": anchor,
        "y": 1, "yref": "paper", "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 13, "color": palette.muted},
    }  # fmt: skip


def _intervals(rows: list[Row], palette: Palette) -> go.Scatter:
    held = [row for row in rows if row["lower"] is not None]
    return go.Scatter(
        x=[x for row in held for x in (row["relative_year"], row["relative_year"], None)],
        y=[y for row in held for y in (row["lower"], row["upper"], None)],
        mode="lines",
        line={"width": 4, "color": palette.peers},
        hoverinfo="skip",
        name="95% interval",
    )


def _marks(rows: list[Row], unit: str, decimals: int, palette: Palette) -> go.Scatter:
    base = [row["lower"] is None for row in rows]
    return go.Scatter(
        x=[row["relative_year"] for row in rows],
        y=[row["estimate"] for row in rows],
        mode="markers",
        marker={
            "symbol": ["circle-open" if one else "circle" for one in base],
            "size": 12,
            "color": [palette.muted if one else palette.accent for one in base],
            "line": {
                "width": 2,
                "color": [palette.muted if one else palette.ground for one in base],
            },
        },
        hovertext=[_hover(row, unit, decimals) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        name="Difference",
    )


def _hover(row: Row, unit: str, decimals: int) -> str:
    words = _sentence(row, unit, decimals)
    said = words[0].upper() + words[1:].replace(" (", "<br>(")
    if row["controls"] is None:
        return said
    return f"{said}<br>beside at least {row['controls']} that had not"
