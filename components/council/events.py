"""What befell the council, in a short strip: dated, with the evidence, and never a score."""

import re

import streamlit as st

from charts.wording import pounds
from components.answers import answer
from components.peers.subject import Subject
from components.words.naming import safe, when

# In the order of the strip.
KINDS = {
    "section_114": "Section 114 notices",
    "exceptional_support": "Exceptional financial support, agreed or requested, as listed",
    "intervention": "Government intervention",
    "inspection": "Best value inspection",
    "reorganisation_decided": "Reorganisation, decided",
    "reorganisation_proposed": "Reorganisation, proposed",
}
INCOMPLETE = (
    "From the pages linked, as far as they were found: other events are possible, and what came "
    "after {} is not known from them. Support is leave to meet running costs from capital, and is "
    "often revised later."
)
Row = dict[str, object]


def strip(subject: Subject) -> None:
    """Nothing where nothing is known: no row is no proof that nothing happened."""
    rows = answer("council/events", council=subject.key).frame.rows(named=True)
    if not rows:
        return
    lines = [_line(kind, [row for row in rows if row["kind"] == kind]) for kind in KINDS]
    st.markdown("\n".join(filter(None, lines)))
    st.caption(INCOMPLETE.format(when(max(str(row["as_of"]) for row in rows))))


def _line(kind: str, rows: list[Row]) -> str:
    """One kind in one line: each event is a link to its evidence."""
    said = "; ".join(_event(row) for row in rows)
    return f"- **{KINDS[kind]}**: {said}" if rows else ""


def _event(row: Row) -> str:
    words = f"[{when(str(row['happened']), str(row['precision']))}]({_address(row)})"
    if row["kind"] == "exceptional_support":
        return f"{words} {safe(pounds(row['value_gbp'], short=True))}"
    return f"{words} ({safe(str(row['says']).rstrip('.'))})"


def _address(row: Row) -> str:
    """An address from a file, safe inside a markdown link."""
    return re.sub(r"[()\s<>]", lambda found: f"%{ord(found[0]):02X}", str(row["evidence_url"]))
