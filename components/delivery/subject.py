"""Which part of a service, which kind of deliverer, which council: kept in the address."""

from dataclasses import dataclass

import streamlit as st

from charts.periods import days_in_words, span
from components.address import pick, refusal, said, shortened
from components.answers import answer
from components.peers.subject import council_asked_for
from components.words.naming import named

Row = dict[str, object]
NOBODY = "none"
# The first that a part has is the one to begin with.
USUAL = ("private", "external", "own", "community")


@dataclass(frozen=True)
class Part:
    """`about` is a row of delivery/parts; `council` the key of the council beside the nation."""

    about: Row
    council: str | None = None
    council_name: str = ""

    @property
    def key(self) -> str:
        return self.about["delivery_service"]

    @property
    def name(self) -> str:
        return named(self.about)

    @property
    def is_a_way(self) -> bool:
        """Whether it tells how a council does it, in one of several ways, and not by whom."""
        return self.about["counts"] == "councils"

    @property
    def of(self) -> str:
        """What the shares are shares of."""
        counts = self.about["counts"]
        return "spending" if counts == "spending" else str(self.about["unit"])


def choose_part() -> Part:
    rows = {row["delivery_service"]: row for row in parts()}
    chosen = pick(
        st.selectbox,
        "What",
        "part",
        list(rows),
        words=lambda key: f"{named(rows[key])} ({_span(rows[key])})",
    )
    return Part(rows[chosen])


def choose_council(part: Part) -> Part:
    """A council to set beside the nation: those with figures of this part, by slug."""
    names = councils_of(part.key)
    slugs = {slug: name for slug, (_, name) in names.items()}
    labels = {NOBODY: "No council"} | slugs
    asked = _slug_asked_for(names)
    chosen = pick(
        st.selectbox, "Council", "council", list(labels), words=labels.get, default=asked or NOBODY
    )
    if chosen == NOBODY:
        return part
    return Part(part.about, *names[chosen])


def choose_deliverer(part: Part) -> tuple[str, str]:
    """Key and name of the kind of deliverer whose share is compared."""
    kinds = _deliverers(part)
    usual = next((one for one in USUAL if one in kinds), None)
    chosen = pick(
        st.selectbox,
        "Share of",
        "deliverer",
        list(kinds),
        words=kinds.get,
        default=usual,
    )
    return chosen, kinds[chosen]


def _deliverers(part: Part) -> dict[str, str]:
    """Those with anything at all in some year."""
    rows = answer("delivery/national", part=part.key).frame.rows(named=True)
    return {row["model"]: named(row) for row in rows if row["value"]}


def councils_of(part: str) -> dict[str, tuple[str, str]]:
    """Slug -> (key, name) of councils with figures of the part, by name."""
    rows = answer("delivery/councils", part=part).frame
    return {slug: (key, name) for key, slug, name in rows.select("council", "slug", "name").rows()}


def parts() -> list[Row]:
    return answer("delivery/parts").frame.rows(named=True)


def wrong(part: Part) -> list[str | None]:
    """Sentences on what the address asks for and the page does not have."""
    found = [
        refusal("part", [row["delivery_service"] for row in parts()], "part of a service"),
        refusal("deliverer", list(_deliverers(part)), "kind of deliverer"),
    ]
    asked = said("council")
    known = councils_of(part.key)
    if asked and asked != NOBODY and asked not in known and _slug_asked_for(known) is None:
        found.append(f"“{shortened(asked)}” is not among the councils with these figures.")
    return found


def _slug_asked_for(names: dict[str, tuple[str, str]]) -> str | None:
    key = council_asked_for()
    return next((slug for slug, (council, _) in names.items() if council == key), None)


def _span(row: Row) -> str:
    return days_in_words(span([row["first_period"], row["last_period"]]))
