"""The first screen: three sentences, then the matrix, then whom to ask."""

import streamlit as st

from charts.judgement_sentences import RULES
from components.answers import asked
from components.council import matrix, outcomes, whom_to_ask
from components.council.spending_years import shown_year
from components.peers.choosing import NO_OTHERS
from components.words.decided import said_of_it
from components.words.naming import official, safe
from findings.opening import three_sentences
from findings.subject import OWN, Subject


def first_screen(subject: Subject, period: str | None) -> None:
    """`period` is the year chosen; where its return is missing the newest with figures serves."""
    year = shown_year(subject, period)
    said = _said(subject, year)
    for place, (name, words) in zip(st.columns(len(said)), said.items(), strict=True):
        key = f"card_said_{name.lower()}"
        with place.container(border=True, height="stretch", key=key):
            st.markdown(f"**{name}.** {safe(words)}", help=_help(name))
    if subject.model == OWN and not subject.others:
        st.info(NO_OTHERS)
        return
    if year:
        matrix.rows_by_service(subject, year)
        whom_to_ask.section(subject, year)


def _said(subject: Subject, period: str | None) -> dict[str, str]:
    found = outcomes.measured(subject, outcomes.BOTH)[0]
    return three_sentences(asked, subject, period, found, official=official())


def _help(name: str) -> str:
    return {
        "Spending": f"{said_of_it()} Spending is never judged.",
        "Results": RULES,
        "Footing": "Reserves and borrowing as the newest returns held here give them.",
    }[name]
