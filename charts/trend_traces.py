"""The traces of a trend: peers' band and median, interval, the council's line, missing periods.

Each row carries `at`, its place on the time axis.
"""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from charts.palette import Palette, see_through
from charts.periods import days_in_words, stretches
from charts.plain_text import inert, wrapped
from charts.wording import figure, gap_words, percent_difference, status_words
from inference.comparison.word import FEWEST_PEERS

CAVEATED = {"estimated", "derived"}
Row = dict[str, Any]


def has_peers(row: Row) -> bool:
    return (row["peers_n"] or 0) >= FEWEST_PEERS and row["peers_median"] is not None


class HoverWords:
    """Hover texts of one chart."""

    def __init__(self, council_name: str, peers_name: str, unit: str, decimals: int) -> None:
        self.council_name, self.peers_name = council_name, peers_name
        self.unit, self.decimals = unit, decimals

    def amount(self, value: float) -> str:
        return inert(figure(value, self.unit, self.decimals))

    def council(self, row: Row) -> str:
        lines = [f"<b>{inert(self.council_name)}</b>, {inert(days_in_words(row['period']))}"]
        lines.append(self.amount(row["value"]))
        if row["lower"] is not None and row["upper"] is not None:
            ends = f"{self.amount(row['lower'])} to {self.amount(row['upper'])}"
            lines.append(f"95% interval {ends}")
        if has_peers(row):
            more = percent_difference(row["value"], row["peers_median"], self.decimals)
            median = f"the median of {row['peers_n']} {self.peers_name}"
            if more and self.unit != "%":
                lines.append(wrapped(f"{more} {median}"))
        lines.append(wrapped(status_words(row["status"], row["note"])))
        return "<br>".join(lines)

    def peers(self, row: Row) -> str:
        return (
            f"<b>Median of {row['peers_n']} {wrapped(self.peers_name)}</b>, "
            f"{inert(days_in_words(row['period']))}"
            f"<br>{self.amount(row['peers_median'])}"
        )

    def missing(self, row: Row) -> str:
        why = wrapped(gap_words(row["status"], row["note"]))
        return f"<b>{inert(self.council_name)}</b>, {inert(days_in_words(row['period']))}<br>{why}"


def _runs(rows: list[Row], numbers: list[int], held: Callable[[Row], bool]) -> list[list[int]]:
    """Stretches of rows for which `held` is true, cut at breaks in the series."""
    return stretches([n if held(row) else None for n, row in zip(numbers, rows, strict=True)])


def _ribbon(
    rows: list[Row], run: list[int], low: str, high: str, colour: str, name: str, shown: bool
) -> go.Scatter:
    x = [rows[i]["at"] for i in [*run, *run[::-1]]]
    y = [rows[i][high] for i in run] + [rows[i][low] for i in run[::-1]]
    return go.Scatter(
        x=x, y=y, mode="lines", line={"width": 0}, fill="toself", fillcolor=colour,
        hoverinfo="skip", name=name, legendgroup=name, showlegend=shown,
    )  # fmt: skip


def peers_band(rows: list[Row], numbers: list[int], palette: Palette) -> list[go.Scatter]:
    runs = _runs(rows, numbers, lambda r: has_peers(r) and r["peers_q1"] is not None)
    return [
        _ribbon(
            rows,
            run,
            "peers_q1",
            "peers_q3",
            palette.peers_range,
            "Middle half",
            n == 0,
        )
        for n, run in enumerate(runs)
    ]


def interval(rows: list[Row], numbers: list[int], palette: Palette) -> list[go.Scatter]:
    runs = _runs(rows, numbers, lambda r: r["lower"] is not None and r["upper"] is not None)
    colour = see_through(palette.accent, 0.2)
    return [
        _ribbon(rows, run, "lower", "upper", colour, "95% interval", n == 0)
        for n, run in enumerate(runs)
    ]


def peers_median(
    rows: list[Row],
    numbers: list[int],
    say: HoverWords,
    palette: Palette,
    name: str = "Peers’ median",
) -> list[go.Scatter]:
    return [
        go.Scatter(
            x=[rows[i]["at"] for i in run],
            y=[rows[i]["peers_median"] for i in run],
            mode="lines+markers",
            line={"color": palette.peers, "width": 2, "dash": "dash"},
            marker={"size": 5, "symbol": "line-ew", "line": {"width": 2, "color": palette.peers}},
            hovertext=[say.peers(rows[i]) for i in run],
            hovertemplate="%{hovertext}<extra></extra>",
            name=name,
            legendgroup="median",
            showlegend=n == 0,
        )
        for n, run in enumerate(_runs(rows, numbers, has_peers))
    ]


def line(
    rows: list[Row], numbers: list[int], say: HoverWords, palette: Palette
) -> list[go.Scatter]:
    return [
        go.Scatter(
            x=[rows[i]["at"] for i in run],
            y=[rows[i]["value"] for i in run],
            mode="lines+markers",
            line={"color": palette.accent, "width": 3},
            marker={
                "size": 9,
                "color": [_fill(rows[i], palette) for i in run],
                "line": {"width": 2, "color": palette.accent},
            },
            hovertext=[say.council(rows[i]) for i in run],
            hovertemplate="%{hovertext}<extra></extra>",
            name=inert(say.council_name),
            legendgroup="council",
            showlegend=n == 0,
        )
        for n, run in enumerate(_runs(rows, numbers, lambda r: r["value"] is not None))
    ]


def _fill(row: Row, palette: Palette) -> str:
    """Hollow where the figure stands under a caveat."""
    return palette.ground if row["status"] in CAVEATED else palette.accent


def missing(rows: list[Row], say: HoverWords, palette: Palette) -> list[go.Scatter]:
    absent = [row for row in rows if row["value"] is None]
    if not absent:
        return []
    return [
        go.Scatter(
            x=[row["at"] for row in absent],
            y=[0.03] * len(absent),
            yaxis="y2",
            mode="markers",
            marker={
                "symbol": "x-thin",
                "size": 9,
                "line": {"width": 2, "color": palette.missing_line},
            },
            hovertext=[say.missing(row) for row in absent],
            hovertemplate="%{hovertext}<extra></extra>",
            name="No figure",
        )
    ]
