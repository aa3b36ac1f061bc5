"""Which councils may stand in a rank, a scale, a mean or an n, and why the others may not.

One rule for every comparison, so that a council left out of one is left out of all. A council
that does not run the service should not be in the frame at all; if it is, its status says so.
"""

from collections.abc import Iterable
from typing import Literal

import polars as pl

from inference.comparison.word import SHOWN_STATUSES

LeftOut = Literal[
    "not_responsible",
    "not_submitted",
    "suppressed",
    "not_comparable",
    "not_collected",
    "not_held",
    "no_value",
    "sparse",
    "small_denominator",
    "no_interval",
]
OPTIONAL = {
    "status": (pl.String, "published"),
    "sparse": (pl.Boolean, False),
    "denominator": (pl.Float64, None),
    "lower": (pl.Float64, None),
    "upper": (pl.Float64, None),
}


def with_reasons(
    frame: pl.DataFrame, *, min_denominator: float | None = None, interval: bool = False
) -> pl.DataFrame:
    """The frame with `left_out_because`: null for a council that may be compared.

    Takes `council` and `value`; uses `status`, `sparse`, `denominator`, `lower` and `upper` where
    they are there (added as their defaults where not). `interval` asks for 95% limits as well.
    """
    if frame["council"].n_unique() != frame.height:
        raise ValueError("a council stands twice in the frame")
    frame = with_defaults(frame)
    shown = pl.col("status").is_in(list(SHOWN_STATUSES))
    known = pl.col("value").is_finite().fill_null(False)
    reason = (
        pl.when(~shown)
        .then(pl.col("status"))
        .when(~known)
        .then(pl.lit("no_value"))
        .when(pl.col("sparse").fill_null(False))
        .then(pl.lit("sparse"))
    )
    if min_denominator:
        enough = (pl.col("denominator") >= min_denominator).fill_null(False)
        reason = reason.when(~enough).then(pl.lit("small_denominator"))
    if interval:
        reason = reason.when(~_has_interval()).then(pl.lit("no_interval"))
    return frame.with_columns(reason.alias("left_out_because"))


def with_defaults(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with the optional columns, numbers as float64."""
    absent = [
        pl.lit(default, kind).alias(name)
        for name, (kind, default) in OPTIONAL.items()
        if name not in frame.columns
    ]
    numbers = [c for c in ("value", "denominator", "lower", "upper") if c in frame.columns]
    return frame.with_columns(*absent, pl.col(numbers).cast(pl.Float64))


def compared(frame: pl.DataFrame) -> pl.DataFrame:
    """Rows of `with_reasons` that may be compared, in order of council key.

    The order makes every sum and draw the same whatever the order of the rows that came in.
    """
    return frame.filter(pl.col("left_out_because").is_null()).sort("council")


def left_out(frame: pl.DataFrame, also: Iterable[str] = ()) -> pl.DataFrame:
    """`council`, `left_out_because` (and the columns `also`) of those that may not."""
    chosen = ["council", *also, "left_out_because"]
    return frame.filter(pl.col("left_out_because").is_not_null()).select(chosen).sort("council")


def _has_interval() -> pl.Expr:
    lower, upper = pl.col("lower"), pl.col("upper")
    return (lower.is_finite() & upper.is_finite() & (lower <= upper)).fill_null(False)
