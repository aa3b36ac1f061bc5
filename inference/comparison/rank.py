"""Ranks with their intervals; a rank is never given without one.

The interval is made in `rank_interval`: it covers the true place in at least 95 of 100 councils,
also where the council is truly the first or the last. Why ranks alone mislead: Goldstein and
Spiegelhalter 1996, League tables and their limitations, JRSS A 159, 385-443.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from inference.comparison.eligible import compared, with_reasons
from inference.comparison.rank_interval import rank_intervals
from inference.comparison.word import FEWEST_PEERS, Polarity

_NONE_RANKED = pl.DataFrame(
    schema={
        "council": pl.String,
        "rank": pl.Int64,
        "tied": pl.Boolean,
        "rank_lower": pl.Int64,
        "rank_upper": pl.Int64,
        "ranked_n": pl.Int64,
    }
)


@dataclass(frozen=True)
class Rank:
    """`rank` 1 is best, among `n` councils; `lower` is the better end of its 95% interval."""

    rank: int
    lower: int
    upper: int
    n: int
    tied: bool = False


def ranks(frame: pl.DataFrame, *, polarity: Polarity) -> pl.DataFrame:
    """Rank and interval of each council, in the frame's order.

    Takes what `eligible.with_reasons` takes. Gives `council`, `rank` (1 is best), `tied`,
    `rank_lower` (the better end), `rank_upper`, `ranked_n`, `no_rank_because`: why it may not be
    compared, or no_polarity, no_interval, too_few.
    """
    reasons = with_reasons(frame, interval=True)
    rankable = compared(reasons)
    whole_reason = None
    if polarity == "neither":
        whole_reason = "no_polarity"
    elif rankable.height <= FEWEST_PEERS:
        whole_reason = "too_few"
    ranked = _ranked(rankable, polarity) if whole_reason is None else _NONE_RANKED
    because = pl.coalesce("left_out_because", pl.lit(whole_reason, pl.String))
    return (
        reasons.select("council", because.alias("no_rank_because"))
        .join(ranked, on="council", how="left", maintain_order="left")
        .select("council", *ranked.columns[1:], "no_rank_because")
    )


def _ranked(rankable: pl.DataFrame, polarity: Polarity) -> pl.DataFrame:
    value, lower, upper = (rankable[c].to_numpy() for c in ("value", "lower", "upper"))
    if polarity == "lower":
        value, lower, upper = -value, -upper, -lower
    best, worst = rank_intervals(value, lower, upper)
    return pl.DataFrame(
        {
            "council": rankable["council"],
            "rank": (value[None, :] > value[:, None]).sum(axis=1) + 1,
            "tied": (value[None, :] == value[:, None]).sum(axis=1) > 1,
            "rank_lower": best,
            "rank_upper": worst,
            "ranked_n": np.full(value.size, value.size),
        }
    )
