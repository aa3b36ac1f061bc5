"""The word on one figure beside the median of its peers: the law, step by step.

1. Without a figure that may be compared, or with fewer than eight peers, nothing is said.
2. A figure that is a grade is named as a grade, one without a known error by its position.
3. Clear of chance: the difference exceeds Z errors of both figure and median.
4. Stands out: it also exceeds Z times the root of that error and the variance between councils, and
   the council lies outside the adjusted funnel of its group on the same side.
5. Better and worse only for what the council does, and only where it stands out; clear of chance
   alone is "somewhat". What describes the place, or has no direction, is higher or lower.

Sources: Spiegelhalter 2005, Statistics in Medicine 24, 1185-1202; Goldstein and Spiegelhalter 1996,
JRSS A 159, 385-443. Fingertips tests against chance alone, which is step 3.
"""

from typing import Literal, get_args

import polars as pl

from inference.comparison.level import Z

Polarity = Literal["higher", "lower", "neither"]
Word = Literal[
    "better",
    "somewhat_better",
    "similar",
    "somewhat_worse",
    "worse",
    "higher",
    "lower",
    "position",
    "grade",
    "not_judged",
]
WORDS: tuple[Word, ...] = get_args(Word)
# Words that say how a council's own work compares; the others pass no judgement.
JUDGING = ("better", "somewhat_better", "similar", "somewhat_worse", "worse")
FEWEST_PEERS = 8


def words(
    beside: pl.DataFrame, *, polarity: Polarity, describes: str, graded: bool
) -> pl.DataFrame:
    """`word` and `reason` (why there is none) for each row of `beside`.

    Takes, on the measure's scale: `gap` (figure less median), `error` (of the figure, towards the
    median), `median_error`, `tau`; and `left_out_because` (the council's own), `joint`, `peers_n`,
    `funnel_place` (inside, above, below; null where no funnel can be drawn).
    """
    reason = (
        pl.when(pl.col("left_out_because").is_not_null())
        .then("left_out_because")
        .when(pl.col("joint"))
        .then(pl.lit("joint"))
        .when(pl.col("peers_n") < FEWEST_PEERS)
        .then(pl.lit("too_few_peers"))
    )
    told = beside.with_columns(reason.alias("reason")).with_columns(
        _clear().alias("clear"), _stands_out().alias("stands_out")
    )
    word = (
        pl.when(pl.col("reason").is_not_null())
        .then(pl.lit("not_judged"))
        .when(pl.lit(graded))
        .then(pl.lit("grade"))
        .when(pl.col("error").is_null())
        .then(pl.lit("position"))
        .when(~pl.col("clear"))
        .then(pl.lit("similar"))
        .otherwise(_direction(polarity, describes))
    )
    return told.with_columns(word.alias("word"))


def _spread(*errors: str) -> pl.Expr:
    return pl.sum_horizontal(pl.col(name) ** 2 for name in errors).sqrt()


def _clear() -> pl.Expr:
    chance = _spread("error", "median_error")
    return (pl.col("gap").abs() > Z * chance).fill_null(False)


def _stands_out() -> pl.Expr:
    between = _spread("error", "median_error", "tau")
    side = pl.when(pl.col("gap") > 0).then(pl.lit("above")).otherwise(pl.lit("below"))
    beyond = (pl.col("gap").abs() > Z * between) & pl.col("tau").is_not_null()
    return (beyond & (pl.col("funnel_place") == side)).fill_null(False)


def _direction(polarity: Polarity, describes: str) -> pl.Expr:
    above = pl.col("gap") > 0
    if polarity == "neither" or describes != "council":
        return pl.when(above).then(pl.lit("higher")).otherwise(pl.lit("lower"))
    good = above if polarity == "higher" else ~above
    strong = pl.when(good).then(pl.lit("better")).otherwise(pl.lit("worse"))
    weak = pl.when(good).then(pl.lit("somewhat_better")).otherwise(pl.lit("somewhat_worse"))
    return pl.when(pl.col("stands_out")).then(strong).otherwise(weak)
