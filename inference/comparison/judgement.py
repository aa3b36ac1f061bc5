"""What may be said of one council's figure beside its peers, as pages and files take it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from inference.comparison.place import Place, place_among
from inference.comparison.stability import SAID, Stability
from inference.comparison.word import Word


@dataclass(frozen=True)
class Judgement:
    """`reason` is set when the word is "not_judged"; `grade` when it is "grade".

    `place` is known wherever the figure and a peer's are; `stability` wherever a word is said.
    """

    word: Word
    reason: str | None = None
    place: Place | None = None
    grade: str | None = None
    stability: Stability | None = None


def judgement_of(row: Mapping[str, Any], grades: Sequence[str] = ()) -> Judgement:
    """From a row of the table judgement, or of `judging.judge`, with the figure as `value`.

    `grades` are the measure's, in the order of the values 1, 2, 3.
    """
    word = row["word"]
    counts = [row[name] for name in ("below_n", "same_n", "peers_n")]
    known = row["value"] is not None and row["left_out_because"] is None and None not in counts
    return Judgement(
        word,
        row["reason"],
        place_among(*counts) if known else None,
        grade_of(row["value"], grades) if word == "grade" else None,
        _stability(row) if word in SAID else None,
    )


def grade_of(value: float | None, grades: Sequence[str]) -> str | None:
    """The grade that a value stands for; None for a value that is none."""
    if value is None or value != int(value) or not 1 <= value <= len(grades):
        return None
    return grades[int(value) - 1]


def _stability(row: Mapping[str, Any]) -> Stability | None:
    counts = [row[name] for name in ("holds_n", "judged_n", "models_n")]
    return None if None in counts else Stability(row["word"], *counts)
