"""What to know before any figure: a missing return, few residents, who it was, what befell it."""

import streamlit as st

from components.council import identity
from components.council.spending_years import missing_return
from components.peers import events
from components.peers.subject import Subject


def said_first(subject: Subject, period: str | None) -> None:
    """One list, a line each; nothing where nothing is to be said."""
    lacks = missing_return(subject, period) if period else None
    lines = [f":material/warning: **{lacks}**"] if lacks else []
    lines += identity.history(subject.about)
    known = events.told(subject)
    with st.container(key="status"):
        identity.ended(subject.about)
        if lines or known.lines:
            words = "\n".join(f"- {line}" for line in [*lines, *known.lines])
            st.markdown(words, help=known.help)
