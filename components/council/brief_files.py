"""What the brief of the council in hand is asked for: with the page's peers, year and words."""

import streamlit as st

from components.links.briefs import brief_menu
from findings.subject import DEFAULT_MODEL, OWN, Subject

# What a brief takes of the page's own choices.
CHOICES = ("year", "words")


def menu(subject: Subject) -> None:
    """Nothing beside an own list that names nobody: there is nothing to compare."""
    if subject.model == OWN and not subject.others:
        return
    asked = {name: st.query_params.get(name, "") for name in CHOICES}
    if subject.model != DEFAULT_MODEL:
        asked["peers"] = subject.model
    if subject.model == OWN:
        asked["others"] = st.query_params.get("others", "")
    brief_menu(str(subject.about["slug"]), asked, quiet=True)
