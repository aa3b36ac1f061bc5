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
from findings.outcomes import judged_of
from findings.subject import OWN, Subject

# As wide as their words are long, so that none of them makes the others high.
WIDTHS = (4.65, 4.1, 2.6)


def first_screen(subject: Subject, period: str | None) -> None:
    """`period` is the year chosen; where its return is missing the newest with figures serves."""
    year = shown_year(subject, period)
    found = outcomes.measured(subject, outcomes.BOTH)[0]
    said = three_sentences(asked, subject, year, found, official=official())
    for place, (name, words) in zip(st.columns(WIDTHS, gap="xsmall"), said.items(), strict=True):
        key = f"card_said_{name.lower()}"
        with place.container(border=True, height="stretch", key=key):
            st.markdown(f"**{name}.** {safe(words)}", help=_help(name))
    if subject.model == OWN and not subject.others:
        st.info(NO_OTHERS)
        return
    if year:
        matrix.rows_by_service(subject, year)
        whom_to_ask.section(subject, year, judged=bool(judged_of(found)))


def _help(name: str) -> str:
    return {
        "Spending": f"{said_of_it()} Spending is never judged.",
        "Results": RULES,
        "Footing": "Reserves and borrowing as the newest returns held here give them.",
    }[name]
