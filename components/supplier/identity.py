"""What is known of the supplier in a few sentences, and what may be wrong with them."""

import streamlit as st

from charts.months import span_words
from charts.wording import count_words, pounds
from components.branding import brand
from components.links.supplier_page import payments
from components.supplier.chosen_supplier import Subject
from components.words.naming import safe

NUMBER = (
    "Company number **{}**: a council published it beside its payments. Nobody compared it with "
    "the register of companies."
)
NO_NUMBER = "No council published a company number beside its payments."
ON_THIS_PAGE = {
    "payers": "Who pays",
    "over-time": "Over time",
    "purposes": "For what",
    "spellings": "Names and links",
    "payments": "The payments",
}


def heading(one: Subject) -> None:
    about = one.about
    when = (
        f", {span_words(about['first_month'], about['last_month'])}" if about["first_month"] else ""
    )
    held = count_words(about["councils_held"], "council")
    st.markdown(
        f"**{safe(pounds(about['amount_gbp'], short=True))}** in "
        f"{count_words(about['payments'], 'payment')} by "
        f"{count_words(about['councils'], 'council')}{when}. Payments of {held} are held here: "
        "what is not held is missing, not zero."
    )
    if one.hidden:
        st.info(one.hidden.what)
        st.markdown(f"[Look through these payments]({payments(one.slug)}).")
        return
    number = about["company_number"]
    known = NUMBER.format(safe(number)) if number else NO_NUMBER
    st.markdown(f"{known} {_spellings(about['names'])}")
    links = " · ".join(f"[{words}](#{anchor})" for anchor, words in ON_THIS_PAGE.items())
    st.markdown(f"On this page: {links}")


def _spellings(n: int) -> str:
    if n == 1:
        return "Councils write its name in one way."
    return f"Councils write its name in {n} ways: [why each was taken for it](#spellings)."


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
