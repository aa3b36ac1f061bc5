"""The comparison put together: words, trends, ranks with intervals, words under every model."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from components.answers import Answer, answer
from components.peers.own_list import own_judgements, replaced
from components.peers.subject import OWN, Subject
from findings.judgements import Finding, findings
from findings.subject import OWN_TITLE
from inference.comparison.rank import ranks
from queries import edition_key

Row = dict[str, object]
# What both the table of judgements and an own list have, under every model.
OF_MODELS = (
    "measure", "model", "model_title", "left_out_because", "peers_n", "peers_median", "below_n",
    "same_n", "word", "reason", "holds_n", "judged_n", "models_n",
)  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """`found` and `ranked` in the codebook's order of measures.

    `ranked`: measure, and the subject's row of `inference.comparison.rank.ranks`. `by_model`: the
    columns OF_MODELS, one row a measure and peer model, a reader's own list the last.
    """

    measures: Answer
    figures: Answer
    models: Answer
    found: list[Finding]
    ranked: pl.DataFrame
    by_model: pl.DataFrame


def compare(subject: Subject, measures: list[str]) -> Comparison:
    """Everything that the page says of these measures."""
    beside = answer("compare/measures", council=subject.key, model=subject.model, measures=measures)
    shown = {
        "measures": beside.frame["measure"].to_list(),
        "periods": beside.frame["period"].to_list(),
    }
    figures = answer("compare/figures", **subject.takes, **shown)
    models = answer("compare/peer_models", council=subject.key, **shown)
    series = answer("compare/series", council=subject.key, measures=shown["measures"])
    judged, by_model = beside.frame, models.frame.select(OF_MODELS)
    if subject.others or subject.model == OWN:
        own = own_judgements(subject, beside.frame, models.frame)
        own = own.with_columns(pl.lit(OWN_TITLE).alias("model_title"))
        by_model = pl.concat([by_model, own.select(OF_MODELS)], how="vertical_relaxed")
        if subject.model == OWN:
            judged = replaced(beside.frame, own)
    return Comparison(
        beside,
        figures,
        models,
        found=_found(edition_key(), figures.takes, judged, series.frame),
        ranked=_ranked(edition_key(), figures.takes, beside.frame, figures.frame),
        by_model=by_model,
    )


# Resources, not data: nothing in them is changed after they are made. What is named with an
# underscore follows from the rest.
@st.cache_resource(max_entries=300, show_spinner=False)
def _found(
    edition: str, takes: dict[str, object], _judged: pl.DataFrame, _series: pl.DataFrame
) -> list[Finding]:
    return findings(_judged, _series)


@st.cache_resource(max_entries=300, show_spinner=False)
def _ranked(
    edition: str, takes: dict[str, object], _beside: pl.DataFrame, _figures: pl.DataFrame
) -> pl.DataFrame:
    return ranked(_beside, _figures, takes["council"])


def ranked(measures: pl.DataFrame, figures: pl.DataFrame, council: str) -> pl.DataFrame:
    """The subject's rank among itself and the peers that may be compared, measure by measure."""
    parts = figures.partition_by("measure", as_dict=True)
    rows = [
        _rank(row, parts[(row["measure"],)], council)
        for row in measures.rows(named=True)
        if (row["measure"],) in parts
    ]
    return pl.concat(rows) if rows else pl.DataFrame(schema={"measure": pl.String})


def _rank(row: Row, part: pl.DataFrame, council: str) -> pl.DataFrame:
    may = pl.col("left_out_because").is_null() | (pl.col("council") == council)
    polarity = "neither" if row["grades"] else row["polarity"]
    made = ranks(part.filter(may), polarity=polarity).filter(council=council)
    return made.select(pl.lit(row["measure"]).alias("measure"), pl.exclude("council"))
