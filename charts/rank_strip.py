"""Ranks with their intervals, one row a measure: never a place without its margin.

Frame, one row per measure in the order to be shown: `title`, `period`, `rank` (1 is best), `tied`,
`rank_lower`, `rank_upper`, `ranked_n`, `no_rank_because` (as `inference.comparison.rank.ranks`
gives them for one council). First is at the right, as better is on a spine chart. A row without a
rank says why.
"""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.comparison_words import rank_words
from charts.judgement_sentences import left_out_words
from charts.keeping import kept
from charts.layout import figure_of, needs
from charts.palette import PALETTE, Palette
from charts.periods import short_label
from charts.plain_text import inert, wrapped
from charts.rows import Words, row_words
from charts.tall_rows import tall_axis, tall_height, tall_mark, words_below
from charts.wording import ordinal
from inference.comparison.rank import Rank

COLUMNS = (
    "title", "period", "rank", "tied", "rank_lower", "rank_upper", "ranked_n", "no_rank_because",
)  # fmt: skip
Row = dict[str, Any]


@kept
def draw(frame: pl.DataFrame, *, council_name: str, palette: Palette = PALETTE) -> go.Figure | None:
    """None for no rows. Each row runs over its own councils, from last at the left to first."""
    rows = _rows(frame)
    if not rows:
        return None
    held = [(i, row) for i, row in enumerate(rows) if row["rank"] is not None]
    return figure_of(
        [_track(held, palette), _interval(held, palette), _marks(held, council_name, palette)],
        height=tall_height(len(rows), extra=32),
        palette=palette,
        margin={"l": 8, "r": 12, "t": 4, "b": 24},
        annotations=[w for i, row in enumerate(rows) for w in _words(i, row, palette)]
        + _ends(palette),
        yaxis=tall_axis(len(rows)),
        xaxis={"range": [-0.02, 1.02], "visible": False, "fixedrange": True},
    )


def alt(frame: pl.DataFrame, *, council_name: str, group_name: str) -> str:
    """Every rank with its interval and n; the measures without one and why."""
    rows = _rows(frame)
    if not rows:
        return f"Ranks of {council_name} among {group_name}: no measures."
    said = [f"{row['title']}, {row['period']}: {words_of(row)}." for row in rows]
    return " ".join([f"Ranks of {council_name} among {group_name}, 1st is best.", *said])


def words_of(row: Row) -> str:
    """ "12th (5th to 31st of 151)", or why there is no rank."""
    if row["rank"] is not None:
        ends = row["rank_lower"], row["rank_upper"]
        return rank_words(Rank(row["rank"], *ends, row["ranked_n"], bool(row["tied"])))
    return f"no rank: {left_out_words(row['no_rank_because'] or 'no_value')}"


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "A strip of ranks")
    return frame.rows(named=True)


def _place(rank: int, n: int) -> float:
    """1 for the first of n, 0 for the last."""
    return (n - rank) / (n - 1)


def _track(held: list[tuple[int, Row]], palette: Palette) -> go.Scatter:
    return _lines([(i, 0.0, 1.0) for i, _ in held], 4, palette.peers_range, "All councils")


def _interval(held: list[tuple[int, Row]], palette: Palette) -> go.Scatter:
    ends = [
        (i, _place(r["rank_upper"], r["ranked_n"]), _place(r["rank_lower"], r["ranked_n"]))
        for i, r in held
    ]
    return _lines(ends, 12, palette.peers, "95% interval of the rank")


def _lines(ends: list[tuple[int, float, float]], width: int, colour: str, name: str) -> go.Scatter:
    return go.Scatter(
        x=[x for _, low, high in ends for x in (low, high, None)],
        y=[y for i, _, _ in ends for y in (tall_mark(i), tall_mark(i), None)],
        mode="lines",
        line={"width": width, "color": colour},
        hoverinfo="skip",
        name=name,
    )


def _marks(held: list[tuple[int, Row]], council_name: str, palette: Palette) -> go.Scatter:
    return go.Scatter(
        x=[_place(row["rank"], row["ranked_n"]) for _, row in held],
        y=[tall_mark(i) for i, _ in held],
        mode="markers",
        marker={
            "symbol": "circle",
            "size": 14,
            "color": palette.accent,
            "line": {"width": 2, "color": palette.ground},
        },
        hovertext=[
            f"<b>{wrapped(row['title'])}</b>, {inert(row['period'])}"
            f"<br>{wrapped(f'{council_name}: {words_of(row)}')}"
            for _, row in held
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        name=inert(council_name),
    )


def _words(i: int, row: Row, palette: Palette) -> list[Words]:
    title = row_words(i, f"{row['title']}, {short_label(row['period'])}", "", palette)[0]
    note = words_below(i, words_of(row), palette, marked=row["rank"] is not None)
    return [title, note | {"font": {"size": 13, "color": palette.text}}]


def _ends(palette: Palette) -> list[Words]:
    shared = {"y": 0, "yref": "paper", "yanchor": "top", "xref": "paper", "showarrow": False}
    shared |= {"yshift": -2, "font": {"size": 13, "color": palette.muted}}
    return [
        shared | {"x": 0, "xanchor": "left", "text": "← last"},
        shared | {"x": 1, "xanchor": "right", "text": f"{ordinal(1)}, best →"},
    ]
