"""The page list and the frame round every page. A page more is one line in PAGES."""

import streamlit as st

from components.frame import framed

PAGES = {
    "home": "Home",
    "council": "Council",
    "compare": "Compare",
    "service": "Service",
    "map": "Map",
    "explorer": "Explorer",
    "payments": "Payments",
    "delivery": "Delivery",
    "supplier": "Supplier",
    "joint_buying": "Bought separately",
    "data": "Data",
}
# Where an address was published before the file had its name.
ADDRESSES = {"joint_buying": "together"}

st.set_page_config(layout="wide")
page = st.navigation(
    [
        st.Page(
            f"pages/{stem}.py",
            title=title,
            url_path=ADDRESSES.get(stem),
            default=stem == "home",
        )
        for stem, title in PAGES.items()
    ],
    position="top",
)
with framed():
    page.run()
