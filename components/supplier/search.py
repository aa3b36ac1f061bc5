"""A box for part of a supplier's name, and the suppliers that it finds."""

import re

import polars as pl
import streamlit as st

from charts.months import span_words
from charts.wording import count_words, pounds
from components.address import said, shortened
from components.answers import answer
from components.links.supplier_page import PAGE, query
from components.words.naming import safe

MOST = 20
LONGEST = 80
WORDS_READ = 4
Row = dict[str, object]


def box() -> str:
    """What the reader looks for; a new search leaves the supplier that was shown."""
    memory, asked = "address of find", said("find")
    if "find" not in st.session_state or st.session_state.get(memory, "") != asked:
        st.session_state["find"] = (asked or "")[:LONGEST]
    st.session_state[memory] = asked
    text = st.text_input(
        "Name of a supplier, or part of it",
        key="find",
        placeholder="care, Capita, 01234567 …",
        max_chars=LONGEST,
        on_change=_remember,
    )
    return (text or "").strip()[:LONGEST]


def results(text: str) -> None:
    found = answer("supplier/search", words=words_of(text), most=MOST).frame
    if found.is_empty():
        st.warning(
            f"No council’s payments here name “{shortened(text)}”. Try a single word of the name, "
            "or fewer letters of it. Names of private persons are masked and cannot be found."
        )
        return
    n = found["found"][0]
    many = count_words(n, "supplier")
    more = f"; the first {MOST} are shown: type more of the name" if n > MOST else ""
    verb = "has" if n == 1 else "have"
    st.markdown(f"{many} {verb} “{safe(shortened(text))}” in a name as published{more}.")
    cards(found)


def widest() -> None:
    """Where to begin without a name: those that the most councils pay."""
    found = answer("supplier/widest", most=MOST).frame
    if found.is_empty():
        st.info("This edition holds no payments yet.")
        return
    st.header("Paid by the most councils", anchor="widest")
    cards(found)


def cards(found: pl.DataFrame) -> None:
    for row in found.rows(named=True):
        with st.container(border=True, gap="small"):
            st.page_link(
                PAGE,
                label=f"**{safe(row['name'])}**",
                icon=":material/arrow_forward:",
                query_params=query(row["slug"]),
            )
            st.markdown(_facts(row))


def words_of(text: str) -> list[str]:
    """The words to look for; the longest ones where there are many."""
    words = list(dict.fromkeys(re.split(r"\s+", text.strip())))
    words = [word for word in words if word]
    if len(words) <= WORDS_READ:
        return words
    kept = sorted(words, key=len, reverse=True)[:WORDS_READ]
    return [word for word in words if word in kept]


def _facts(row: Row) -> str:
    parts = [
        f"**{safe(pounds(row['amount_gbp'], short=True))}**",
        count_words(row["councils"], "council"),
        count_words(row["payments"], "payment"),
        count_words(row["names"], "spelling"),
    ]
    if row["first_month"]:
        parts.append(span_words(row["first_month"], row["last_month"]))
    if row["company_number"]:
        parts.append(f"company number {safe(row['company_number'])}")
    words = " · ".join(parts)
    return f"{words}. Found as “{safe(row['spelling'])}”." if row["spelling"] else words


def _remember() -> None:
    text = st.session_state["find"].strip()
    for name in list(st.query_params):
        if name != "words":
            st.query_params.pop(name, None)
    if text:
        st.query_params["find"] = text
    st.session_state["address of find"] = said("find")
