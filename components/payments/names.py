"""How names of people are treated, said where the names stand."""

import streamlit as st

RULE = (
    "Most payees are organisations. Where a name looks like that of a private person (a carer, a "
    "tenant, somebody who was paid back), it is replaced by “Private person (name withheld)” "
    "before anything is stored here, also where the council published it. Names that councils "
    "withheld themselves read “Name withheld by the council”. The file and line that stand beside "
    "each payment still lead to the council’s own publication. Whoever finds a name here that "
    "should not be here can have it taken down."
)


def names() -> None:
    with st.expander("Which names are withheld, and why"):
        st.write(RULE)
