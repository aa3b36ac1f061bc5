"""Which words a reader wants, and the few words that are not in the edition."""

import re
from collections.abc import Mapping
from datetime import date

from charts.council_classes import class_word, class_words
from charts.licence_names import LICENCES
from charts.plain_text import plain
from components.address import said

__all__ = [
    "LICENCES",
    "class_word",
    "class_words",
    "measure_title",
    "named",
    "official",
    "on_day",
    "safe",
    "when",
]
WORD_JOINER = "\u2060"
# Where "www.", "https://" and "name@host" stop being one.
_ADDRESS = re.compile(r"(?<=\bwww)(?=\.)|(?<=:)(?=//)|(?=@)", re.I)
_MARKUP = re.compile(r"([\\`*_{}\[\]<>$~|:#])")


def official() -> bool:
    """Whether the reader asked for the words of the official returns."""
    return said("words") == "official"


def named(
    row: Mapping[str, object], plain: str = "plain_name", exact: str = "official_name"
) -> str:
    """A service's or line's name in the words asked for."""
    return str(row[exact if official() else plain])


def measure_title(row: Mapping[str, object]) -> str:
    """A measure's title in the words asked for."""
    return named(row, "title", "official_title")


def safe(text: object) -> str:
    """A name from a published file, safe inside markdown: no markup, and no link.

    A bare address becomes a link after all markup is read, so that no backslash keeps it from it;
    a mark without width does.
    """
    return _ADDRESS.sub(WORD_JOINER, _MARKUP.sub(r"\\\1", plain(text)))


def on_day(day) -> str:
    """1 April 2023."""
    return f"{day.day} {day:%B %Y}"


def when(happened: str, precision: str | None = None) -> str:
    """5 September 2023, September 2023 or 2023-24, as exactly as it is known: as its form says
    unless told."""
    how = precision or {10: "day", 7: "month"}.get(len(happened), "year")
    if how == "day":
        return on_day(date.fromisoformat(happened))
    if how == "month":
        return f"{date.fromisoformat(f'{happened}-01'):%B %Y}"
    return happened
