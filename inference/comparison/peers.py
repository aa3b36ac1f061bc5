"""What a council's peers look like on one measure, and where the council sits among them.

The subject is never its own peer: a big council would otherwise pull the comparator to itself.
Quartiles are Hyndman and Fan's type 7 (straight-line interpolation; numpy's and Excel's default).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

FEWEST_PEERS = 3


@dataclass(frozen=True)
class Peers:
    """Summary of the peers that have a figure; `n` counts only those."""

    n: int
    median: float
    lower_quartile: float
    upper_quartile: float
    lowest: float
    highest: float


@dataclass(frozen=True)
class QuartilePlace:
    """`quarter` runs from 1 (the lowest values) to 4 (the highest) among `n` peers."""

    quarter: int
    n: int


def summarise_peers(values: Mapping[str, float | None], subject: str | None = None) -> Peers | None:
    """Summary of council -> value without `subject`; None when no peer has a figure."""
    known = _known(value for council, value in values.items() if council != subject)
    if not known.size:
        return None
    lowest, lower, median, upper, highest = np.quantile(known, [0, 0.25, 0.5, 0.75, 1]).tolist()
    return Peers(known.size, median, lower, upper, lowest, highest)


def peers_by(frame: pl.DataFrame, by: str | list[str], subject: str) -> pl.DataFrame:
    """One row per group of `by`: peers_n, peers_median, peers_q1, peers_q3, peers_min, peers_max.

    Takes columns `council` and `value` beside `by`. A group whose only figure is the subject's
    is kept, with peers_n 0 and nulls, so that it isn't lost from the chart.
    """
    value = pl.col("value").filter(pl.col("council") != subject).drop_nulls().drop_nans()
    return frame.group_by(by, maintain_order=True).agg(
        value.len().alias("peers_n"),
        value.median().alias("peers_median"),
        value.quantile(0.25, "linear").alias("peers_q1"),
        value.quantile(0.75, "linear").alias("peers_q3"),
        value.min().alias("peers_min"),
        value.max().alias("peers_max"),
    )


def place_in_quarters(value: float, peer_values: Iterable[float | None]) -> QuartilePlace | None:
    """Which quarter of the peers' values `value` falls in; None with too few peers.

    A value equal to a quartile belongs to the quarter below it.
    """
    known = _known(peer_values)
    if known.size < FEWEST_PEERS or not np.isfinite(value):
        return None
    quartiles = np.quantile(known, [0.25, 0.5, 0.75])
    return QuartilePlace(int(np.searchsorted(quartiles, value, side="left")) + 1, known.size)


def _known(values: Iterable[float | None]) -> np.ndarray:
    floats = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    return floats[np.isfinite(floats)]
