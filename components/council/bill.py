"""The lines of a Band D bill, as the bill and what is made of it show them alike."""

import polars as pl

from charts.wording import status_label
from components.words.naming import named
from components.words.spelling import spelled


def with_names(frame: pl.DataFrame) -> pl.DataFrame:
    """`plain_name` in the words that the reader chose."""
    names = [named(row) for row in frame.rows(named=True)]
    return frame.with_columns(plain_name=pl.Series(names, dtype=pl.String))


def table(frame: pl.DataFrame) -> pl.DataFrame:
    """Part, pounds, status, what it is: a row a line."""
    return frame.select(
        pl.col("plain_name").alias("Part"),
        pl.col("value_gbp").alias("£"),
        spelled(frame["status"], status_label).alias("Status"),
        pl.col("note").alias("What it is"),
    )
