"""On which months the payments fall, by invoice and by card."""

import polars as pl
import streamlit as st

from charts import money_over_time
from charts.wording import count_words
from components.figure.framing import figure
from components.ledger.coverage import months_of
from components.ledger.over_time import as_table, by_period
from components.look import palette
from components.who_buys.councils import MONEY, NUMBER, UNIT, WORDS
from components.who_buys.found import NOT_ALL, WHOLE_YEAR, Found

PAID = "A payment is dated when it was paid or entered, often a month after the work was done."


def by_month(found: Found) -> None:
    frame = found.months.frame
    whole = found.held.filter(pl.col("months_held") == WHOLE_YEAR)["council"].to_list()
    if frame.is_empty() or not whole:
        return
    first, last = found.chosen.months
    months = months_of(whole)
    held = months.frame.filter(pl.col("month").is_between(first, last))
    rows = by_period(frame, held, "month", councils=len(whole), first=first, last=last)
    title = f"{found.chosen.what}: month by month, {found.chosen.period}"
    st.markdown(
        f"Of the {count_words(len(whole), 'council')} whose invoices are held for every month, so "
        "that no month is low for want of a file."
    )
    table = as_table(rows).hstack(_by_card(frame, rows.height))
    figure(
        "months",
        title=title,
        top=True,
        drawn=money_over_time.draw(rows, palette=palette()),
        alt=money_over_time.alt(rows, title=title),
        table=table,
        columns={"£": MONEY, "Card, £": MONEY, "Payments": NUMBER, "Card payments": NUMBER},
        answers=[found.months, months],
        unit=UNIT,
        period=found.chosen.period,
        caveats=[PAID, WORDS, NOT_ALL],
        sources=found.councils["source"].unique(maintain_order=True),
    )


def _by_card(frame: pl.DataFrame, months: int) -> pl.DataFrame:
    """Of each of the twelve months; none where no card paid."""
    amounts = {row["month"].month: row for row in frame.rows(named=True)}
    each = [amounts.get((n + 3) % 12 + 1, {}) for n in range(months)]
    return pl.DataFrame(
        {
            "Card, £": [row.get("card_gbp", 0.0) for row in each],
            "Card payments": [row.get("card_payments", 0) for row in each],
        }
    )
