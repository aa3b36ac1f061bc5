"""A figure to take away: its rows as CSV and Excel, itself as a picture, caveats inside each."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import polars as pl

from charts.wording import STATUSES
from components.answers import Answer, answer
from components.words.naming import LICENCES
from spreadsheet import to_csv, to_xlsx

# "£ per head, 2025-26 prices": the year whose pounds they are.
PRICES = re.compile(r"(\d{4}(?:-\d{2})?) prices")
LONGEST_STEM = 100
# "Leeds: recycling, 2024-25, beside usual peers": whom it stands beside.
PEERS = re.compile(r"\bbeside ([^,;:]+)$")
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Leaving:
    """What goes with the figure wherever it goes; `sources` are rows of source/all."""

    key: str
    title: str
    finding: str
    unit: str
    period: str
    caveats: tuple[str, ...]
    sources: tuple[dict[str, object], ...]
    citation: str
    answers: tuple[Answer, ...]
    council: str = ""  # the council that all rows are about, where there is one
    address: str = ""

    @property
    def price_base(self) -> str:
        """The year whose pounds they are, "cash", or "" where it is no money."""
        prices = PRICES.search(self.unit)
        return prices[1] if prices else "cash" if "cash" in self.unit else ""

    @property
    def peers(self) -> str:
        found = PEERS.search(self.title)
        return found[1] if found else ""

    @property
    def file_stem(self) -> str:
        """The title as a file's name, so that no two councils' files look alike."""
        plain = unicodedata.normalize("NFKD", self.title.replace("£", "pounds")).lower()
        words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
        stem = "-".join(words)
        return stem[:LONGEST_STEM].rstrip("-") or self.key


def as_csv(
    one: Answer, caveats: Sequence[str] = (), of_every_row: Mapping[str, str] = NOTHING
) -> bytes:
    """The rows as asked; the edition, what they are about and what to bear in mind in columns.

    A column that the rows have already is left as it is.
    """
    edition = answer("edition/about").one()
    more = {**of_every_row, "edition": str(edition["name"]), "caveats": " | ".join(caveats)}
    new = {name: pl.lit(text) for name, text in more.items() if text and name not in one.frame}
    return to_csv(one.frame.with_columns(**new))


def of_every_row(one: Leaving) -> dict[str, str]:
    """What a row torn from the page must still say: of whom, when, in which unit and prices."""
    return {
        "figure": one.title,
        "council_name": one.council,
        "peers": one.peers,
        "period": one.period,
        "unit": one.unit,
        "price_base": one.price_base,
        "publisher": "; ".join(dict.fromkeys(str(s["publisher"]) for s in one.sources)),
        "address": one.address,
    }


def as_xlsx(one: Leaving) -> bytes:
    """A sheet of notes, then the rows of each query."""
    names = ["Rows", *(f"Rows {n}" for n in range(2, len(one.answers) + 1))]
    sheets = dict(zip(names, (each.frame for each in one.answers), strict=True))
    return to_xlsx(_facts(one), sheets)


def _facts(one: Leaving) -> list[tuple[str, str]]:
    edition = answer("edition/about").one()
    sources = [
        (
            "Source",
            f"{s['publisher']}, {s['title']}, published {s['published']}, "
            f"{LICENCES[s['licence']]}, {s['landing_url']}. {s['attribution']}",
        )
        for s in one.sources
    ]
    problems = [
        ("Known problem", f"{s['title']}: {problem}")
        for s in one.sources
        for problem in s["known_problems"]
    ]
    return [
        ("Figure", one.title),
        ("What it shows", one.finding),
        *([("Council", one.council)] if one.council else []),
        ("Unit", one.unit),
        ("Period", one.period),
        ("Edition", str(edition["name"])),
        ("To cite it", one.citation),
        *(("To bear in mind", caveat) for caveat in one.caveats),
        *sources,
        *problems,
        *((f"Status {key}", words) for key, words in STATUSES.items()),
        *((f"Query {each.name}", each.sql) for each in one.answers),
    ]


def notes(one: Leaving) -> list[str]:
    """What stands below a picture of it."""
    titles = [f"{s['publisher']}, {s['title']}" for s in one.sources]
    return [
        f"{one.unit}, {one.period}. Source: {'; '.join(titles) or 'none'}.",
        one.citation,
        *(f"• {caveat}" for caveat in one.caveats),
    ]
