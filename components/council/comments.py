"""What the council itself says of its figures: its own words, with name, office and day."""

import re

import streamlit as st

from components.answers import answer
from components.peers.subject import Subject
from components.words.naming import on_day, safe

WHOSE = (
    "In the council’s own words, unchanged, from the page linked. They change no figure here. How "
    "a council sends one stands in CONTRIBUTING.md of the program."
)


def section(subject: Subject) -> None:
    """Nothing where the council has said nothing."""
    rows = answer("council/comments", council=subject.key).frame.rows(named=True)
    if not rows:
        return
    st.subheader("What the council says", anchor="comments")
    for row in rows:
        with st.container(border=True):
            st.markdown(f"**{_about(row)}**\n\n{safe(row['comment'])}")
            st.caption(
                f"{safe(row['name'])}, {safe(row['role'])}, [{on_day(row['said_on'])}]"
                f"({_address(row)})"
            )
    st.caption(WHOSE)


def _about(row: dict[str, object]) -> str:
    """What it is about and of when."""
    subject = safe(row["about"] or "The council’s figures")
    return f"{subject}, {safe(row['period'])}" if row["period"] else subject


def _address(row: dict[str, object]) -> str:
    """An address from a record, safe inside a markdown link."""
    return re.sub(r"[()\s<>]", lambda found: f"%{ord(found[0]):02X}", str(row["address"]))
