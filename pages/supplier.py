"""Who else buys from them?"""

import streamlit as st

from charts.plain_text import plain
from components.address import said, shortened
from components.answers import answer
from components.branding import brand
from components.links import feeds
from components.links.briefs import brief_menu
from components.supplier import (
    family,
    identity,
    name_spellings,
    paying_councils,
    payment_list,
    payments_over_time,
    search,
    spending_purposes,
)
from components.supplier.chosen_supplier import HIDDEN, Subject, asked_for, joined_since, subject
from components.words.naming import official, safe

PART_OF = (
    "The address asked for “{}”, which is part of {} in this edition: names that are found to be "
    "one supplier’s stand together."
)


def page() -> None:
    asked = asked_for() if not said("find") else None
    one = subject(asked) if asked else None
    was = None
    if asked and one is None and (found := joined_since(asked)):
        one, was = found
    if asked:
        # A link to the page one is on leaves the browser's address as it was; this tells it.
        st.query_params["name"] = one.slug if one else asked
    name = plain(one.name) if one else "Suppliers"
    st.set_page_config(page_title=f"{name} · {brand().name}")
    if one:
        heading, beside = st.columns([4, 1.4], vertical_alignment="top")
        heading.title(safe(name), anchor="content")
        with beside:
            brief_menu(f"supplier/{one.slug}", {"words": "official" if official() else ""})
    else:
        st.title(safe(name), anchor="content")
    text = search.box()
    if was:
        st.info(PART_OF.format(safe(plain(was)), safe(name)))
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
    identity.heading(one)
    paid = paying_councils.payers(one)
    if one.hidden:
        payments_over_time.by_year(one, paid)
        spending_purposes.purposes(one, paid)
        identity.report()
        return
    st.header("Over time", anchor="over-time")
    council = payments_over_time.choose_payer(paid)
    wrong = [sentence for sentence in payments_over_time.wrong(paid) if sentence]
    if wrong:
        st.info(" ".join(wrong) + " The usual choice is shown instead.")
    payments_over_time.over_time(one, paid, council)
    spending_purposes.purposes(one, paid)
    family.codes(one)
    spending_purposes.words(one)
    family.companies(one)
    name_spellings.spellings(one)
    own = paid.frame.filter(council=council) if council else paid.frame
    slug = own["slug"][0] if council else None
    payment_list.listing(one, council, own["payments"].sum(), slug)
    st.caption(feeds.of_supplier(one.slug))
    identity.report()


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
