"""The rows behind the brief of a supplier, as sheets of the workbook."""

import polars as pl

from brief.document import Sheet
from charts.money_over_time import state
from charts.months import span_words
from findings.asking import Ask
from findings.supplier import LINKED, UNTOLD, Supplier

PENCE = "£#,##0.00"


def sheets(
    ask: Ask,
    one: Supplier,
    payers: pl.DataFrame,
    purposes: pl.DataFrame,
    years: pl.DataFrame,
    official: bool,
) -> list[Sheet]:
    made = [_payers(payers, one), _purposes(purposes, official), _years(years)]
    if not one.hidden:
        made.append(_spellings(ask, one))
    return made


def _payers(payers: pl.DataFrame, one: Supplier) -> Sheet:
    spans = [
        span_words(first, last) if first else "none"
        for first, last in payers.select("first_held", "last_held").iter_rows()
    ]
    return Sheet(
        "Who pays",
        payers.select(
            pl.col("name").alias("Council"),
            pl.col("amount_gbp").alias("£"),
            pl.col("payments").alias("Payments"),
            pl.col("first_year").alias("Since"),
            pl.col("last_year").alias("Until"),
            pl.col("months_held").alias("Months held of it"),
            pl.Series("Files held", spans, dtype=pl.String),
            pl.col("threshold_gbp").alias("Publishes from, £"),
            pl.col("source").alias("Source"),
        ),
        {"£": PENCE, "Publishes from, £": "£#,##0"},
        f"£ paid, cash, as published, {one.period}.",
    )


def _purposes(purposes: pl.DataFrame, official: bool) -> Sheet:
    key = "official_name" if official else "plain_name"
    return Sheet(
        "For what",
        purposes.select(
            pl.col("category_name").fill_null(UNTOLD).alias("Category"),
            pl.when(pl.col("service").is_null())
            .then(pl.lit(UNTOLD))
            .otherwise(key)
            .alias("Service"),
            pl.col("amount_gbp").alias("£"),
            pl.col("payments").alias("Payments"),
            pl.col("councils").alias("Councils"),
        ),
        {"£": PENCE},
        "Read from the councils’ own words by rules.",
    )


def _years(years: pl.DataFrame) -> Sheet:
    return Sheet(
        "Years",
        years.select(
            pl.col("period").alias("Financial year"),
            pl.col("value_gbp").alias("£"),
            pl.when(pl.col("held") > 0).then("payments").alias("Payments"),
            pl.col("held").alias("Monthly files held"),
            pl.col("expected").alias("Of"),
            pl.Series("What is held", [state(row) for row in years.rows(named=True)], pl.String),
        ),
        {"£": PENCE},
        "An empty amount is a year of which no file is held: missing, not zero.",
    )


def _spellings(ask: Ask, one: Supplier) -> Sheet:
    found = ask("supplier/spellings", supplier=one.number)
    return Sheet(
        "Names",
        found.select(
            pl.col("name").alias("Name as published"),
            pl.col("evidence").alias("Why it is linked"),
            pl.col("rule").str.replace_all("_", " ").alias("Rule"),
            pl.col("councils").list.join(", ").alias("Councils"),
            pl.col("payments").alias("Payments"),
            pl.col("amount_gbp").alias("£"),
        ),
        {"£": PENCE},
        LINKED,
    )
