"""Which councils of a frame stand in a rank, a mean or an n.

Why a figure may not be compared is decided in data/comparison.sql and comes along as
`left_out_because`; here is only what a statistic asks for besides.
"""

from collections.abc import Iterable

import polars as pl

OPTIONAL = {
    "left_out_because": (pl.String, None),
    "lower": (pl.Float64, None),
    "upper": (pl.Float64, None),
}


def with_reasons(frame: pl.DataFrame, *, interval: bool = False) -> pl.DataFrame:
    """The frame with `left_out_because`: null for a council that may be compared.

    Takes `council`, `value` and the optional `left_out_because`, `lower` and `upper` (null where
    absent). `interval` asks for 95% limits as well: no_interval where there are none. Raises
    ValueError when a council stands twice.
    """
    if frame["council"].n_unique() != frame.height:
        raise ValueError("a council stands twice in the frame")
    frame = _with_optional(frame)
    known = pl.col("value").is_finite().fill_null(False)
    reason = (
        pl.when(pl.col("left_out_because").is_not_null())
        .then("left_out_because")
        .when(~known)
        .then(pl.lit("no_value"))
    )
    if interval:
        reason = reason.when(~_has_interval()).then(pl.lit("no_interval"))
    return frame.with_columns(reason.alias("left_out_because"))


def compared(frame: pl.DataFrame) -> pl.DataFrame:
    """Rows of `with_reasons` that may be compared, in order of council key.

    The order makes every sum and draw the same whatever the order of the rows that came in.
    """
    return frame.filter(pl.col("left_out_because").is_null()).sort("council")


def left_out(frame: pl.DataFrame, also: Iterable[str] = ()) -> pl.DataFrame:
    """`council`, `left_out_because` (and the columns `also`) of those that may not."""
    chosen = ["council", *also, "left_out_because"]
    return frame.filter(pl.col("left_out_because").is_not_null()).select(chosen).sort("council")


def _with_optional(frame: pl.DataFrame) -> pl.DataFrame:
    absent = [
        pl.lit(default, kind).alias(name)
        for name, (kind, default) in OPTIONAL.items()
        if name not in frame.columns
    ]
    numbers = [c for c in ("value", "lower", "upper") if c in frame.columns]
    return frame.with_columns(*absent, pl.col(numbers).cast(pl.Float64))


def _has_interval() -> pl.Expr:
    lower, upper = pl.col("lower"), pl.col("upper")
    return (lower.is_finite() & upper.is_finite() & (lower <= upper)).fill_null(False)
