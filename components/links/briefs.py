"""The brief of what the page is about, as files made when they are asked for, past the app."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

import streamlit as st

# Relative to the page, so that it holds wherever the app is mounted.
FOLDER = "brief"
KINDS = {
    "pdf": "PDF, two pages",
    "docx": "Word, two pages",
    "pptx": "PowerPoint, five slides",
    "xlsx": "Excel, all rows",
}


def brief_address(name: str, kind: str, asked: Mapping[str, str]) -> str:
    """`name` is below `brief/`: leeds, or service/environment; empty choices are left out."""
    query = urlencode({key: text for key, text in asked.items() if text}, safe=",")
    path = f"{FOLDER}/{quote(name)}.{kind}"
    return f"{path}?{query}" if query else path


def brief_menu(name: str, asked: Mapping[str, str], *, quiet: bool = False) -> None:
    """`quiet` stands in a line with other ways on, without a frame."""
    how = {"type": "tertiary"} if quiet else {"width": "stretch"}
    with st.popover("Brief", icon=":material/description:", **how):
        st.caption("For a committee: the answer, its caveats and the questions to expect.")
        for kind, words in KINDS.items():
            st.link_button(words, brief_address(name, kind, asked), icon=":material/download:")
