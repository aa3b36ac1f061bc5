"""The rows of What changed, and months of payments, as entries of a feed."""

from collections.abc import Mapping

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
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
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
            f"{name}: payments of {MONTHS[row['month'].month - 1]} {row['month'].year}",
            f"{row['payments']:,} payments, {pounds(row['amount_gbp'], short=True)}.",
            page,
            day,
        )
        for row in rows.head(MOST_MONTHS).rows(named=True)
    ]


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
