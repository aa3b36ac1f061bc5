"""The form of the search: choices are staged, and applied by one button."""

from collections.abc import Callable, Mapping
from datetime import date
from zlib import crc32

import streamlit as st

from charts.months import financial_year, month_words, months_between, year_months
from components.answers import answer
from components.payments.search_request import UNTOLD, Asked, go, year_of
from queries.searching import LONGEST, MOST_GBP, ONLY, UNKNOWN, WITH, WITHOUT, Search

CARDS = {WITH: "With card purchases", WITHOUT: "Without cards", ONLY: "Cards only"}
CREDITS = {WITH: "With credits", WITHOUT: "Without credits", ONLY: "Credits only"}
ANY = ""


def form(one: Asked) -> None:
    """Draw the form as the address has it; what is staged is lost when the address changes."""
    search = one.search
    mark = f"{crc32(repr(search).encode()):08x}"
    with st.form(f"search {mark}"):
        first, second = st.columns(2)
        with first:
            _words("Supplier", "supplier", search.supplier, mark, "Any supplier")
            _words("Words in the description", "words", search.words, mark, "Any purpose")
        with second:
            st.multiselect(
                "Councils",
                list(one.names["council"]),
                default=list(search.councils),
                format_func=_named(one.names["council"]),
                placeholder="All that are held",
                key=f"councils {mark}",
            )
            _choice("Financial year", "year", ["", *_years()], year_of(search), mark, _any(str))
        more = _set_further_down(search)
        with st.expander("More filters" + (f" ({more} set)" if more else "")):
            _more(one, mark)
        st.form_submit_button("Apply", type="primary", on_click=_apply, args=(search, mark))


def _more(one: Asked, mark: str) -> None:
    search = one.search
    months = [f"{month:%Y-%m}" for month in _months()]
    own = _own_months(search)
    rows = [st.columns(2) for _ in range(4)]
    for column, name, key in zip(
        rows[0], ("service", "category"), (search.service, search.category), strict=True
    ):
        words = one.names[name] | {UNKNOWN: UNTOLD}
        label = "Service area" if name == "service" else "Category"
        with column:
            _choice(label, name, ["", *words], key, mark, _any(_named(words)))
    for column, name, month in zip(
        rows[1], ("from", "to"), (search.first, search.last), strict=True
    ):
        now = f"{month:%Y-%m}" if month and own else ANY
        label = f"{name.capitalize()} month"
        options = ["", *months] if now in ["", *months] else ["", now, *months]
        with column:
            _choice(label, name, options, now, mark, _any(_month_words))
    for column, label, name, amount in zip(
        rows[2], ("Least amount, £", "Highest amount, £"), ("least", "most"),
        (search.least, search.most), strict=True,
    ):  # fmt: skip
        column.number_input(
            label,
            min_value=-MOST_GBP,
            max_value=MOST_GBP,
            value=amount,
            placeholder="Any",
            key=f"{name} {mark}",
        )
    for column, label, name, words, now in (
        (rows[3][0], "Purchases by card", "cards", CARDS, search.cards),
        (rows[3][1], "Credits and corrections", "credits", CREDITS, search.credits),
    ):
        with column:
            _choice(label, name, list(words), now, mark, _named(words))


def _apply(before: Search, mark: str) -> None:
    """Read what is staged. Validated again when the address is read."""

    def staged(name: str):
        return st.session_state.get(f"{name} {mark}")

    first, last = (_month(staged(name)) for name in ("from", "to"))
    year = staged("year") or ""
    # Single months win over a year that was there before, a newly chosen year over months.
    if year and not ((first or last) and year == year_of(before)):
        first, last = year_months(year)
    go(
        Search(
            supplier=(staged("supplier") or "").strip(),
            paid=before.paid,
            councils=tuple(staged("councils") or ()),
            service=staged("service") or "",
            category=staged("category") or "",
            first=first,
            last=last,
            least=staged("least"),
            most=staged("most"),
            words=(staged("words") or "").strip(),
            cards=staged("cards") or WITH,
            credits=staged("credits") or WITH,
        )
    )


def _words(label: str, name: str, now: str, mark: str, empty: str) -> None:
    st.text_input(label, now, max_chars=LONGEST, placeholder=empty, key=f"{name} {mark}")


def _choice(label: str, name: str, options: list[str], now: str, mark: str, words) -> None:
    place = options.index(now) if now in options else 0
    st.selectbox(label, options, index=place, format_func=words, key=f"{name} {mark}")


def _named(words: Mapping[str, str]) -> Callable[[str], str]:
    """Words of a key. A forged key has none and stands for itself; Streamlit writes words back."""
    return lambda key: words.get(key, key)


def _any(words):
    return lambda key: words(key) if key else "Any"


def _own_months(search: Search) -> bool:
    """Whether the months asked for are not one financial year."""
    return bool(search.first or search.last) and not year_of(search)


def _set_further_down(search: Search) -> int:
    """How many filters are set that a closed part of the form hides."""
    own = _own_months(search)
    hidden = (
        search.service,
        search.category,
        own and search.first,
        own and search.last,
        search.least is not None,
        search.most is not None,
        search.cards != WITH,
        search.credits != WITH,
    )
    return sum(map(bool, hidden))


def _month(text: str | None) -> date | None:
    return date(int(text[:4]), int(text[5:]), 1) if text else None


def _month_words(text: str) -> str:
    return month_words(_month(text))


def _months() -> list[date]:
    held = answer("payments/holding").one()
    if not held or not held["first_month"]:
        return []
    return list(months_between(held["first_month"], held["last_month"]))[::-1]


def _years() -> list[str]:
    return list(dict.fromkeys(financial_year(month) for month in _months()))
