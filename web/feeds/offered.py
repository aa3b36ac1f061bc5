"""The feeds there are: what each takes, and the news that it tells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import urlencode

from queries import ask
from web.api.filters import (
    CARDS,
    COUNCIL,
    CREDITS,
    DESCRIBED,
    FROM_MONTH,
    LEAST,
    MOST,
    OF_CATEGORY,
    OF_SERVICE,
    ONE_COUNCIL,
    PAID,
    SUPPLIER_WORDS,
    TO_MONTH,
)
from web.api.money_paid import payments, supplier_of
from web.api.parameters import Parameter
from web.api.problems import Problem
from web.feeds.atom import Entry
from web.feeds.telling import changes, months, months_of_supplier, of_search

Values = Mapping[str, Any]
MOST_PAYMENTS = 50


class Site(NamedTuple):
    """Where the reader is: the app's own address, the edition, and its day as 2026-08-21."""

    root: str
    edition: str
    day: str


class News(NamedTuple):
    """`key` names the feed for good, `page` is the address of the page that it tells of."""

    key: str
    title: str
    page: str
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Offer:
    parameters: tuple[Parameter, ...]
    tells: Callable[[Values, Site], News]


OF_COUNCIL = Parameter("council", "council", "One council, by slug, code or name.", "leeds")
SUPPLIER = Parameter("name", "text", "The supplier, by its slug.", "capita", required=True)
SEARCH = (
    SUPPLIER_WORDS,
    PAID,
    COUNCIL,
    OF_SERVICE,
    OF_CATEGORY,
    FROM_MONTH,
    TO_MONTH,
    LEAST,
    MOST,
    DESCRIBED,
    CARDS,
    CREDITS,
)


def _changes(values: Values, site: Site) -> News:
    about = _council(values["council"])
    key, name, query = (about["council"], about["name"], _query(about)) if about else _EVERYONE
    page = f"{site.root}changes{query}"
    told = changes(key, page, site.edition, site.day)
    return News(f"changes.atom/{key or 'all'}", f"what changed, {name}", page, told)


def _payments(values: Values, site: Site) -> News:
    about = _council(values["council"])
    assert about is not None
    page = f"{site.root}payments{_query(about)}"
    told = months(about["council"], about["name"], page, site.day)
    title = f"payments of {about['name']}, month by month"
    return News(f"payments.atom/{about['council']}", title, page, told)


def _supplier(values: Values, site: Site) -> News:
    about = supplier_of(values["name"])
    if about["kind"] != "organisation":
        # Sums of all who are private persons are no one's news.
        raise Problem("unknown-supplier", f"“{about['name']}” is no supplier.", parameter="name")
    page = f"{site.root}supplier?{urlencode({'name': about['slug']})}"
    told = months_of_supplier(about, page, site.day)
    return News(f"supplier.atom/{about['slug']}", f"who paid {about['name']}", page, told)


def _search(values: Values, site: Site) -> News:
    asked = {name: _said(values[name], one) for one in SEARCH if (name := one.name) in values}
    asked = {name: text for name, text in sorted(asked.items()) if text}
    if not asked:
        raise Problem(
            "missing-parameter",
            "Which payments? Give words, a supplier, a council or another part of a search.",
            parameter="words",
            parameters=[one.name for one in SEARCH],
        )
    rows, _ = payments({**values, "sort": "newest"}, MOST_PAYMENTS, 0)
    page = f"{site.root}payments?{urlencode(asked)}"
    # The same search has the same name, in whatever order it is asked.
    digest = sha256(urlencode(asked).encode()).hexdigest()[:16]
    words = ", ".join(f"{name} {text}" for name, text in asked.items())
    told = of_search(rows.rows(named=True), site.root, site.day)
    return News(f"search.atom/{digest}", f"payments found by {words}", page, told)


def _said(value: object, one: Parameter) -> str:
    """As it stands in the address; what says nothing beyond the usual is not of it."""
    if value is None or value == one.usual:
        return ""
    if one.kind == "councils":
        slugs = dict(ask("council/names").select("council", "slug").iter_rows())
        return ",".join(sorted(slugs[code] for code in value))  # type: ignore[attr-defined]
    return f"{value:g}" if isinstance(value, float) else str(value)


def _council(key: object) -> dict[str, str] | None:
    if key is None:
        return None
    rows = ask("council/names").rows(named=True)
    return next(row for row in rows if row["council"] == key)


def _query(about: Mapping[str, str]) -> str:
    return f"?{urlencode({'council': about['slug']})}"


_EVERYONE: tuple[str | None, str, str] = (None, "all councils", "")
OFFERED = {
    "changes.atom": Offer((OF_COUNCIL,), _changes),
    "payments.atom": Offer((ONE_COUNCIL,), _payments),
    "supplier.atom": Offer((SUPPLIER,), _supplier),
    "search.atom": Offer(SEARCH, _search),
}
