"""A column of keys as words, worked out in this thread and never in those of Polars."""

from collections.abc import Callable

import polars as pl

from charts.plain_text import plain


def spelled(column: pl.Series, word: Callable[[object], str]) -> pl.Series:
    """`column` with `word` of each value; what is missing stays missing.

    `map_elements` would run `word` in Polars' own threads, where two readers at once can bring
    the whole server to a stand (docs/decisions.md).
    """
    words = [None if value is None else word(value) for value in column]
    return pl.Series(column.name, words, dtype=pl.String)


def plain_texts(frame: pl.DataFrame) -> pl.DataFrame:
    """Every text of a table as it reads, without marks that turn the writing beside it."""
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    return frame.with_columns(spelled(frame[name], plain) for name in texts)
