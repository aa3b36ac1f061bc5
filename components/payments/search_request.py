"""The search that the address asks for, and the words for its parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import streamlit as st

from charts.months import financial_year, month_words, span_words, year_months
from charts.plain_text import plain
from charts.wording import count_words, pounds
from components.address import said, shortened
from components.answers import answer
from queries.searching import ADDRESS, ONLY, UNKNOWN, WITHOUT, Offered, Search, read, without, write

MOST_IN_A_TITLE = 3
UNTOLD = "Not told by the published words"
# What a wrong part of the address would have named, and what is said of it.
WRONG = {
    "supplier": "words of a supplier’s name that are too long",
    "paid": "a supplier that is not known here",
    "council": "a council whose payments are not held here",
    "service": "a service that payments do not tell of",
    "category": "a category that is not known",
    "from": "a first month that is none, or is after the last",
    "to": "a last month that is none, or is before the first",
    "least": "a least amount that is none, or is above the most",
    "most": "a highest amount that is none, or is below the least",
    "words": "words of a description that are too long",
    "cards": "a choice of cards that is none",
    "credits": "a choice of credits that is none",
}


class Part(NamedTuple):
    """A part of a search that a reader can take away: its name in the address, and its words."""

    name: str
    council: str
    words: str


@dataclass(frozen=True)
class Asked:
    """`names` has a reader's words for slugs of councils and keys of services and categories."""

    search: Search
    offered: Offered
    names: Mapping[str, Mapping[str, str]]
    wrong: list[str]
    supplier_name: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing narrows it."""
        return self.search == Search()

    @property
    def scope(self) -> str:
        """What it is about, as it stands in a title: its first parts, and how many more."""
        said = [part.words for part in parts(self)]
        if len(said) > MOST_IN_A_TITLE:
            more = count_words(len(said) - 2, "more condition")
            return f"{said[0]}, {said[1]} and {more}"
        return ", ".join(said) or "every council held here"

    @property
    def in_full(self) -> str:
        """Every part of it, in a sentence."""
        said = [part.words for part in parts(self)]
        return f"Asked for: {'; '.join(said)}." if said else "Asked for: every payment held here."


def asked() -> Asked:
    names = names_offered()
    held = answer("payments/coverage", councils=None).frame
    slugs = dict(held.select("slug", "council").iter_rows())
    offered = Offered(slugs, names["service"], names["category"])
    search, wrong = read({name: said(name) or "" for name in ADDRESS}, offered)
    name = ""
    if search.paid:
        about = answer("supplier/about", supplier_slug=search.paid).one()
        name = about["name"] if about else ""
        if not about:
            wrong.append("paid")
            search = without(search, "paid")
    return Asked(search, offered, names, wrong, name)


def names_offered() -> dict[str, dict[str, str]]:
    held = answer("payments/coverage", councils=None).frame
    services, categories = (answer(f"payments/{one}").frame for one in ("services", "categories"))
    return {
        "council": dict(held.select("slug", "name").iter_rows()),
        "service": dict(services.select("service", "plain_name").iter_rows()),
        "category": dict(categories.select("category", "plain_name").iter_rows()),
    }


def go(search: Search) -> None:
    """Write another search into the address; its results begin on their first page."""
    for name in (*ADDRESS, "page"):
        st.query_params.pop(name, None)
    for name, text in write(search).items():
        st.query_params[name] = text


def year_of(search: Search) -> str:
    """The financial year that the search's months are, if they are one."""
    if not search.first or not search.last:
        return ""
    year = financial_year(search.first)
    return year if (search.first, search.last) == year_months(year) else ""


def parts(one: Asked) -> list[Part]:
    """What narrows the search, in the order of the form. Plain text."""
    search, made = one.search, []

    def add(name: str, words: str, council: str = "") -> None:
        made.append(Part(name, council, words))

    if search.supplier:
        add("supplier", f"supplier “{plain(search.supplier)}”")
    if search.paid:
        add("paid", f"supplier {plain(one.supplier_name or search.paid)}")
    for slug in search.councils:
        add("council", one.names["council"][slug], slug)
    for name, key in (("service", search.service), ("category", search.category)):
        if key:
            words = UNTOLD.lower() if key == UNKNOWN else one.names[name][key]
            add(name, f"{name} {words}" if key == UNKNOWN else words)
    if search.words:
        add("words", f"described “{plain(search.words)}”")
    _add_months(search, add)
    if search.least is not None:
        add("least", f"{_money(search.least)} or more")
    if search.most is not None:
        add("most", f"{_money(search.most)} or less")
    for name, choice in (("cards", search.cards), ("credits", search.credits)):
        if choice in (WITHOUT, ONLY):
            add(name, f"{name} only" if choice == ONLY else f"without {name}")
    return made


def complaints(one: Asked) -> list[str]:
    """A sentence for every part of the address that leads nowhere."""
    return [
        f"The address asks for {WRONG[name]}: “{shortened(said(name) or '')}”."
        for name in dict.fromkeys(one.wrong)
    ]


def _add_months(search: Search, add) -> None:
    if year := year_of(search):
        add("from", f"{year} ({span_words(search.first, search.last)})")
    elif search.first and search.last:
        add("from", f"from {month_words(search.first)}")
        add("to", f"to {month_words(search.last)}")
    elif search.first or search.last:
        month, word = (search.first, "from") if search.first else (search.last, "to")
        add(word, f"{word} {month_words(month)}")


def _money(amount: float) -> str:
    return pounds(amount, decimals=0 if amount == int(amount) else 2)
