"""Does it matter who delivers a service?"""

import streamlit as st

from components.address import pick, refusal
from components.brand import brand
from components.delivery import changes, shares, subject, where

SECTIONS = {
    "shares": "Who delivers",
    "map": "Where",
}


def page() -> None:
    st.title("Does it matter who delivers?", anchor="content")
    st.set_page_config(page_title=f"Delivery · {brand().name}")
    if not subject.parts():
        st.info("This edition has no figures on who delivers.")
        return
    first, second, third = st.columns([4, 3, 3], vertical_alignment="bottom")
    with first:
        part = subject.choose_part()
    with second:
        part = subject.choose_council(part)
    with third:
        deliverer = subject.choose_deliverer(part)
    show = pick(
        st.segmented_control, "Show", "show", list(SECTIONS), words=SECTIONS.get, required=True
    )
    wrong = [*subject.wrong(part), refusal("show", list(SECTIONS), "section")]
    if any(wrong):
        st.info(" ".join(filter(None, wrong)) + " The usual choice is shown instead.")
    DRAW[show](part, deliverer)


def _shares(part: subject.Part, deliverer: tuple[str, str]) -> None:
    shares.nation(part)
    if part.council:
        shares.council(part)
        shares.beside_peers(part, deliverer)
    changes.section(part)


DRAW = {"shares": _shares, "map": where.section}

page()
