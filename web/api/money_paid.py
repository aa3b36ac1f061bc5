"""Payments and suppliers over the API: the search of the page, as far as it can be answered."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from queries import ask
from queries.searching import MOST_LOOKED_AT, WITH, Offered, Search, takes, way
from web.api.problems import Problem

SORTS = ("newest", "oldest", "largest", "smallest")
WHOLE_FILES = "take/payments.csv and take/payments.parquet stream every payment of a search"
# A page is found by sorting all before it.
DEEPEST = 200_000
MOST_FOUND = 20_000
MOST_WORDS = 4
Values = Mapping[str, Any]


def payments(values: Values, rows: int, skip: int) -> tuple[pl.DataFrame, int]:
    """Rows of payments/rows and how many there are of all pages. Raises Problem."""
    search = _search(values)
    given = takes(search, Offered({}, (), ())) | {"councils": values["council"]}
    of_reach = ("supplier_words", "supplier_slug", "councils", "first", "last")
    reach = ask("payments/reach", **{name: given[name] for name in of_reach}).row(0, named=True)
    chosen, looked_at = way(search, by_place=reach["by_place"], by_supplier=reach["by_supplier"])
    if looked_at > MOST_LOOKED_AT:
        raise Problem(
            "too-wide",
            f"{looked_at} payments would be looked at one by one, and at most {MOST_LOOKED_AT} "
            f"are. Name a council, months or a supplier; {WHOLE_FILES}.",
            looked_at=looked_at,
            most=MOST_LOOKED_AT,
        )
    total = int(ask("payments/count", way=chosen, **given)["payments"].item())
    # Past the end nothing is sorted to find that out.
    if skip < total and skip + rows > DEEPEST and total > DEEPEST:
        raise Problem(
            "too-many-rows",
            f"Pages go {DEEPEST} rows deep, and this is {total}. Narrow it; {WHOLE_FILES}.",
            total=total,
            most=DEEPEST,
        )
    most = rows if skip < total else 0
    return ask("payments/rows", way=chosen, **given, sort=values["sort"], rows=most, skip=skip), (
        total
    )


def suppliers(values: Values, rows: int, skip: int) -> tuple[pl.DataFrame, int]:
    """Rows of api/suppliers; by words of a name in the order of the page's search."""
    slugs = values["supplier"]
    if values["find"]:
        found = _found(values["find"])
        slugs = found if slugs is None else [one for one in found if one in set(slugs)]
    given = {
        "slugs": slugs,
        "councils": values["council"],
        "category": values["category"],
        "periods": values["period"],
        "company_number": values["company_number"],
    }
    frame = ask("api/suppliers", **given, rows=rows, skip=skip)
    counted = frame
    if frame.is_empty() and skip:
        counted = ask("api/suppliers", **given, rows=1, skip=0)
    total = int(counted["total"][0]) if counted.height else 0
    return frame.drop("total"), total


def _found(text: str) -> list[str]:
    words = list(dict.fromkeys(text.split()))
    kept = sorted(words, key=len, reverse=True)[:MOST_WORDS]
    asked = [word for word in words if word in kept]
    return ask("supplier/search", words=asked, sort="fit", most=MOST_FOUND, skip=0)[
        "slug"
    ].to_list()


def _search(values: Values) -> Search:
    first, last = (_month(values[name]) for name in ("from", "to"))
    least, most = values["least"], values["most"]
    if first and last and first > last:
        raise _crossed("from", "to")
    if least is not None and most is not None and least > most:
        raise _crossed("least", "most")
    if values["paid"] is not None:
        supplier_of(values["paid"], "paid")
    return Search(
        supplier=values["supplier"] or "",
        paid=values["paid"] or "",
        service=values["service"] or "",
        category=values["category"] or "",
        first=first,
        last=last,
        least=least,
        most=most,
        words=values["words"] or "",
        cards=values["cards"] or WITH,
        credits=values["credits"] or WITH,
    )


def supplier_of(slug: str, parameter: str = "name") -> dict[str, Any]:
    """The row of supplier/about. Raises Problem."""
    rows = ask("supplier/about", supplier_slug=slug)
    if rows.is_empty():
        near = ask("supplier/near", supplier_slug=slug)["slug"].to_list()
        raise Problem(
            "unknown-supplier",
            f"No supplier has the key “{slug}” in this edition.",
            parameter=parameter,
            nearest=near,
        )
    return rows.row(0, named=True)


def _month(text: str | None) -> date | None:
    return date.fromisoformat(f"{text}-01") if text else None


def _crossed(first: str, last: str) -> Problem:
    return Problem("bad-value", f"“{first}” is above “{last}”.", parameter=first)
