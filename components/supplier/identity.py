"""What is known of the supplier in a few sentences, and what may be wrong with them."""

import streamlit as st

from components.branding import brand
from components.links.supplier_page import payments
from components.supplier.chosen_supplier import Subject
from components.words.naming import safe
from findings.supplier import number_words, paid_words, spellings_words, sum_words

ON_THIS_PAGE = {
    "payers": "Who pays",
    "over-time": "Over time",
    "purposes": "For what",
    "spellings": "Names and links",
    "payments": "The payments",
}


def heading(one: Subject) -> None:
    amount, words = sum_words(one), paid_words(one)
    st.markdown(f"**{safe(amount)}** {safe(words.removeprefix(amount))}")
    if one.hidden:
        st.info(one.hidden.what)
        st.markdown(f"[Look through these payments]({payments(one.slug)}).")
        return
    more = ": [why each was taken for it](#spellings)" if one.about["names"] != 1 else ""
    st.markdown(f"{safe(number_words(one))} {safe(spellings_words(one))}{more}.")
    links = " · ".join(f"[{words}](#{anchor})" for anchor, words in ON_THIS_PAGE.items())
    st.markdown(f"On this page: {links}")


def report() -> None:
    """How to say that a link is wrong or that a name should not be here."""
    st.header("Something wrong here?", anchor="wrong")
    one = brand()
    to = f": [{safe(one.contact)}]({one.contact_url})" if one.contact else ""
    st.markdown(
        "Names are linked by rules, and rules err. If a spelling belongs to another supplier, or "
        "if a name here is that of a private person, say so to whoever runs this installation"
        f"{to}, with the address of this page. A name on the take-down list is masked in the next "
        "edition; the page `docs/privacy.md` that comes with the program says how. What a council "
        "published itself, only that council can change."
    )
