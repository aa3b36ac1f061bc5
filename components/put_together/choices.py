"""Which councils are put together, and by whom a county's services are shared out."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from charts.wording import joined
from components.address import pick, refusal
from components.answers import Answer, answer
from components.several import pick_several, refusal_of_several
from components.words.naming import class_word, safe

BASIS = {
    "residents": "residents",
    "children": "residents under 16",
    "older": "residents aged 65 and over",
}
MOST = 40
RECENT = 3
OFFERED = {"district", "county", "unitary", "metropolitan_district", "london_borough"}
Row = dict[str, Any]


@dataclass(frozen=True)
class Together:
    """Councils put together; `parts` are rows of put_together/parts, districts of a county and
    the county's share of it included."""

    chosen: tuple[str, ...]
    basis: str
    period: str
    parts: Answer[Any]

    @property
    def rows(self) -> list[Row]:
        return self.parts.frame.rows(named=True)

    @property
    def shared(self) -> list[Row]:
        return [row for row in self.rows if row["share"] < 1]

    @property
    def residents(self) -> int:
        return sum(row["residents"] or 0 for row in self.rows if row["tier"] != "upper")


def choose() -> Together | None:
    """None until the address names councils that can be put together."""
    slugs, names = _offered()
    columns = st.columns([5, 3, 2], vertical_alignment="bottom")
    with columns[0]:
        chosen = pick_several(
            "Councils",
            "councils",
            list(slugs),
            words=names.__getitem__,
            most=MOST,
            placeholder="Districts, a county with all of them, or single councils",
        )
    keys = tuple(slugs[slug] for slug in chosen)
    periods = _periods(keys)
    _complain(list(slugs), list(periods))
    if not periods:
        return None
    with columns[1]:
        basis = pick(
            st.selectbox,
            "A county’s services are shared by",
            "basis",
            list(BASIS),
            words=BASIS.__getitem__,
        )
    with columns[2]:
        period = pick(
            st.selectbox,
            "Year",
            "year",
            list(periods),
            words=periods.__getitem__,
            default=_start(periods),
        )
    return Together(keys, basis, period, answer("put_together/parts", councils=keys, basis=basis))


def _periods(keys: tuple[str, ...]) -> dict[str, str]:
    """Year -> how it stands in the list, newest first; the first that has a sum serves."""
    if not keys:
        return {}
    rows = answer("put_together/years", councils=keys).frame.iter_rows()
    return {period: period if complete else f"{period} (no sum)" for period, complete in rows}


def _start(periods: dict[str, str]) -> str:
    """The newest year with a sum, unless that is old: an old year opens only when it is chosen."""
    newest = list(periods)[:RECENT]
    return next((one for one in newest if periods[one] == one), newest[0])


def with_a_sum(keys: tuple[str, ...]) -> str | None:
    """The newest year in which every one of them has a figure."""
    periods = _periods(keys)
    return next((one for one, words in periods.items() if one == words), None)


def said_of_parts(one: Together) -> str:
    """Who they are, how many residents, and how much of a county comes along."""
    whole = [row for row in one.rows if row["share"] == 1]
    names = joined([f"{safe(row['name'])} ({class_word(row['class'])})" for row in whole])
    year = max((row["residents_year"] or 0 for row in whole), default=0)
    words = f"{names}: **{one.residents:,} residents** (mid-{year})."
    for row in one.shared:
        words += (
            f" Of {safe(row['name'])}’s services **{row['share'] * 100:.1f}%** come along: their "
            f"share of the county’s {BASIS[one.basis]}. That is an assumption, not a plan."
        )
    return words


def _offered() -> tuple[dict[str, str], dict[str, str]]:
    """Slug -> key and slug -> name of the councils of England of today."""
    frame = answer("council/names").frame
    rows = [
        row
        for row in frame.rows(named=True)
        if row["nation"] == "England" and row["ends"] is None and row["class"] in OFFERED
    ]
    names = {row["slug"]: f"{row['name']} ({class_word(row['class'])})" for row in rows}
    return {row["slug"]: row["council"] for row in rows}, names


def _complain(slugs: list[str], periods: list[str]) -> None:
    wrong = [
        refusal_of_several("councils", slugs, "councils"),
        refusal("basis", list(BASIS), "way of sharing"),
        refusal("year", periods, "year"),
    ]
    if any(wrong):
        st.info(" ".join(filter(None, wrong)) + " What can be shown is shown.")
