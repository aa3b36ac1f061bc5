"""Which councils buy it: pounds, pounds a head, and who is near."""

from urllib.parse import urlencode

import polars as pl
import streamlit as st

from charts import paid_rows, spread_rows
from charts.wording import count_words, pounds
from components.figure.framing import figure
from components.links.clicked_dot import clicked
from components.look import palette
from components.who_buys.found import NOT_ALL, WHOLE_YEAR, Found
from components.words.naming import class_words
from components.words.spelling import spelled

MOST_DRAWN = 12
UNIT = "£ of published payments, cash, credits taken off"
NUMBER = st.column_config.NumberColumn(format="localized")
MONEY = st.column_config.NumberColumn(format="£%,.2f")
LOOK = st.column_config.LinkColumn("Its payments", display_text="Look through them")
HINT = "Click a bar to open that council’s payments for it."
KINDS = (
    "Councils of different kinds have different duties: a district runs no social care, a county "
    "empties no bins."
)
WORDS = (
    "Kinds of things are told from the words that councils publish; where words do not tell, a "
    "payment is in none."
)
HEADS = (
    "Sums per head are of councils whose invoices are held for all twelve months, over their "
    "residents at the middle of the year’s first calendar year; City of London and Isles of "
    "Scilly, with few residents, and bodies that are no councils are left out."
)
LOGARITHMIC = "The scale is logarithmic: each step to the right is ten times the money."
LINE = (
    "The line runs from the lowest to the highest council; its tick is the median of three or more."
)
COLUMNS = {
    "£": MONEY,
    "£ per head": MONEY,
    "Card, £": MONEY,
    "Published from, £": st.column_config.NumberColumn(format="£%d"),
    "Payments": NUMBER,
    "Residents": NUMBER,
    "km": st.column_config.NumberColumn(format="%.0f"),
    "Look": LOOK,
}


def buyers(found: Found) -> None:
    frame = found.councils
    title = f"{found.chosen.what}: councils that paid most, {found.chosen.period}"
    rows = frame.head(MOST_DRAWN).select(
        "name",
        pl.col("amount_gbp").alias("value_gbp"),
        pl.Series("note", [_note(row) for row in frame.head(MOST_DRAWN).rows(named=True)]),
        pl.col("slug").alias("key"),
    )
    event = figure(
        "buyers",
        title=title,
        top=True,
        drawn=paid_rows.draw(rows, palette=palette()),
        alt=paid_rows.alt(rows, title=title),
        table=table(found),
        columns=COLUMNS,
        answers=[found.asked],
        unit=UNIT,
        period=found.chosen.period,
        caveats=[NOT_ALL, KINDS, WORDS, HEADS],
        sources=frame["source"].unique(maintain_order=True),
        on_select="rerun",
    )
    if isinstance(event, dict):
        st.caption(HINT)
    if slug := clicked(event):
        st.switch_page("pages/payments.py", query_params=found.chosen.search | {"council": slug})


def spread(found: Found) -> None:
    """Pounds a head, a row for each kind of council."""
    frame = found.whole.filter(pl.col("per_head_gbp") > 0)
    if frame.height < 2:
        return
    counts = dict(frame.group_by("class").len().iter_rows())
    middle = dict(frame.group_by("class").agg(pl.col("per_head_gbp").median()).iter_rows())
    drawn = frame.sort("class", "per_head_gbp").select(
        pl.col("class").alias("row"),
        spelled(frame.sort("class", "per_head_gbp")["class"], _kind).alias("name"),
        "council",
        pl.col("name").alias("council_name"),
        pl.col("per_head_gbp").alias("value_gbp"),
        pl.Series(
            "words",
            [
                f"{count_words(counts[kind], 'council')}; median {pounds(middle[kind])} a head"
                for kind in frame.sort("class", "per_head_gbp")["class"]
            ],
        ),
    )
    subject = found.chosen.near["council"] if found.chosen.near else None
    title = f"{found.chosen.what}: £ per head by kind of council, {found.chosen.period}"
    figure(
        "per-head",
        title=title,
        top=True,
        drawn=spread_rows.draw(drawn, subject=subject, palette=palette()),
        alt=spread_rows.alt(drawn, title=title),
        table=table(found).filter(pl.col("£ per head").is_not_null()),
        columns=COLUMNS,
        answers=[found.asked],
        unit="£ per resident, cash",
        period=found.chosen.period,
        caveats=[HEADS, KINDS, LOGARITHMIC, LINE, NOT_ALL],
        sources=frame["source"].unique(maintain_order=True),
    )


def table(found: Found) -> pl.DataFrame:
    """Every council held, those that bought first; near ones first where one is chosen."""
    frame = found.held
    if found.chosen.near is not None:
        frame = frame.sort(pl.col("payments").is_null(), "km", maintain_order=True)
    comparable = set(found.whole["council"])
    made = frame.select(
        pl.col("name").alias("Council"),
        spelled(frame["class"], _kind).alias("Kind"),
        pl.col("region").fill_null(pl.col("nation")).alias("Region"),
        pl.col("amount_gbp").alias("£"),
        pl.when(pl.col("council").is_in(comparable)).then("per_head_gbp").alias("£ per head"),
        pl.col("residents").alias("Residents"),
        pl.col("payments").alias("Payments"),
        pl.col("suppliers").alias("Suppliers"),
        pl.col("card_gbp").alias("Card, £"),
        pl.concat_str("months_held", pl.lit(f" of {WHOLE_YEAR}")).alias("Months held"),
        pl.col("threshold_gbp").alias("Published from, £"),
        pl.col("km"),
        pl.Series("Look", [_address(found, row) for row in frame.rows(named=True)], pl.String),
    )
    return made if found.chosen.near is not None else made.drop("km")


def _address(found: Found, row: dict) -> str | None:
    if not row["payments"]:
        return None
    return f"payments?{urlencode(found.chosen.search | {'council': row['slug']})}"


def _kind(kind: str) -> str:
    words = class_words(kind)
    return words[:1].upper() + words[1:]


def _note(row: dict) -> str:
    words = (
        f"{count_words(row['payments'], 'payment')}, {count_words(row['suppliers'], 'supplier')}"
    )
    if row["months_held"] < WHOLE_YEAR:
        return f"{words}; {row['months_held']} of {WHOLE_YEAR} months held"
    head = row["per_head_gbp"]
    if head is None or row["class"] == "other":
        return words
    return f"{pounds(head)} a head; {words}"
