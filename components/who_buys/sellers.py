"""Who sells it to these councils, and which of them sell to several."""

import polars as pl
import streamlit as st

from charts import paid_rows
from charts.plain_text import plain
from charts.wording import count_words, joined, pounds
from components.figure.framing import figure
from components.links.clicked_dot import clicked
from components.links.supplier_page import COLUMN, PAGE, query, to
from components.look import palette
from components.who_buys.councils import MONEY, UNIT, WORDS
from components.who_buys.found import NOT_ALL, Found
from components.words.spelling import spelled

MOST_DRAWN = 12
MOST_NAME = 30  # characters that stand beside a median in one line on a phone
HINT = "Click a bar to open that supplier’s page, with all who pay it."
NAMED = (
    "Organisations that are named: private persons and names that councils withheld are in the "
    "councils’ sums and not here."
)
SHARED = (
    "A supplier that several councils pay may already be bought jointly, through a framework or a "
    "shared contract: payments do not say so."
)
SHARE = st.column_config.NumberColumn(format="%.1f%%")


def largest(found: Found) -> None:
    frame = found.suppliers.frame
    if frame.is_empty():
        return
    title = f"{found.chosen.what}: suppliers paid most, {found.chosen.period}"
    top = frame.head(MOST_DRAWN)
    rows = top.select(
        spelled(top["name"], plain).alias("name"),
        pl.col("amount_gbp").alias("value_gbp"),
        pl.Series("note", [_note(row) for row in top.rows(named=True)]),
        pl.col("slug").alias("key"),
    )
    event = figure(
        "sellers",
        title=title,
        top=True,
        drawn=paid_rows.draw(rows, palette=palette()),
        alt=paid_rows.alt(rows, title=title),
        table=table(frame),
        columns={
            "£": MONEY,
            "Median £ a council": MONEY,
            "Share": SHARE,
            "Payments": st.column_config.NumberColumn(format="localized"),
            "Page": COLUMN,
        },
        answers=[found.suppliers],
        unit=UNIT,
        period=found.chosen.period,
        caveats=[NAMED, SHARED, WORDS, NOT_ALL],
        sources=found.councils["source"].unique(maintain_order=True),
        on_select="rerun",
    )
    if isinstance(event, dict):
        st.caption(HINT)
    if slug := clicked(event):
        st.switch_page(PAGE, query_params=query(slug))


def table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("name").alias("Supplier"),
        pl.col("amount_gbp").alias("£"),
        pl.col("share_pct").alias("Share"),
        pl.col("councils").alias("Councils"),
        pl.col("median_gbp").alias("Median £ a council"),
        pl.col("payments").alias("Payments"),
        pl.col("company_number").alias("Company number"),
        pl.col("paying").list.join(", ").alias("Paid by"),
        spelled(frame["slug"], to).alias("Page"),
    )


def _note(row: dict) -> str:
    paying = row["paying"]
    if len(paying) == 1:
        return f"{paying[0]}; {count_words(row['payments'], 'payment')}"
    many = f"{len(paying)} councils" if len(paying) > 2 else joined(paying)
    if len(many) > MOST_NAME:
        many = f"{len(paying)} councils"
    return f"{many}; median {pounds(row['median_gbp'], short=True)} a council"
