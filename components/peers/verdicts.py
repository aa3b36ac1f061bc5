"""The verdict and the trend of each measure, by the rules of `inference`."""

from dataclasses import dataclass

import polars as pl

from inference.comparison.peers import FEWEST_PEERS, QuartilePlace
from inference.comparison.trend import Trend, recent_trend
from inference.comparison.word import Verdict, judge


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
    """The five-point test on one measure's rows; periods that share days aren't independent."""
    rows = series.sort("ends")
    if rows.filter(pl.col("value").is_not_null()).is_empty():
        return Trend("not_tested", 0, reason="too_few_points")
    years = rows.select(pl.col("ends").dt.year() + pl.col("ends").dt.ordinal_day() / 366)
    placed = dict(zip(rows["period"], years.to_series(), strict=True))
    breaks = [placed[period] for period in _breaks(rows) if period in placed]
    return recent_trend(
        list(placed.values()),
        rows["value"].to_list(),
        rows["lower"].to_list(),
        rows["upper"].to_list(),
        breaks=breaks,
        overlapping=bool((rows["starts"].shift(-1) <= rows["ends"]).any()),
    )


def _breaks(rows: pl.DataFrame) -> list[str]:
    named = rows["breaks"][0]
    return [] if named is None else list(named)
