"""From what was found on to the council or the supplier that it is about."""

import polars as pl
import streamlit as st

from components.payments.finding import Found
from components.words.naming import safe


def links(found: Found) -> None:
    """A link to the one council, and to the one supplier, if there is just one."""
    councils = found.part("council").frame
    if councils.height == 1:
        _council(found, councils["key"][0])
    suppliers = found.part("supplier").frame
    if suppliers.height == 1:
        st.page_link(
            "pages/supplier.py",
            label=f"Who else pays {safe(suppliers['name'][0])}",
            query_params={"name": suppliers["slug"][0]},
        )


def _council(found: Found, key: str) -> None:
    row = found.held.frame.filter(pl.col("council") == key).row(0, named=True)
    if row["class"] != "other":
        st.page_link(
            "pages/council.py",
            label=f"Everything about {safe(row['name'])}",
            query_params={"council": row["slug"]},
        )
