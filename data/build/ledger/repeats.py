"""Payments that repeat another row of their file in every word, beyond the first of them."""

import polars as pl

# Where a row stands, and what the build has worked out of it.
OWN = ("source_file", "source_row")


def repeated_in(rows: pl.DataFrame) -> pl.DataFrame:
    """Give month, card, payments and amount_pence of the repeats among one file's payments.

    ``rows``: as read, with no name masked. The first of equal rows is no repeat.
    """
    words = [name for name in rows.columns if name not in OWN]
    equal = rows.group_by(words).agg(again=pl.len() - 1).filter(pl.col("again") > 0)
    return (
        equal.group_by("month", "card")
        .agg(
            payments=pl.col("again").sum().cast(pl.Int64),
            amount_pence=(pl.col("again") * pl.col("amount_pence")).sum().cast(pl.Int64),
        )
        .sort("month", "card")
    )
