"""How a view is named so that others find it again, and who published what it shows."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

import streamlit as st

from components.answers import answer
from components.branding import brand

# Which tab of a figure is open says nothing of what the view shows.
OF_A_TAB = "tab_"


def known_sources() -> dict[str, dict[str, object]]:
    """Every source of the edition by its key."""
    return {row["source"]: row for row in answer("source/all").frame.rows(named=True)}


def address() -> str:
    """The address of this view, as it can be sent to somebody."""
    return st.context.url or ""


def view_address() -> str:
    """The whole address of this view, percent-encoded: a mail program takes it in one piece."""
    page = address().split("?")[0]
    # Not by said(): what a citation repeats has not been read by the page.
    choices = {
        name: st.query_params.get(name, "")
        for name in sorted(st.query_params)
        if not name.startswith(OF_A_TAB)
    }
    query = in_address(choices)
    return f"{page}?{query}" if query else page


def in_address(choices: Mapping[str, str]) -> str:
    return urlencode(choices, quote_via=quote, safe=",:")


def cited(title: str) -> str:
    edition = answer("edition/about").one()
    return f"{brand().name}: {title}. Edition {edition['name']}. {view_address()}".strip()
