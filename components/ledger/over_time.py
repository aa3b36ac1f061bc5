"""The periods that `charts.money_over_time` draws, as a switch and as a table."""

import polars as pl

from charts.money_over_time import state
from charts.months import By
from findings.money_by_period import by_period

__all__ = ["SWITCH", "as_table", "by_period"]

SWITCH: dict[By, str] = {"month": "Month", "quarter": "Quarter", "year": "Financial year"}


def as_table(frame: pl.DataFrame) -> pl.DataFrame:
    """The chart's frame under a reader's column names."""
    return frame.select(
        pl.col("period").alias("Period"),
        pl.col("value_gbp").alias("£"),
        pl.when(pl.col("held") > 0).then("payments").alias("Payments"),
        pl.concat_str("held", pl.lit(" of "), "expected").alias("Monthly files held"),
        pl.Series("What is held", [state(row) for row in frame.rows(named=True)], pl.String),
    )
