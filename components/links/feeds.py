"""Feeds and calendars by which a reader follows what a page tells of; in markdown, relative."""

from collections.abc import Mapping
from urllib.parse import urlencode

RELEASES = "[calendar of figures that are due](feed/releases.ics)"
EVERYTHING = "[all councils](feed/changes.atom)"


def of_council(slug: str, payments: bool = True) -> str:
    """What a council's figures became, and where its payments are held, new months of them."""
    asked = urlencode({"council": slug})
    links = [f"[what changes in its figures](feed/changes.atom?{asked})"]
    if payments:
        links.append(f"[new months of its payments](feed/payments.atom?{asked})")
    return f"Follow by feed: {', '.join(links)}."


def of_supplier(slug: str) -> str:
    return f"Follow by feed: [who pays it next](feed/supplier.atom?{urlencode({'name': slug})})."


def of_search(address: Mapping[str, str]) -> str:
    """`address` is the search as the page's address has it, and narrows something."""
    return (
        f"Follow by feed: [payments that this search finds](feed/search.atom?{urlencode(address)})."
    )
