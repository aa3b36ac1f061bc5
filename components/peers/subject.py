"""Which council the page is about, and the words for it and its peers."""

from typing import Literal

import streamlit as st

from components.address import pick, said
from components.answers import answer
from components.words.naming import safe
from findings.subject import DEFAULT_MODEL, OWN, Subject

Money = Literal["real_per_head", "cash_per_head", "real_total", "cash_total"]
MONEY: dict[Money, str] = {
    "real_per_head": "£ per head, real terms",
    "cash_per_head": "£ per head, cash",
    "real_total": "£ in total, real terms",
    "cash_total": "£ in total, cash",
}
__all__ = [
    "DEFAULT_MODEL",
    "MONEY",
    "OWN",
    "Money",
    "Subject",
    "choose_model",
    "council_asked_for",
    "sentence",
]


def council_asked_for() -> str | None:
    """The key of the council that the address names, by slug or by any of its codes."""
    asked = (said("council") or "").strip().lower()
    if not asked:
        return None
    names = answer("council/names").frame
    slugs = dict(names.select("slug", "council").iter_rows())
    if asked in slugs:
        return slugs[asked]
    codes = answer("council/codes").frame
    return dict(codes.select("code", "council").iter_rows()).get(asked)


def choose_model(council: str) -> tuple[str, str, str]:
    """Model, its title and explanation; the choice stands where this is called."""
    rows = answer("council/models", council=council).frame.rows(named=True)
    if not rows:
        return DEFAULT_MODEL, "Usual peers", ""
    models = {row["model"]: row for row in rows}
    chosen = pick(
        st.selectbox,
        "Compare with",
        "peers",
        list(models),
        words=lambda model: models[model]["title"],
        default=DEFAULT_MODEL,
    )
    return chosen, models[chosen]["title"], models[chosen]["explanation"]


def sentence(row: dict[str, object], subject: Subject) -> str:
    """How many of whom: "35 metropolitan districts"."""
    return f"{row['peers_n']} {safe(subject.peers_name)}"
