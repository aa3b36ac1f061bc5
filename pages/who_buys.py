"""Who buys this?"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.answer_first import drawer
from components.branding import brand
from components.links import supplier_page
from components.who_buys import councils, overview, sellers, sheet, year_round
from components.who_buys.choices import Chosen, asked_already, choose
from components.who_buys.found import Found, find, sentences
from components.words.naming import safe

NOTHING = "This edition holds no payments yet."


def page() -> None:
    st.set_page_config(page_title=f"Who buys this? · {brand().name}")
    st.title("Who buys this?", anchor="content")
    wrong, said = st.container(), st.container()
    with _choices():
        chosen = choose(wrong)
    if chosen is None:
        said.info(NOTHING)
        return
    if chosen.nothing:
        with said:
            overview.kinds(chosen)
        return
    found = find(chosen)
    with said:
        for words in sentences(found):
            st.markdown(words)
    if found.councils.is_empty():
        return
    _figures(found)


def _choices() -> DeltaGenerator:
    """Open before anything is asked; behind one button once there is an answer."""
    if asked_already():
        return st.popover("Another thing, year or council", icon=":material/tune:")
    return drawer()


def _figures(found: Found) -> None:
    st.markdown(
        "On this page: [Councils](#buyers) · [A head](#per-head) · [Suppliers](#sellers) · "
        "[Months](#months) · [Take it with you](#take)"
    )
    councils.buyers(found)
    councils.spread(found)
    sellers.largest(found)
    year_round.by_month(found)
    sheet.take(found)
    _on(found.chosen)


def _on(chosen: Chosen) -> None:
    near = chosen.near
    asked = {"council": near["slug"]} if near else {}
    st.page_link(
        "pages/joint_buying.py",
        label=f"What {safe(near['name'])} could buy together with others"
        if near
        else "What several councils buy one by one",
        icon=":material/handshake:",
        query_params=asked,
    )
    st.page_link(supplier_page.PAGE, label="Search for a supplier", icon=":material/storefront:")


page()
