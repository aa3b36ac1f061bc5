"""What befell councils in words: dated, with the evidence, and never a score. Plain text."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.periods import date_in_words
from charts.wording import pounds

# In the order in which they are told.
KINDS = {
    "section_114": "Section 114 notices",
    "exceptional_support": "Exceptional financial support, agreed or requested, as listed",
    "intervention": "Government intervention",
    "inspection": "Best value inspection",
    "reorganisation_decided": "Reorganisation, decided",
    "reorganisation_proposed": "Reorganisation, proposed",
}
INCOMPLETE = (
    "From the pages linked, as far as they were found: other events are possible, and what came "
    "after {} is not known from them. Support is leave to meet running costs from capital, and is "
    "often revised later."
)
Row = Mapping[str, Any]


def sum_words(row: Row) -> str:
    """£685m, or with what a later page says: £685m as first listed, £490m on a later page."""
    first = pounds(row["value_gbp"], short=True)
    if row["revised_gbp"] is None:
        return first
    return f"{first} as first listed, {pounds(row['revised_gbp'], short=True)} on a later page"


def told(rows: Sequence[Row]) -> list[str]:
    """A line a kind, the newest first as the rows of council/events come."""
    lines = []
    for kind, words in KINDS.items():
        said = [_event(row) for row in rows if row["kind"] == kind]
        lines += [f"{words}: {'; '.join(said)}."] if said else []
    return lines


def _event(row: Row) -> str:
    """2011-12 is a financial year where the row says so, and no month."""
    happened = str(row["happened"])
    when = happened if row["precision"] == "financial_year" else date_in_words(happened)
    return f"{when} {sum_words(row)}" if row["kind"] == "exceptional_support" else when
