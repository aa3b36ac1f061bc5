"""The judgement of each measure, as the edition has it, and its trend."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from charts.time_axis import YEAR, month_of
from inference.comparison.judgement import Judgement, judgement_of
from inference.comparison.trend import Trend, recent_trend


@dataclass(frozen=True)
class Finding:
    """A row of council/outcomes with what may be said of it."""

    row: dict[str, Any]
    judgement: Judgement
    trend: Trend


def findings(outcomes: pl.DataFrame, series: pl.DataFrame) -> list[Finding]:
    """One a measure, in the order of `outcomes` (council/outcomes, council/outcome_series)."""
    parts = series.partition_by("measure", as_dict=True)
    return [
        Finding(
            row,
            judgement_of(row, row["grades"]),
            trend_of(parts.get((row["measure"],), series.clear())),
        )
        for row in outcomes.rows(named=True)
    ]


def trend_of(series: pl.DataFrame) -> Trend:
    """The test on one measure's rows that may be compared over the years.

    Periods that share days aren't independent, and points under the minimum denominator jump by
    chance. The twelve months to December share days with a year to March but never stand in a row
    with it: the test takes one season.
    """
    rows = series.filter(_may_be_tested()).sort("ends")
    if rows.is_empty():
        return Trend("not_tested", 0, reason="too_few_points")
    ends = rows.select(pl.col("ends").dt.year() * YEAR + pl.col("ends").dt.month()).to_series()
    broken = [month_of(name) for name in rows["breaks"].to_list()[0] or []]
    return recent_trend(
        # Divided here and below in the same way, so that equal months give equal years.
        [month / YEAR for month in ends],
        rows["value"].to_list(),
        rows["lower"].to_list(),
        rows["upper"].to_list(),
        breaks=[(month + 1) / YEAR for month in broken if month is not None],
        overlapping=bool(rows.select(_share_days().any()).item()),
        stock=bool(rows["stock"][0]),
    )


def _share_days() -> pl.Expr:
    """Whether a period begins before the last one that ends in the same month is over."""
    following = pl.col("starts").shift(-1).over(pl.col("ends").dt.month())
    return following <= pl.col("ends")


def _may_be_tested() -> pl.Expr:
    """A shared figure, or one of few residents, has a trend of its own all the same."""
    why = pl.col("left_out_because")
    return pl.col("value").is_not_null() & (why.is_null() | why.is_in(["joint", "sparse"]))
