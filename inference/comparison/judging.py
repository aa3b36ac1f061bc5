"""One measure in one period: every council beside the peers of every model, and what may be said.

The same function serves the table `judgement`, made when an edition is assembled, and a reader's
own list of peers.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from inference.comparison.level import PUBLISHED_Z
from inference.comparison.scale import Scale
from inference.comparison.word import FEWEST_PEERS, Polarity, words

# A quartile range of a normal spread is 1.349 standard deviations, and the error of a median of n
# of them is 1.2533 standard deviations over the root of n. Source: McGill, Tukey and Larsen 1978,
# Variations of box plots, The American Statistician 32, 12-16.
MEDIAN_ERROR_OF_QUARTILE_RANGE = 1.2533 / 1.349
TAKEN = (
    "council", "value", "lower", "upper", "left_out_because", "joint_lead", "tau", "funnel_place",
)  # fmt: skip
GIVEN = (
    "council",
    "model",
    "left_out_because",
    "peers_n",
    "peers_median",
    "peers_q1",
    "peers_q3",
    "peers_min",
    "peers_max",
    "below_n",
    "same_n",
    "difference",
    "gap",
    "error",
    "median_error",
    "tau",
    "funnel_place",
    "word",
    "reason",
)


@dataclass(frozen=True)
class Law:
    """What the law must know of a measure."""

    polarity: Polarity
    describes: str
    scale: Scale
    graded: bool = False


def judge(figures: pl.DataFrame, pairs: pl.DataFrame, measure: Law) -> pl.DataFrame:
    """One row for each council and model of `pairs` whose council has a row in `figures`.

    `figures`: one row a council, with the columns of TAKEN (`tau` and `funnel_place` as
    `inference.comparison.spread` gives them). `pairs`: model, council, peer. A council without a
    peer that counts keeps its row, with peers_n 0. `gap` and the errors are on the measure's
    scale, everything else in its unit. Quartiles are of type 7.
    """
    asked = pairs.select("model", "council").unique(maintain_order=True)
    own = figures.select(TAKEN)
    beside = asked.join(own, on="council", how="inner", maintain_order="left").join(
        _peers(own, pairs), on=["model", "council"], how="left", maintain_order="left"
    )
    counts = [pl.col(name).fill_null(0) for name in ("peers_n", "below_n", "same_n")]
    beside = beside.with_columns(counts).with_columns(
        (pl.col("value") - pl.col("peers_median")).alias("difference"),
        pl.col("joint_lead").is_not_null().alias("joint"),
    )
    told = words(
        _on_scale(beside, measure.scale),
        polarity=measure.polarity,
        describes=measure.describes,
        graded=measure.graded,
    )
    return told.with_columns(_enough("peers_q1"), _enough("peers_q3")).select(GIVEN)


def _peers(own: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Summary of the peers that count, and how many lie below the council and level with it."""
    held = own.filter(pl.col("left_out_because").is_null()).select(
        pl.col("council").alias("peer"),
        pl.col("value").alias("theirs"),
        pl.col("joint_lead").alias("their_lead"),
    )
    mine = own.select("council", "value", "joint_lead")
    theirs = pl.col("theirs")
    return (
        pairs.join(held, on="peer", how="inner")
        .join(mine, on="council", how="inner")
        # A partner's figure is the council's own: it is no peer on this measure.
        .filter(~pl.col("their_lead").eq(pl.col("joint_lead")).fill_null(False))
        .group_by("model", "council")
        .agg(
            pl.len().cast(pl.Int64).alias("peers_n"),
            theirs.median().alias("peers_median"),
            theirs.quantile(0.25, "linear").alias("peers_q1"),
            theirs.quantile(0.75, "linear").alias("peers_q3"),
            theirs.min().alias("peers_min"),
            theirs.max().alias("peers_max"),
            (theirs < pl.col("value")).sum().cast(pl.Int64).alias("below_n"),
            (theirs == pl.col("value")).sum().cast(pl.Int64).alias("same_n"),
        )
    )


def _on_scale(beside: pl.DataFrame, scale: Scale) -> pl.DataFrame:
    """`gap`, `error` and `median_error`; null where they cannot be known."""
    value, lower, upper, median, q1, q3 = (
        scale.onto(beside[name].cast(pl.Float64).to_numpy())
        for name in ("value", "lower", "upper", "peers_median", "peers_q1", "peers_q3")
    )
    n = np.maximum(beside["peers_n"].to_numpy(), 1)
    # Limits that are not symmetric: the side that faces the median is the one that counts.
    facing = np.where(value > median, value - lower, upper - value) / PUBLISHED_Z
    made = {
        "gap": value - median,
        "error": np.where(facing >= 0, facing, np.nan),
        "median_error": MEDIAN_ERROR_OF_QUARTILE_RANGE * (q3 - q1) / np.sqrt(n),
    }
    columns = [pl.Series(name, column, nan_to_null=True) for name, column in made.items()]
    return beside.with_columns(columns)


def _enough(name: str) -> pl.Expr:
    """A quartile of too few peers is none."""
    return pl.when(pl.col("peers_n") >= FEWEST_PEERS).then(pl.col(name)).alias(name)
