"""The rows under one step of the trail, gathered so that every body stands once in every part."""

import polars as pl


def gathered(frame: pl.DataFrame, levels: list[str], divisor: float | None = None) -> pl.DataFrame:
    """One row per part and body with the sum of its figures, and one where a figure is missing.

    Takes the columns `levels`, `name`, `value`, `status`; `divisor` (residents) turns pounds into
    pounds per head. A body that reported one thing and not another has both rows.
    """
    keys = list(dict.fromkeys([*levels, "name"]))
    known = (
        frame.filter(pl.col("value").is_not_null())
        .group_by(keys, maintain_order=True)
        .agg(pl.col("value").sum() / (divisor or 1), pl.col("status").first())
    )
    absent = (
        frame.filter(pl.col("value").is_null())
        .group_by(keys, maintain_order=True)
        .agg(pl.lit(None, pl.Float64).alias("value"), pl.col("status").first())
    )
    return pl.concat([known.select(*keys, "value", "status"), absent.select(known.columns)])


def cells(frame: pl.DataFrame, levels: list[str]) -> int:
    """How many areas a treemap of these levels would have."""
    return sum(frame.select(levels[: n + 1]).n_unique() for n in range(len(levels)))
