"""From one page about a council to its others, with the peers and words that are chosen."""

from collections.abc import Mapping

import streamlit as st

from components.masthead.carrying import carried

COUNCIL, COMPARE, SERVICE = "pages/council.py", "pages/compare.py", "pages/service.py"
MAP, LOCAL_OUTCOMES = "pages/map.py", "pages/local_outcomes.py"
ICONS = {
    COUNCIL: ":material/account_balance:",
    COMPARE: ":material/compare_arrows:",
    SERVICE: ":material/category:",
    MAP: ":material/map:",
    LOCAL_OUTCOMES: ":material/checklist:",
}


def to_pages(links: Mapping[str, tuple[str, Mapping[str, str]]]) -> None:
    """One line of links: page -> its label and what its address says beside what is carried."""
    with st.container(horizontal=True, key="ways_on"):
        for page, (label, asked) in links.items():
            st.page_link(page, label=label, icon=ICONS[page], query_params=carried() | dict(asked))
