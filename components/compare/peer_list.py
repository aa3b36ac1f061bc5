"""Who the peers are, how close, for which services they count, and who is left out and why."""

from collections import Counter

import polars as pl
import streamlit as st

from charts.judgement_sentences import left_out_words
from charts.wording import count_words, joined
from components.answers import answer
from components.compare.comparison import Comparison
from components.peers.subject import Subject
from components.words.naming import class_word, safe
from components.words.spelling import spelled


def peers(subject: Subject, made: Comparison) -> None:
    services = made.measures.frame["service"].unique(maintain_order=True).to_list()
    one = answer("compare/peers", **subject.takes, services=services)
    compared = one.frame.filter(pl.col("left_out_because").is_null())
    st.header("The peers", anchor="peers")
    st.markdown(
        f"**{safe(subject.model_title)}.** {safe(subject.model_explanation)} "
        f"{_count(one.frame, compared)} {safe(subject.name)} itself is left out of every median, "
        "quartile and n of its peers."
    )
    for sentence in _left_out(one.frame, subject, made):
        st.markdown(sentence)
    if one.frame.height:
        st.dataframe(
            _table(one.frame, len(services)),
            hide_index=True,
            alt=f"Peers of {subject.name}, and why not",
        )


def _count(listed: pl.DataFrame, compared: pl.DataFrame) -> str:
    return (
        f"{count_words(listed.height, 'council')} in the list, {compared.height} compared on at "
        "least one of these services."
    )


def _left_out(listed: pl.DataFrame, subject: Subject, made: Comparison) -> list[str]:
    said = []
    names = listed.filter(pl.col("left_out_because").is_not_null())
    for (why,), rows in names.group_by("left_out_because", maintain_order=True):
        said.append(
            f"Left out of everything: {safe(_some(rows['name'].to_list()))}: {left_out_words(why)}."
        )
    figures = made.figures.frame.filter(
        pl.col("left_out_because").is_not_null(), pl.col("council") != subject.key
    )
    reasons = Counter(figures["left_out_because"].to_list())
    if reasons:
        parts = "; ".join(f"{n} × {left_out_words(why)}" for why, n in reasons.most_common())
        said.append(f"Single figures of peers left out of n, medians and ranks: {parts}.")
    return said


def _some(names: list[str], most: int = 12) -> str:
    rest = [f"{len(names) - most} more"] if len(names) > most else []
    return joined(names[:most] + rest)


def _table(frame: pl.DataFrame, services_n: int) -> pl.DataFrame:
    counted = [
        _counted(services, services_n)
        if services
        else f"none: {left_out_words(why) if why else ''}"
        for services, why in frame.select("compared_services", "left_out_because").iter_rows()
    ]
    table = frame.select(
        pl.col("rank").alias("Rank"),
        pl.col("name").alias("Council"),
        spelled(frame["class"], class_word).alias("Kind"),
        pl.col("region").alias("Region"),
        pl.col("distance").alias("Distance"),
        pl.col("closeness").alias("Closeness"),
        pl.Series("Compared on", counted, dtype=pl.String),
    )
    return table.select(
        [c for c in table.columns if table[c].null_count() < table.height or c == "Council"]
    )


def _counted(services: list[str], n: int) -> str:
    if len(services) == n:
        return "every service shown"
    return f"{len(services)} of {n}: {', '.join(services)}"
