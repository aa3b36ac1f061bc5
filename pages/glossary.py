"""What do the words here mean?"""

import streamlit as st

from components.address import said
from components.branding import brand
from components.search.lists import glossary
from components.search.spelling import alike
from components.words.naming import safe

HELP = (
    "Every figure names its unit, period, source and known problems; “About this figure” beneath "
    "it has them in full, with the query that anybody can run. A gap always has a reason: missing "
    "is not zero. Amounts are in real terms and per head unless you choose otherwise. Spending "
    "more or less is never judged; a result is, where it has a direction and differs by more than "
    "chance."
)

# Seven screens of a phone.
FIRST = 30


def page() -> None:
    st.set_page_config(page_title=f"Glossary · {brand().name}")
    st.title("What the words here mean", anchor="content")
    st.markdown(HELP)
    asked = said("word")
    words = sorted(glossary(), key=lambda word: _place(word, asked))
    with st.container(key="top_words"):
        for one in words[:FIRST]:
            _word(one)
        if words[FIRST:]:
            with st.expander(f"{len(words) - FIRST} more words"):
                for one in words[FIRST:]:
                    _word(one)


def _word(one: dict[str, str]) -> None:
    st.header(safe(one["official"]), anchor=_key(one))
    plain = one["plain"] if one["plain"].endswith("?") else f"{one['plain']}."
    st.markdown(f"**{safe(plain)}** {safe(one['meaning'])}")


def _key(word: dict[str, str]) -> str:
    return alike(word["official"]).replace(" ", "-")


def _place(word: dict[str, str], asked: str | None) -> tuple[bool, str]:
    """The word that was asked for first, then the alphabet."""
    return (_key(word) != asked, word["official"].lower())


page()
