"""The panel as Stata reads it: statuses and kinds as numbers with labels, words of each."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import polars as pl

from data.build.panel.columns import Column

# Position is the number; a status more goes to the end, so that numbers stay.
STATUSES = (
    "published", "estimated", "derived", "not_responsible", "not_submitted", "suppressed",
    "not_comparable", "not_collected", "not_held",
)  # fmt: skip
LABELLED = {"series": ("own", "backcast")}
LONGEST_LABEL = 80


def labels_of(frame: pl.DataFrame) -> dict[str, dict[int, str]]:
    """For each column of a closed list of words: number -> word, from 1."""
    made = {}
    for name in frame.columns:
        words = STATUSES if name.endswith("_st") else LABELLED.get(name)
        if name in {"council_class", "tier", "nation", "region"}:
            words = tuple(sorted(frame[name].drop_nulls().unique()))
        if words:
            made[name] = dict(enumerate(words, 1))
    return made


def write_stata(
    frame: pl.DataFrame, columns: Sequence[Column], title: str, edition: str, path: Path
) -> None:
    """Version 118: Stata 14 and later, text in UTF-8. Its time is the edition's: the same bytes."""
    labels = labels_of(frame)
    numbered = frame.with_columns(
        *(
            pl.col(name).replace_strict(
                {word: n for n, word in words.items()}, return_dtype=pl.Int8
            )
            for name, words in labels.items()
        ),
        *(pl.col(name).cast(pl.Int8) for name, kind in frame.schema.items() if kind == pl.Boolean),
    )
    numbered.with_columns(pl.col(pl.String).fill_null("")).to_pandas().to_stata(
        path,
        version=118,
        write_index=False,
        time_stamp=datetime.fromisoformat(edition[:10]),
        data_label=f"{title}. {edition}"[:LONGEST_LABEL],
        variable_labels={one.name: _label(one) for one in columns},
        value_labels=labels,
    )


def _label(one: Column) -> str:
    words = f"{one.meaning} ({one.unit})" if one.unit else one.meaning
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1] + "…"
