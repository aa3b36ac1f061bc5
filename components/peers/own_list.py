"""Judgements beside a reader's own list of peers, kept while the edition is the same."""

import polars as pl
import streamlit as st

from components.answers import answer
from findings import own_list
from findings.own_list import judged_beside, replaced
from findings.subject import OWN, Subject
from queries import edition_key

__all__ = ["beside_own_list", "judged_beside", "own_judgements", "replaced"]


def own_judgements(
    subject: Subject, measures: pl.DataFrame, models: pl.DataFrame | None = None
) -> pl.DataFrame:
    """`judged_beside` of the subject's list, kept as long as the edition is the same.

    `measures` has measure, period, tau, funnel_place, polarity, describes, interval_method, unit
    and grades; `models` is compare/peer_models of the same, asked for where it is not at hand.
    """
    shown = {"measures": measures["measure"].to_list(), "periods": measures["period"].to_list()}
    if models is None:
        models = answer("compare/peer_models", council=subject.key, **shown).frame
    return _kept(edition_key(), subject.key, subject.others, shown, measures, models)


# A resource: nothing in it is changed. What is named with an underscore follows from the rest.
@st.cache_resource(max_entries=300, show_spinner=False)
def _kept(
    edition: str,
    council: str,
    others: tuple[str, ...],
    shown: dict[str, list[str]],
    _measures: pl.DataFrame,
    _models: pl.DataFrame,
) -> pl.DataFrame:
    figures = answer("compare/figures", council=council, model=OWN, others=others, **shown)
    return judged_beside(_measures, figures.frame, _models, council)


def beside_own_list(subject: Subject, measures: pl.DataFrame) -> pl.DataFrame:
    """`findings.own_list.beside_own_list`, with judgements that are kept."""
    return own_list.beside_own_list(subject, measures, own_judgements)
