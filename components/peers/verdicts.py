"""The verdict and the trend of each measure, by the rules of `inference`."""

from dataclasses import dataclass

import polars as pl

from charts.time_axis import YEAR, month_of
from inference.comparison.peers import FEWEST_PEERS, QuartilePlace
from inference.comparison.trend import Trend, recent_trend
from inference.comparison.word import SHOWN_STATUSES, Verdict, judge


@dataclass(frozen=True)
class Finding:
    """A row of council/outcomes with what may be said of it."""

    row: dict[str, object]
    verdict: Verdict
    trend: Trend


def findings(outcomes: pl.DataFrame, series: pl.DataFrame) -> list[Finding]:
    """One a measure, in the order of `outcomes` (council/outcomes, council/outcome_series)."""
    parts = series.partition_by("measure", as_dict=True)
    return [
        Finding(row, verdict_of(row), trend_of(parts.get((row["measure"],), series.clear())))
        for row in outcomes.rows(named=True)
    ]


def verdict_of(row: dict[str, object]) -> Verdict:
    return judge(
        row["value"],
        row["lower"],
        row["upper"],
        row["peers_median"],
        polarity=row["polarity"],
        n_peers=row["peers_n"],
        status=row["status"],
        denominator=row["denominator"],
        min_denominator=row["min_denominator"],
    )


def quarter_of(row: dict[str, object]) -> QuartilePlace | None:
    """The place among the peers where a figure without an interval allows no verdict."""
    cuts = [row["peers_q1"], row["peers_median"], row["peers_q3"]]
    if row["value"] is None or row["peers_n"] < FEWEST_PEERS or None in cuts:
        return None
    return QuartilePlace(1 + sum(row["value"] > cut for cut in cuts), row["peers_n"])


def trend_of(series: pl.DataFrame) -> Trend:
    """The test on one measure's rows that may be compared over the years.

    Periods that share days aren't independent, and points under the minimum denominator jump by
    chance.
    """
    rows = series.filter(_may_be_tested()).sort("ends")
    if rows.is_empty():
        return Trend("not_tested", 0, reason="too_few_points")
    ends = rows.select(pl.col("ends").dt.year() * YEAR + pl.col("ends").dt.month()).to_series()
    broken = [month_of(name) for name in rows["breaks"].to_list()[0] or []]
    return recent_trend(
        # Divided here and below in the same way, so that equal months give equal years.
        [month / YEAR for month in ends],
        rows["value"],
        rows["lower"],
        rows["upper"],
        breaks=[(month + 1) / YEAR for month in broken if month is not None],
        overlapping=bool((rows["starts"].shift(-1) <= rows["ends"]).any()),
        stock=bool(rows["stock"][0]),
    )


def _may_be_tested() -> pl.Expr:
    too_small = pl.col("denominator") < pl.col("min_denominator")
    shown = pl.col("status").is_in(list(SHOWN_STATUSES))
    return pl.col("value").is_not_null() & shown & ~too_small.fill_null(False)
