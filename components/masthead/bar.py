"""The masthead itself."""

import streamlit as st

from components.address import said
from components.branding import brand
from components.masthead.menu import Menu, pages_row, sections_row
from components.search.box import search_box
from components.words.naming import safe


def masthead(menu: Menu) -> None:
    with st.container(key="masthead"):
        with st.container(
            horizontal=True, key="masthead_bar", gap="xsmall", vertical_alignment="center"
        ):
            with st.container(key="brand", width="content"):
                menu.link("home", safe(brand().name))
            sections_row(menu)
            with st.container(key="glossary", width="content"):
                menu.link("glossary", "Glossary")
            # The first page has the same box, larger, in its midst.
            if menu.here != "home":
                search_box(f"{menu.here} {said('council')}")
        pages_row(menu)
