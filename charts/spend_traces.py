"""The traces of spending beside peers: range, middle half, median, the council."""

from collections.abc import Callable
from typing import Any, Literal

import plotly.graph_objects as go

from charts.palette import Palette
from charts.plain_text import inert, wrapped
from charts.rows import mark_at
from charts.wording import percent_difference, pounds, status_words
from inference.comparison.word import FEWEST_PEERS

Scale = Literal["shared", "own"]
Row = dict[str, Any]
Numbered = list[tuple[int, Row]]  # row number from the top, row
Placer = Callable[[float], float]


def comparable(row: Row) -> bool:
    return (row["peers_n"] or 0) >= FEWEST_PEERS and row["peers_median"] is not None


def placer(row: Row, scale: Scale) -> Placer:
    """£ of this row -> its place on the horizontal axis."""
    ends = [row[c] for c in ("value", "peers_min", "peers_max") if row[c] is not None]
    if scale == "shared" or not ends:
        return lambda amount: amount
    low, span = min(ends), (max(ends) - min(ends)) or 1.0
    return lambda amount: (amount - low) / span


def span(
    compared: Numbered,
    places: list[Placer],
    ends: tuple[str, str],
    width: int,
    colour: str,
    what: str,
) -> go.Scatter:
    x, y = [], []
    for i, row in compared:
        x += [places[i](row[ends[0]]), places[i](row[ends[1]]), None]
        y += [mark_at(i), mark_at(i), None]
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        line={"width": width, "color": colour},
        hoverinfo="skip",
        name=what,
    )


def medians(
    compared: Numbered, places: list[Placer], peers_name: str, palette: Palette
) -> go.Scatter:
    return go.Scatter(
        x=[places[i](row["peers_median"]) for i, row in compared],
        y=[mark_at(i) for i, _ in compared],
        mode="markers",
        marker={
            "symbol": "line-ns",
            "size": 20,
            "line": {"width": 3, "color": palette.muted},
            "color": palette.muted,
        },
        hovertext=[_peers_hover(row, peers_name) for _, row in compared],
        hovertemplate="%{hovertext}<extra></extra>",
        name="Peers’ median",
    )


def council(
    known: Numbered, places: list[Placer], council_name: str, peers_name: str, palette: Palette
) -> go.Scatter:
    return go.Scatter(
        x=[places[i](row["value"]) for i, row in known],
        y=[mark_at(i) for i, _ in known],
        mode="markers",
        marker={
            "symbol": "circle",
            "size": 16,
            "color": palette.accent,
            "line": {"width": 2, "color": palette.ground},
        },
        hovertext=[_council_hover(row, council_name, peers_name) for _, row in known],
        hovertemplate="%{hovertext}<extra></extra>",
        name=inert(council_name),
    )


def _peers_hover(row: Row, peers_name: str) -> str:
    span = f"{pounds(row['peers_min'])} to {pounds(row['peers_max'])}"
    middle = f"{pounds(row['peers_q1'])} to {pounds(row['peers_q3'])}"
    return (
        f"<b>{wrapped(row['plain_name'])}</b><br>{row['peers_n']} {wrapped(peers_name)}"
        f"<br>median {pounds(row['peers_median'])} per head"
        f"<br>middle half {middle}<br>all {span}"
    )


def _council_hover(row: Row, council_name: str, peers_name: str) -> str:
    lines = [
        f"<b>{wrapped(row['plain_name'])}</b>",
        f"{inert(council_name)}: {pounds(row['value'])} per head",
    ]
    if comparable(row):
        more = percent_difference(row["value"], row["peers_median"])
        median = f"the median of {row['peers_n']} {peers_name}, {pounds(row['peers_median'])}"
        lines.append(wrapped(f"{more} {median}" if more else f"beside {median}"))
    lines.append(wrapped(status_words(row["status"], row["note"])))
    return "<br>".join(lines)
