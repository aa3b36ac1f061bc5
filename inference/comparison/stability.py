"""Does a word survive another choice of peers? Counted over every published way of choosing them.

A council may look worse than one set of neighbours and no different from another. One comparison
alone would hide that, so the count stands beside the word wherever the word stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from inference.comparison.word import JUDGING, Word

# "usual" is one of the others, service by service; a reader's own list proves nothing.
NOT_COUNTED = ("usual", "own")
SAID = (*JUDGING, "higher", "lower")


@dataclass(frozen=True)
class Stability:
    """The word comes out under `holds` of the `judged` peer models that give any word."""

    word: Word
    holds: int
    judged: int
    models: int

    @property
    def steady(self) -> bool:
        return self.judged > 0 and self.holds == self.judged


def with_stability(judgements: pl.DataFrame) -> pl.DataFrame:
    """Judgements of one measure and period with `holds_n`, `judged_n` and `models_n`.

    Takes council, model and word. A model that gives no word counts in `models_n` alone.
    """
    counted = judgements.filter(~pl.col("model").is_in(NOT_COUNTED))
    said = pl.col("word").is_in(SAID)
    each = counted.group_by("council").agg(
        pl.len().cast(pl.Int64).alias("models_n"), said.sum().cast(pl.Int64).alias("judged_n")
    )
    same = (
        counted.filter(said)
        .group_by("council", "word")
        .agg(pl.len().cast(pl.Int64).alias("holds_n"))
    )
    counts = [pl.col(name).fill_null(0) for name in ("models_n", "judged_n", "holds_n")]
    return (
        judgements.join(each, on="council", how="left", maintain_order="left")
        .join(same, on=["council", "word"], how="left", maintain_order="left")
        .with_columns(counts)
    )


def usual_word(words: Sequence[Word]) -> Stability:
    """The word given most often, and how often; "not_judged" where none is, the first of a tie."""
    said = [word for word in words if word in SAID]
    word: Word = max(said, key=said.count) if said else "not_judged"
    return Stability(word, said.count(word), len(said), len(words))
