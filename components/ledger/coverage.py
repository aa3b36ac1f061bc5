"""What is held of the councils' payments: the rows, and the words for them."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from charts.coverage_words import (
    CARDS,
    CREDITS,
    MASKED,
    NOT_ALL,
    VAT,
    bodies_words,
    cards_words,
    caveats,
    held_words,
    other_months_words,
    repeats_words,
    threshold_words,
)
from charts.months import months_between
from components.answers import Answer, answer

__all__ = [
    "CARDS",
    "CREDITS",
    "MASKED",
    "NOT_ALL",
    "VAT",
    "bodies_words",
    "cards_words",
    "caveats",
    "held_of",
    "held_words",
    "months_of",
    "other_months_words",
    "repeats_words",
    "threshold_words",
    "within",
]


def held_of(councils: Sequence[str] | None = None) -> Answer:
    """What is held of these councils, or of all: rows of payments/coverage."""
    return answer("payments/coverage", councils=_sorted(councils))


def months_of(councils: Sequence[str] | None = None) -> Answer:
    """The months held of these councils, or of all: rows of payments/months."""
    return answer("payments/months", councils=_sorted(councils))


def _sorted(councils: Sequence[str] | None) -> list[str] | None:
    """In one order, so that what was asked in another is remembered."""
    return None if councils is None else sorted(councils)


def within(
    held: pl.DataFrame, months: pl.DataFrame, first: date | None, last: date | None
) -> pl.DataFrame:
    """Rows of payments/coverage with only the months asked for, from `first` to `last`.

    A month that was asked for and has no file is missing, also before a council's first.
    """
    if first is None and last is None:
        return held
    first = first or held["first_month"].min()
    last = last or held["last_month"].max()
    asked = len(list(months_between(first, last)))
    of_each = (
        months.filter(pl.col("month").is_between(first, last))
        .group_by("council")
        .agg(pl.len().cast(pl.Int32).alias("months"))
    )
    return (
        held.drop("months")
        .join(of_each, on="council", how="left", maintain_order="left")
        .with_columns(
            first_month=pl.lit(first, pl.Date),
            last_month=pl.lit(last, pl.Date),
            months=pl.col("months").fill_null(0),
        )
        .with_columns(missing=asked - pl.col("months"))
    )
