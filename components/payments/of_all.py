"""The answer where nothing is asked: what the money of all councils held was for, and when."""

import polars as pl
import streamlit as st

from charts.inside_sentence import inside
from charts.wording import joined, pounds
from components.answers import answer
from components.payments.finding import Found
from components.words.naming import safe
from queries.searching import UNKNOWN

NAMED = 4


def answered(found: Found) -> None:
    """For a search that asks for nothing: by kind and by financial year."""
    if not found.asked.whole:
        return
    said = [*_kinds(found), *_years(found)]
    if said:
        st.markdown(" ".join(said))


def _kinds(found: Found) -> list[str]:
    """What is bought; grants, taxes and lines of the balance sheet stand in the section."""
    bought = answer("payments/categories").frame.filter("bought")["category"].to_list()
    rows = found.part("category").frame
    told = rows.filter(pl.col("key").is_in(bought)).sort("amount_gbp", descending=True)
    if told.height < 2:
        return []
    each = [
        f"{safe(inside(name))} ({_short(amount)})"
        for name, amount in told.head(NAMED).select("name", "amount_gbp").iter_rows()
    ]
    untold = rows.filter(pl.col("key") == UNKNOWN)["amount_gbp"].sum()
    rest = f"; of {_short(untold)} the words do not tell what for" if untold > 0 else ""
    return [f"Most of what was bought: {joined(each)}{rest}."]


def _years(found: Found) -> list[str]:
    """The financial year with most; how many files are held differs from year to year."""
    dated = (
        found.part("month")
        .frame.with_columns(month=pl.col("key").str.to_date(strict=False))
        .drop_nulls("month")
    )
    years = (
        dated.group_by(pl.col("month").dt.offset_by("-3mo").dt.year().alias("year"))
        .agg(pl.col("amount_gbp").sum())
        .sort("amount_gbp", descending=True)
    )
    if years.height < 2:
        return []
    year, amount = years.row(0)
    most = f"{year}-{(year + 1) % 100:02d}"
    return [f"The year with most is {most} ({_short(amount)}): files differ from year to year."]


def _short(amount: float) -> str:
    return safe(pounds(amount, short=True))
