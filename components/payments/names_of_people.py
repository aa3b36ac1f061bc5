"""How names of people are treated, said where the names stand."""

import streamlit as st

from components.branding import brand
from components.words.naming import safe

RULE = (
    "Most payees are organisations. A name that looks like a private person’s (a carer, a tenant, "
    "a sole trader, a barrister) is replaced by “Private person (name withheld)”, and what was "
    "written beside it by “Withheld with the name”, before anything is stored here, also where the "
    "council published it. All of them stand as one supplier, so that nobody can be followed from "
    "council to council. Names that a council withheld itself read “Name withheld by the council”. "
    "Amount, day, file and line stay, so that sums agree and every payment can be traced in the "
    "council’s own publication."
)
ERRS = (
    "A name is judged by its words, and no rule is without error: some names of shops and "
    "restaurants are masked, and some persons’ names are not. Anybody may have a name taken down, "
    "without giving a reason, by asking {}."
)


def names() -> None:
    one = brand()
    whom = f"[{safe(one.contact)}]({one.contact_url})" if one.contact else "whoever runs this site"
    with st.expander("Which names are withheld, and why"):
        st.markdown(f"{RULE}\n\n{ERRS.format(whom)}")
