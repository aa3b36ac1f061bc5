"""The rows of What changed, months of payments, and payments themselves as entries of a feed."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

import polars as pl

from charts.months import month_words
from charts.wording import figure, pounds
from queries import ask
from web.feeds.atom import Entry

# In the order of the news: what was read before and is another now comes first.
CHANGES = {
    "revised": "Revised",
    "dropped": "Taken out",
    "new_period": "More periods",
    "new_series": "New",
    "added": "Came late",
    "gone_series": "No longer held",
}
MOST_MONTHS = 36
Row = Mapping[str, object]


def changes(council: str | None, page: str, edition: str, day: str) -> list[Entry]:
    rows = ask("council/changes", council=council) if council else ask("edition/changes")
    order = list(CHANGES)
    return [
        Entry(
            f"{edition}/{council or 'all'}/{row['kind']}/{row['series']}/{row['change']}",
            f"{CHANGES[row['change']]}: {row['name']}, {_span(row)}",
            _told(row),
            page,
            day,
        )
        for row in sorted(rows.rows(named=True), key=lambda one: order.index(one["change"]))
    ]


def months(council: str, name: str, page: str, day: str) -> list[Entry]:
    """The newest months of which the council's payments are held."""
    rows = ask("payments/months", councils=[council]).sort("month", descending=True)
    return [
        Entry(
            f"{council}/{row['month']:%Y-%m}",
            f"{name}: payments of {month_words(row['month'])}",
            f"{row['payments']:,} payments, {pounds(row['amount_gbp'], short=True)}.",
            page,
            day,
        )
        for row in rows.head(MOST_MONTHS).rows(named=True)
    ]


def months_of_supplier(about: Row, page: str, day: str) -> list[Entry]:
    """The newest months in which a council paid it, a council apart from the next."""
    names = dict(ask("council/names").select("council", "name").iter_rows())
    rows = ask("supplier/months", supplier=about["supplier"]).filter(pl.col("month").is_not_null())
    newest = rows.sort(["month", "council"], descending=[True, False]).head(MOST_MONTHS)
    return [
        Entry(
            f"{row['council']}/{row['month']:%Y-%m}",
            f"{names.get(row['council'], row['council'])} paid {about['name']} "
            f"{pounds(row['amount_gbp'], short=True)} in {month_words(row['month'])}",
            f"{_payments(row['payments'])}, {pounds(row['amount_gbp'])}.",
            page,
            day,
        )
        for row in newest.rows(named=True)
    ]


def of_search(rows: Iterable[Mapping[str, Any]], root: str, day: str) -> list[Entry]:
    """Payments, each named by its place in the council's file; `day` where a file tells none."""
    return [
        Entry(
            sha256(f"{row['file']}|{row['sheet']}|{row['line']}".encode()).hexdigest()[:20],
            f"{row['council_name']} paid {row['supplier'] or 'a name that is not published'} "
            f"{pounds(row['amount_gbp'], decimals=2)}",
            _what_for(row),
            _where(row, root),
            _dated(row, day),
        )
        for row in rows
    ]


def _what_for(row: Mapping[str, Any]) -> str:
    words = [row[name] for name in ("department", "purpose", "published_category") if row[name]]
    when = f"{row['day']:%-d %B %Y}" if row["day"] else ""
    when = when or (month_words(row["month"]) if row["month"] else "No day is published")
    place = f"Line {row['line']} of {row['file']}"
    return f"{when}. {'; '.join(words) or 'No words say what for'}. {place}."


def _where(row: Mapping[str, Any], root: str) -> str:
    """The search on the page that finds it."""
    asked = {"council": row["council_slug"]}
    if row["supplier_slug"]:
        asked["paid"] = row["supplier_slug"]
    if row["month"]:
        asked |= {name: f"{row['month']:%Y-%m}" for name in ("from", "to")}
    return f"{root}payments?{urlencode(asked)}"


def _dated(row: Mapping[str, Any], day: str) -> str:
    """The day of payment, where it is one that has been."""
    found = row["day"] or row["month"]
    return found.isoformat() if found and found <= date.today() else day


def _payments(count: int) -> str:
    return f"{count:,} payment{'' if count == 1 else 's'}"


def _told(row: Row) -> str:
    figures = f"{row['figures']:,} figure{'' if row['figures'] == 1 else 's'}"
    if row.get("before") is None or row.get("now") is None or "unit" not in row:
        return f"{figures}, {_span(row)}."
    unit, decimals = str(row["unit"] or ""), int(str(row["decimals"] or 0))
    before, now = (figure(float(str(row[part])), unit, decimals) for part in ("before", "now"))
    return f"{figures}. Most moved, {row['period']}: {before} before, {now} now."


def _span(row: Row) -> str:
    first, last = row["first_period"], row["last_period"]
    return f"{first}" if first == last else f"{first} to {last}"
