"""What became of an area that reorganised, before and after. Plain text."""

from typing import Any

import polars as pl

from charts.periods import date_in_words
from charts.wording import count_words, joined, pounds

ASSOCIATION = (
    "Before and after is an association: prices, grants, the pandemic and what residents need "
    "moved at the same time, and areas that reorganised were not drawn by lot."
)


def what_became(area: dict[str, Any], frame: pl.DataFrame) -> str:
    """`area` is a row of put_together/reorganised, `frame` is put_together/before_and_after."""
    known = frame.filter(pl.col("real_per_head_gbp").is_not_null())
    before, after = known.filter(side="before"), known.filter(side="after")
    words = (
        f"On {date_in_words(str(area['takes_effect']))} {joined(area['predecessors'])} became "
        f"{joined(area['successors'])}."
    )
    if before.height and after.height:
        first, last = before.row(-1, named=True), after.row(-1, named=True)
        words += (
            f" Spending went from {pounds(first['real_per_head_gbp'])} per resident "
            f"({first['period']}, the last year before with a sum) to "
            f"{pounds(last['real_per_head_gbp'])} ({last['period']})"
        )
        if first["beside_median"] and last["beside_median"]:
            n = count_words(last["beside_n"], "area")
            words += (
                f"; the median of {n} that did not reorganise from "
                f"{pounds(first['beside_median'])} to {pounds(last['beside_median'])}"
            )
        words += "."
    return words
