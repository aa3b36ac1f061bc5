"""Pairs of names that were judged by hand, and whether the rules of today link them."""

from pathlib import Path

import polars as pl

from data.build.privacy import kinds
from data.build.suppliers import resolve


def read_pairs(file: str) -> pl.DataFrame:
    """Read a file of pairs: name_a, council_a, number_a, the same of b, and what was judged."""
    return pl.read_csv(Path(__file__).with_name(file), infer_schema=False)


def with_links(pairs: pl.DataFrame) -> pl.DataFrame:
    """Add ``now``: whether the rules link a pair when they see no other names than these."""
    links = resolve(_names(pairs)).links
    supplier = {(row[0], row[1]): row[2] for row in links.iter_rows()}
    linked = [
        supplier[row["name_a"], row["council_a"]] == supplier[row["name_b"], row["council_b"]]
        for row in pairs.iter_rows(named=True)
    ]
    return pairs.with_columns(now=pl.Series(linked, dtype=pl.Boolean))


def persons(pairs: pl.DataFrame) -> list[str]:
    """Give the names of pairs that read like a private person's."""
    names = _names(pairs).select("name").unique()
    return kinds(names, listed=()).filter(kind="person")["name"].to_list()


def share(pairs: pl.DataFrame, condition: pl.Expr) -> float:
    """Give the share of pairs for which something holds."""
    return pairs.filter(condition).height / max(pairs.height, 1)


def _names(pairs: pl.DataFrame) -> pl.DataFrame:
    numbered = "number_a" in pairs.columns
    sides = [
        pairs.select(
            name=f"name_{side}",
            council=f"council_{side}",
            company_number=pl.col(f"number_{side}") if numbered else pl.lit(None, pl.String),
        )
        for side in "ab"
    ]
    return pl.concat(sides).group_by("name", "council").agg(pl.col("company_number").max())
