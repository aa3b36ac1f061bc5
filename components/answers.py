"""Answers to queries, kept for all readers as long as the edition is the same."""

from typing import Any, cast

import polars as pl
import streamlit as st

from queries import ask, edition_key
from queries.answers import Answer
from queries.row_types import Asks

__all__ = ["Answer", "answer", "asked"]


def _answer(name: str, **takes: object) -> Answer[Any]:
    """Like `queries.ask`, but remembered. Lists are given as tuples or lists alike."""
    plain = {key: list(v) if isinstance(v, tuple) else v for key, v in takes.items()}
    return Answer(name, plain, _kept(edition_key(), name, plain))


# The same, with the types of each query's rows.
answer = cast(Asks, _answer)


def asked(name: str, **takes: object) -> pl.DataFrame:
    """The rows alone, for `findings`, which asks the edition by whatever it is given."""
    return _answer(name, **takes).frame


# A resource, not data: frames are never changed in place, so all readers may share one.
@st.cache_resource(max_entries=2000, show_spinner=False)
def _kept(edition: str, name: str, takes: dict[str, object]) -> pl.DataFrame:
    return ask(name, **takes)
