"""The traces of a distribution: every interval, every council's dot, the subject's own mark."""

from typing import Any

import plotly.graph_objects as go

from charts.comparison_words import with_interval
from charts.palette import Palette
from charts.plain_text import inert, wrapped
from charts.subject_label import interval
from charts.wording import status_words
from inference.comparison.judgement import Judgement

Row = dict[str, Any]


def intervals(rows: list[Row], palette: Palette) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for i, row in enumerate(rows):
        if row["lower"] is not None and row["upper"] is not None:
            x += [i, i, None]
            y += [row["lower"], row["upper"], None]
    look = {"width": 1.5, "color": palette.peers_middle}
    return go.Scatter(
        x=x, y=y, mode="lines", line=look, hoverinfo="skip", name="95% interval",
        showlegend=bool(x),
    )  # fmt: skip


def dots(
    rows: list[Row], subject: str | None, unit: str, decimals: int, palette: Palette
) -> go.Scatter:
    held = [(i, row) for i, row in enumerate(rows) if row["council"] != subject]
    return go.Scatter(
        x=[i for i, _ in held],
        y=[row["value"] for _, row in held],
        mode="markers",
        marker={"size": 5, "color": palette.peers},
        customdata=[row["council"] for _, row in held],
        hovertext=[_hover(row, unit, decimals) for _, row in held],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
        name="Councils",
    )


def own_mark(
    rows: list[Row],
    subject: str | None,
    judgement: Judgement | None,
    unit: str,
    decimals: int,
    palette: Palette,
) -> list[go.Scatter]:
    own = [(i, row) for i, row in enumerate(rows) if row["council"] == subject]
    if not own:
        return []
    i, row = own[0]
    sign = palette.sign(judgement.word) if judgement else None
    outline = sign.colour if sign and "open" in sign.symbol else palette.ground
    return [
        go.Scatter(
            x=[i],
            y=[row["value"]],
            mode="markers",
            marker={
                "symbol": sign.symbol if sign else "circle",
                "size": 16,
                "color": sign.colour if sign else palette.accent,
                "line": {"width": 2, "color": outline},
            },
            error_y=interval(row["value"], row["lower"], row["upper"], palette),
            customdata=[row["council"]],
            hovertext=[_hover(row, unit, decimals)],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 1}},
            name=inert(row["name"]),
            showlegend=False,
        )
    ]


def _hover(row: Row, unit: str, decimals: int) -> str:
    why = wrapped(status_words(row["status"], row["note"]))
    said = wrapped(with_interval(row, unit, decimals))
    return f"<b>{wrapped(row['name'])}</b><br>{said}<br>{why}"
