"""Answers to queries, kept for all readers as long as the edition is the same."""

from typing import NamedTuple

import polars as pl
import streamlit as st

from queries import ask, edition_key, query_of


class Answer(NamedTuple):
    """Rows and how they were asked for, so that a figure can show its own SQL."""

    name: str
    takes: dict[str, object]
    frame: pl.DataFrame

    @property
    def sql(self) -> str:
        """The query as text that DuckDB runs, parameters set first."""
        used = "\n".join(f"SET VARIABLE {k} = {_literal(v)};" for k, v in self.takes.items())
        text = query_of(self.name).text.strip()
        for name in sorted(self.takes, key=len, reverse=True):
            text = text.replace(f"${name}", f"getvariable('{name}')")
        return f"{used}\n{text};" if used else f"{text};"

    def one(self) -> dict[str, object] | None:
        """The only row, or None when there is none."""
        return self.frame.row(0, named=True) if self.frame.height else None


def answer(name: str, **takes: object) -> Answer:
    """Like `queries.ask`, but remembered. Lists are given as tuples or lists alike."""
    plain = {key: list(v) if isinstance(v, tuple) else v for key, v in takes.items()}
    return Answer(name, plain, _kept(edition_key(), name, plain))


# A resource, not data: frames are never changed in place, so all readers may share one.
@st.cache_resource(max_entries=2000, show_spinner=False)
def _kept(edition: str, name: str, takes: dict[str, object]) -> pl.DataFrame:
    return ask(name, **takes)


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, list):
        return "[" + ", ".join(_literal(one) for one in value) + "]"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value)
