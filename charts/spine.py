"""Spine chart: many measures of one council beside its peers, on one scale. Grades have none.

Frame, one row per measure in the order to be shown: `title`, `period`, `value`, `status`, `unit`,
`decimals`, `polarity`, and of the judgement `word`, `peers_n`, `peers_median`, `peers_q1`,
`peers_q3`, `peers_min`, `peers_max`; optional `lower`, `upper` (95%), the rest of the judgement
(`reason`, `left_out_because`, `below_n`, `same_n`, `holds_n`, `judged_n`, `models_n`), `note`,
`measure` (customdata of the mark).

The scale follows Fingertips' convention: the peers' median is the middle line; each measure is
stretched in proportion until the further of its two ends (peers' or the council's) reaches the
edge; where lower is better the measure is turned round, so that better is always to the right.
Where no direction is better, right is higher, and the mark's shape and colour say so.
"""

import plotly.graph_objects as go
import polars as pl

from charts.judgement_sentences import WORDS
from charts.keeping import kept
from charts.layout import figure_of, legend_above, needs, vertical, with_optional
from charts.palette import PALETTE, Palette
from charts.periods import short_label
from charts.plain_text import inert
from charts.rows import Words, row_words
from charts.spine_traces import Row, comparable, intervals, marks, medians, spans
from charts.tall_rows import tall_axis, tall_height, words_below
from charts.wording import bare_unit, count_words, figure, gap_label, gap_words, joined

COLUMNS = (
    "title", "period", "value", "status", "unit", "decimals", "polarity", "word",
    "peers_n", "peers_median", "peers_q1", "peers_q3", "peers_min", "peers_max",
)  # fmt: skip
OPTIONAL = {
    "lower": pl.Float64,
    "upper": pl.Float64,
    "reason": pl.String,
    "left_out_because": pl.String,
    "below_n": pl.Int64,
    "same_n": pl.Int64,
    "holds_n": pl.Int64,
    "judged_n": pl.Int64,
    "models_n": pl.Int64,
    "note": pl.String,
    "measure": pl.String,
}


@kept
def draw(
    frame: pl.DataFrame,
    *,
    council_name: str,
    peers_name: str = "peers",
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None for no rows."""
    rows = _rows(frame)
    if not rows:
        return None
    numbered = list(enumerate(rows))
    return figure_of(
        [
            *spans(numbered, palette),
            medians(numbered, peers_name, palette),
            intervals(numbered, palette),
            *marks(numbered, council_name, peers_name, palette),
        ],
        height=tall_height(len(rows), extra=92),
        palette=palette,
        margin={"l": 8, "r": 12, "t": 62, "b": 30},
        showlegend=True,
        legend=legend_above(palette) | {"traceorder": "normal"},
        annotations=[w for i, row in numbered for w in _words(i, row, palette)] + _ends(palette),
        shapes=[vertical(0, palette.muted, width=1, dash="dot")],
        yaxis=tall_axis(len(rows)),
        xaxis={"range": [-1.06, 1.06], "visible": False, "fixedrange": True},
    )


def alt(frame: pl.DataFrame, *, council_name: str, peers_name: str) -> str:
    """Which measures are better, worse, similar; the peers' n; what is not judged."""
    rows = _rows(frame)
    if not rows:
        return f"{council_name} beside {peers_name}: no measures."
    held = [row for row in rows if comparable(row)]
    measures = count_words(len(rows), "measure")
    start = f"{council_name} beside {_n_words(held)} {peers_name} on {measures}."
    found = []
    for word, said in WORDS.items():
        names = [row["title"] for row in rows if row["value"] is not None and row["word"] == word]
        if names:
            found.append(f"{said.capitalize()}: {joined(names)}.")
    absent = [f"{r['title']} ({gap_words(r['status'])})" for r in rows if r["value"] is None]
    return " ".join([start, *found, *([f"No figure for {joined(absent)}."] if absent else [])])


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "A spine chart")
    return with_optional(frame, OPTIONAL).filter(pl.col("word") != "grade").rows(named=True)


def _n_words(held: list[Row]) -> str:
    counts = sorted({row["peers_n"] for row in held}) or [0]
    return f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]}"


def _words(i: int, row: Row, palette: Palette) -> list[Words]:
    """Title and figure above the mark; period, median, ends and n below it."""
    unit = bare_unit(row["unit"])
    words = row_words(i, row["title"], figure(row["value"], unit, row["decimals"]), palette)
    if row["value"] is None:
        words[1]["text"] = f"<i>{inert(gap_label(row['status']))}</i>"
        words[1]["font"] = {"size": 13, "color": palette.muted}
    if not comparable(row):
        return [
            *words,
            words_below(i, f"{short_label(row['period'])} · too few peers", palette, marked=False),
        ]
    median, low, high = (
        figure(row[f"peers_{c}"], unit, row["decimals"]) for c in ("median", "min", "max")
    )
    below = f"{short_label(row['period'])} · median {median} · {low} to {high} · n {row['peers_n']}"
    return [*words, words_below(i, below, palette)]


def _ends(palette: Palette) -> list[Words]:
    shared = {"y": 0, "yref": "paper", "yanchor": "top", "xref": "paper", "showarrow": False}
    shared |= {"yshift": -6, "font": {"size": 13, "color": palette.text}}
    return [
        shared | {"x": 0, "xanchor": "left", "text": "← worse, or lower"},
        shared | {"x": 1, "xanchor": "right", "text": "better, or higher →"},
    ]
