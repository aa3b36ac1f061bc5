"""Addresses on the Data page, so that any page can link to what stands behind a number."""

from urllib.parse import urlencode

PAGE = "pages/data.py"


def to(**query: str) -> str:
    """A relative address inside markdown: `to(section="codebook", measure="attainment_8")`."""
    return f"data?{urlencode(query)}"
