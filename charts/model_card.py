"""The coefficients of an expectation, each with its interval, around the line of no association.

Drawn from `inference.need.expectation.Expectation`; `names` gives a covariate's plain name and
`units` what one more of it is ("percentage point", "£100"). Standardised coefficients are
the ones to draw: only they stand on one scale.
"""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from charts.comparison_words import fit_words
from charts.keeping import kept
from charts.layout import amount_ticks, axis, figure_of, vertical
from charts.palette import PALETTE, Palette
from charts.plain_text import inert, wrapped
from charts.rows import mark_at, row_words, rows_axis, rows_height
from charts.wording import bare_unit, figure
from inference.need.expectation import INTERCEPT, Expectation

Row = dict[str, Any]


@kept
def draw(
    model: Expectation,
    names: Mapping[str, str],
    *,
    unit: str,
    decimals: int = 0,
    units: Mapping[str, str] | None = None,
    palette: Palette = PALETTE,
) -> go.Figure:
    """One row a covariate, in the model's order."""
    rows = _rows(model)
    ends = _range(rows)
    words = []
    for i, row in enumerate(rows):
        amount = _signed(row["estimate"], unit, decimals)
        words += row_words(i, names.get(row["term"], row["term"]), amount, palette)
    return figure_of(
        [_intervals(rows, palette), _marks(rows, model, names, unit, decimals, units, palette)],
        height=rows_height(len(rows), extra=50),
        palette=palette,
        margin={"l": 8, "r": 16, "t": 4, "b": 46},
        annotations=words,
        shapes=[vertical(0, palette.text, width=2)],
        yaxis=rows_axis(len(rows)),
        xaxis=axis(
            palette,
            range=ends,
            title={"text": inert(_axis_words(model)), "font": {"size": 13}},
            **amount_ticks(*ends, "" if unit == "%" else unit, most=4),
        ),
    )


def alt(
    model: Expectation,
    names: Mapping[str, str],
    *,
    title: str,
    unit: str,
    decimals: int = 0,
    units: Mapping[str, str] | None = None,
) -> str:
    """The fit, then every coefficient with its interval, then the model's warnings."""
    said = [f"{title}. {fit_words(model, names, unit, decimals)}"]
    said += [f"{_sentence(r, model, names, unit, decimals, units)}." for r in _rows(model)]
    return " ".join([*said, *model.warnings])


def _rows(model: Expectation) -> list[Row]:
    return [row for row in model.coefficients.rows(named=True) if row["term"] != INTERCEPT]


def _sentence(
    row: Row,
    model: Expectation,
    names: Mapping[str, str],
    unit: str,
    decimals: int,
    units: Mapping[str, str] | None,
) -> str:
    step = "standard deviation" if model.standardised else (units or {}).get(row["term"], "unit")
    name = names.get(row["term"], row["term"])
    low, high = (_signed(row[end], unit, decimals) for end in ("lower", "upper"))
    told = "" if row["lower"] <= 0 <= row["upper"] else ", told apart from none"
    return (
        f"{name}: {_signed(row['estimate'], unit, decimals)} for one {step} more "
        f"(95% interval {low} to {high}){told}"
    )


def _signed(value: float, unit: str, decimals: int) -> str:
    """+12 or −12: a coefficient is a difference, so its sign is always shown."""
    bare = "" if unit == "%" else bare_unit(unit)
    words = f"{figure(value, bare, decimals)}{' points' if unit == '%' else ''}"
    return f"+{words}" if value > 0 else words


def _axis_words(model: Expectation) -> str:
    step = "one standard deviation more" if model.standardised else "one unit more"
    return f"expected difference for {step}"


def _range(rows: list[Row]) -> tuple[float, float]:
    ends = [0.0, *(row[end] for row in rows for end in ("lower", "upper"))]
    pad = ((max(ends) - min(ends)) or 1.0) * 0.05
    return min(ends) - pad, max(ends) + pad


def _intervals(rows: list[Row], palette: Palette) -> go.Scatter:
    return go.Scatter(
        x=[x for row in rows for x in (row["lower"], row["upper"], None)],
        y=[y for i, _ in enumerate(rows) for y in (mark_at(i), mark_at(i), None)],
        mode="lines",
        line={"width": 4, "color": palette.peers},
        hoverinfo="skip",
        name="95% interval",
    )


def _marks(
    rows: list[Row],
    model: Expectation,
    names: Mapping[str, str],
    unit: str,
    decimals: int,
    units: Mapping[str, str] | None,
    palette: Palette,
) -> go.Scatter:
    return go.Scatter(
        x=[row["estimate"] for row in rows],
        y=[mark_at(i) for i, _ in enumerate(rows)],
        mode="markers",
        marker={
            "symbol": "square",
            "size": 12,
            "color": palette.accent,
            "line": {"width": 2, "color": palette.ground},
        },
        hovertext=[
            f"{wrapped(_sentence(row, model, names, unit, decimals, units))}"
            f"<br>variance inflation {row['inflation']:.1f}, n = {model.n}"
            for row in rows
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        name="Coefficient",
    )
