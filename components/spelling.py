"""A column of keys as words, worked out in this thread and never in those of Polars."""

from collections.abc import Callable

import polars as pl


def spelled(column: pl.Series, word: Callable[[object], str]) -> pl.Series:
    """`column` with `word` of each value; what is missing stays missing.

    `map_elements` would run `word` in Polars' own threads, where two readers at once can bring
    the whole server to a stand (docs/decisions.md).
    """
    words = [None if value is None else word(value) for value in column]
    return pl.Series(column.name, words, dtype=pl.String)
