"""The publishers' own totals beside the sums of our rows."""

import polars as pl
import streamlit as st

from components.address import pick
from components.asking import answer
from components.data.wording import count
from components.words import safe

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
        f"Of {count(every.height, 'total')}, {tally.get(EQUAL, 0):,} are equal, "
        f"{tally.get(EXPLAINED, 0):,} differ for a reason that is given, and "
        f"{tally.get(UNEXPLAINED, 0):,} differ without one."
    )
    controls = [EVERY, *every["control"].unique(maintain_order=True)]
    words = {EVERY: "All totals"} | {name: safe(name) for name in controls[1:]}
    chosen = pick(st.selectbox, "Totals", "control", controls, words=words.get)
    shown = every if chosen == EVERY else every.filter(pl.col("control") == chosen)
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
        Totals="control",
        Period="period",
        What="what",
        Unit="unit",
        Published="published",
        Ours="ours",
        Difference="difference",
        Why="difference_explained",
    )
    numbers = st.column_config.NumberColumn(format="localized")
    columns = dict.fromkeys(["Published", "Ours", "Difference"], numbers)
    st.dataframe(
        table,
        hide_index=True,
        column_config=columns
        | {"Published": _named("Publisher's total"), "Ours": _named("Our sum")},
        alt="Each total as published, as the edition adds up, the difference and the reason",
    )


def _named(label: str):
    return st.column_config.NumberColumn(label, format="localized")
