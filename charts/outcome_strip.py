"""One outcome: the council's figure with its interval, among its peers' figures as a strip of dots.

Frame, one row per council: `council`, `name`, `value`, `status`; optional `lower`, `upper` (95%),
`note`. `subject` is the council the page is about; the others are its peers. The shape and colour
of the subject's mark are its judgement's.
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.dots import stacked
from charts.judgement_sentences import judgement_words, with_stability
from charts.keeping import kept
from charts.layout import amount_ticks, axis, figure_of, needs, vertical, with_optional
from charts.palette import PALETTE, Palette
from charts.plain_text import inert, wrapped
from charts.wording import count_words, figure, gap_words, status_words
from inference.comparison.judgement import Judgement
from inference.comparison.peers import Peers, summarise_peers

COLUMNS = ("council", "name", "value", "status")
HEIGHT = 132
# The subject stands under its peers: no dot hides its interval or takes its pointer.
LANE = -0.5
Row = dict[str, Any]


@kept
def draw(
    frame: pl.DataFrame,
    *,
    subject: str,
    judgement: Judgement,
    unit: str,
    decimals: int = 0,
    peers_name: str = "peers",
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None when neither the subject nor any peer has a figure."""
    own, peers = _split(frame, subject)
    known = [row for row in peers if row["value"] is not None]
    drawn = own if own is not None and own["value"] is not None else None
    if not known and drawn is None:
        return None
    traces = [_dots(known, unit, decimals, palette)]
    if drawn is not None:
        traces.append(_subject(drawn, judgement, unit, decimals, peers_name, palette))
    summary = _summary(frame, subject)
    return figure_of(
        traces,
        height=HEIGHT,
        palette=palette,
        margin={"l": 8, "r": 16, "t": 26, "b": 30},
        annotations=[_median_words(summary, unit, decimals, palette)] if summary else [],
        shapes=[vertical(summary.median, palette.muted, width=2, dash="dash")] if summary else [],
        yaxis={"range": [-0.95, 1.15], "visible": False, "fixedrange": True},
        xaxis=_axis(
            [
                *({**row, "lower": None, "upper": None} for row in known),
                *([] if drawn is None else [drawn]),
            ],
            unit,
            palette,
        ),
    )


def alt(
    frame: pl.DataFrame,
    *,
    subject: str,
    judgement: Judgement,
    title: str,
    period: str,
    unit: str,
    decimals: int = 0,
    peers_name: str = "peers",
) -> str:
    """Value, interval, the judgement with its comparator, n."""
    own, peers = _split(frame, subject)
    start = f"{title}, {own['name'] if own else subject}, {period}: "
    summary = _summary(frame, subject)
    if own is None or own["value"] is None:
        words = f"{gap_words(own['status'] if own else None)}."
    else:
        words = f"{_with_interval(own, unit, decimals)}; "
        beside = judgement_words(judgement, f"the median of {peers_name}")
        words += f"{with_stability(judgement, beside)}."
    if summary is None:
        return f"{start}{words} No peer has a figure."
    median = figure(summary.median, unit, decimals)
    words += f" Median of {count_words(summary.n, 'peer')}: {median}."
    absent = sum(row["value"] is None for row in peers)
    return start + words + (f" {count_words(absent, 'peer')} without a figure." if absent else "")


def _split(frame: pl.DataFrame, subject: str) -> tuple[Row | None, list[Row]]:
    needs(frame, COLUMNS, "An outcome strip")
    wide = with_optional(frame, {"lower": pl.Float64, "upper": pl.Float64, "note": pl.String})
    rows = wide.rows(named=True)
    own = next((row for row in rows if row["council"] == subject), None)
    return own, [row for row in rows if row["council"] != subject]


def _summary(frame: pl.DataFrame, subject: str) -> Peers | None:
    return summarise_peers(dict(frame.select("council", "value").iter_rows()), subject)


def _dots(known: list[Row], unit: str, decimals: int, palette: Palette) -> go.Scatter:
    values = [row["value"] for row in known]
    return go.Scatter(
        x=values,
        y=stacked(values),
        mode="markers",
        marker={
            "size": 8,
            "color": palette.peers_middle,
            "line": {"width": 1, "color": palette.peers},
        },
        customdata=[row["council"] for row in known],
        hovertext=[_hover(row, unit, decimals) for row in known],
        hovertemplate="%{hovertext}<extra></extra>",
        name="Peers",
    )


def _subject(
    own: Row, judgement: Judgement, unit: str, decimals: int, peers_name: str, palette: Palette
) -> go.Scatter:
    sign = palette.sign(judgement.word)
    text = [
        _hover(own, unit, decimals),
        wrapped(
            with_stability(judgement, judgement_words(judgement, f"the median of {peers_name}"))
        ),
    ]
    return go.Scatter(
        x=[own["value"]],
        y=[LANE],
        mode="markers",
        marker={
            "symbol": sign.symbol,
            "size": 18,
            "color": sign.colour,
            "line": {"width": 2, "color": sign.colour if "open" in sign.symbol else palette.ground},
        },
        error_x=_error(own, palette),
        hovertext=["<br>".join(text)],
        hovertemplate="%{hovertext}<extra></extra>",
        name=inert(own["name"]),
    )


def _error(own: Row, palette: Palette) -> dict[str, Any] | None:
    if own["lower"] is None or own["upper"] is None:
        return None
    return {
        "type": "data",
        "symmetric": False,
        "array": [max(own["upper"] - own["value"], 0)],
        "arrayminus": [max(own["value"] - own["lower"], 0)],
        "color": palette.text,
        "thickness": 2,
        "width": 7,
    }


def _hover(row: Row, unit: str, decimals: int) -> str:
    why = wrapped(status_words(row["status"], row["note"]))
    return (
        f"<b>{wrapped(row['name'])}</b><br>{wrapped(_with_interval(row, unit, decimals))}<br>{why}"
    )


def _with_interval(row: Row, unit: str, decimals: int) -> str:
    words = figure(row["value"], unit, decimals)
    if row["lower"] is None or row["upper"] is None:
        return words
    low, high = (figure(row[end], unit, decimals) for end in ("lower", "upper"))
    return f"{words} (95% interval {low} to {high})"


def _median_words(summary: Peers, unit: str, decimals: int, palette: Palette) -> dict[str, Any]:
    """Above its line, turned to the side that has more room."""
    span = (summary.highest - summary.lowest) or 1.0
    right = (summary.median - summary.lowest) / span < 0.5
    return {
        "x": summary.median,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "left" if right else "right",
        "xshift": -4 if right else 4,
        "text": f"median of {summary.n} peers {inert(figure(summary.median, unit, decimals))}",
        "showarrow": False,
        "font": {"size": 13, "color": palette.muted},
    }


def _axis(rows: list[Row], unit: str, palette: Palette) -> dict[str, Any]:
    ends = ("value", "lower", "upper")
    drawn = [row[end] for row in rows for end in ends if row[end] is not None]
    low, high = min(drawn), max(drawn)
    pad = ((high - low) or abs(high) or 1.0) * 0.05
    return axis(
        palette, range=[low - pad, high + pad], **amount_ticks(low - pad, high + pad, unit, most=5)
    )
