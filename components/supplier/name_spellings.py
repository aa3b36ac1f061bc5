"""Every spelling of the supplier's name as councils publish it, and why it was linked."""

import polars as pl
import streamlit as st

from components.answers import answer
from components.figure.downloads import as_csv
from components.supplier.chosen_supplier import Subject
from components.supplier.paying_councils import MONEY
from components.words.naming import safe
from components.words.spelling import plain_texts
from findings.supplier import LINKED


def spellings(one: Subject) -> None:
    st.header("Names as published, and why they are linked", anchor="spellings")
    st.markdown(LINKED)
    found = answer("supplier/spellings", supplier=one.number)
    st.dataframe(
        plain_texts(_table(found.frame)),
        hide_index=True,
        column_config={"£": MONEY, "Why it is linked": st.column_config.Column(width="large")},
        alt=f"{safe(one.name)}: spellings as published and the reason of each link",
    )
    st.download_button(
        "Download the names and reasons (CSV)",
        data=lambda: as_csv(found),
        file_name=f"names-{one.slug[:80]}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("name").alias("Name as published"),
        pl.col("evidence").alias("Why it is linked"),
        pl.col("rule").str.replace_all("_", " ").alias("Rule"),
        pl.col("councils").list.join(", ").alias("Councils"),
        pl.col("payments").alias("Payments"),
        pl.col("amount_gbp").alias("£"),
    )
