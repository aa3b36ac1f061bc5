"""What is bought, in which year, by which councils, near whom: kept in the address."""

from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.months import year_months
from charts.plain_text import plain
from charts.wording import count_words
from components.address import pick, refusal, said
from components.answers import Answer, answer
from components.words.naming import class_words
from queries.searching import LONGEST, ONLY, WITH, WITHOUT, pattern

ANY, ALL = "any", "all"
NO_PLACE = "nowhere"
CARDS = {WITH: "Invoices and cards", WITHOUT: "Invoices only", ONLY: "Cards only"}
SHORTEST_WORD = 3
Row = dict[str, object]


@dataclass(frozen=True)
class Chosen:
    """`category` or `words` say what is bought; both are empty before anything is asked.

    `among` is why these councils (a key of `_groups`), `near` the row of a council.
    """

    category: str
    category_name: str
    words: str
    period: str
    among: str
    among_name: str
    members: tuple[str, ...]
    near: Row | None
    cards: str

    @property
    def nothing(self) -> bool:
        return not (self.category or self.words)

    @property
    def months(self) -> tuple[date, date]:
        return year_months(self.period)

    @property
    def takes(self) -> dict[str, object]:
        """What every query of the page takes."""
        first, last = self.months
        return {
            "words_like": pattern(self.words),
            "category": self.category or None,
            "first": first.isoformat(),
            "last": last.isoformat(),
            "cards": self.cards,
        }

    @property
    def what(self) -> str:
        """ "Care at home", "payments that say “salt”"; plain text."""
        words = f"“{plain(self.words)}”"
        if self.category and self.words:
            return f"{self.category_name} described {words}"
        return self.category_name if self.category else f"Payments that say {words}"

    @property
    def search(self) -> dict[str, str]:
        """The same payments in the address of the Payments page, without councils."""
        first, last = self.months
        said = {
            "category": self.category,
            "words": self.words,
            "from": f"{first:%Y-%m}",
            "to": f"{last:%Y-%m}",
            "cards": "" if self.cards == WITH else self.cards,
        }
        return {name: text for name, text in said.items() if text}


def asked_already() -> bool:
    """Whether the address says what is bought, so that an answer comes first."""
    return said("category") not in (None, ANY) or bool(said("described"))


def choose(beside: DeltaGenerator) -> Chosen | None:
    """None when no payments are held; what of the address leads nowhere is said `beside`, since
    the choices themselves may be shut."""
    held = {row["slug"]: row for row in answer("joint_buying/councils").frame.rows(named=True)}
    if not held:
        return None
    years = _years(held)
    first, second, third = st.columns([4, 4, 2], vertical_alignment="bottom")
    with third:
        labels = {row["period"]: f"{row['period']} ({row['councils']} councils)" for row in years}
        usual = max(years, key=lambda row: (row["whole_councils"], row["period"]))["period"]
        period = pick(st.selectbox, "Year", "year", list(labels), words=labels.get, default=usual)
    with first:
        category, name = _category(period)
    with second:
        words = _words(beside)
    first, second, third = st.columns([4, 4, 2], vertical_alignment="bottom")
    with first:
        near = _near(held)
    with second:
        among, among_name, members = _among(near, beside)
    with third:
        cards = pick(st.selectbox, "Paid by", "cards", list(CARDS), words=CARDS.get)
    _complain(period, labels, beside)
    return Chosen(category, name, words, period, among, among_name, members, near, cards)


def kinds_in(period: str) -> Answer:
    first, last = year_months(period)
    return answer("who_buys/kinds", first=first.isoformat(), last=last.isoformat())


def _years(held: dict[str, Row]) -> list[Row]:
    councils = sorted(row["council"] for row in held.values())
    return answer("joint_buying/years", councils=councils, council=None).frame.rows(named=True)


def _category(period: str) -> tuple[str, str]:
    frame = kinds_in(period).frame.sort("plain_name")
    names = dict(frame.select("category", "plain_name").iter_rows())
    labels = {ANY: "Any kind of thing"} | {
        row["category"]: f"{row['plain_name']} ({count_words(row['councils'], 'council')})"
        for row in frame.rows(named=True)
    }
    chosen = pick(st.selectbox, "What you make or buy", "category", list(labels), words=labels.get)
    return ("", "") if chosen == ANY else (chosen, names[chosen])


def _words(beside: DeltaGenerator) -> str:
    """Words of a description, kept in the address."""
    memory, asked = "address of described", said("described")
    if "described" not in st.session_state or st.session_state.get(memory, "") != asked:
        st.session_state["described"] = (asked or "")[:LONGEST]
    st.session_state[memory] = asked
    text = st.text_input(
        "Or words that describe it",
        key="described",
        placeholder="playground, road salt, interpreters …",
        max_chars=LONGEST,
        on_change=_remember,
    )
    words = " ".join((text or "").split())[:LONGEST]
    if words and len(words) < SHORTEST_WORD:
        beside.info(f"Words to look for have at least {SHORTEST_WORD} letters.")
        return ""
    return words


def _remember() -> None:
    text = " ".join(st.session_state["described"].split())
    if text:
        st.query_params["described"] = text
    else:
        st.query_params.pop("described", None)
    st.session_state["address of described"] = said("described")


def _near(held: dict[str, Row]) -> Row | None:
    names = {NO_PLACE: "No council in particular"}
    names |= {row["slug"]: row["name"] for row in answer("council/names").frame.rows(named=True)}
    chosen = pick(st.selectbox, "Near, or in the view of", "council", list(names), words=names.get)
    if chosen == NO_PLACE:
        return None
    return next(
        row for row in answer("council/names").frame.rows(named=True) if row["slug"] == chosen
    )


def _among(near: Row | None, beside: DeltaGenerator) -> tuple[str, str, tuple[str, ...]]:
    """Which of the councils held: a key, its words, and their keys."""
    groups = _groups(near)
    labels = {key: name for key, (name, _) in groups.items()}
    chosen = pick(st.selectbox, "Councils", "among", list(labels), words=labels.get)
    if wrong := refusal("among", list(labels), "group of councils"):
        beside.info(f"{wrong} All that are held are shown instead.")
    return chosen, *groups[chosen]


def _groups(near: Row | None) -> dict[str, tuple[str, tuple[str, ...]]]:
    held = answer("joint_buying/councils").frame
    councils = held.filter(pl.col("class") != "other")["council"]
    groups = {ALL: (f"All councils ({councils.len()})", tuple(councils))}
    if near is not None:
        models = answer("joint_buying/peers", council=near["council"]).frame.rows(named=True)
        for row in models:
            if row["held"]:
                name = f"{row['title']} ({len(row['held'])} of {row['peers']} held)"
                members = tuple(sorted({near["council"], *row["held"]}))
                groups[f"peers-{row['model']}"] = name, members
    for kind in held["class"].unique().sort():
        members = held.filter(pl.col("class") == kind)["council"]
        words = class_words(kind)
        groups[f"kind-{kind}"] = f"{words[:1].upper()}{words[1:]} ({members.len()})", tuple(members)
    for region in held["region"].drop_nulls().unique().sort():
        members = held.filter(pl.col("region") == region)["council"]
        key = region.lower().replace(" ", "-")
        groups[f"region-{key}"] = f"{region} ({members.len()})", tuple(members)
    return groups


def _complain(period: str, years: dict[str, str], beside: DeltaGenerator) -> None:
    categories = kinds_in(period).frame["category"].to_list()
    slugs = answer("council/names").frame["slug"].to_list()
    wrong = [
        refusal("year", list(years), "year"),
        refusal("category", [ANY, *categories], "kind of thing"),
        refusal("council", [NO_PLACE, *slugs], "council"),
        refusal("cards", list(CARDS), "way of paying"),
    ]
    if any(wrong):
        beside.info(" ".join(filter(None, wrong)) + " The usual choice is shown instead.")
