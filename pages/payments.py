"""Who was paid what?"""

import streamlit as st

from components.answer_first import drawer
from components.branding import brand
from components.payments import (
    coverage_figure,
    file_download,
    finding,
    further_pages,
    names_of_people,
    of_council,
    sections,
)
from components.payments.narrowing import chips
from components.payments.not_held import nothing_of
from components.payments.payment_list import listing
from components.payments.search_form import form
from components.payments.search_request import asked


def page() -> None:
    st.set_page_config(page_title=f"Payments · {brand().name}")
    st.title("Who was paid what?", anchor="content")
    if coverage_figure.nothing_held():
        return
    one = asked()
    said = st.container()
    with drawer():
        form(one)
    # Everyone's payments are no answer to who asks for one council's.
    with said:
        if nothing_of(one):
            return
        if one.whole:
            coverage_figure.how_much()
    chips(one)
    found = finding.find(one)
    with said:
        is_found = finding.say(found)
        if is_found:
            of_council.answered(found)
    if is_found:
        _results(found)
    elif found.sums is None:
        file_download.download(found)


def _results(found: finding.Found) -> None:
    councils, suppliers = (found.part(name).frame.height for name in ("council", "supplier"))
    _contents(councils > 1, suppliers != 1)
    further_pages.links(found)
    sections.over_time(found)
    if found.asked.whole:
        coverage_figure.coverage_by_council()
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
    names_of_people.names()
    file_download.download(found)


def _contents(councils: bool, suppliers: bool) -> None:
    parts = ["[Over time](#time)", "[What for](#category)"]
    parts += ["[To whom](#suppliers)"] if suppliers else []
    parts += ["[By council](#councils)"] if councils else []
    parts += ["[The payments](#payments)", "[Download](#take)"]
    st.markdown("On this page: " + " · ".join(parts))


page()
