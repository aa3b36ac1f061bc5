"""Addresses on the Data page, so that any page can link to what stands behind a number."""

from urllib.parse import urlencode

PAGE = "pages/data.py"


def measure_query(measure: str) -> dict[str, str]:
    """For st.page_link(PAGE, query_params=...): what a measure means."""
    return {"section": "codebook", "measure": measure}


def source_query(source: str) -> dict[str, str]:
    """For st.page_link(PAGE, query_params=...): who published it, and what is wrong with it."""
    return {"section": "sources", "source": source}


def to(**query: str) -> str:
    """A relative address inside markdown: `to(section="codebook", measure="attainment_8")`."""
    return f"data?{urlencode(query)}"
