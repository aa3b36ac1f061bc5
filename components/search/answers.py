"""What the search found, drawn: a note, then one list of ways on for each group."""

from html import escape

import streamlit as st

from charts.wording import count_words
from components.address import shortened
from components.masthead.carrying import carried
from components.search.entry import AREA, COUNCIL, SUPPLIER, WORD, Entry
from components.search.finding import PART, Found
from components.search.spelling import alike
from components.words.naming import safe

LONGEST_ABOUT = 110
MOST_MEMBERS = 40


def say(found: Found) -> None:
    """In a sentence what there is, for the eye and for whoever listens."""
    words = found.note or _summary(found)
    st.html(f'<p class="found-note" role="status">{escape(words)}</p>')


def draw(found: Found, *, members: bool = True) -> None:
    """Every group; `members` lays out the councils of an area one by one."""
    for group, listed in found.groups:
        st.html(f'<p class="found-group">{escape(group)}</p>')
        for one in listed:
            link(one)
            if one.note:
                st.html(f'<p class="found-note">{escape(one.note)}</p>')
            if members and one.group == AREA and len(one.members) <= MOST_MEMBERS:
                _members(one)


def link(one: Entry) -> None:
    about = one.about if one.group == WORD else one.about.split(". ")[0].rstrip(".")
    if len(about) > LONGEST_ABOUT and one.group != WORD:
        about = f"{about[:LONGEST_ABOUT]}…"
    label = f"**{safe(one.title)}**" + (f" · {safe(about)}" if about else "")
    st.page_link(f"pages/{one.page}.py", label=label, query_params=to(one))


def to(one: Entry) -> dict[str, str]:
    """The address it leads to; what the reader holds goes along, unless it is another council."""
    own = dict(one.query)
    held = carried()
    if "council" in own:
        held = {"words": held["words"]} if "words" in held else {}
    return held | own


def _members(one: Entry) -> None:
    with st.container(horizontal=True, gap="xsmall"):
        for slug, name in one.members:
            st.page_link("pages/council.py", label=safe(name), query_params={"council": slug})


def _summary(found: Found) -> str:
    if not found.hits:
        return (
            f"Nothing here is called “{shortened(found.text)}”. Try part of a name, a postcode, or "
            "another word for it."
        )
    if found.near:
        return f"Nothing is called “{shortened(found.text)}”. Did you mean one of these?"
    if all(hit.entry.group == SUPPLIER for hit in found.hits):
        return f"Only suppliers have “{shortened(found.text)}” in their names."
    if max(hit.score for hit in found.hits) == PART:
        return f"Nothing is called “{shortened(found.text)}”. These are about a part of it."
    through = _through(found)
    return through or f"{count_words(len(found.hits), 'answer')} to “{shortened(found.text)}”."


def _through(found: Found) -> str:
    """A town that is typed: of which council it is a part."""
    plain = alike(found.text)
    for hit in found.hits:
        if hit.entry.group == COUNCIL and plain in hit.entry.through:
            return f"{shortened(found.text.title())} is a part of {hit.entry.title}."
    return ""
