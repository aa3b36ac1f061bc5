"""The comparison put together: words, trends, ranks with intervals, words under every model."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from components.answers import Answer, answer
from components.compare.own_list import judged_beside
from components.compare.subject import OWN, OWN_TITLE, Compared
from components.peers.judgements import Finding, findings
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


def compare(subject: Compared, measures: list[str]) -> Comparison:
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
        own = _own(edition_key(), subject.key, subject.others, measures, beside.frame, models.frame)
        by_model = pl.concat([by_model, own.select(OF_MODELS)], how="vertical_relaxed")
        if subject.model == OWN:
            judged = _replaced(beside.frame, own)
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


@st.cache_resource(max_entries=300, show_spinner=False)
def _own(
    edition: str,
    council: str,
    others: tuple[str, ...],
    measures: list[str],
    _beside: pl.DataFrame,
    _models: pl.DataFrame,
) -> pl.DataFrame:
    figures = answer(
        "compare/figures",
        council=council,
        model=OWN,
        others=others,
        measures=_beside["measure"].to_list(),
        periods=_beside["period"].to_list(),
    )
    made = judged_beside(_beside, figures.frame, _models, council)
    return made.with_columns(pl.lit(OWN_TITLE).alias("model_title"))


def _replaced(beside: pl.DataFrame, own: pl.DataFrame) -> pl.DataFrame:
    """The measures with the judgement beside an own list in the place of the stored one."""
    judged = [c for c in own.columns if c in beside.columns and c != "measure"]
    kept = beside.drop(judged)
    return kept.join(own.select("measure", *judged), on="measure", maintain_order="left").select(
        beside.columns
    )


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
