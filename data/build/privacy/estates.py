"""Persons who have died, named by whoever is paid in their place: "Executors of Jane Exampleton".

An estate of land is none: "Nowhere Castle Estate", "The Crown Estate".
"""

import re
from collections.abc import Callable

from data.build.privacy.titled import FORMS

# Only a person has executors; an estate, a representative and "the late" may be anything's.
SURELY = re.compile(
    r"^\W*(?:the )?(?:executors?(?:['\u2019]s?)?|exe?c?o?r?['\u2019]?s|exors?(?:['\u2019]s?)?|"
    r"executrix|(?:legal )?personal rep(?:resentative)?s?) (?:of|for|to)\b"
    r"(?: the)?(?: late)?(?: estate of)?(?: the late)?\W+",
    re.I,
)
LIKELY = re.compile(
    r"^\W*(?:(?:the )?est(?:ate)?\.? of(?: the)?(?: late)?|(?:the )?late|"
    r"(?:the )?representatives? of(?: the)?(?: late)?)\W+",
    re.I,
)
# An estate of theirs is land: "Est. of the Viscount Nowhere".
LANDED = frozenset({"duke", "duchess", "marquess", "earl", "viscount", "baron", "lord", "lady"})
# "J Exampleton Deceased", "Trustees of J Exampleton Est (Decd".
DIED = re.compile(r"\b(?:deceased|dec['\u2019]?d)\W*$", re.I)


def estate_of(name: str, is_person: Callable[[str], bool]) -> bool:
    """Whether a name is that of a person who has died. ``is_person`` reads what is left of it."""
    said = set(re.findall(r"[a-z]+", name.casefold()))
    if said & FORMS:
        return False
    if SURELY.search(name) or DIED.search(name):
        return len(said) > 1
    left, count = LIKELY.subn("", name, count=1)
    return count > 0 and not said & LANDED and is_person(left)
