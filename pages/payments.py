"""Who was paid what?"""

import streamlit as st

from components.brand import brand
from components.payments import coverage, download, finding, names, sections
from components.payments.asked import asked
from components.payments.chips import chips
from components.payments.form import form
from components.payments.listing import listing


def page() -> None:
    st.set_page_config(page_title=f"Payments · {brand().name}")
    st.title("Who was paid what?", anchor="content")
    if coverage.nothing_held():
        return
    one = asked()
    if one.whole:
        coverage.how_much()
    form(one)
    chips(one)
    found = finding.find(one)
    if finding.say(found):
        _results(found)
    elif found.sums is None:
        download.download(found)


def _results(found: finding.Found) -> None:
    st.markdown(
        "On this page: [Over time](#time) · [What for](#category) · [To whom](#suppliers) · "
        "[By council](#councils) · [The payments](#payments) · [Download](#take)"
    )
    sections.over_time(found)
    if found.asked.whole:
        coverage.coverage()
    first, second = st.columns(2, gap="large")
    with first:
        sections.by_kind(found, "category", "What it was for")
    with second:
        sections.by_kind(found, "service", "Which service it was for")
    sections.suppliers(found)
    sections.by_council(found)
    listing(found)
    names.names()
    download.download(found)


page()
