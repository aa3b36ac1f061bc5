"""What the supplier is paid for: services and common categories, and the councils' own words."""

import polars as pl
import streamlit as st

from charts import money_rows
from charts.wording import count_words
from components.answers import Answer, answer
from components.figure.framing import figure
from components.ledger.coverage import CREDITS, VAT
from components.look import palette
from components.supplier.chosen_supplier import Subject
from components.supplier.paying_councils import MONEY, UNIT, period
from components.words.naming import named, safe
from components.words.spelling import plain_texts
from findings.supplier import MEANING, UNTOLD, by_category, usual_words

MOST_DRAWN = 12
MOST_WORDS = 500


def purposes(one: Subject, payers: Answer) -> None:
    st.header("For what", anchor="purposes")
    usual = usual_words(answer("supplier/usual", supplier=one.number).frame.rows(named=True))
    if usual and not one.hidden:
        st.markdown(safe(usual))
    found = answer("supplier/purposes", supplier=one.number)
    drawn = _drawn(found.frame)
    title = f"{one.name}: what it was paid for"
    title = title if not one.hidden else f"{one.name}: for what"
    figure(
        "purposes-chart",
        title=title,
        drawn=money_rows.draw_income(drawn, palette=palette()),
        alt=money_rows.alt_income(drawn, title=title, period=period(one)),
        table=_table(found.frame),
        columns={"£": MONEY},
        answers=[found],
        unit=UNIT,
        period=period(one),
        caveats=[MEANING, CREDITS, VAT],
        sources=payers.frame["source"].drop_nulls().unique(maintain_order=True).to_list(),
    )


def words(one: Subject) -> None:
    """What councils wrote, word for word, and what it was taken to mean."""
    found = answer("supplier/words", supplier=one.number, most=MOST_WORDS)
    if found.frame.is_empty():
        return
    n = found.frame["found"][0]
    with st.expander(f"In the councils’ own words ({count_words(n, 'wording')})"):
        if n > MOST_WORDS:
            st.markdown(f"The {MOST_WORDS} with the largest sums.")
        st.dataframe(
            plain_texts(_words_table(found.frame)),
            hide_index=True,
            column_config={"£": MONEY},
            alt=f"{safe(one.name)}: the words beside its payments and what they were taken to mean",
        )


def _drawn(frame: pl.DataFrame) -> pl.DataFrame:
    """Categories by size, the smallest together."""
    sums = by_category(frame)
    rows = list(sums.iter_rows())
    rest = rows[MOST_DRAWN:]
    if len(rest) > 1:
        rows = [*rows[:MOST_DRAWN], (f"{len(rest)} more", sum(value for _, value in rest))]
    schema = {"plain_name": pl.String, "value_gbp": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(
        status=pl.lit("published"), note=pl.lit(None, pl.String)
    )


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    services = [
        named(row) if row["service"] else UNTOLD
        for row in frame.select("service", "plain_name", "official_name").rows(named=True)
    ]
    return frame.select(
        pl.col("category_name").fill_null(UNTOLD).alias("Category"),
        pl.Series("Service", services, dtype=pl.String),
        pl.col("amount_gbp").alias("£"),
        pl.col("payments").alias("Payments"),
        pl.col("councils").alias("Councils"),
    )


def _words_table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("department").fill_null("").alias("Department"),
        pl.col("purpose").fill_null("").alias("Purpose"),
        pl.col("published_category").fill_null("").alias("Category as published"),
        pl.col("amount_gbp").alias("£"),
        pl.col("payments").alias("Payments"),
        pl.col("category_name").fill_null(UNTOLD).alias("Taken for"),
        pl.col("category_why").fill_null("").alias("Because"),
        pl.col("service").fill_null(UNTOLD).alias("Service"),
        pl.col("service_why").fill_null("").alias("Service because"),
        pl.col("councils").list.join(", ").alias("Councils"),
    )
