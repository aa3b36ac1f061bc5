"""What is new since the last edition?"""

import streamlit as st

from components.address import pick, refusal
from components.answers import answer
from components.branding import brand
from components.changes import for_all, of_council
from components.links import feeds
from components.words.changed import whats_new
from components.words.naming import safe

EVERY = "all"
HOW = (
    "Two editions are set side by side when one is built, figure by figure: a figure counts as "
    "revised when it differs beyond the rounding of a computer. Amounts are compared in cash, so "
    "that a new price base revises nothing. `python -m data.build diff` prints the same."
)


def page() -> None:
    st.set_page_config(page_title=f"What changed · {brand().name}")
    st.title("What changed", anchor="content")
    edition = answer("edition/about").one()
    st.markdown(f"Edition {safe(edition['name'])}. {whats_new()}")
    names = answer("council/names").frame
    labels = {EVERY: "All councils"} | dict(zip(names["slug"], names["name"], strict=True))
    chosen = pick(st.selectbox, "Council", "council", list(labels), words=labels.__getitem__)
    if wrong := refusal("council", list(labels), "council"):
        st.info(f"{wrong} All councils are shown.")
    key = dict(zip(names["slug"], names["council"], strict=True)).get(chosen)
    st.caption(_follow(chosen, key))
    if edition["before"] is not None:
        if key:
            of_council.section(answer("council/about", council=key).one())
        for_all.section()
    st.caption(HOW)


def _follow(slug: str, key: str | None) -> str:
    """Where a reader of feeds finds the news; those of one council where `key` is one."""
    if key is None:
        return f"Follow by feed: {feeds.EVERYTHING}; or the {feeds.RELEASES}."
    payments = answer("council/payment_publisher", council=key).one() is not None
    return f"{feeds.of_council(slug, payments)} Or {feeds.EVERYTHING}."


page()
