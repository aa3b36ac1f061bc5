"""Where a supplier's page and its payments are."""

from urllib.parse import urlencode

import streamlit as st

PAGE = "pages/supplier.py"
# For a column of addresses in a table.
COLUMN = st.column_config.LinkColumn("Its page", display_text="Who else pays it")


def query(slug: str) -> dict[str, str]:
    """For st.page_link(PAGE, query_params=...)."""
    return {"name": slug}


def to(slug: str) -> str:
    """A relative address inside markdown."""
    return f"supplier?{urlencode({'name': slug})}"


def payments(slug: str, council_slug: str | None = None) -> str:
    """The search among its payments, as a relative address."""
    more = {"council": council_slug} if council_slug else {}
    return f"payments?{urlencode({'paid': slug} | more)}"
