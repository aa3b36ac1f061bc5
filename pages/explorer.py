"""Where does all the money go?"""

import streamlit as st

from components.answer_first import drawer
from components.branding import brand
from components.explorer import drawing, steps
from components.explorer.choices import choose
from components.links.data_page import PAGE as DATA
from components.words.naming import safe


def page() -> None:
    st.set_page_config(page_title=f"Explorer · {brand().name}")
    title, answer = st.empty(), st.container()
    with drawer():
        chosen = choose()
    words = f"Where the money of {safe(chosen.nation)}’s councils goes, {chosen.year['period']}"
    title.title(words, anchor="content")
    with answer:
        steps.back(chosen)
        clicked = drawing.draw(chosen)
        steps.forward(chosen)
    steps.link(chosen)
    st.page_link(
        DATA,
        label="How these sums meet the published totals",
        query_params={"section": "reconciliation"},
    )
    if clicked:
        steps.follow(chosen, clicked)


page()
