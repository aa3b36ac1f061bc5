"""Ways on from Home: one question, one page."""

import streamlit as st

DOORS = {
    "pages/compare.py": "How does my council compare with councils like it?",
    "pages/service.py": "What does one service cost, and what do people get, council by council?",
    "pages/explorer.py": "Where does it all go?",
    "pages/payments.py": "Who was paid, and what for? Follow the money",
    "pages/delivery.py": "Who delivers services, and what goes with it?",
    "pages/map.py": "How does it look across the country?",
    "pages/data.py": "Where do the numbers come from?",
}


def doors() -> None:
    st.subheader("Ways in", anchor=False)
    for page, question in DOORS.items():
        st.page_link(page, label=question, icon=":material/arrow_forward:")
