"""Does a verdict survive another choice of peers? The verdict under every peer model, and a count.

A council may look worse than one set of neighbours and no different from another. One comparison
alone would hide that, so all are given side by side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from inference.comparison.eligible import with_reasons
from inference.comparison.peers import peers_by
from inference.comparison.word import Polarity, Verdict, Word, judge


@dataclass(frozen=True)
class ModelVerdict:
    """The verdict beside the median of one model's `n` peers (None without a peer)."""

    model: str
    verdict: Verdict
    n: int
    median: float | None


@dataclass(frozen=True)
class Stability:
    """`count` of the `judged` models give `word`, the verdict most of them give.

    `word` is None when none could judge, or when two words are given equally often; `others`
    counts the words given. `steady` when every model that could judge gives the same word.
    """

    word: Word | None
    count: int
    judged: int
    models: int
    others: tuple[tuple[Word, int], ...]

    @property
    def steady(self) -> bool:
        return self.judged > 0 and self.count == self.judged


def verdicts_by_model(
    own: dict[str, object],
    peers: pl.DataFrame,
    *,
    polarity: Polarity,
    models: Sequence[str] | None = None,
    min_denominator: float | None = None,
) -> list[ModelVerdict]:
    """The verdict on one measure under each model.

    `own` is the subject's row: council, value, status and optional lower, upper, denominator.
    `peers`: one row per model and peer: model, council, value; optional status, sparse,
    denominator. The subject among its peers is left out. `models` gives the order and keeps a
    model that has no peer; without it models stand in order of name.
    """
    order = list(models) if models is not None else sorted(peers["model"].unique().to_list())
    groups = peers_by(_sound(peers, min_denominator), "model", str(own["council"]))
    found = {row["model"]: row for row in groups.iter_rows(named=True)}
    made = []
    for model in order:
        row = found.get(model, {"peers_n": 0, "peers_median": None})
        verdict = judge(
            own["value"],
            own.get("lower"),
            own.get("upper"),
            row["peers_median"],
            polarity=polarity,
            n_peers=row["peers_n"],
            status=own.get("status", "published"),
            denominator=own.get("denominator"),
            min_denominator=min_denominator,
        )
        made.append(ModelVerdict(model, verdict, row["peers_n"], row["peers_median"]))
    return made


def summarise(verdicts: Iterable[ModelVerdict]) -> Stability:
    """How many models give the same word; a model that cannot judge counts in `models` alone."""
    verdicts = list(verdicts)
    words = [one.verdict.word for one in verdicts if one.verdict.word != "not_judged"]
    counts = sorted(((w, words.count(w)) for w in set(words)), key=lambda c: (-c[1], c[0]))
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        count = counts[0][1] if counts else 0
        return Stability(None, count, len(words), len(verdicts), tuple(counts))
    word, count = counts[0]
    return Stability(word, count, len(words), len(verdicts), tuple(counts))


def _sound(peers: pl.DataFrame, min_denominator: float | None) -> pl.DataFrame:
    """Peers that may be compared; each model's peers are looked at on their own."""
    parts = [
        with_reasons(group, min_denominator=min_denominator)
        .filter(pl.col("left_out_because").is_null())
        .select("model", "council", "value")
        for group in peers.partition_by("model", maintain_order=True)
    ]
    empty = pl.DataFrame(schema={"model": pl.String, "council": pl.String, "value": pl.Float64})
    return pl.concat([empty, *parts])
