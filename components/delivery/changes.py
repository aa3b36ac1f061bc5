"""Known changes of who delivers a whole service, each with its evidence."""

import polars as pl
import streamlit as st

from charts.periods import date_in_words
from components.answers import answer
from components.delivery.subject import Part
from components.words.spelling import spelled
from inference.events.changes import direction

INCOMPLETE = (
    "Kept by hand from dated pages and known to be incomplete: a council that is not in the list "
    "may have changed too. Each label stands on the page that it links to, as of its date."
)

WAYS = {
    "out": "From the council to another body",
    "back": "Back to the council",
    "between": "From one other body to another",
    None: "Not told",
}
COLUMNS = {
    "Since": st.column_config.TextColumn(width=130),
    "Until": st.column_config.TextColumn(width=130),
    "What the evidence says": st.column_config.TextColumn(width="large"),
    "Evidence": st.column_config.LinkColumn(display_text="Open"),
}


def section(part: Part) -> None:
    one = answer("delivery/events", service=part.about["service"])
    if one.frame.is_empty():
        return
    st.subheader("Known changes of who runs the service, or much of it", anchor="changes")
    st.markdown(INCOMPLETE)
    names = pl.Series([row["plain_name"] for row in one.frame.rows(named=True)])
    ways = [WAYS[direction(*pair)] for pair in one.frame["before", "deliverer"].iter_rows()]
    table = one.frame.select(
        pl.col("name").alias("Council"),
        pl.Series("Which way", ways, dtype=pl.String),
        pl.col("before_name").fill_null("not told").alias("Run before by"),
        pl.col("organisation").alias("Run by"),
        names.alias("What it is"),
        spelled(one.frame["since"], date_in_words).fill_null("not told").alias("Since"),
        spelled(one.frame["until"], date_in_words).fill_null("no end known").alias("Until"),
        pl.col("says").alias("What the evidence says"),
        pl.col("evidence_url").alias("Evidence"),
        spelled(one.frame["evidence_dated"], date_in_words).alias("Dated"),
    )
    st.dataframe(
        table,
        hide_index=True,
        column_config=COLUMNS,
        alt="Known changes of who runs the service, with the evidence of each",
    )
