"""Which council the page is about, and the words for it and its peers."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from components.address import pick, said
from components.answers import answer
from components.words.naming import class_words, safe

Money = Literal["real_per_head", "cash_per_head", "real_total", "cash_total"]
MONEY: dict[Money, str] = {
    "real_per_head": "£ per head, real terms",
    "cash_per_head": "£ per head, cash",
    "real_total": "£ in total, real terms",
    "cash_total": "£ in total, cash",
}
DEFAULT_MODEL = "usual"
# A list of the reader's own.
OWN = "own"


@dataclass(frozen=True)
class Subject:
    """`about` is the row of council/about; `model` one of the peer models it has, or OWN.

    `others` are council keys of an own list, in order; empty unless the address names some.
    """

    about: dict[str, object]
    model: str
    model_title: str
    model_explanation: str
    others: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.about["council"]

    @property
    def name(self) -> str:
        return self.about["name"]

    @property
    def ended(self) -> bool:
        return self.about["ends"] is not None

    @property
    def takes(self) -> dict[str, object]:
        """What queries take to know the peers; others only where they count."""
        others = list(self.others) if self.model == OWN else []
        return {"council": self.key, "model": self.model, "others": others}

    @property
    def peers_name(self) -> str:
        """Plural, as it stands in a sentence: "metropolitan districts"."""
        if self.model == OWN:
            return "chosen councils"
        if self.model == "same_class":
            return class_words(self.about["class"])
        if self.model == "same_region":
            return f"councils in {self.about['region']}"
        return "usual peers" if self.model == DEFAULT_MODEL else "most similar councils"


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
