"""Suppliers that are always paid for one thing: weak evidence, kept apart from the words."""

from pathlib import Path

import polars as pl

from data.build.wording.plain_words import plain
from data.build.wording.records import FOLDER, read_payees


def hint(suppliers: pl.Series, folder: Path = FOLDER) -> pl.Series:
    """Give the category that a supplier's name alone tells, else null.

    For payments whose words tell nothing. The whole plain name must be one of the list.
    """
    known = {name: one.category for one in read_payees(folder) for name in one.names}
    return pl.select(
        plain(suppliers).replace_strict(known, default=None, return_dtype=pl.String)
    ).to_series()
