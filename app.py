"""The page list and the frame round every page. A page more is one line in SECTIONS."""

import streamlit as st

from components.branding import brand
from components.frame import framed
from components.masthead.menu import Menu

# The words of the menu and the pages behind each; the first page is where the word leads.
SECTIONS = {
    "Councils": {
        "council": "One council",
        "compare": "Compare",
        "local_outcomes": "Local outcomes",
        "put_together": "Put together",
    },
    "Services": {"service": "One service", "explorer": "Where it all goes"},
    "Money": {
        "payments": "Payments",
        "supplier": "Suppliers",
        "who_buys": "Who buys this?",
        "joint_buying": "Bought separately",
    },
    "Delivery": {"delivery": "Delivery"},
    "Map": {"map": "Map"},
    "Data": {"data": "Data"},
}
# Pages that no word of the menu leads to: the name does, or a link at their words.
BESIDE = {"home": "Home", "glossary": "Glossary", "changes": "What changed"}
# Where an address was published before the file had its name.
ADDRESSES = {"joint_buying": "together"}

st.set_page_config(layout="wide", page_icon=brand().mark)
PAGES = BESIDE | {stem: title for pages in SECTIONS.values() for stem, title in pages.items()}
LISTED = {
    stem: st.Page(
        f"pages/{stem}.py",
        title=title,
        url_path=ADDRESSES.get(stem),
        default=stem == "home",
    )
    for stem, title in PAGES.items()
}
page = st.navigation(list(LISTED.values()), position="hidden")
here = next(stem for stem, listed in LISTED.items() if listed == page)
with framed(Menu(SECTIONS, LISTED, here)):
    page.run()
