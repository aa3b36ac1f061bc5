"""Which words a reader wants, and the few words that are not in the edition."""

import re
from collections.abc import Mapping
from datetime import date

from charts.plain_text import plain
from components.address import said

CLASSES = {
    "london_borough": ("London borough", "London boroughs"),
    "metropolitan_district": ("metropolitan district", "metropolitan districts"),
    "unitary": ("unitary council", "unitary councils"),
    "county": ("county council", "county councils"),
    "district": ("district council", "district councils"),
    "scottish": ("Scottish council", "Scottish councils"),
    "welsh": ("Welsh council", "Welsh councils"),
    "northern_irish": ("Northern Irish council", "Northern Irish councils"),
    "other": ("other authority", "other authorities"),
}
LICENCES = {
    "OGL-UK-3.0": "Open Government Licence v3.0",
    "CC-BY-4.0": "Creative Commons Attribution 4.0",
    "OPL-3.0": "Open Parliament Licence v3.0",
    "MIT": "MIT licence",
    "ONSPD": "Open Government Licence v3.0, with Royal Mail and Ordnance Survey rights",
    "PDDL-1.0": "Public Domain Dedication and Licence 1.0",
    "transparency-code": "no licence stated with the copy; published for open re-use under the "
    "Local Government Transparency Code",
    "facts-only": "no licence stated; single facts, each with where it is evidenced",
    "none-stated": "no licence stated",
}
_MARKUP = re.compile(r"([\\`*_{}\[\]<>$~|:#])")


def official() -> bool:
    """Whether the reader asked for the words of the official returns."""
    return said("words") == "official"


def named(
    row: Mapping[str, object], plain: str = "plain_name", exact: str = "official_name"
) -> str:
    """A service's or line's name in the words asked for."""
    return str(row[exact if official() else plain])


def class_word(kind: str) -> str:
    return CLASSES[kind][0]


def class_words(kind: str) -> str:
    return CLASSES[kind][1]


def safe(text: object) -> str:
    """A name from a published file, safe inside markdown."""
    return _MARKUP.sub(r"\\\1", plain(text))


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
