"""Names that only another file of the same council says are a person's, by its type of creditor."""

import polars as pl

from data.build.privacy.rule import kind_of
from data.build.privacy.takedown import digest


def told_by_type(rows: pl.DataFrame) -> pl.DataFrame:
    """Add ``told``: the digest of a name that nothing but its type of creditor says is a person's.

    ``rows`` are those of ``kinds``, not masked yet. The digest outlives the masking of the name,
    so that the council's other files can be asked for it.
    """
    persons = rows.filter((pl.col("kind") == "person") & pl.col("creditor_type").is_not_null())
    names = persons["name"].unique().to_list()
    told = {name: digest(name) for name in names if kind_of(name).kind == "organisation"}
    shown = pl.col("name").replace_strict(told, default=None, return_dtype=pl.String)
    return rows.with_columns(pl.when(pl.col("kind") == "person").then(shown).alias("told"))


def told_elsewhere(names: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Keep of ``names`` (council, name) those whose digest the council has in ``told``."""
    asked = names.join(told, on="council", how="semi").drop_nulls("name")
    digests = pl.Series("told", [digest(name) for name in asked["name"]], dtype=pl.String)
    return asked.with_columns(digests).join(told, on=["council", "told"], how="semi").drop("told")
