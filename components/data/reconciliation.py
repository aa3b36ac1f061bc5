"""The publishers' own totals beside the sums of our rows."""

import polars as pl
import streamlit as st

from components.address import pick
from components.answers import answer
from components.words.quantities import count

EVERY = "all"
# Told apart by shape and by word, not by colour.
EQUAL = "● Equal"
EXPLAINED = "▲ Differs, explained"
UNEXPLAINED = "■ Differs, not explained"


def section() -> None:
    every = _judged(answer("data/reconciliation").frame)
    if every.is_empty():
        st.info("This edition holds no control totals.")
        return
    tally = dict(every["Result"].value_counts().iter_rows())
    st.write(
        "Publishers print totals of their own. Where the rows in this edition add up to them, "
        "nothing was lost or counted twice on the way. "
        f"Of {count(every.height, 'total')}, {tally.get(EQUAL, 0):,} are equal (sums of money to "
        "the pound), "
        f"{tally.get(EXPLAINED, 0):,} differ for a reason that is given, and "
        f"{tally.get(UNEXPLAINED, 0):,} differ without one."
    )
    words = {EVERY: "All"} | dict(every.select("source", "title").unique().sort("title").rows())
    chosen = pick(st.selectbox, "Source", "in_source", list(words), words=words.get)
    shown = every if chosen == EVERY else every.filter(pl.col("source") == chosen)
    _table(shown)
    st.caption("A total that must be equal and is not stops the build: no edition is published.")


def _judged(frame: pl.DataFrame) -> pl.DataFrame:
    result = (
        pl.when("equal")
        .then(pl.lit(EQUAL))
        .when(pl.col("difference_explained") != "")
        .then(pl.lit(EXPLAINED))
        .otherwise(pl.lit(UNEXPLAINED))
    )
    return frame.with_columns(Result=result)


def _table(frame: pl.DataFrame) -> None:
    table = frame.select(
        "Result",
        What="what",
        Period="period",
        Published="published",
        Ours="ours",
        Difference="difference",
        Why="difference_explained",
        Unit="unit",
    )
    st.dataframe(
        table,
        hide_index=True,
        column_config={
            "What": st.column_config.Column(width=340),
            "Published": _number("Publisher's total"),
            "Ours": _number("Our sum"),
            "Difference": _number("Difference"),
            "Why": st.column_config.Column("What to know"),
        },
        alt="Each total as published, as the edition adds up, the difference and the reason",
    )


def _number(label: str):
    return st.column_config.NumberColumn(label, format="localized")
