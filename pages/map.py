"""Where is it high, and where is it low?"""

import streamlit as st

from components.answer_first import drawer
from components.branding import brand
from components.map import drawing, finding
from components.map.choices import choose


def page() -> None:
    st.set_page_config(page_title=f"Map · {brand().name}")
    st.title("Map", anchor="content")
    answer = st.container()
    with drawer():
        chosen = choose()
        one = drawing.figures_of(chosen)
        found, beside = finding.find(one)
        peers = finding.peers(chosen, found, beside)
    with answer:
        finding.say(chosen, one, found)
        clicked = drawing.draw(chosen, one, found, peers)
    if clicked:
        slugs = dict(one.frame.select("council", "slug").iter_rows())
        st.switch_page("pages/council.py", query_params={"council": slugs[clicked]})


page()
