"""Kinds of things that several of the councils buy, and how far their suppliers are the same."""

import polars as pl
import streamlit as st

from charts import spread_rows
from charts.wording import count_words, joined, pounds
from components.answers import Answer, answer
from components.figure.framing import figure
from components.joint_buying.caveats import SAME
from components.joint_buying.choices import Chosen
from components.joint_buying.shared_suppliers import UNIT
from components.joint_buying.spread_dots import (
    LINE,
    LOGARITHMIC,
    MONEY,
    MOST_DRAWN,
    SHARE,
    dots,
    spread_words,
)
from components.look import palette
from components.words.naming import safe

SHARED = (
    "A shared supplier is one that at least two of these councils pay for this kind of thing; its "
    "share is that of the money all of them pay for it."
)
PAYMENTS = st.column_config.LinkColumn("Its payments", display_text="Look through them")
FIVE = (
    "The share of the five largest suppliers says how concentrated the spending is; it is a market "
    "of these councils only."
)


def asked(chosen: Chosen) -> Answer:
    takes = chosen.takes | {"least": chosen.least, "sort": chosen.sort}
    return answer("joint_buying/categories", **takes)


def in_short(chosen: Chosen, found: Answer) -> None:
    """The answer before the choices: how many kinds, and the largest."""
    frame = found.frame
    if frame.is_empty():
        st.markdown(f"No kind of thing is bought by at least {chosen.least} of {safe(chosen.who)}.")
        return
    largest = frame.sort("amount_gbp", descending=True).head(3).rows(named=True)
    each = [
        f"{safe(row['category_name'])} ({safe(pounds(row['amount_gbp'], short=True))} by "
        f"{row['councils']})"
        for row in largest
    ]
    st.markdown(
        f"In {safe(chosen.years)} at least {chosen.least} of {safe(chosen.who)} bought "
        f"**{count_words(frame.height, 'kind')} of things** each for itself, most of all "
        f"{joined(each)}."
    )


def kinds(chosen: Chosen, found: Answer, sources: list[str]) -> None:
    st.header("Kinds of things that several councils buy", anchor="kinds")
    _say(chosen, found)
    if found.frame.is_empty():
        return
    spread = answer("joint_buying/category_spread", **chosen.takes)
    rows = found.frame.head(MOST_DRAWN).rows(named=True)
    drawn = dots(rows, spread.frame, "category", name="category_name", words=_words)
    title = f"Kinds of things bought by at least {chosen.least} of {chosen.who}, {chosen.years}"
    figure(
        "shared-kinds",
        title=title,
        drawn=spread_rows.draw(drawn, palette=palette()),
        alt=spread_rows.alt(drawn, title=title),
        table=_table(found.frame),
        columns=dict.fromkeys(["£", "Lowest £", "Median £", "Highest £"], MONEY)
        | dict.fromkeys(["With shared suppliers, %", "Five largest, %"], SHARE)
        | {"Suppliers per council (median)": SHARE, "Payments": PAYMENTS},
        answers=[found, spread],
        unit=UNIT,
        period=chosen.years,
        caveats=[SHARED, FIVE, *SAME, LOGARITHMIC, LINE],
        sources=sources,
    )


def _say(chosen: Chosen, found: Answer) -> None:
    n = found.frame.height
    least = f"at least {chosen.least} of {safe(chosen.who)}"
    if not n:
        st.markdown(f"No kind of thing is bought by {least}.")
        return
    drawn = f" The first {MOST_DRAWN} are drawn." if n > MOST_DRAWN else ""
    st.markdown(
        f"**{count_words(n, 'kind')}** of things {'is' if n == 1 else 'are'} bought by "
        f"{least}.{drawn} {SHARED}"
    )


def _words(row: dict[str, object]) -> str:
    many = count_words(row["suppliers"], "supplier")
    return (
        f"{spread_words(row)}; {many}, {row['shared_suppliers']} shared "
        f"({row['shared_pct']:.0f}% of the money)"
    )


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("category_name").alias("Kind of thing"),
        pl.col("councils").alias("Councils"),
        pl.col("amount_gbp").alias("£"),
        pl.col("lowest_gbp").alias("Lowest £"),
        pl.col("median_gbp").alias("Median £"),
        pl.col("highest_gbp").alias("Highest £"),
        pl.col("suppliers").alias("Suppliers"),
        pl.col("suppliers_per_council").alias("Suppliers per council (median)"),
        pl.col("shared_suppliers").alias("Shared suppliers"),
        pl.col("shared_pct").alias("With shared suppliers, %"),
        pl.col("largest_five_pct").alias("Five largest, %"),
        pl.concat_str(pl.lit("payments?category="), "category").alias("Payments"),
        pl.col("explanation").alias("What belongs to it"),
    )
