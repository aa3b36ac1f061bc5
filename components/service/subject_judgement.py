"""What is said of the council pointed out, in the page's words."""

import streamlit as st

from components.answers import asked
from components.service.group import Group
from components.service.measure import Looked
from components.words.naming import safe
from findings.service_judgement import beside_peers, judged_row, place_of_dot
from inference.comparison.judgement import Judgement, judgement_of
from queries import edition_key

Row = dict[str, object]


def judgement(group: Group, one: Looked) -> Judgement | None:
    """Beside the usual peers, the word of the pages Council and Compare; None without a subject."""
    found = _row(group, one)
    return judgement_of(found, one.row["grades"]) if found else None


def sentence(group: Group, one: Looked) -> str:
    """The word with its n and how far it holds; "" without a council pointed out."""
    found = _row(group, one)
    if not found:
        return ""
    return f"**{safe(one.names[group.subject])}**: {safe(beside_peers(found, one))}."


def dot(group: Group, one: Looked) -> str:
    """Where the dot stands in the order of all; "" of nobody, of a gap and of a grade."""
    words = place_of_dot(group, one)
    return f"**{safe(one.names[group.subject])}**: its dot is the {safe(words)}." if words else ""


def _row(group: Group, one: Looked) -> Row | None:
    taken = edition_key(), one.figures.takes, group.subject
    return _judged(taken, group, one)


@st.cache_resource(max_entries=500, show_spinner=False)
def _judged(taken: object, _group: Group, _one: Looked) -> Row | None:
    return judged_row(asked, _group, _one)
