"""Who was paid what?"""

import streamlit as st

from components.brand import brand
from components.payments import coverage, download, finding, links, names, sections
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
    councils, suppliers = (found.part(name).frame.height for name in ("council", "supplier"))
    _contents(councils > 1, suppliers != 1)
    links.links(found)
    sections.over_time(found)
    if found.asked.whole:
        coverage.coverage()
    first, second = st.columns(2, gap="large")
    with first:
        sections.by_kind(found, "category", "What it was for")
    with second:
        sections.by_kind(found, "service", "Which service it was for")
    # One bar by itself compares nothing.
    if suppliers != 1:
        sections.suppliers(found)
    if councils > 1:
        sections.by_council(found)
    listing(found)
    names.names()
    download.download(found)


def _contents(councils: bool, suppliers: bool) -> None:
    parts = ["[Over time](#time)", "[What for](#category)"]
    parts += ["[To whom](#suppliers)"] if suppliers else []
    parts += ["[By council](#councils)"] if councils else []
    parts += ["[The payments](#payments)", "[Download](#take)"]
    st.markdown("On this page: " + " · ".join(parts))


page()
