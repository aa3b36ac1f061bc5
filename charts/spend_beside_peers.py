"""A council's £ per head by service, beside its peers: range, middle half, median.

Frame, one row per service in the order to be shown: `plain_name`, `value` (£ per head), `status`,
`peers_n`, `peers_median`, `peers_q1`, `peers_q3`, `peers_min`, `peers_max` (as the queries give
them); optional `note`. Spending has no polarity: nothing here is coloured as good or bad.
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.keeping import kept
from charts.layout import amount_ticks, axis, figure_of, legend_above, needs, with_optional
from charts.palette import PALETTE, Palette
from charts.plain_text import inert
from charts.rows import Words, row_note, row_words, rows_axis, rows_height
from charts.spend_traces import Row, Scale, comparable, council, medians, placer, span
from charts.wording import count_words, gap_label, gap_words, joined, percent_difference, pounds

COLUMNS = (
    "plain_name",
    "value",
    "status",
    "peers_n",
    "peers_median",
    "peers_q1",
    "peers_q3",
    "peers_min",
    "peers_max",
)


@kept
def draw(
    frame: pl.DataFrame,
    *,
    council_name: str,
    peers_name: str = "peers",
    scale: Scale = "shared",
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None for no rows. `peers_name` is plural: "metropolitan districts", "nearest neighbours".

    `scale` "shared" puts all services on one £ axis; "own" stretches each service to its own
    range, so that small services can be read too (then the ends carry their amounts).
    """
    rows = _rows(frame)
    if not rows:
        return None
    places = [placer(row, scale) for row in rows]
    known = [(i, row) for i, row in enumerate(rows) if row["value"] is not None]
    compared = [(i, row) for i, row in enumerate(rows) if comparable(row)]
    return figure_of(
        [
            span(compared, places, ("peers_min", "peers_max"), 5, palette.peers_range, "All peers"),
            span(
                compared,
                places,
                ("peers_q1", "peers_q3"),
                14,
                palette.peers_middle,
                "Middle half",
            ),
            medians(compared, places, peers_name, palette),
            council(known, places, council_name, peers_name, palette),
        ],
        height=rows_height(len(rows), extra=76 if scale == "shared" else 44),
        palette=palette,
        margin={"l": 8, "r": 12, "t": 44, "b": 32 if scale == "shared" else 4},
        showlegend=True,
        legend=legend_above(palette),
        annotations=_words(rows, palette),
        yaxis=rows_axis(len(rows)),
        xaxis=_money_axis(rows, palette)
        if scale == "shared"
        else {"visible": False, "range": [-0.02, 1.02]},
    )


def alt(
    frame: pl.DataFrame, *, council_name: str, peers_name: str, period: str, price_base: str
) -> str:
    """The finding in words: how many services above the median, the furthest either way."""
    rows = _rows(frame)
    about = f"Spending per head by service, {council_name}, {period}, in {price_base} prices."
    compared = [row for row in rows if comparable(row) and row["value"] is not None]
    absent = [f"{r['plain_name']} ({gap_words(r['status'])})" for r in rows if r["value"] is None]
    if not compared:
        return " ".join([about, "There is nothing to compare.", *_absent_words(absent)])
    gaps = {r["plain_name"]: r["value"] - r["peers_median"] for r in compared}
    above = sum(gap > 0 for gap in gaps.values())
    extremes = {max(gaps, key=gaps.__getitem__), min(gaps, key=gaps.__getitem__)}
    finding = (
        f"Above the median of {peers_name} on {above} of "
        f"{count_words(len(compared), 'service')} compared."
    )
    furthest = [_one(row) for row in compared if row["plain_name"] in extremes]
    return " ".join([about, finding, *furthest, *_absent_words(absent)])


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "Spending beside peers")
    return with_optional(frame, {"note": pl.String}).rows(named=True)


def _words(rows: list[Row], palette: Palette) -> list[Words]:
    words: list[Words] = []
    for i, row in enumerate(rows):
        absent = row["value"] is None
        words += row_words(i, row["plain_name"], "" if absent else pounds(row["value"]), palette)
        if absent and not comparable(row):
            words.append(row_note(i, gap_words(row["status"]), palette))
        elif absent:
            words[-1]["text"] = f"<i>{inert(gap_label(row['status']))}</i>"
            words[-1]["font"] = {"size": 13, "color": palette.muted}
    return words


def _money_axis(rows: list[Row], palette: Palette) -> dict[str, Any]:
    drawn = [r[c] for r in rows for c in ("value", "peers_min", "peers_max") if r[c] is not None]
    low, high = min([0.0, *drawn]), max([1.0, *drawn])
    pad = (high - low) * 0.03
    ends = low - pad, high + pad
    return axis(
        palette,
        range=ends,
        zeroline=True,
        zerolinecolor=palette.missing_line,
        **amount_ticks(*ends, "£", most=4),
    )


def _one(row: Row) -> str:
    more = percent_difference(row["value"], row["peers_median"])
    beside = f"the peers’ median of {pounds(row['peers_median'])} (n = {row['peers_n']})"
    return f"{row['plain_name']}: {pounds(row['value'])}, {more or 'beside'} {beside}."


def _absent_words(absent: list[str]) -> list[str]:
    return [f"No figure for {joined(absent)}."] if absent else []
