"""The brief of the council in hand, as files made when they are asked for, past the app."""

from urllib.parse import quote, urlencode

import streamlit as st

from findings.subject import DEFAULT_MODEL, OWN, Subject

# Relative to the page, so that it holds wherever the app is mounted.
FOLDER = "brief"
KINDS = {
    "pdf": "PDF, two pages",
    "docx": "Word, two pages",
    "pptx": "PowerPoint, five slides",
    "xlsx": "Excel, all rows",
}
# What a brief takes of the page's own choices.
CHOICES = ("year", "words")


def brief_address(subject: Subject, kind: str) -> str:
    """With the peers, the year and the words that the page shows."""
    asked = {name: st.query_params.get(name, "") for name in CHOICES}
    if subject.model != DEFAULT_MODEL:
        asked["peers"] = subject.model
    if subject.model == OWN:
        asked["others"] = st.query_params.get("others", "")
    query = urlencode({name: text for name, text in asked.items() if text}, safe=",")
    path = f"{FOLDER}/{quote(str(subject.about['slug']))}.{kind}"
    return f"{path}?{query}" if query else path


def brief_menu(subject: Subject) -> None:
    """Nothing beside an own list that names nobody: there is nothing to compare."""
    if subject.model == OWN and not subject.others:
        return
    with st.popover("Brief", icon=":material/description:", type="tertiary"):
        st.caption("For a committee: the answer, its caveats and the questions to expect.")
        for kind, words in KINDS.items():
            st.link_button(words, brief_address(subject, kind), icon=":material/download:")
