"""The masthead itself."""

import streamlit as st

from components.branding import brand
from components.masthead.menu import Menu, pages_row, sections_row
from components.words.naming import safe


def masthead(menu: Menu) -> None:
    with st.container(key="masthead"):
        with st.container(
            horizontal=True, key="masthead_bar", gap="xsmall", vertical_alignment="center"
        ):
            with st.container(key="brand", width="content"):
                menu.link("home", safe(brand().name))
            sections_row(menu)
        pages_row(menu)
