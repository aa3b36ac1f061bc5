"""A box for part of a supplier's name, and the suppliers that it finds."""

import polars as pl
import streamlit as st

from charts.months import span_words
from charts.wording import count_words, pounds
from components.address import pick, said, shortened
from components.answers import answer
from components.links.supplier_page import PAGE, query
from components.words.naming import safe
from queries.searching import name_words

MOST = 20
LONGEST = 80
ORDERS = {"fit": "Best match", "sum": "Largest sum", "councils": "Most councils", "name": "A to Z"}
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
    """Suppliers with all words of the text in a name, by pages and in the order that is chosen."""
    sort = pick(st.segmented_control, "Order", "sort", list(ORDERS), words=ORDERS.get)
    at = _page()
    takes = {"words": name_words(text), "sort": sort or "fit", "most": MOST}
    found = answer("supplier/search", **takes, skip=(at - 1) * MOST).frame
    if found.is_empty() and at > 1:
        at, found = 1, answer("supplier/search", **takes, skip=0).frame
    if found.is_empty():
        st.warning(
            f"No council’s payments here name “{shortened(text)}”, nor anything spelled nearly so. "
            "Try a single word of the name. Names of private persons are masked and cannot be "
            "found."
        )
        return
    n = found["found"][0]
    many = count_words(n, "supplier")
    verb = "has" if n == 1 else "have"
    asked = safe(shortened(text))
    if found["near"].all():
        st.markdown(f"Nobody is called “{asked}”. {many} {verb} a name spelled nearly so.")
    else:
        st.markdown(f"{many} {verb} “{asked}” in a name as published.")
    cards(found)
    pages = -(-n // MOST)
    if pages > 1:
        key = f"found, page {at} of {pages}"
        st.pagination(pages, default=at, key=key, on_change=_turn, args=(key,))


def _page() -> int:
    """The page that the address names, 1 where it names none."""
    asked = said("page") or ""
    number = int(asked) if asked.isdecimal() and asked.isascii() and len(asked) < 6 else 1
    return max(number, 1)


def _turn(key: str) -> None:
    turned = st.session_state.get(key) or 1
    if turned > 1:
        st.query_params["page"] = str(turned)
    else:
        st.query_params.pop("page", None)


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
