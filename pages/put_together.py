"""What would these councils be as one, and what became of those that did it?"""

import streamlit as st

from components.branding import brand
from components.links.briefs import brief_menu
from components.put_together import choices, decided, results, spending, those_that_did
from components.words.naming import safe

CHOICE_WIDTH = 240
NOBODY = (
    "Choose the councils to put together. Districts bring their share of the county’s services; a "
    "county brings all its districts."
)


def page() -> None:
    heading = st.container()
    one = choices.choose()
    if one is None:
        heading.title("Put together", anchor="content")
        heading.write(NOBODY)
        st.set_page_config(page_title=f"Put together · {brand().name}")
    else:
        heading.title(f"{safe(one.name)} put together", anchor="content")
        st.set_page_config(page_title=f"{one.name} put together · {brand().name}")
        heading.markdown(choices.said_of_parts(one))
        with heading.container(width=CHOICE_WIDTH):
            brief_menu("reorganisation/together", choices.asked(one))
        spending.section(one)
        results.pooled(one)
        results.holdings(one)
    decided.listed()
    those_that_did.section()


page()
