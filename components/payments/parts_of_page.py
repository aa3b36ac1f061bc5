"""The sections of the page: which of them a search has, and what opened them before."""

from collections.abc import Mapping

import streamlit as st

from components.address import said
from components.figure.citation import OF_A_TAB
from components.payments.finding import Found

SECTIONS = {
    "suppliers": "To whom",
    "for": "What for",
    "time": "Over time",
    "councils": "By council",
    "payments": "The payments",
    "held": "What is held",
}
# What stands in addresses made before there were sections -> where it is now.
MOVED = {
    "by": "time",
    "sort": "payments",
    "page": "payments",
    f"{OF_A_TAB}time": "time",
    f"{OF_A_TAB}category": "for",
    f"{OF_A_TAB}service": "for",
    f"{OF_A_TAB}suppliers": "suppliers",
    f"{OF_A_TAB}councils": "councils",
    f"{OF_A_TAB}held": "held",
}


def offered(found: Found) -> dict[str, str]:
    """Section -> its words. One bar by itself compares nothing."""
    councils = found.part("council").frame.height
    left_out = set()
    if found.part("supplier").frame.height == 1:
        left_out.add("suppliers")
    if councils < 2:
        left_out.add("councils")
    if not found.asked.whole:
        left_out.add("held")
    return {key: words for key, words in SECTIONS.items() if key not in left_out}


def opened_by_an_old_address(labels: Mapping[str, str]) -> None:
    """Write into the address the section that what stands in it belongs to, where it names none."""
    if said("section"):
        return
    section = next((MOVED[name] for name in MOVED if said(name)), None)
    if section in labels and section != next(iter(labels)):
        st.query_params["section"] = section
