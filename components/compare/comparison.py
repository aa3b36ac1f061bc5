"""The comparison worked out: verdicts, trends, ranks with intervals, verdicts under every model."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from components.answers import Answer, answer
from components.compare.subject import Compared
from components.peers.verdicts import Finding, findings
from inference.comparison.rank import ranks
from inference.comparison.word import judge
from queries import edition_key

Row = dict[str, object]


@dataclass(frozen=True)
class Comparison:
    """`found`, `ranked` and `verdicts` in the codebook's order of measures.

    `ranked`: measure, and the subject's row of `inference.comparison.rank.ranks`. `verdicts`:
    measure, model, model_title, word, reason, peers_n, one row a measure and peer model.
    """

    measures: Answer
    figures: Answer
    by_model: Answer
    found: list[Finding]
    ranked: pl.DataFrame
    verdicts: pl.DataFrame


def compare(subject: Compared, measures: list[str]) -> Comparison:
    """Everything that the page says of these measures."""
    beside = answer("compare/measures", **subject.takes, measures=measures)
    shown = {
        "measures": beside.frame["measure"].to_list(),
        "periods": beside.frame["period"].to_list(),
    }
    figures = answer("compare/figures", **subject.takes, **shown)
    others = list(subject.others)
    by_model = answer("compare/peer_models", council=subject.key, others=others, **shown)
    series = answer("compare/series", council=subject.key, measures=shown["measures"])
    return Comparison(
        beside,
        figures,
        by_model,
        found=_found(edition_key(), beside.takes, beside.frame, series.frame),
        ranked=_ranked(edition_key(), figures.takes, beside.frame, figures.frame),
        verdicts=verdicts(beside.frame, by_model.frame),
    )


# Resources, not data: nothing in them is changed after they are made. What is named with an
# underscore follows from the rest.
@st.cache_resource(max_entries=300, show_spinner=False)
def _found(
    edition: str, takes: dict[str, object], _beside: pl.DataFrame, _series: pl.DataFrame
) -> list[Finding]:
    return findings(_beside, _series)


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
    least = row["min_denominator"]
    # A figure whose denominator isn't published counts, as in the view measure_value.
    known = pl.coalesce("denominator", pl.lit(least, pl.Float64))
    group = part.filter(may).with_columns(known.alias("denominator"))
    made = ranks(
        group.drop("left_out_because"), polarity=row["polarity"], min_denominator=least
    ).filter(council=council)
    return made.select(pl.lit(row["measure"]).alias("measure"), pl.exclude("council"))


def verdicts(measures: pl.DataFrame, by_model: pl.DataFrame) -> pl.DataFrame:
    """The verdict on each measure beside the peers' median of every model."""
    own = {row["measure"]: row for row in measures.rows(named=True)}
    rows = [
        (row, judged(own[row["measure"]], row["peers_median"], row["peers_n"]))
        for row in by_model.rows(named=True)
    ]
    return by_model.with_columns(
        pl.Series("word", [verdict.word for _, verdict in rows], dtype=pl.String),
        pl.Series("reason", [verdict.reason for _, verdict in rows], dtype=pl.String),
    )


def judged(own: Row, median: float | None, n: int):
    """As `components.peers.verdicts.verdict_of`, beside another median."""
    return judge(
        own["value"],
        own["lower"],
        own["upper"],
        median,
        polarity=own["polarity"],
        n_peers=n,
        status=own["status"],
        denominator=own["denominator"],
        min_denominator=own["min_denominator"],
    )
