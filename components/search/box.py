"""The search box of the masthead: suggestions while somebody types, a way to all answers."""

import streamlit as st

from components.search import answers
from components.search.finding import find
from components.search.spelling import LONGEST

LABEL = "Search everything"
PLACEHOLDER = "Council, postcode, service, supplier …"
FEWEST_LETTERS = 2


def search_box(here: str) -> None:
    """`here` tells pages apart: on another page the box is empty again."""
    if st.session_state.get("searched at") != here:
        st.session_state["searched at"] = here
        st.session_state["search"] = ""
    _box()


@st.fragment
def _box() -> None:
    # A fragment of its own: a letter more asks for this box again, not for the page.
    with st.container(key="searchbar", gap=None):
        text = st.text_input(
            LABEL,
            key="search",
            type="search",
            placeholder=PLACEHOLDER,
            live=True,
            icon=":material/search:",
            label_visibility="collapsed",
        )
        text = (text or "").strip()[:LONGEST]
        if len(text) < FEWEST_LETTERS:
            return
        with st.container(key="answers", gap="xsmall"):
            found = find(text)
            answers.say(found)
            answers.draw(found, members=False)
            st.page_link(
                "pages/home.py",
                label="All answers on a page of their own",
                icon=":material/arrow_forward:",
                query_params={"find": text},
            )
