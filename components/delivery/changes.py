"""Known changes of who delivers a whole service, each with its evidence."""

import polars as pl
import streamlit as st

from components.asking import answer
from components.delivery.subject import Part

INCOMPLETE = (
    "Kept by hand from dated pages and known to be incomplete: a council that is not in the list "
    "may have changed too. Each label stands on the page that it links to, as of its date."
)


def section(part: Part) -> None:
    one = answer("delivery/events", service=part.about["service"])
    if one.frame.is_empty():
        return
    st.subheader("Known changes of who runs the whole service", anchor="changes")
    st.markdown(INCOMPLETE)
    names = pl.Series([row["plain_name"] for row in one.frame.rows(named=True)])
    table = one.frame.select(
        pl.col("name").alias("Council"),
        pl.col("organisation").alias("Run by"),
        names.alias("What it is"),
        pl.col("since").alias("Since"),
        pl.col("until").alias("Until"),
        pl.col("says").alias("What the evidence says"),
        pl.col("evidence_url").alias("Evidence"),
        pl.col("evidence_dated").alias("Dated"),
    )
    st.dataframe(
        table,
        hide_index=True,
        column_config={"Evidence": st.column_config.LinkColumn(display_text="Open")},
        alt="Known changes of who runs the service, with the evidence of each",
    )
