"""Who else buys from them?"""

import streamlit as st

from charts.inert import plain
from components.address import said, shortened
from components.asking import answer
from components.brand import brand
from components.supplier import (
    heading,
    listing,
    over_time,
    payers,
    purposes,
    search,
    spellings,
)
from components.supplier.subject import HIDDEN, Subject, asked_for, subject
from components.words import safe


def page() -> None:
    asked = asked_for() if not said("find") else None
    one = subject(asked) if asked else None
    if asked:
        # A link to the page one is on leaves the browser's address as it was; this tells it.
        st.query_params["name"] = asked
    name = plain(one.name) if one else "Suppliers"
    st.set_page_config(page_title=f"{name} · {brand().name}")
    st.title(safe(name), anchor="content")
    text = search.box()
    if one:
        _one(one)
    elif asked:
        _unknown(asked)
    elif text:
        search.results(text)
    else:
        st.markdown(
            "Councils publish whom they pay. Here are the suppliers of all councils whose payments "
            "are held, with the councils that pay each."
        )
        _hidden_names()
        search.widest()


def _one(one: Subject) -> None:
    heading.heading(one)
    paid = payers.payers(one)
    if one.hidden:
        over_time.by_year(one, paid)
        purposes.purposes(one, paid)
        heading.report()
        return
    st.header("Over time", anchor="over-time")
    council = over_time.choose_payer(paid)
    wrong = [sentence for sentence in over_time.wrong(paid) if sentence]
    if wrong:
        st.info(" ".join(wrong) + " The usual choice is shown instead.")
    over_time.over_time(one, paid, council)
    purposes.purposes(one, paid)
    purposes.words(one)
    spellings.spellings(one)
    own = paid.frame.filter(council=council) if council else paid.frame
    slug = own["slug"][0] if council else None
    listing.listing(one, council, own["payments"].sum(), slug)
    heading.report()


def _unknown(asked: str) -> None:
    near = answer("supplier/near", supplier_slug=asked).frame
    words = f"No supplier has the address “{shortened(asked)}” in this edition."
    if near.is_empty():
        st.warning(f"{words} Search for it by name.")
        return
    st.warning(f"{words} Did you mean one of these?")
    search.cards(near)


def _hidden_names() -> None:
    """Ways to the sums under no name; they are no suppliers."""
    slugs = {"person": "private-persons", "redacted": "withheld-by-council"}
    slugs["none"] = "no-name-published"
    held = [kind for kind in HIDDEN if subject(slugs[kind])]
    links = " · ".join(f"[{HIDDEN[kind].title}](supplier?name={slugs[kind]})" for kind in held)
    if links:
        st.markdown(f"Added up apart, and not suppliers: {links}.")


page()
