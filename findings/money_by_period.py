"""Payments found and months held -> the periods that `charts.money_over_time` draws."""

from datetime import date
from typing import Any

import polars as pl

from charts.months import By, months_between, period_months, period_words

SCHEMA = {
    "period": pl.String,
    "value_gbp": pl.Float64,
    "payments": pl.Int64,
    "held": pl.Int64,
    "expected": pl.Int64,
}


def by_period(
    found: pl.DataFrame,
    held: pl.DataFrame,
    by: By,
    *,
    councils: int,
    first: date | None = None,
    last: date | None = None,
) -> pl.DataFrame:
    """One row per period, in the chart's columns, from `first` to `last` (months).

    Without these from the first to the last month held, in whole periods. `found` has `month`,
    `payments` and `amount_gbp` (any number of rows a month), `held` has `council` and `month`:
    the files that are held of the `councils` that the question is about.
    """
    if held.is_empty():
        return pl.DataFrame(schema=SCHEMA)
    held_months = held["month"].to_list()
    first = first or period_months(min(held_months), by)[0]
    last = last or period_months(max(held_months), by)[1]
    amounts = _sums(found)
    files = dict(held.group_by("month").len().iter_rows())
    rows: dict[str, list[Any]] = {}
    for month in months_between(first, last):
        payments, amount = amounts.get(month, (0, 0.0))
        row = rows.setdefault(period_words(month, by), [0.0, 0, 0, 0])
        added = (amount, payments, files.get(month, 0), councils)
        row[:] = [one + more for one, more in zip(row, added, strict=True)]
    made = [
        [words, value if files_held else None, payments, files_held, expected]
        for words, (value, payments, files_held, expected) in rows.items()
    ]
    return pl.DataFrame(made, schema=SCHEMA, orient="row")


def _sums(found: pl.DataFrame) -> dict[date, tuple[int, float]]:
    dated = found.filter(pl.col("month").is_not_null())
    sums = dated.group_by("month").agg(pl.col("payments", "amount_gbp").sum())
    return {month: (payments, amount) for month, payments, amount in sums.iter_rows()}
