"""Rows of a query with the councils of each -> the dots that `charts.spread_rows` draws."""

from collections.abc import Callable, Sequence

import polars as pl
import streamlit as st

from charts.wording import pounds
from components.links.clicked_dot import clicked
from components.links.supplier_page import PAGE, query

MOST_DRAWN = 12
HINT = "Click a dot to open that supplier’s page."
MONEY = st.column_config.NumberColumn(format="£%,.0f")
SHARE = st.column_config.NumberColumn(format="%.0f")
LOGARITHMIC = "The scale is logarithmic: each step to the right is ten times the money."
LINE = (
    "The line runs from the lowest to the highest council; its tick is the median of three or more."
)
Row = dict[str, object]


def dots(
    rows: Sequence[Row],
    spread: pl.DataFrame,
    key: str,
    *,
    name: str,
    words: Callable[[Row], str],
) -> pl.DataFrame:
    """One row per dot, in the order of `rows`; `key` joins them, `name` is the column shown."""
    about = pl.DataFrame(
        [(place, row[key], row[name], words(row)) for place, row in enumerate(rows)],
        schema={"place": pl.Int64, "row": pl.String, "name": pl.String, "words": pl.String},
        orient="row",
    )
    return (
        about.join(spread.rename({key: "row"}), on="row", how="inner")
        .sort("place", "amount_gbp", "council", maintain_order=True)
        .select(
            "row", "name", "council", "council_name", pl.col("amount_gbp").alias("value_gbp"),
            "words",
        )
    )  # fmt: skip


def spread_words(row: Row) -> str:
    """ "£1.2m in all; median £30,000"."""
    total, middle = (pounds(row[name], short=True) for name in ("amount_gbp", "median_gbp"))
    return f"{total} in all; median {middle}"


def follow(event: object) -> None:
    """Leave for the page of the supplier whose dot was clicked; say that one can be."""
    if isinstance(event, dict):
        st.caption(HINT)
    slug = clicked(event)
    if slug:
        st.switch_page(PAGE, query_params=query(slug.split(" ")[0]))
