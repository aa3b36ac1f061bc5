"""Ranks with their intervals, by simulation; a rank is never given without one.

Each draw gives every council a value that its 95% interval allows, and ranks them all again; the
middle 95% of a council's ranks is the interval of its rank. Source: Goldstein and Spiegelhalter
1996, League tables and their limitations, JRSS A 159, 385-443.

Draws follow a two-piece normal: half of them lie on either side of the value, and each side is
stretched so that one draw in forty lies beyond the limit. So the limits, published or made by
Wilson's or Byar's method, come back as they are on any scale, however lopsided they stand.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from inference.comparison.eligible import compared, with_reasons
from inference.comparison.peers import FEWEST_PEERS
from inference.comparison.word import Polarity

DRAWS = 2000
SEED = 1996
Z_OF_LIMIT = 1.959963984540054  # 97.5th percentile of the standard normal
# Beyond 97.5% a rank's interval would rest on fewer than 50 of the draws.
TAIL = 0.025


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
    draws: int = DRAWS,
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
    ranked = _ranked(rankable, polarity, draws) if whole_reason is None else _NONE_RANKED
    because = pl.coalesce("left_out_because", pl.lit(whole_reason, pl.String))
    return (
        reasons.select("council", because.alias("no_rank_because"))
        .join(made, on="council", how="left", maintain_order="left")
        .join(ranked, on="council", how="left", maintain_order="left")
        .select("council", *ranked.columns[1:], "quarter", "quarter_n", "no_rank_because")
    )


def simulated_ranks(
    value: NDArray[np.float64],
    lower: NDArray[np.float64],
    upper: NDArray[np.float64],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> NDArray[np.int64]:
    """draws x councils: rank of each council in each draw, 1 the highest value.

    Equal draws are told apart at random, so that councils in a tie share its places.
    """
    random = np.random.default_rng(seed)
    z = random.standard_normal((draws, value.size))
    below, above = (value - lower) / Z_OF_LIMIT, (upper - value) / Z_OF_LIMIT
    drawn = value + z * np.where(z < 0, np.maximum(below, 0), np.maximum(above, 0))
    nudge = np.finfo(np.float64).eps * 16 * max(np.abs(value).max(), 1e-300)
    order = np.argsort(-(drawn + nudge * z), axis=1)
    ranked = np.empty_like(order)
    np.put_along_axis(ranked, order, np.arange(1, value.size + 1)[None, :], axis=1)
    return ranked


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


def _ranked(rankable: pl.DataFrame, polarity: Polarity, draws: int) -> pl.DataFrame:
    value, lower, upper = (rankable[c].to_numpy() for c in ("value", "lower", "upper"))
    if polarity == "lower":
        value, lower, upper = -value, -upper, -lower
    drawn = np.sort(simulated_ranks(value, lower, upper, draws=draws).T.astype(np.int16), axis=1)
    # The draws just outside the middle 95%, so that the interval is never too short.
    best, worst = drawn[:, int((draws - 1) * TAIL)], drawn[:, -1 - int((draws - 1) * TAIL)]
    better = (value[None, :] > value[:, None]).sum(axis=1)
    rank = better + 1
    return pl.DataFrame(
        {
            "council": rankable["council"],
            "rank": rank,
            "tied": (value[None, :] == value[:, None]).sum(axis=1) > 1,
            # Noise added to noise draws the extremes inwards; their own rank stays in.
            "rank_lower": np.minimum(best, rank),
            "rank_upper": np.maximum(worst, rank),
            "ranked_n": np.full(rank.size, rank.size),
        }
    )
