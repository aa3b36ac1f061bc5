"""What to know before any figure: a missing return, few residents, who it was, what befell it."""

import streamlit as st

from components.council import identity
from components.council.spending_years import missing_return
from components.peers import events
from components.peers.subject import Subject


def said_first(subject: Subject, period: str | None) -> None:
    with st.container(key="status"):
        if lacks := period and missing_return(subject, period):
            st.warning(lacks, icon=":material/warning:")
        identity.history(subject.about)
        events.strip(subject)
