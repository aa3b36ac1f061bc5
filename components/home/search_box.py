"""One box that takes a council's name or a postcode, and what it finds."""

import streamlit as st

from charts.wording import count_words, joined
from components.address import said, shortened
from components.answers import answer
from components.home.finding import MOST, Postcode, as_postcode, find_councils
from components.words.naming import class_word, on_day, safe

PAGE = "pages/council.py"
NORTHERN_IRELAND = (
    "Postcodes of Northern Ireland cannot be looked up here: their licence allows non-commercial "
    "use only. Choose one of its councils instead."
)
UPPER_TIER = "roads, schools and social care"
LOWER_TIER = "bins, planning and housing"


def search() -> None:
    _seed()
    with st.container(key="search"):
        text = st.text_input(
            "Council or postcode",
            key="find",
            placeholder="Leeds, Poole, LS1 4AP …",
            max_chars=80,
            on_change=_remember,
        )
    text = (text or "").strip()
    if not text:
        return
    code = as_postcode(text)
    if code and code.northern_irish:
        _northern_ireland()
    elif code:
        _postcode(code)
    else:
        _names(text)


def _seed() -> None:
    if "find" not in st.session_state or st.session_state.get("address of find", "") != said(
        "find"
    ):
        st.session_state["find"] = (said("find") or "")[:80]
    st.session_state["address of find"] = said("find")


def _remember() -> None:
    text = st.session_state["find"].strip()
    if text:
        st.query_params["find"] = text
    else:
        st.query_params.pop("find", None)
    st.session_state["address of find"] = said("find")


def _names(text: str) -> None:
    names = answer("council/names").frame
    rows, near = find_councils(text, names)
    if not rows:
        st.warning(
            f"No council is or was called “{shortened(text)}”. Try part of its name, or a postcode."
        )
        return
    if near:
        st.info(f"No council is called “{shortened(text)}”. Did you mean one of these?")
    elif len(rows) == MOST:
        st.caption(f"The first {MOST} that match. Type more of the name to narrow it down.")
    by_key = {row["council"]: row for row in names.rows(named=True)}
    for row in rows:
        _found(row, by_key)


def _found(row: dict[str, object], by_key: dict[str, dict[str, object]]) -> None:
    with st.container(border=True, gap="small"):
        if row["ends"]:
            _former(row)
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


def _former(row: dict[str, object]) -> None:
    after = answer("council/succession", council=row["council"]).frame.rows(named=True)
    after = [one for one in after if one["direction"] == "after"]
    names = joined([safe(one["name"]) for one in after]) if after else "other councils"
    st.markdown(
        f"**{safe(row['official_name'])}** · ended on {on_day(row['ends'])}; its area is now "
        f"served by {names}."
    )
    with st.container(horizontal=True):
        for one in after:
            _link(one["name"], one["slug"])
        _link(f"{row['name']}, as history", row["slug"])


def _postcode(code: Postcode) -> None:
    rows = answer(
        "place/postcode", postcode=code.postcode, sector=code.sector, outward=code.outward
    ).frame.rows(named=True)
    if not rows:
        st.warning(
            f"No postcode of Great Britain begins with {safe(code.shown)}. Check it, or search by "
            "the council’s name."
        )
        return
    if len(rows) > 1:
        many = count_words(len(rows), "council")
        st.markdown(f"Postcodes that begin with {safe(code.shown)} lie in {many}.")
    by_key = {row["council"]: row for row in answer("council/names").frame.rows(named=True)}
    for row in rows:
        if len(rows) == 1:
            where = "is in" if row["exact"] else "lies mostly in"
            st.markdown(f"{safe(code.shown)} {where} {safe(row['name'])}.")
        _found(by_key[row["council"]], by_key)


def _northern_ireland() -> None:
    st.info(NORTHERN_IRELAND)
    rows = [
        row
        for row in answer("council/names").frame.rows(named=True)
        if row["nation"] == "Northern Ireland" and row["ends"] is None
    ]
    with st.container(horizontal=True):
        for row in rows:
            _link(row["name"], row["slug"])


def _two_tiers(district: str, county: str) -> str:
    return f"Your {LOWER_TIER}: **{safe(district)}**; your {UPPER_TIER}: **{safe(county)}**."


def _link(name: str, slug: str) -> None:
    st.page_link(
        PAGE, label=safe(name), icon=":material/arrow_forward:", query_params={"council": slug}
    )
