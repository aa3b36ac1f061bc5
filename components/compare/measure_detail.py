"""One measure looked at closely: every peer's figure in order, and how it moved."""

import polars as pl
import streamlit as st

from charts import distribution, trend
from charts.inside_sentence import inside
from charts.judgement_sentences import left_out_words
from charts.periods import span
from charts.wording import status_label
from components.address import pick
from components.answers import answer
from components.compare.comparison import Comparison
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import Subject
from components.peers.titles import titled
from components.words.measure_columns import decimals_of_measure, figures_of_measure
from components.words.naming import measure_title, safe
from components.words.spelling import spelled
from findings.judgements import Finding


def closer(subject: Subject, made: Comparison) -> None:
    st.header("One measure, council by council", anchor="closer")
    rows = {one.row["measure"]: one for one in made.found}
    chosen = pick(
        st.selectbox,
        "Look closer at",
        "closer",
        list(rows),
        words=lambda key: measure_title(rows[key].row),
    )
    one = rows[chosen]
    about = answer("measure/about", measure=chosen).one()
    st.markdown(f"{safe(about['measure_question'])} *{safe(about['official_title'])}*.")
    left, right = st.columns(2)
    with left:
        _among_peers(subject, one, made, about)
    with right:
        _over_time(subject, one, about)


def _among_peers(subject: Subject, one: Finding, made: Comparison, about) -> None:
    row = one.row
    # The same rows as in the comparison, asked for alone so that the file holds no others.
    figures = answer(
        "compare/figures",
        **subject.takes,
        measures=[row["measure"]],
        periods=[row["period"]],
    )
    own = pl.col("council") == subject.key
    drawn = figures.frame.filter(pl.col("left_out_because").is_null() | own)
    said = {"unit": row["unit"], "decimals": row["decimals"], "subject": subject.key}
    figure(
        "closer-peers",
        title=titled(subject, inside(measure_title(row)), row["period"], beside=True),
        drawn=distribution.draw(drawn, judgement=one.judgement, palette=palette(), **said),
        alt=distribution.alt(drawn, title=measure_title(row), period=row["period"], **said),
        table=_table(figures.frame),
        columns=decimals_of_measure(row),
        answers=[figures],
        sources=about["sources"],
        unit=f"{measure_title(row)}: {row['unit']}",
        period=row["period"],
        caveats=about["caveats"],
    )


def _over_time(subject: Subject, one: Finding, about) -> None:
    row = one.row
    moved = answer("compare/trend", **subject.takes, measure=row["measure"])
    said = {
        "council_name": subject.name,
        "unit": row["unit"],
        "decimals": row["decimals"],
        "peers_name": subject.peers_name,
    }
    figure(
        "closer-years",
        title=f"{titled(subject, inside(measure_title(row)))} over the years",
        council=subject.name,
        drawn=trend.draw(
            moved.frame, breaks=about["breaks"] or [], from_zero=False, palette=palette(), **said
        ),
        alt=trend.alt(
            moved.frame, title=measure_title(row), trend=one.trend, polarity=row["polarity"], **said
        ),
        table=moved.frame.reverse().select(
            pl.col("period").alias("Period"),
            *figures_of_measure(),
            pl.col("peers_median").alias("Peers’ median"),
            pl.col("peers_n").alias("n"),
            spelled(moved.frame.reverse()["status"], status_label).alias("Status"),
        ),
        columns=decimals_of_measure(row),
        answers=[moved],
        sources=about["sources"],
        unit=f"{measure_title(row)}: {row['unit']}",
        period=span(moved.frame["period"]),
        caveats=about["caveats"],
    )


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("name").alias("Council"),
        *figures_of_measure(),
        spelled(frame["status"], status_label).alias("Status"),
        spelled(frame["left_out_because"], left_out_words).fill_null("yes").alias("Compared"),
    )
