"""The group of companies that the supplier is one of, and each company's own page."""

import polars as pl
import streamlit as st

from charts.wording import count_words, pounds
from components.answers import answer
from components.links import supplier_page
from components.supplier.chosen_supplier import Subject
from components.supplier.paying_councils import MONEY
from components.words.naming import safe
from components.words.spelling import plain_texts
from findings.supplier import GROUP


def companies(one: Subject) -> None:
    """The group's sum and companies; nothing where the supplier is of none that is known."""
    found = answer("supplier/family", supplier=one.number).frame
    if found.is_empty():
        return
    name = safe(found["family"][0])
    st.header(f"The group: {name}", anchor="group")
    councils = found["councils"].max()
    st.markdown(
        f"**{safe(pounds(found['amount_gbp'].sum(), short=True))}** to "
        f"{count_words(found.height, 'supplier')} of this group, one of them paid by "
        f"{count_words(councils, 'council')}. {GROUP}"
    )
    st.dataframe(
        plain_texts(_table(found)),
        hide_index=True,
        column_config={"£": MONEY, "Its page": supplier_page.COLUMN},
        alt=f"Suppliers of the group {name} with what each was paid",
    )


def codes(one: Subject) -> None:
    """Divisions of the Common Procurement Vocabulary, for who looks for contracts by code."""
    found = answer("supplier/codes", supplier=one.number).frame
    if found.is_empty():
        return
    said = [
        f"{division} {safe(name)} ({safe(pounds(gbp, short=True))})"
        for division, name, gbp in found.select(
            "division", "division_name", "amount_gbp"
        ).iter_rows()
    ]
    st.markdown(
        "By division of the Common Procurement Vocabulary (CPV), as far as words tell: "
        + "; ".join(said[:5])
        + "."
    )


def _table(found: pl.DataFrame) -> pl.DataFrame:
    return found.select(
        pl.col("name").alias("Supplier"),
        pl.col("amount_gbp").alias("£"),
        pl.col("councils").alias("Councils"),
        pl.col("payments").alias("Payments"),
        pl.col("company_number").fill_null("").alias("Company number"),
        pl.col("evidence").alias("Why it is one of them"),
        pl.Series("Its page", [supplier_page.to(slug) for slug in found["slug"]], dtype=pl.String),
    )
