"""A council's £ per head by service, beside its peers: range, middle half, median.

Frame, one row per service in the order to be shown: `plain_name`, `value` (£ per head), `status`,
`peers_n`, `peers_median`, `peers_q1`, `peers_q3`, `peers_min`, `peers_max` (as `peers_by` gives
them); optional `note`. Spending has no polarity: nothing here is coloured as good or bad.
"""

from typing import Literal

import plotly.graph_objects as go
import polars as pl

from charts.inert import inert, wrapped
from charts.layout import axis, figure_of, legend_above, needs, with_optional
from charts.palette import PALETTE, Palette
from charts.rows import mark_at, row_note, row_words, rows_axis, rows_height
from charts.wording import count_words, joined, percent_difference, pounds, status_words
from inference.peers import FEWEST_PEERS

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
Scale = Literal["shared", "own"]
Row = dict[str, object]


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
    places = [_placer(row, scale) for row in rows]
    known = [(i, row) for i, row in enumerate(rows) if row["value"] is not None]
    compared = [(i, row) for i, row in enumerate(rows) if _comparable(row)]
    figure = figure_of(
        [
            _span(compared, places, ("peers_min", "peers_max"), 5, palette.peers_range, "All"),
            _span(
                compared, places, ("peers_q1", "peers_q3"), 14, palette.peers_middle, "Middle half"
            ),
            _medians(compared, places, peers_name, palette),
            _council(known, places, council_name, peers_name, palette),
        ],
        height=rows_height(len(rows), extra=76 if scale == "shared" else 44),
        palette=palette,
        margin={"l": 8, "r": 12, "t": 44, "b": 32 if scale == "shared" else 4},
        showlegend=True,
        legend=legend_above(palette),
        yaxis=rows_axis(len(rows)),
        xaxis=_money_axis(palette)
        if scale == "shared"
        else {"visible": False, "range": [-0.02, 1.02]},
    )
    figure.layout.annotations = _words(rows, compared, scale, palette)
    return figure


def alt(
    frame: pl.DataFrame, *, council_name: str, peers_name: str, period: str, price_base: str
) -> str:
    """The finding in words: how many services above the median, the furthest either way."""
    rows = _rows(frame)
    about = f"Spending per head by service, {council_name}, {period}, in {price_base} prices."
    compared = [row for row in rows if _comparable(row) and row["value"] is not None]
    absent = [
        f"{r['plain_name']} ({status_words(r['status'])})" for r in rows if r["value"] is None
    ]
    if not compared:
        return " ".join([about, "There is nothing to compare.", *_absent_words(absent)])
    gaps = {r["plain_name"]: r["value"] - r["peers_median"] for r in compared}
    above = sum(gap > 0 for gap in gaps.values())
    extremes = {max(gaps, key=gaps.get), min(gaps, key=gaps.get)}
    finding = (
        f"Above the median of {peers_name} on {above} of "
        f"{count_words(len(compared), 'service')} compared."
    )
    furthest = [_one(row) for row in compared if row["plain_name"] in extremes]
    return " ".join([about, finding, *furthest, *_absent_words(absent)])


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "Spending beside peers")
    return with_optional(frame, {"note": pl.String}).rows(named=True)


def _comparable(row: Row) -> bool:
    return (row["peers_n"] or 0) >= FEWEST_PEERS and row["peers_median"] is not None


def _placer(row: Row, scale: Scale):
    """£ of this row -> its place on the horizontal axis."""
    ends = [row[c] for c in ("value", "peers_min", "peers_max") if row[c] is not None]
    if scale == "shared" or not ends:
        return lambda amount: amount
    low, span = min(ends), (max(ends) - min(ends)) or 1.0
    return lambda amount: (amount - low) / span


def _span(
    compared, places, ends: tuple[str, str], width: int, colour: str, what: str
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
        name=f"{what} of the peers",
    )


def _medians(compared, places, peers_name: str, palette: Palette) -> go.Scatter:
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
        name="Their median",
    )


def _council(known, places, council_name: str, peers_name: str, palette: Palette) -> go.Scatter:
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
    if _comparable(row):
        more = percent_difference(row["value"], row["peers_median"])
        median = f"the median of {row['peers_n']} {peers_name}, {pounds(row['peers_median'])}"
        lines.append(wrapped(f"{more} {median}" if more else f"beside {median}"))
    lines.append(wrapped(status_words(row["status"], row["note"])))
    return "<br>".join(lines)


def _words(rows: list[Row], compared, scale: Scale, palette: Palette) -> list[go.layout.Annotation]:
    words: list[go.layout.Annotation] = []
    for i, row in enumerate(rows):
        absent = row["value"] is None
        words += row_words(i, row["plain_name"], "" if absent else pounds(row["value"]), palette)
        if absent and not _comparable(row):
            words.append(row_note(i, status_words(row["status"]), palette))
        elif absent:
            words[-1].text = f"<i>{inert(status_words(row['status']))}</i>"
            words[-1].font = {"size": 13, "color": palette.muted}
    return words


def _money_axis(palette: Palette) -> dict[str, object]:
    return axis(
        palette,
        tickprefix="£",
        tickformat=",d",
        zeroline=True,
        nticks=6,
        zerolinecolor=palette.missing_line,
    )


def _one(row: Row) -> str:
    more = percent_difference(row["value"], row["peers_median"])
    beside = f"the peers’ median of {pounds(row['peers_median'])} (n = {row['peers_n']})"
    return f"{row['plain_name']}: {pounds(row['value'])}, {more or 'beside'} {beside}."


def _absent_words(absent: list[str]) -> list[str]:
    return [f"No figure for {joined(absent)}."] if absent else []
