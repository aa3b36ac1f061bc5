"""Bodies that are no councils: police, fire, national parks, combined authorities, waste."""

import re
from collections.abc import Iterator

from charts.wording import pounds
from components.answers import answer
from components.search.entry import AUTHORITY, Entry, Query, all_names
from components.search.lists import listed

# What a name of the return says at length -> how people say it.
SHORTER = (
    (r" (combined )?fire and rescue authority$", " fire", " fire and rescue", " fire service"),
    (r" police and crime commissioner and chief constable$", " police", " pcc", " constabulary"),
    (r" police authority$", " police", " police authority"),
    (r" national park authority$", "", " national park"),
    (r"^the broads authority$", "broads", "norfolk broads"),
    (
        r" (mayoral )?combined (county )?authority( post nov 2018)?$",
        " combined authority", " mayor",
    ),
    (r" waste (disposal )?authority$", " waste", " waste authority"),
)  # fmt: skip


def other_authorities() -> Iterator[Entry]:
    rows = answer("search/authorities").frame.rows(named=True)
    newest = max((row["period"] for row in rows if row["period"]), default="")
    for row in rows:
        more = [one["name"] for one in listed("authority_name") if one["authority"] == row["slug"]]
        names = all_names(row["name"], *_said(row["name"]), *more)
        ended = bool(row["period"]) and row["period"] < newest
        if row["period"]:
            amount = pounds(row["value_gbp"], short=True)
            yield Entry(
                AUTHORITY,
                row["name"],
                f"no council, so compared with none: {amount} of spending in {row['period']}"
                + (", the newest return held" if ended else ""),
                names,
                "explorer",
                _spending(row["slug"], row["period"] if ended else ""),
                ended=ended,
                nations=frozenset({"England"}),
            )
        if row["payments"]:
            yield Entry(
                AUTHORITY,
                row["name"],
                "whom it paid",
                names,
                "payments",
                (("council", row["slug"]),),
                nations=frozenset({"England"}),
            )


def _spending(slug: str, year: str) -> Query:
    """In the year of the last return where that is not the newest."""
    then: Query = (("year", year),) if year else ()
    return (("trail", f"council:{slug}"), ("by", "service"), *then)


def _said(name: str) -> list[str]:
    """ "Avon Combined Fire and Rescue Authority": Avon fire, Avon fire and rescue …"""
    found = []
    for pattern, *short in SHORTER:
        plain = re.sub(pattern, "", name.lower())
        if plain != name.lower():
            found += [f"{plain}{one}" for one in short]
    return [one for one in found if one.strip()]
