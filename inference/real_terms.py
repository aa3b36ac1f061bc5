"""Money of one year in the prices of another."""

import polars as pl


def real_terms(cash: float, index: float, base_index: float) -> float:
    """`cash` of a year whose deflator is `index`, in the prices of the base year."""
    if index <= 0 or base_index <= 0:
        raise ValueError("a deflator is above zero")
    return cash * base_index / index


def in_real_terms(
    frame: pl.DataFrame, deflator: pl.DataFrame, *, base_period: str, columns: list[str]
) -> pl.DataFrame:
    """The frame with each of `columns` (£, cash) in the prices of `base_period`.

    Takes `period` in both frames and `index` in `deflator`. A period the deflator doesn't cover
    becomes null, never cash passed off as real terms. Raises when the base year has no index.
    """
    base = deflator.filter(pl.col("period") == base_period)["index"].drop_nulls()
    if base.len() != 1:
        raise ValueError(f"the deflator has no single index for {base_period}")
    rate = deflator.select("period", (base.item() / pl.col("index")).alias("_to_base"))
    joined = frame.join(rate, on="period", how="left", maintain_order="left")
    return joined.with_columns(pl.col(columns) * pl.col("_to_base")).drop("_to_base")
