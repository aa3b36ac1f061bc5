"""Who was paid what?"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.branding import brand
from components.payments import (
    coverage_figure,
    file_download,
    finding,
    further_pages,
    map_of_payers,
    names_of_people,
    of_all,
    of_council,
    sections,
)
from components.payments.narrowing import chips
from components.payments.not_held import nothing_of
from components.payments.parts_of_page import offered, opened_by_an_old_address
from components.payments.payment_list import listing
from components.payments.search_form import form
from components.payments.search_request import Asked, asked
from components.tabs import open_tabs


def page() -> None:
    st.set_page_config(page_title=f"Payments · {brand().name}")
    st.title("Who was paid what?", anchor="content")
    if coverage_figure.nothing_held():
        return
    one = asked()
    said = st.container()
    with _choices(one):
        form(one)
    # Everyone's payments are no answer to who asks for one council's.
    with said:
        if nothing_of(one):
            return
    chips(one)
    found = finding.find(one)
    with said:
        is_found = finding.say(found)
        if is_found:
            of_council.answered(found)
            of_all.answered(found)
    if is_found:
        _results(found)
    elif found.sums is None:
        file_download.download(found)


def _choices(one: Asked) -> DeltaGenerator:
    """Behind one button: what everybody was paid is an answer too, and stands first."""
    label = "Search these payments" if one.whole else "Change the search"
    return st.popover(label, icon=":material/search:" if one.whole else ":material/tune:")


def _results(found: finding.Found) -> None:
    further_pages.links(found)
    _sections(found)
    names_of_people.names()
    file_download.download(found)
    if found.asked.whole:
        coverage_figure.how_much()


def _sections(found: finding.Found) -> None:
    """Each made when it is opened."""
    draw = {
        "suppliers": sections.suppliers,
        "for": _what_for,
        "time": sections.over_time,
        "councils": _councils,
        "payments": listing,
        "held": lambda _: coverage_figure.coverage_by_council(),
    }
    labels = offered(found)
    opened_by_an_old_address(labels)
    for section in open_tabs("section", labels):
        draw[section](found)


def _what_for(found: finding.Found) -> None:
    first, second = st.columns(2, gap="large")
    with first:
        sections.by_kind(found, "category", "What it was for")
    with second:
        sections.by_kind(found, "service", "Which service it was for")


def _councils(found: finding.Found) -> None:
    map_of_payers.by_head(found)
    sections.by_council(found)


page()
