"""The page list and the frame round every page."""

import streamlit as st

from components.brand import brand

st.set_page_config(layout="wide")
page = st.navigation([st.Page("pages/home.py", title=brand().name, default=True)], position="top")
page.run()
