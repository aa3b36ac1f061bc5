"""The word on each measure under every choice of peers, side by side.

Frame, one row per measure and peer model, measures and models in the order to be shown: `title`,
`model_title` and of the judgement `value`, `word`, `peers_n`; optional its `reason`,
`left_out_because`, `below_n`, `same_n`, `holds_n`, `judged_n`, `models_n`; `measure` (customdata),
`period`. A measure without a row for a model leaves that cell empty.
"""

import textwrap
from typing import Any

import plotly.graph_objects as go
import polars as pl

from charts.judgement_sentences import WORDS, judgement_words, stability_words
from charts.keeping import kept
from charts.layout import figure_of, needs, with_optional
from charts.palette import PALETTE, SIGNS, Palette
from charts.plain_text import inert, wrapped
from charts.rows import Words, row_words
from charts.tall_rows import tall_axis, tall_height, tall_mark, words_below
from charts.wording import count_words
from inference.comparison.judgement import judgement_of
from inference.comparison.stability import Stability, usual_word

COLUMNS = ("title", "model_title", "word", "peers_n")
OPTIONAL = {
    "reason": pl.String,
    "left_out_because": pl.String,
    "below_n": pl.Int64,
    "same_n": pl.Int64,
    "holds_n": pl.Int64,
    "judged_n": pl.Int64,
    "models_n": pl.Int64,
    "value": pl.Float64,
    "measure": pl.String,
    "period": pl.String,
}
# Model names stand over their column in lines so short that six columns fit a phone.
NAME_WIDTH, LINE_PX = 9, 15
Row = dict[str, Any]


@kept
def draw(frame: pl.DataFrame, *, palette: Palette = PALETTE) -> go.Figure | None:
    """None for no rows."""
    rows = _rows(frame)
    if not rows:
        return None
    titles, models = _titles(rows), _models(rows)
    heads = [_head(model) for model in models]
    top = LINE_PX * max(head.count("<br>") + 1 for head in heads) + 44
    return figure_of(
        _marks(rows, titles, models, palette),
        height=tall_height(len(titles), extra=top + 8),
        palette=palette,
        margin={"l": 8, "r": 12, "t": top, "b": 4},
        showlegend=True,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "font": {"size": 13, "color": palette.text},
            "itemclick": False,
            "itemdoubleclick": False,
        },
        annotations=[w for i, t in enumerate(titles) for w in _title(i, t, rows, palette)]
        + [_over(n, head, palette) for n, head in enumerate(heads)],
        yaxis=tall_axis(len(titles)),
        xaxis={"range": [-0.5, len(models) - 0.5], "visible": False, "fixedrange": True},
    )


def alt(frame: pl.DataFrame, *, council_name: str) -> str:
    """How steady each measure's word is, then the word under each model with its n."""
    rows = _rows(frame)
    if not rows:
        return f"Words on {council_name} under several choices of peers: no measures."
    models = count_words(len(_models(rows)), "choice of peers", "choices of peers")
    said = [f"Words on {council_name} under {models}."]
    for title in _titles(rows):
        own = [row for row in rows if row["title"] == title]
        each = "; ".join(f"{r['model_title']} {_said(r, r['peers_n'])}" for r in own)
        said.append(f"{title}: {_steadiness(own)}. {each}.")
    return " ".join(said)


def stability_of(rows: list[Row]) -> Stability:
    """The word that most models give, over one measure's rows."""
    return usual_word([row["word"] for row in rows])


def _steadiness(rows: list[Row]) -> str:
    """ "somewhat worse under 3 of 5 peer groups"."""
    found = stability_of(rows)
    words = stability_words(found)
    return f"{WORDS[found.word]} {words}" if found.judged else words


def _rows(frame: pl.DataFrame) -> list[Row]:
    needs(frame, COLUMNS, "A grid of words")
    return with_optional(frame, OPTIONAL).rows(named=True)


def _titles(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(row["title"] for row in rows))


def _models(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(row["model_title"] for row in rows))


def _said(row: Row, n: int) -> str:
    said = judgement_words(judgement_of(row), f"the median of {n} peers")
    return f"{said} (n = {n})" if row["word"] == "not_judged" else said


def _marks(
    rows: list[Row], titles: list[str], models: list[str], palette: Palette
) -> list[go.Scatter]:
    """One trace a word, so that the key shows every shape that is drawn."""
    traces = []
    for word in SIGNS:
        sign = palette.sign(word)
        held = [row for row in rows if row["word"] == word]
        if not held:
            continue
        outline = sign.colour if "open" in sign.symbol else palette.ground
        traces.append(
            go.Scatter(
                x=[models.index(row["model_title"]) for row in held],
                y=[tall_mark(titles.index(row["title"])) for row in held],
                mode="markers",
                marker={
                    "symbol": sign.symbol,
                    "size": 16,
                    "color": sign.colour,
                    "line": {"width": 2, "color": outline},
                },
                customdata=[row["measure"] for row in held],
                hovertext=[_hover(row) for row in held],
                hovertemplate="%{hovertext}<extra></extra>",
                name=word.replace("_", " ").capitalize(),
            )
        )
    return traces


def _hover(row: Row) -> str:
    period = f", {inert(row['period'])}" if row["period"] else ""
    return (
        f"<b>{wrapped(row['title'])}</b>{period}<br>{wrapped(row['model_title'])}"
        f"<br>{wrapped(_said(row, row['peers_n']))}"
    )


def _title(i: int, title: str, rows: list[Row], palette: Palette) -> list[Words]:
    own = _steadiness([row for row in rows if row["title"] == title])
    return [row_words(i, title, "", palette)[0], words_below(i, own, palette)]


def _head(model: str) -> str:
    """A model's name in short lines, without the word that most of them end with."""
    short = model.removesuffix(" neighbours")
    lines = textwrap.wrap(short, NAME_WIDTH, break_long_words=False) or [""]
    return "<br>".join(inert(line) for line in lines)


def _over(n: int, head: str, palette: Palette) -> Words:
    return {
        "text": head,
        "x": n,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 11, "color": palette.text},
    }
