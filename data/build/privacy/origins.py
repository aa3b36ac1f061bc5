"""Names of every origin: a given or family name of wide lists, and words that are no English.

The lists of given names that were made by hand know British names best. What they do not know is
told here by lists that public registers of other countries give, so that no origin shows more.
"""

import re
from pathlib import Path
from typing import NamedTuple

from data.build.word_lists import words

HERE = Path(__file__).parent
GIVEN = words(HERE / "given_names_of_every_origin.txt")
FAMILY = words(HERE / "family_names_of_every_origin.txt")
WORDS = words(HERE / "english_words.txt") | words(HERE / "organisation_words.txt")
FOUNDERS = words(HERE / "surnames_of_founders.txt")
TOWNS = words(HERE / "surnames.txt") | words(HERE / "surnames_that_are_places.txt")
SURNAMES = TOWNS | words(HERE / "surnames_that_are_words.txt")
COMMON = words(HERE / "surnames.txt") - WORDS
BORNE = (words(HERE / "surnames.txt") | FOUNDERS | FAMILY) - WORDS
# English words that are given names in West Africa and China: before a word that is none.
VIRTUES = words(HERE / "virtues.txt")
PLACES = words(HERE / "place_words.txt")
# Surnames that are words or shires far oftener.
SCARCE = frozenset(
    {"kent", "england", "lake", "wood", "hill", "field", "norfolk", "cornwall", "york"}
)
TOWNS_OF_PERSONS = TOWNS - PLACES - SCARCE
ONLY_GIVEN = GIVEN - TOWNS - FOUNDERS
PERSONAL = FAMILY - FOUNDERS
FIRST = TOWNS - SCARCE
NO_HALVES = PLACES - SURNAMES
NOT_FIRST = FOUNDERS | COMMON
# Family names of Eastern Europe, Greece, Turkey and Armenia end so, and hardly an English word.
ENDING = re.compile(
    r".{3}(?:sk[aiy]|wicz|enko|escu|ov[ao]?|chuk|czyk|idis|opoulos|oglu|vich|vic|iene)$"
)
GAELIC = re.compile(r"mac?[bcdfgklmnpqrt]\w{4}|mc\w{3}")
# Short words are initials of bodies or particles: ISS Mediclean, El Al.
SHORTEST = 3
# Longer ones were written together: "Heatandplumb".
LONGEST = 15


class Found(NamedTuple):
    """Which word tells, and what it is: a given name, a family name, words that are no English."""

    word: str
    what: str


def person_of(names: list[str], given: frozenset[str], joined: bool) -> Found | None:
    """Say what makes two to four words a person's name; None where nothing does.

    ``names`` are in small letters and without initials, ``given`` the surer list of given names.
    ``joined``: an "and" stands between them, as in firms of two surnames.
    """
    if not 2 <= len(names) <= 4:
        return None
    if any(
        _is_word(part) and part not in SURNAMES for name in names[1:-1] for part in _parts(name)
    ):
        return None
    first, last = _parts(names[0])[0], _parts(names[-1])[-1]
    # "Home-Start Nowhere": words that are joined.
    if "-" in names[0] and any(map(_is_word, _parts(names[0]))) and first not in given:
        return None
    if joined and len(names) == 2:
        both = all(name in GIVEN or name in given for name in (first, last))
        return Found(first, "given name") if both else None
    if (first in GIVEN or _is_compound(first, given)) and can_be_surname(last):
        return Found(first, "given name")
    if first in VIRTUES and len(names) < 4 and _is_strange(last) and last not in FOUNDERS:
        return Found(first, "given name")
    # "Amber McExampleton": of a Gaelic surname, or of one that is common and no word.
    plain = (first in VIRTUES or first in given) and first not in NOT_FIRST
    if plain and len(names) == 2 and (last in COMMON or GAELIC.match(last)):
        return Found(first, "given name")
    if last in ONLY_GIVEN and not _is_word(first):
        return Found(last, "given name")
    if len(names) == 2 and last in PERSONAL:
        return Found(last, "family name")
    if ENDING.search(last) and not _is_word(last) and not joined:
        return Found(last, "family name")
    coined = all(map(_is_strange, _parts(names[0]))) and first not in FOUNDERS and len(names) == 2
    if coined and last in TOWNS_OF_PERSONS and not joined:
        return Found(first, "words that are no English")
    if joined or any(map(_is_word, (first, last))):
        return None
    for name in (last, first):
        if name in FAMILY and len(name) > 1:
            return Found(name, "family name")
    if {first, last} <= FOUNDERS:
        return None
    if all(_is_strange(part) for name in (names[0], names[-1]) for part in _parts(name)):
        return Found(" ".join(names), "words that are no English")
    return None


def _is_compound(name: str, given: frozenset[str]) -> bool:
    """Whether two given names were written together: "Rosiemarie"."""
    cuts = range(4, len(name) - 2)
    return any(name[:cut] in given and name[cut:] in given for cut in cuts) and name not in WORDS


def double_surname(tokens: list[str], given: frozenset[str], firms: frozenset[str]) -> str:
    """Give the surname of "Heather Coward-Exampleton", one half of which may be any word.

    ``given`` are all given names; a half that is one of the words of ``firms`` makes it no name.
    """
    *before, last = tokens
    first = before[0] if before else ""
    known = first in given or first in FIRST
    rest = all(len(name) == 1 or name in given for name in before[1:])
    halves = _parts(last)
    known = known or (first in VIRTUES and any(map(_is_strange, halves)))
    if len(halves) != 2 or len(before) > 3 or not known or not rest:
        return ""
    if any(len(half) < SHORTEST or half in firms or half in NO_HALVES for half in halves):
        return ""
    return last if any(map(can_be_surname, halves)) else ""


def couple_of(tokens: list[str], given: frozenset[str]) -> str:
    """Give the surname of "Jane and John Exampleton"; '' where two firms' words are joined."""
    if len(tokens) != 4 or tokens[1] != "and" or not can_be_surname(tokens[3]):
        return ""
    first, second, last = tokens[0], tokens[2], tokens[3]
    known = [name in given or name in GIVEN for name in (first, second)]
    strange = _is_strange(first) and _is_strange(second) and last not in FOUNDERS
    told = all(known) or (strange and (last in FAMILY or _is_strange(last)))
    told = told or (any(known) and last in BORNE)
    return last if told else ""


def looks_like_surname(name: str) -> bool:
    """Whether a word may end a person's name: a surname that is no word, or nothing known."""
    parts = _parts(name)
    known = [part in BORNE or _is_strange(part) for part in parts]
    return all(known) or (len(parts) == 2 and any(known) and can_be_surname(parts[1]))


def _parts(name: str) -> list[str]:
    return name.split("-")


def _is_word(name: str) -> bool:
    return name in WORDS


def can_be_surname(name: str) -> bool:
    """Whether a word may follow initials or a given name: no word of English that is no surname."""
    return len(name) > 1 and (name not in WORDS or name in SURNAMES)


def _is_strange(name: str) -> bool:
    """Whether a word is neither English nor initials nor several words written together."""
    vowel = any(letter in "aeiouy" for letter in name)
    return vowel and SHORTEST <= len(name) <= LONGEST and name not in WORDS
