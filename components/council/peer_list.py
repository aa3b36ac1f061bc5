"""Who the peers are, who of them is left out, and why."""

from collections import Counter

import polars as pl
import streamlit as st

from charts.judgement_sentences import left_out_words
from components.address import said
from components.answers import answer
from components.peers.subject import Subject
from components.tabs import ALL, EVERY
from components.words.naming import class_word, safe
from components.words.spelling import spelled


def peers_list(subject: Subject, service: str, period: str) -> None:
    one = answer("council/peers", **subject.takes, service=service, period=period)
    compared = one.frame.filter("compared")
    left_out = Counter(one.frame.filter(~pl.col("compared"))["left_out_because"].to_list())
    everything = said(EVERY) == ALL
    label = f"Who are the peers? {compared.height} councils, {period}"
    place = st.expander(label, expanded=everything, on_change="rerun", key="peers_list")
    # Made when it is opened: a table brings 300 KB of scripts to a page that has no other.
    if not (everything or place.open):
        return
    with place:
        st.markdown(f"**{safe(subject.model_title)}.** {safe(subject.model_explanation)}")
        st.markdown(
            "A service is compared only with councils of the same nation that run the same parts "
            f"of it; {safe(subject.name)} itself is left out of its peers’ median and range."
        )
        if left_out:
            reasons = "; ".join(f"{n}: {left_out_words(why)}" for why, n in left_out.most_common())
            st.markdown(f"Left out of the comparison of all services: {reasons}.")
        st.dataframe(_table(one.frame), hide_index=True, alt="Peers and whether they are compared")


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    compared = spelled(frame["left_out_because"], left_out_words).fill_null("compared")
    table = frame.select(
        pl.col("rank").alias("Rank"),
        pl.col("name").alias("Council"),
        spelled(frame["class"], class_word).alias("Kind"),
        pl.col("closeness").alias("Closeness"),
        compared.alias("All services"),
    )
    return table.select(
        [c for c in table.columns if table[c].null_count() < table.height or c == "Council"]
    )
