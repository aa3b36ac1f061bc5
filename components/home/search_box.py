"""One box for everything, and all that it finds, laid out on the first page."""

import streamlit as st

from charts.wording import joined
from components.address import said
from components.answers import answer
from components.search import answers
from components.search.box import LABEL
from components.search.entry import COUNCIL, Entry
from components.search.finding import MOST, Found, find
from components.search.spelling import LONGEST
from components.words.naming import class_word, on_day, safe

PAGE = "pages/council.py"
UPPER_TIER = "roads, schools and social care"
LOWER_TIER = "bins, planning and housing"
# More councils than that are a list, not cards.
MOST_CARDS = 4


def search() -> None:
    _seed()
    text = st.text_input(
        LABEL,
        key="find",
        type="search",
        placeholder="Leeds, Poole, LS1 4AP, bins, Capita …",
        live=True,
        on_change=_remember,
    )
    text = (text or "").strip()[:LONGEST]
    if text:
        with st.container(key="card_found", border=True):
            _results(find(text))


def _seed() -> None:
    if "find" not in st.session_state or st.session_state.get("address of find", "") != said(
        "find"
    ):
        st.session_state["find"] = (said("find") or "")[:LONGEST]
    st.session_state["address of find"] = said("find")


def _remember() -> None:
    text = (st.session_state["find"] or "").strip()[:LONGEST]
    if text:
        st.query_params["find"] = text
    else:
        st.query_params.pop("find", None)
    st.session_state["address of find"] = said("find")


def _results(found: Found) -> None:
    answers.say(found)
    councils = [hit.entry for hit in found.hits if hit.entry.group == COUNCIL]
    if not 0 < len(councils) <= MOST_CARDS:
        if len(councils) == MOST:
            st.caption(f"The first {MOST} that match. Type more of the name to narrow it down.")
        answers.draw(found)
        return
    names = {row["slug"]: row for row in answer("council/names").frame.rows(named=True)}
    by_key = {row["council"]: row for row in names.values()}
    for group, entries in found.groups:
        if group == COUNCIL:
            for one in entries:
                _council(names[dict(one.query)["council"]], by_key, one)
        else:
            others = [hit for hit in found.hits if hit.entry.group == group]
            answers.draw(Found(found.text, "", tuple(others)))


def _council(row: dict, by_key: dict[str, dict], one: Entry) -> None:
    """A council with what it does for whoever lives there, and the ways to it."""
    with st.container(gap="xsmall"):
        if row["ends"]:
            _former(row, one)
            return
        place = row["region"] if row["nation"] == "England" else row["nation"]
        st.markdown(f"**{safe(row['official_name'])}** · {class_word(row['class'])}, {safe(place)}")
        county = by_key.get(row["county"])
        if county:
            st.markdown(_two_tiers(row["official_name"], county["official_name"]))
        elif row["class"] == "county":
            st.markdown(f"It runs {UPPER_TIER}; its district councils run {LOWER_TIER}.")
        with st.container(horizontal=True):
            _link(row["name"], row["slug"])
            if county:
                _link(county["name"], county["slug"])


def _former(row: dict, one: Entry) -> None:
    names = joined([safe(name) for _, name in one.members]) if one.members else "other councils"
    st.markdown(
        f"**{safe(row['official_name'])}** · ended on {on_day(row['ends'])}; its area is now "
        f"served by {names}."
    )
    with st.container(horizontal=True):
        for slug, name in one.members:
            _link(name, slug)
        _link(f"{row['name']}, as history", row["slug"])


def _two_tiers(district: str, county: str) -> str:
    return f"Your {LOWER_TIER}: **{safe(district)}**; your {UPPER_TIER}: **{safe(county)}**."


def _link(name: str, slug: str) -> None:
    st.page_link(
        PAGE, label=safe(name), icon=":material/arrow_forward:", query_params={"council": slug}
    )
