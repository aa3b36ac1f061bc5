"""For which months payments are held, council by council: stretches and the gaps between them.

Frame, one row per council and month held: `council`, `month` (first day). `names` are the councils
in the order to be shown, with what is said under each.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import axis, figure_of, needs
from charts.months import months_between, span_words
from charts.palette import PALETTE, Palette
from charts.plain_text import inert
from charts.rows import Words, row_words, rows_axis, rows_height
from charts.wording import count_words

Stretch = tuple[date, date]
BAR_AT = 0.08  # below the middle of a row


@kept
def draw(
    frame: pl.DataFrame, names: Mapping[str, str], *, palette: Palette = PALETTE
) -> go.Figure | None:
    """None when nothing is held."""
    needs(frame, ("council", "month"), "Months held")
    if frame.is_empty():
        return None
    held = {key: stretches(frame, key) for key in names}
    first, last = _ends(frame)
    words: list[Words] = []
    for row, (key, name) in enumerate(names.items()):
        months = sum(_length(one) for one in held[key])
        words += row_words(row, name, count_words(months, "month"), palette)
    return figure_of(
        [_bars(held, names, first, palette)],
        height=rows_height(len(names), extra=28),
        palette=palette,
        margin={"l": 8, "r": 12, "t": 4, "b": 32},
        barmode="overlay",
        annotations=words,
        yaxis=rows_axis(len(names)),
        xaxis=axis(palette, range=[-0.5, _place(last, first) + 1], **_years(first, last)),
    )


def alt(frame: pl.DataFrame, names: Mapping[str, str], *, title: str) -> str:
    """How many councils, from when to when, and how many months are missing in between."""
    if frame.is_empty():
        return f"{title}: nothing is held."
    span = span_words(*_ends(frame))
    gaps = sum(_missing(stretches(frame, key)) for key in names)
    return (
        f"{title}: {count_words(len(names), 'council')}, {span}; "
        f"{count_words(gaps, 'month')} missing between a council’s first and last."
    )


def stretches(frame: pl.DataFrame, council: str) -> list[Stretch]:
    """First and last month of each run of months without a gap."""
    found: list[Stretch] = []
    for month in frame.filter(pl.col("council") == council)["month"].sort():
        if found and _length((found[-1][1], month)) == 2:
            found[-1] = (found[-1][0], month)
        else:
            found.append((month, month))
    return found


def _missing(held: list[Stretch]) -> int:
    if not held:
        return 0
    return _length((held[0][0], held[-1][1])) - sum(_length(one) for one in held)


def _length(stretch: Stretch) -> int:
    return len(list(months_between(*stretch)))


def _place(month: date, first: date) -> int:
    return (month.year - first.year) * 12 + month.month - first.month


def _bars(
    held: Mapping[str, list[Stretch]], names: Mapping[str, str], first: date, palette: Palette
) -> go.Bar:
    rows = [(row, key, one) for row, key in enumerate(names) for one in held[key]]
    return go.Bar(
        base=[_place(one[0], first) for *_, one in rows],
        x=[_length(one) for *_, one in rows],
        y=[-row - BAR_AT for row, *_ in rows],
        width=0.3,
        orientation="h",
        marker={"color": palette.accent},
        hovertext=[
            f"<b>{inert(names[key])}</b><br>{span_words(*one)}"
            f"<br>{count_words(_length(one), 'month')} held"
            for _, key, one in rows
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _years(first: date, last: date) -> dict[str, Any]:
    """A label at every fourth, second or single January, as many as a phone holds."""
    years = [year for year in range(first.year, last.year + 1) if date(year, 1, 1) >= first]
    step = max(1, -(-len(years) // 6))
    places = [_place(date(year, 1, 1), first) for year in years[::step]]
    return {
        "tickmode": "array",
        "tickvals": places,
        "ticktext": [str(year) for year in years[::step]],
        "tickangle": 0,
    }


def _ends(frame: pl.DataFrame) -> tuple[date, date]:
    """The first and the last month of a frame that has any."""
    return min(frame["month"]), max(frame["month"])
