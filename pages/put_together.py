"""What would these councils be as one, and what became of those that did it?"""

import streamlit as st

from charts.wording import joined
from components.branding import brand
from components.put_together import choices, decided, results, spending, those_that_did

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
        names = [row["name"] for row in one.rows if row["share"] == 1]
        title = joined(names[:3]) if len(names) <= 3 else f"{names[0]} and {len(names) - 1} more"
        heading.title(f"{title} put together", anchor="content")
        st.set_page_config(page_title=f"{title} put together · {brand().name}")
        heading.markdown(choices.said_of_parts(one))
        spending.section(one)
        results.pooled(one)
        results.holdings(one)
    decided.listed()
    those_that_did.section()


page()
