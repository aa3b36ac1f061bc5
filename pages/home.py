"""Where do I start?"""

import streamlit as st

from components.branding import brand
from components.home.nation import headline, latest, nation_map
from components.home.new import sentence
from components.home.page_links import doors
from components.home.search_box import search
from components.words.naming import safe


def page() -> None:
    st.set_page_config(page_title=brand().name)
    st.title(safe(brand().name), anchor="content")
    st.write(brand().strapline)
    search()
    period = latest()
    words, chart = st.columns([6, 5], gap="large")
    with words:
        sentence()
        doors()
        headline(period)
    with chart:
        clicked = nation_map(period)
    if clicked:
        st.switch_page("pages/council.py", query_params={"council": clicked})


page()
