"""All chosen measures at once: the table and its spine chart, ranks, and whether words hold."""

from collections import Counter

import polars as pl
import streamlit as st

from charts import rank_strip, spine
from charts import stability as stability_grid
from charts.judgement_sentences import (
    RULES,
    WORDS,
    counted_words,
    left_out_words,
    stability_words,
)
from charts.wording import count_words, status_label
from components.address import pick
from components.answers import answer
from components.compare.comparison import Comparison
from components.compare.standing import standing_table
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import Subject
from components.peers.titles import titled
from components.words.naming import official, safe
from components.words.spelling import spelled
from findings.judgements import Finding
from inference.comparison.stability import SAID

MOST_DRAWN = 12
SPINE = [
    "Every measure has a scale of its own: the peers’ median is the middle, and the further of its "
    "two ends reaches the edge. Lengths of different measures are not comparable.",
    "Where lower is better the measure is turned round; where neither way is better, right is "
    "higher and the mark judges nothing. Grades have no scale and stand in the table alone.",
]
RANKS = [
    "The interval of a rank is where the council’s true place may lie: every figure is weighed by "
    "its 95% interval and by how the true figures of all these councils are spread, and the middle "
    "95% of the places is kept. A council that none is clearly better than may be the first, one "
    "that is clearly better than none the last. Tried on made-up councils with known places, it "
    "holds the true place in at least 93 of 100, in the middle and at both ends.",
    "Figures without a margin of error give no rank, only a position.",
    "Goldstein and Spiegelhalter 1996, League tables and their limitations, JRSS A 159.",
]
NO_WORDS = "Spending is never judged, so no word about it could change with the peers."
STABILITY = [
    "Drawn are the measures that at least one choice of peers allows to be judged; the table has "
    "them all.",
    "A word that changes with the peers says more about the choice of peers than about the "
    "council.",
    "Each median leaves the council itself out.",
]


def standing(subject: Subject, made: Comparison, found: list[Finding], what: str) -> None:
    """The answer: a table in words and the same rows on one scale; `what` names the measures."""
    title = f"{titled(subject, what, beside=True)}, newest figures"
    st.html(standing_table(found, title, subject.peers_name))
    _spine(subject, made, found, title)
    st.caption(RULES)


def _drawn(found: list[Finding]) -> list[Finding]:
    if len(found) <= MOST_DRAWN:
        return found
    words = {"first": f"The first {MOST_DRAWN}", "all": f"All {len(found)}"}
    how = {"words": words.get, "required": True}
    rows = pick(st.segmented_control, "Measures on the chart below", "rows", list(words), **how)
    return found if rows == "all" else found[:MOST_DRAWN]


def finding(subject: Subject, found: list[Finding]) -> str:
    """What stands out, beside whom, and how many measures were judged at all."""
    held = [one.row["peers_n"] for one in found if one.row["peers_n"]]
    n = f"{min(held)} to {max(held)}" if held and min(held) < max(held) else str(max(held or [0]))
    return (
        f"{safe(subject.name)} beside {safe(subject.peers_name)} (n = {n}), "
        f"{count_words(len(found), 'measure')}. {counted_words([one.judgement for one in found])}"
    )


def spine_frame(found: list[Finding]) -> pl.DataFrame:
    """One row a measure, as the charts take it; titles in the words asked for."""
    title = "official_title" if official() else "title"
    rows = [one.row | {"title": one.row[title]} for one in found]
    return pl.DataFrame(rows, infer_schema_length=None)


def _spine(subject: Subject, made: Comparison, found: list[Finding], title: str) -> None:
    """The rows of the table in its order; a phone is asked before it gets very many."""
    drawn, frame = spine_frame(_drawn(found)), spine_frame(found)
    said = {"council_name": subject.name, "peers_name": subject.peers_name}
    figure(
        "spine",
        top=True,
        title=f"{title}: each measure on its own scale",
        drawn=spine.draw(drawn, palette=palette(), **said),
        alt=f"{spine.alt(frame, **said)} {_dated(frame)}",
        table=_table(frame, found),
        answers=[made.measures, made.figures],
        sources=[*_sources(made), *_model_source(subject)],
        unit="each measure in its own unit",
        period=_periods(frame),
        caveats=[*SPINE, *_caveats(frame)],
    )


def ranks(subject: Subject, made: Comparison, found: list[Finding]) -> None:
    frame = spine_frame(found)
    ranked = frame.select("measure", "title", "period", "polarity").join(
        made.ranked, on="measure", how="inner", maintain_order="left"
    )
    shown = ranked.filter(pl.col("rank").is_not_null())
    if shown.is_empty():
        _no_ranks(ranked)
        return
    absent = ranked.height - shown.height
    group = f"itself and {subject.peers_name}"
    words = [rank_strip.words_of(row) for row in ranked.rows(named=True)]
    figure(
        "ranks",
        top=True,
        title=f"Ranks of {subject.name}, with what chance leaves of them",
        drawn=rank_strip.draw(shown, council_name=subject.name, palette=palette()),
        alt=rank_strip.alt(ranked, council_name=subject.name, group_name=group),
        table=ranked.select(
            pl.col("title").alias("Measure"),
            pl.col("period").alias("Period"),
            pl.Series("Rank, 95% interval and n", words, dtype=pl.String),
        ),
        answers=[made.figures],
        sources=_sources(made),
        unit="rank, 1st is best",
        period=_periods(frame),
        caveats=[*RANKS, f"Without a rank: {count_words(absent, 'measure')}; the table says why."],
    )


def _no_ranks(ranked: pl.DataFrame) -> None:
    """A sentence in the place of an empty figure."""
    st.subheader("Ranks", anchor="ranks")
    reasons = Counter(ranked["no_rank_because"].drop_nulls().to_list())
    why = "; ".join(f"{n} × {left_out_words(reason)}" for reason, n in reasons.most_common())
    st.markdown(f"None of these measures gives a rank: {safe(why or 'no figures')}.")


def stability(subject: Subject, made: Comparison, found: list[Finding]) -> None:
    frame = spine_frame(found)
    # Spending has no word that could change.
    judged = frame.filter(pl.col("polarity") != "neither")
    judged = judged.select("measure", "title", "period", "value")
    grid = judged.join(made.by_model, on="measure", maintain_order="left_right")
    if grid.is_empty():
        st.markdown(NO_WORDS)
        return
    told = grid.filter(pl.col("word").is_in(SAID))["measure"].unique().to_list()
    words = {word: text.capitalize() for word, text in WORDS.items()}
    figure(
        "stability",
        top=True,
        title=titled(subject, "does the word hold under other choices of peers?"),
        drawn=stability_grid.draw(grid.filter(pl.col("measure").is_in(told)), palette=palette()),
        alt=f"{stability_grid.alt(grid, council_name=subject.name)} {_dated(judged)}",
        table=grid.select(
            pl.col("title").alias("Measure"),
            pl.col("period").alias("Period"),
            pl.col("model_title").alias("Peers"),
            spelled(grid["word"], words.get).alias("Word"),
            pl.col("peers_median").alias("Peers’ median"),
            pl.col("peers_n").alias("n"),
        ),
        answers=[made.models, made.measures],
        sources=[*_sources(made), *_model_source(subject, every=True)],
        unit="word beside the median of each model’s peers",
        period=_periods(frame),
        caveats=STABILITY,
    )


def _table(frame: pl.DataFrame, found: list[Finding]) -> pl.DataFrame:
    words = {word: text.capitalize() for word, text in WORDS.items()}
    stable = [one.judgement.stability for one in found]
    holds = [stability_words(one) if one else None for one in stable]
    trends = [one.trend.way.replace("_", " ") for one in found]
    return frame.select(
        pl.col("title").alias("Measure"),
        pl.col("period").alias("Period"),
        pl.col("unit").alias("Unit"),
        pl.col("value").alias("This council"),
        pl.col("lower").alias("Lower limit (95%)"),
        pl.col("upper").alias("Upper limit (95%)"),
        pl.col("peers_median").alias("Peers’ median"),
        pl.col("peers_q1").alias("Lower quartile"),
        pl.col("peers_q3").alias("Upper quartile"),
        pl.col("peers_n").alias("n"),
        spelled(frame["word"], words.get).alias("Word"),
        pl.Series("Holds", holds, dtype=pl.String),
        pl.Series("Trend", trends, dtype=pl.String),
        spelled(frame["status"], status_label).alias("Status"),
    )


def _periods(frame: pl.DataFrame) -> str:
    periods = frame["period"].unique(maintain_order=True).to_list()
    return periods[0] if len(periods) == 1 else "newest period of each, named beside it"


def _dated(frame: pl.DataFrame) -> str:
    """Each measure with its period, for those who hear the figure."""
    each = [f"{row['title']} {row['period']}" for row in frame.rows(named=True)]
    return f"Periods: {'; '.join(each)}."


def _caveats(frame: pl.DataFrame) -> list[str]:
    return [
        f"{row['title']}: {caveat}" for row in frame.rows(named=True) for caveat in row["caveats"]
    ]


def _sources(made: Comparison) -> list[str]:
    return made.figures.frame["source"].drop_nulls().unique(maintain_order=True).to_list()


def _model_source(subject: Subject, *, every: bool = False) -> list[str]:
    rows = answer("council/models", council=subject.key).frame.rows(named=True)
    return [
        row["source"] for row in rows if row["source"] and (every or row["model"] == subject.model)
    ]
