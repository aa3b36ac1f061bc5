"""The rows under one step of the trail, gathered so that every body stands once in every part."""

import polars as pl


def gathered(frame: pl.DataFrame, levels: list[str]) -> pl.DataFrame:
    """One row per part and body with the sum of its figures, and one where a figure is missing.

    Takes the columns `levels`, `name`, `value`, `status`, `runs`. A body that reported one thing
    and not another has both rows; it runs the part where it runs one of its services.
    """
    keys = list(dict.fromkeys([*levels, "name"]))
    known = (
        frame.filter(pl.col("value").is_not_null())
        .group_by(keys, maintain_order=True)
        .agg(pl.col("value").sum(), pl.col("status").first(), pl.col("runs").any())
    )
    absent = (
        frame.filter(pl.col("value").is_null())
        .group_by(keys, maintain_order=True)
        .agg(
            pl.lit(None, pl.Float64).alias("value"),
            pl.col("status").first(),
            pl.col("runs").any(),
        )
    )
    return pl.concat([known.select(*keys, "value", "status", "runs"), absent.select(known.columns)])


def cells(frame: pl.DataFrame, levels: list[str]) -> int:
    """How many areas a treemap of these levels would have."""
    return sum(frame.select(levels[: n + 1]).n_unique() for n in range(len(levels)))
