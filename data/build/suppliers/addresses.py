"""Addresses that a supplier may have had: those that its other spellings make."""

import polars as pl

from data.build.suppliers.slugs import slug

# A letter or two are no name that somebody kept the address of.
SHORTEST = 3


def addresses_of(names: pl.DataFrame) -> pl.DataFrame:
    """Spellings (supplier, name, own: its address now) -> (slug, supplier, name), in order.

    One row for each address and supplier, of the first of the spellings that make it; none for
    its own. Of two names that made one address an earlier edition gave the second a piece of a
    digest behind it: nobody can tell which that was, so those are not among them.
    """
    return (
        names.with_columns(slug=pl.col("name").map_elements(slug, return_dtype=pl.String))
        .filter(pl.col("slug") != pl.col("own"), pl.col("slug").str.len_chars() >= SHORTEST)
        .group_by("slug", "supplier")
        .agg(pl.col("name").min())
        .sort("slug", "supplier")
    )
