"""Where do the numbers come from, and how do I take them?"""

import streamlit as st

from components.address import pick, refusal, said
from components.answers import answer
from components.branding import brand
from components.data import (
    citing,
    codebook,
    downloads,
    issues,
    reconciliation,
    releases,
    sources,
    sql,
)
from components.data.check_file import upload as check_file
from components.data.wording import SECTIONS
from components.links.data_page import PAGE

DRAW = {
    "sources": sources.section,
    "releases": releases.section,
    "codebook": codebook.section,
    "reconciliation": reconciliation.section,
    "issues": issues.section,
    "check": check_file.section,
    "downloads": downloads.section,
    "sql": sql.section,
    "citation": citing.section,
}


def page() -> None:
    st.set_page_config(page_title=f"Data · {brand().name}")
    st.title("Where the numbers come from, and how to take them", anchor="content")
    _complain()
    if said("measure") and not said("section"):
        st.query_params["section"] = "codebook"
    section = pick(
        st.segmented_control,
        "Show",
        "section",
        list(SECTIONS),
        words=SECTIONS.get,
        required=True,
    )
    st.header(SECTIONS[section])
    DRAW[section]()


def _complain() -> None:
    """A sentence for every part of the address that leads nowhere, and a way on."""
    known = answer("data/sources").frame["source"].to_list()
    found = [
        refusal("section", list(SECTIONS), "section"),
        refusal("measure", codebook.measures_on_offer(), "measure"),
        refusal("source", [sources.EVERY, *known], "source"),
    ]
    wrong = [sentence for sentence in found if sentence]
    if wrong:
        st.warning(" ".join(wrong))
        st.page_link(PAGE, label="See everything on this page", query_params={})


page()
