"""Answers to queries, kept for all readers as long as the edition is the same."""

from typing import Any, cast

import polars as pl

import tally
from queries import ask, edition_key
from queries.answers import Answer
from queries.row_types import Asks
from shelf import Shelf

__all__ = ["Answer", "answer", "asked"]


# Frames are never changed in place, so all readers may share one.
MOST, HEAVIEST_BYTES = 2000, 256_000_000
_kept: Shelf[pl.DataFrame] = Shelf(MOST, HEAVIEST_BYTES, lambda frame: int(frame.estimated_size()))


def _answer(name: str, **takes: object) -> Answer[Any]:
    """Like `queries.ask`, but remembered. Lists are given as tuples or lists alike."""
    plain = {key: list(v) if isinstance(v, tuple) else v for key, v in takes.items()}
    # As text: 1, 1.0 and True are the same key otherwise.
    key = edition_key(), name, repr(plain)
    kept = True

    def anew() -> pl.DataFrame:
        nonlocal kept
        kept = False
        return ask(name, **plain)

    frame = _kept.get(key, anew)
    tally.answered(kept)
    return Answer(name, plain, frame)


# The same, with the types of each query's rows.
answer = cast(Asks, _answer)


def asked(name: str, **takes: object) -> pl.DataFrame:
    """The rows alone, for `findings`, which asks the edition by whatever it is given."""
    return _answer(name, **takes).frame
