"""Which councils pay the supplier: how much, since when, and how much of each council is held."""

from datetime import date

import polars as pl
import streamlit as st

from charts import money_rows
from charts.months import month_words, span_words
from charts.wording import count_words
from components.answers import Answer, answer
from components.figure.framing import figure
from components.ledger import coverage
from components.links.supplier_page import payments
from components.look import palette
from components.supplier.chosen_supplier import Subject
from components.words.spelling import spelled
from findings.supplier import DIFFERENT

MOST_DRAWN = 20
UNIT = "£ paid, cash, as published"
FOUND = st.column_config.LinkColumn("The payments", display_text="Look through them")
MONEY = st.column_config.NumberColumn(format="£%,.2f")


def payers(one: Subject) -> Answer:
    """Draw them; gives the rows."""
    found = answer("supplier/payers", supplier=one.number)
    dates = _dates(one)
    frame = found.frame
    title = f"{one.name}: councils that paid"
    paid = _paid(frame)
    st.header("Who pays", anchor="payers")
    if frame.height > MOST_DRAWN:
        st.markdown(f"The {MOST_DRAWN} that paid most are drawn; the table has all.")
    figure(
        "payers-chart",
        title=title,
        drawn=money_rows.draw_income(paid.head(MOST_DRAWN), palette=palette()),
        # Of all that paid, not of those that are drawn.
        alt=money_rows.alt_income(paid, title=title, period=period(one)),
        table=_table(one, frame, dates),
        columns={"£": MONEY, "Payments found": FOUND},
        answers=[found],
        unit=UNIT,
        period=period(one),
        caveats=[DIFFERENT, *coverage.caveats(coverage.held_of(frame["council"].to_list()).frame)],
    )
    return found


def _paid(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("name").alias("plain_name"),
        pl.col("amount_gbp").alias("value_gbp"),
        pl.lit("published").alias("status"),
        _note(frame),
    )


def period(one: Subject) -> str:
    return one.period


def _dates(one: Subject) -> dict[str, tuple[date, date]]:
    """First and last month of each council's payments; years only where names are hidden."""
    if one.hidden:
        return {}
    months = answer("supplier/months", supplier=one.number).frame.drop_nulls("month")
    spans = months.group_by("council").agg(first=pl.col("month").min(), last=pl.col("month").max())
    return {council: (first, last) for council, first, last in spans.iter_rows()}


def _note(frame: pl.DataFrame) -> pl.Series:
    words = [
        f"{count_words(payments, 'payment')}; {count_words(months, 'month')} of this council held"
        for payments, months in frame.select("payments", "months_held").iter_rows()
    ]
    return pl.Series("note", words, dtype=pl.String)


def _table(one: Subject, frame: pl.DataFrame, dates: dict[str, tuple[date, date]]) -> pl.DataFrame:
    first = {council: month_words(ends[0]) for council, ends in dates.items()}
    last = {council: month_words(ends[1]) for council, ends in dates.items()}
    span = [
        span_words(start, end) if start else "none"
        for start, end in frame.select("first_held", "last_held").iter_rows()
    ]
    return frame.select(
        pl.col("name").alias("Council"),
        pl.col("amount_gbp").alias("£"),
        pl.col("payments").alias("Payments"),
        spelled(frame["council"], lambda key: first.get(key))
        .fill_null(frame["first_year"])
        .alias("Since"),
        spelled(frame["council"], lambda key: last.get(key))
        .fill_null(frame["last_year"])
        .alias("Until"),
        pl.col("months_held").alias("Months held of it"),
        pl.Series("Files held", span, dtype=pl.String),
        pl.col("threshold_gbp").alias("Publishes from, £"),
        spelled(frame["slug"], lambda slug: payments(one.slug, slug)).alias("Payments found"),
    )
