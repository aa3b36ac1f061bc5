"""How a view is named so that others find it again, and who published what it shows."""

import streamlit as st

from components.address import said
from components.answers import answer
from components.branding import brand


def known_sources() -> dict[str, dict[str, object]]:
    """Every source of the edition by its key."""
    return {row["source"]: row for row in answer("source/all").frame.rows(named=True)}


def address() -> str:
    """The address of this view, as it can be sent to somebody."""
    return st.context.url or ""


def cited(title: str) -> str:
    edition = answer("edition/about").one()
    query = "&".join(f"{name}={said(name)}" for name in sorted(st.query_params))
    where = f"{address()}?{query}" if query and "?" not in address() else address()
    return f"{brand().name}: {title}. Edition {edition['name']}. {where}".strip()
