"""Ranks with their intervals; a rank is never given without one.

The interval is made in `rank_interval`: it covers the true place in at least 95 of 100 councils,
also where the council is truly the first or the last. Why ranks alone mislead: Goldstein and
Spiegelhalter 1996, League tables and their limitations, JRSS A 159, 385-443.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from inference.comparison.eligible import compared, with_reasons
from inference.comparison.peers import FEWEST_PEERS
from inference.comparison.rank_interval import rank_intervals
from inference.comparison.word import Polarity

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


def ranks(
    frame: pl.DataFrame,
    *,
    polarity: Polarity,
    min_denominator: float | None = None,
) -> pl.DataFrame:
    """Rank, interval and quarter of each council, in the frame's order.

    Takes what `eligible.with_reasons` takes. Gives `council`, `rank` (1 is best), `tied`,
    `rank_lower` (the better end), `rank_upper`, `ranked_n`, `quarter` (1: the lowest quarter of
    the other councils' values), `quarter_n`, `no_rank_because`: why it may not be compared, or
    no_polarity, no_interval, too_few. With those three there is a quarter but no rank.
    """
    frame = with_reasons(frame, min_denominator=min_denominator)
    held = compared(frame)
    reasons = with_reasons(
        frame.drop("left_out_because"), min_denominator=min_denominator, interval=True
    )
    rankable = compared(reasons)
    made, whole_reason = quarters(held), None
    if polarity == "neither":
        whole_reason = "no_polarity"
    elif rankable.height <= FEWEST_PEERS:
        whole_reason = "too_few"
    ranked = _ranked(rankable, polarity) if whole_reason is None else _NONE_RANKED
    because = pl.coalesce("left_out_because", pl.lit(whole_reason, pl.String))
    return (
        reasons.select("council", because.alias("no_rank_because"))
        .join(made, on="council", how="left", maintain_order="left")
        .join(ranked, on="council", how="left", maintain_order="left")
        .select("council", *ranked.columns[1:], "quarter", "quarter_n", "no_rank_because")
    )


def quarters(held: pl.DataFrame) -> pl.DataFrame:
    """`council`, `quarter` and `quarter_n`: each council among the others' values."""
    values, n = held["value"].to_numpy(), held.height
    kept = held.select("council")
    if n <= FEWEST_PEERS:
        return kept.with_columns(pl.lit(None, pl.Int64).alias(c) for c in ("quarter", "quarter_n"))
    others = np.broadcast_to(values, (n, n))[~np.eye(n, dtype=bool)].reshape(n, n - 1)
    quartiles = np.quantile(others, [0.25, 0.5, 0.75], axis=1)
    # As peers.place_in_quarters: a value on a quartile belongs to the quarter below it.
    quarter = pl.Series("quarter", (values > quartiles).sum(axis=0) + 1, pl.Int64)
    return kept.with_columns(quarter, pl.lit(n - 1, pl.Int64).alias("quarter_n"))


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
