"""Which councils are put together, and by whom a county's services are shared out."""

import streamlit as st

from components.address import pick, refusal
from components.answers import answer
from components.answers import asked as rows_of
from components.several import pick_several, refusal_of_several
from components.words.naming import class_word, official, safe
from findings.together import (
    BASIS,
    MOST,
    Together,
    councils_offered,
    parts_words,
    usual_year,
    years_of,
)

__all__ = ["BASIS", "Together", "asked", "choose", "said_of_parts"]


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
            default=usual_year(years_of(rows_of, keys)),
        )
    return Together(keys, basis, period, answer("put_together/parts", councils=keys, basis=basis))


def said_of_parts(one: Together) -> str:
    """Who they are, how many residents, and how much of a county comes along."""
    return safe(parts_words(one))


def asked(one: Together) -> dict[str, str]:
    """The same choices, as its brief takes them."""
    slugs = {row["council"]: row["slug"] for row in one.rows}
    return {
        "councils": ",".join(str(slugs[key]) for key in one.chosen),
        "basis": one.basis if one.basis != next(iter(BASIS)) else "",
        "year": one.period,
        "words": "official" if official() else "",
    }


def _periods(keys: tuple[str, ...]) -> dict[str, str]:
    """Year -> how it stands in the list, newest first."""
    years = years_of(rows_of, keys)
    return {one: one if complete else f"{one} (no sum)" for one, complete in years.items()}


def _offered() -> tuple[dict[str, str], dict[str, str]]:
    """Slug -> key and slug -> name of the councils of England of today."""
    rows = councils_offered(rows_of)
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
