"""The judgement of each measure, as the edition has it, and its trend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
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
    # Plain rows: a plan of Polars' for each of a hundred short series costs more than the tests.
    rows = sorted(
        (row for row in series.iter_rows(named=True) if _may_be_tested(row)),
        key=lambda row: row["ends"],
    )
    if not rows:
        return Trend("not_tested", 0, reason="too_few_points")
    broken = [month_of(name) for name in rows[0]["breaks"] or []]
    return recent_trend(
        # Divided here and below in the same way, so that equal months give equal years.
        [(row["ends"].year * YEAR + row["ends"].month) / YEAR for row in rows],
        [row["value"] for row in rows],
        [row["lower"] for row in rows],
        [row["upper"] for row in rows],
        breaks=[(month + 1) / YEAR for month in broken if month is not None],
        overlapping=_share_days(rows),
        stock=bool(rows[0]["stock"]),
    )


def _share_days(rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a period begins before the last one that ends in the same month is over."""
    ended: dict[int, date] = {}
    for row in rows:
        before = ended.get(row["ends"].month)
        if before is not None and row["starts"] is not None and row["starts"] <= before:
            return True
        ended[row["ends"].month] = row["ends"]
    return False


def _may_be_tested(row: Mapping[str, Any]) -> bool:
    """A shared figure, or one of few residents, has a trend of its own all the same."""
    return row["value"] is not None and row["left_out_because"] in (None, "joint", "sparse")
