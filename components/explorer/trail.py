"""The way from the whole to a part: steps in any order, written as one word of the address.

`trail=service:education,region:North West` reads: of the whole, schools; of those, the North West.
"""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from components.words.naming import class_words, official
from components.words.spelling import spelled

LONGEST = 5
NO_REGION = "none"
# What a whole can be parted by -> the column that holds its keys.
DIMENSIONS = {
    "service": "service",
    "line": "line",
    "part": "component",
    "class": "class",
    "region": "region",
    "council": "slug",
}
WORDS = {
    "service": "Service",
    "line": "Line of a service",
    "part": "Part of spending",
    "class": "Kind of body",
    "region": "Region",
    "council": "Body",
}


class Step(NamedTuple):
    """`key` is what the address says, `words` what a reader sees."""

    dimension: str
    key: str
    words: str


class Refused(NamedTuple):
    """What of an address led somewhere, and the first word of it that did not."""

    steps: list[Step]
    word: str | None


def worded(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows of a query with a column of words for each dimension, named as in WORDS."""
    name, line = ("official_name", "line_official") if official() else ("plain_name", "line_plain")
    return frame.with_columns(
        pl.col("region").fill_null(NO_REGION),
        pl.col(name).alias(WORDS["service"]),
        pl.col(line).fill_null("Not told apart").alias(WORDS["line"]),
        pl.col("part").alias(WORDS["part"]),
        spelled(frame["class"], _class).alias(WORDS["class"]),
        pl.col("region").fill_null("Bodies held under no region").alias(WORDS["region"]),
        pl.col("name").alias(WORDS["council"]),
    )


def keys(frame: pl.DataFrame, dimension: str) -> dict[str, str]:
    """Key -> words of a dimension, in the order of the rows. Takes a `worded` frame."""
    pairs = frame.select(DIMENSIONS[dimension], WORDS[dimension]).unique(maintain_order=True)
    return {str(key): words for key, words in pairs.iter_rows() if key is not None}


def read(text: str | None, known: Mapping[str, Mapping[str, str]]) -> Refused:
    """The steps of an address as far as they lead; `known` has keys and words by dimension."""
    steps: list[Step] = []
    for word in (text or "").split(","):
        if not word:
            continue
        dimension, _, key = word.partition(":")
        again = dimension in {step.dimension for step in steps}
        if key not in known.get(dimension, {}) or again or len(steps) == LONGEST:
            return Refused(steps, word)
        steps.append(Step(dimension, key, known[dimension][key]))
    return Refused(steps, None)


def write(steps: list[Step]) -> str:
    return ",".join(f"{step.dimension}:{step.key}" for step in steps)


def _class(kind: str) -> str:
    words = class_words(kind)
    return words[:1].upper() + words[1:]
