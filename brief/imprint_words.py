"""How a brief is cited, and where its figures come from."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from charts.licence_names import LICENCES
from findings.asking import Ask


def edition_name(ask: Ask) -> str:
    return str(ask("edition/about")["name"][0])


def price_base(ask: Ask) -> str:
    return str(ask("edition/about")["price_base"][0])


def page_address(base: str, page: str, asked: Mapping[str, str]) -> str:
    """Percent-encoded, so that a mail program takes it in one piece; without a host where the
    server has no name."""
    query = urlencode(asked, quote_via=quote, safe=",:")
    return f"{base}/{page}?{query}" if query else f"{base}/{page}"


def cited(name: str, title: str, edition: str, address: str) -> str:
    return f"{name}: {title}. Edition {edition}. {address}"


def source_lines(ask: Ask, keys: Iterable[str | None]) -> list[str]:
    """Publisher, title, day and licence of each source that a figure of the brief stands on."""
    known: dict[str, Mapping[str, Any]] = {
        row["source"]: row for row in ask("source/all").rows(named=True)
    }
    lines = []
    for key in dict.fromkeys(keys):
        if key in known:
            one = known[key]
            lines.append(
                f"{one['publisher']}, {one['title']}, published {one['published']} "
                f"({LICENCES[one['licence']]}). {one['landing_url']}"
            )
    return lines
