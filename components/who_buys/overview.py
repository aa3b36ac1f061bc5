"""Before anything is asked: all kinds of things that councils buy, each a way in."""

from urllib.parse import urlencode

import polars as pl
import streamlit as st

from charts import paid_rows
from charts.wording import count_words, joined, pounds
from components.figure.framing import figure
from components.ledger import coverage
from components.links.clicked_dot import clicked
from components.look import palette
from components.who_buys.choices import Chosen, kinds_in
from components.who_buys.councils import MONEY, UNIT, WORDS
from components.who_buys.found import NOT_ALL
from components.words.naming import safe
from components.words.spelling import spelled

MOST_DRAWN = 12
HINT = "Click a bar to see who buys it."


def kinds(chosen: Chosen) -> None:
    found = kinds_in(chosen.period)
    frame = found.frame
    if frame.is_empty():
        st.info(f"No payments of {chosen.period} tell what was bought.")
        return
    first = [
        f"{safe(row['plain_name'])} ({pounds(row['amount_gbp'], short=True)}, "
        f"{row['councils']} councils)"
        for row in frame.head(3).rows(named=True)
    ]
    st.markdown(
        f"In {chosen.period} councils whose payments are held bought **{frame.height} kinds of "
        f"things**, most of all {joined(first)}. Choose one below, or give words that describe "
        f"what you make. {NOT_ALL}"
    )
    title = f"What councils buy, {chosen.period}"
    top = frame.head(MOST_DRAWN)
    rows = top.select(
        pl.col("plain_name").alias("name"),
        pl.col("amount_gbp").alias("value_gbp"),
        pl.Series(
            "note",
            [
                f"{count_words(row['councils'], 'council')}, "
                f"{count_words(row['payments'], 'payment')}"
                for row in top.rows(named=True)
            ],
        ),
        pl.col("category").alias("key"),
    )
    event = figure(
        "kinds",
        title=title,
        top=True,
        drawn=paid_rows.draw(rows, palette=palette()),
        alt=paid_rows.alt(rows, title=title),
        table=_table(frame, chosen.period),
        columns={"£": MONEY, "Page": st.column_config.LinkColumn("Who", display_text="Who buys it")}
        | {"Payments": st.column_config.NumberColumn(format="localized")},
        answers=[found],
        unit=UNIT,
        period=chosen.period,
        caveats=[WORDS, NOT_ALL],
        sources=coverage.held_of().frame.filter(pl.col("class") != "other")["source"],
        on_select="rerun",
    )
    if isinstance(event, dict):
        st.caption(HINT)
    if category := clicked(event):
        st.query_params["category"] = category
        st.rerun()


def _table(frame: pl.DataFrame, period: str) -> pl.DataFrame:
    return frame.select(
        pl.col("plain_name").alias("Kind of thing"),
        pl.col("councils").alias("Councils"),
        pl.col("amount_gbp").alias("£"),
        pl.col("payments").alias("Payments"),
        pl.col("explanation").alias("What belongs to it"),
        spelled(frame["category"], lambda key: _address(key, period)).alias("Page"),
    )


def _address(category: str, period: str) -> str:
    return f"who_buys?{urlencode({'category': category, 'year': period})}"
