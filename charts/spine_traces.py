"""The traces of a spine chart, and the scale that its measures share."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from charts.comparison_words import with_interval
from charts.judgement_sentences import WORDS, judgement_words, with_stability
from charts.palette import SIGNS, Palette
from charts.plain_text import inert, wrapped
from charts.tall_rows import tall_mark
from charts.wording import figure, status_words
from inference.comparison.judgement import judgement_of
from inference.comparison.word import Word

Row = dict[str, Any]
Numbered = list[tuple[int, Row]]  # row number from the top, row
WAYS = {
    "higher": "Higher is better",
    "lower": "Lower is better: drawn the other way round",
    "neither": "Neither way is better: right is higher",
}


def comparable(row: Row) -> bool:
    """Whether enough peers have a figure for a middle and a half of them."""
    return row["peers_q1"] is not None


def placer(row: Row) -> Callable[[float], float]:
    """A figure of this measure -> its place from -1 to 1, the peers' median at 0."""
    middle = row["peers_median"]
    ends = [row[c] for c in ("value", "peers_min", "peers_max") if row[c] is not None]
    reach = max(abs(end - middle) for end in ends) or 1.0
    way = -1 if row["polarity"] == "lower" else 1
    return lambda amount: way * min(max((amount - middle) / reach, -1.0), 1.0)


def spans(rows: Numbered, palette: Palette) -> list[go.Scatter]:
    kinds = (
        ("peers_min", "peers_max", 6, palette.peers_range, "All peers"),
        ("peers_q1", "peers_q3", 16, palette.peers_middle, "Middle half"),
    )
    return [_span(rows, *kind) for kind in kinds]


def intervals(rows: Numbered, palette: Palette) -> go.Scatter:
    held = [(i, r) for i, r in rows if r["lower"] is not None and r["upper"] is not None]
    held = [(i, row) for i, row in held if row["value"] is not None]
    return _span(held, "lower", "upper", 2, palette.text, "95% interval")


def medians(rows: Numbered, peers_name: str, palette: Palette) -> go.Scatter:
    held = [(i, row) for i, row in rows if comparable(row)]
    return go.Scatter(
        x=[0.0] * len(held),
        y=[tall_mark(i) for i, _ in held],
        mode="markers",
        marker={
            "symbol": "line-ns",
            "size": 22,
            "line": {"width": 3, "color": palette.muted},
            "color": palette.muted,
        },
        hovertext=[_peers_hover(row, peers_name) for _, row in held],
        hovertemplate="%{hovertext}<extra></extra>",
        name="Peers’ median",
    )


def marks(rows: Numbered, council_name: str, peers_name: str, palette: Palette) -> list[go.Scatter]:
    """One trace a word, so that the key shows every shape that is drawn."""
    held = [(i, row) for i, row in rows if row["value"] is not None and comparable(row)]
    return [
        _marks(
            [(i, row) for i, row in held if row["word"] == word],
            word,
            council_name,
            peers_name,
            palette,
        )
        for word in SIGNS
        if any(row["word"] == word for _, row in held)
    ]


def _marks(
    held: Numbered, word: Word, council_name: str, peers_name: str, palette: Palette
) -> go.Scatter:
    sign = palette.sign(word)
    return go.Scatter(
        x=[placer(row)(row["value"]) for _, row in held],
        y=[tall_mark(i) for i, _ in held],
        mode="markers",
        marker={
            "symbol": sign.symbol,
            "size": 16,
            "color": sign.colour,
            "line": {"width": 2, "color": sign.colour if "open" in sign.symbol else palette.ground},
        },
        customdata=[row["measure"] for _, row in held],
        hovertext=[_hover(row, council_name, peers_name) for _, row in held],
        hovertemplate="%{hovertext}<extra></extra>",
        name=WORDS[word].capitalize(),
    )


def _span(rows: Numbered, start: str, end: str, width: int, colour: str, name: str) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for i, row in rows:
        if not comparable(row):
            continue
        place = placer(row)
        x += [place(row[start]), place(row[end]), None]
        y += [tall_mark(i), tall_mark(i), None]
    return go.Scatter(
        x=x, y=y, mode="lines", line={"width": width, "color": colour}, hoverinfo="skip", name=name
    )


def _hover(row: Row, council_name: str, peers_name: str) -> str:
    judgement = judgement_of(row)
    comparator = f"the median of {row['peers_n']} {peers_name}"
    lines = [
        f"<b>{wrapped(row['title'])}</b>, {inert(row['period'])}",
        wrapped(f"{council_name}: {with_interval(row, row['unit'], row['decimals'])}"),
        wrapped(with_stability(judgement, judgement_words(judgement, comparator))),
        WAYS[row["polarity"]],
        wrapped(status_words(row["status"], row["note"])),
    ]
    return "<br>".join(lines)


def _peers_hover(row: Row, peers_name: str) -> str:
    def amount(column: str) -> str:
        return inert(figure(row[column], row["unit"], row["decimals"]))

    return (
        f"<b>{wrapped(row['title'])}</b>, {inert(row['period'])}"
        f"<br>{row['peers_n']} {wrapped(peers_name)}<br>median {amount('peers_median')}"
        f"<br>middle half {amount('peers_q1')} to {amount('peers_q3')}"
        f"<br>all {amount('peers_min')} to {amount('peers_max')}"
    )
