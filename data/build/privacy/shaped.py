"""Whether words that no firm bears have the shape of a person's name: given names and surnames."""

import re

from data.build.privacy.answer import Kind, organisation, person
from data.build.privacy.firms import of_plain_words
from data.build.privacy.origins import (
    WORDS,
    can_be_surname,
    couple_of,
    looks_like_surname,
    person_of,
)
from data.build.privacy.vocabulary import (
    AMBIGUOUS,
    ANY_GIVEN,
    ANY_NAMES,
    CLEAR_GIVEN,
    COMMON_SURNAMES,
    FAMILY,
    GIVEN,
    NO_INITIALS,
    NO_PLAIN_WORDS,
    OCCUPATIONS,
    ORIGINS,
    PARTICLES,
    SURNAMES,
    TWO_FOUNDERS,
)

# "DJD Searle", "Pm Dyson": initials that are written together.
INITIALS = re.compile(r"[b-df-hj-np-tv-z]{2,3}")
NO_LETTERS = PARTICLES | NO_INITIALS
PERSONS_SURNAMES = SURNAMES & COMMON_SURNAMES
LEADING_PARTICLES = frozenset({"de", "di", "du", "van", "von", "den", "bin"})
# Creditor types of councils that say so of a sole trader, a childminder or a carer, who may trade
# under a name of a business.
TRADER_TYPES = frozenset({"SOLE", "EY", "MEDC", "CF", "BZ", "SOLE TRADER"})
MOST_INITIALS = 3
NOTHING = "Nothing in it looks like a person's name."


def by_shape(tokens: list[str], creditor_type: str, ordered: bool, coined: bool) -> Kind:
    """Say what words are taken for that bear no sign of a firm.

    ``ordered``: a comma stands among them. ``coined``: one of them is likely a shop's or a firm's.
    """
    names = [token for i, token in enumerate(tokens) if _is_name(token, first=not i)]
    alone = [token for token in names if token not in OCCUPATIONS]
    # "Jane Exampleton Art", but not "Art Exampleton".
    if len(alone) > 2 and alone[-1] == "art":
        alone = alone[:-1]
    if len(alone) == 1 < len(names) and alone[0] in CLEAR_GIVEN and names[0] == alone[0]:
        return person(f"A given name, {alone[0]!r}, and what the person does.")
    names = alone or names
    initials = [token for token in tokens if token not in names and len(token) < 3]
    grouped = {token for token in tokens if INITIALS.fullmatch(token) and "and" in tokens}
    names = [token for token in names if token not in grouped] or names
    initials = [one for one in initials if one not in NO_LETTERS or one == tokens[0] == "o"]
    if of_plain_words(tokens, WORDS, NO_PLAIN_WORDS):
        return organisation("It is of words alone.")
    if creditor_type in TRADER_TYPES and len(names) <= 3:
        return person(f"A name without a business, of a creditor of type {creditor_type}.")
    if tokens[0] in ("st", "saint", "ss") and len(tokens[-1]) > 1:
        return organisation("It is called after a saint.")
    if _initialled(tokens, names, initials, coined):
        return person("Initials and a surname.")
    # "B de Exampleton": a particle between an initial and a name.
    if len(tokens) == 3 and len(tokens[0]) == 1 and tokens[1] in LEADING_PARTICLES:
        return person("An initial, a particle and a surname.")
    # "Scott & Exampleton": two founders, unless both are given names, of a couple.
    joined = len(tokens) == 3 and tokens[1] == "and" and tokens[2] not in ANY_GIVEN
    if joined and {tokens[0], tokens[2]} <= TWO_FOUNDERS:
        return organisation("It is of two surnames.")
    given = [token for token in names if token.split("-")[0] in GIVEN]
    sure = [token for token in given if token not in AMBIGUOUS]
    if not 2 <= len(names) <= (6 if len(sure) > 1 else 4):
        return organisation(NOTHING)
    if said := _british(tokens, names, given, sure, bool(initials), ordered):
        return person(said)
    if said := _around_initials(tokens, names):
        return person(said)
    if not coined and (found := person_of(names, GIVEN, joined="and" in tokens)):
        return person(f"{found.what.capitalize()}: {found.word!r}.")
    return organisation(NOTHING)


def _initialled(tokens: list[str], names: list[str], initials: list[str], coined: bool) -> bool:
    together = INITIALS.fullmatch(tokens[0]) and tokens[0] not in NO_INITIALS
    if len(tokens) == 2 and together and tokens[1] in COMMON_SURNAMES:
        return True
    # "SW Exampleton": a point of the compass, or a person of a surname that is no place's.
    if len(tokens) == 2 and tokens[0] in NO_INITIALS and tokens[1] in PERSONS_SURNAMES:
        return True
    one = len(names) == 1 and len(names[0]) > 2 and can_be_surname(names[0])
    if not one or not initials or names[0] in ANY_NAMES:
        return one and bool(initials)
    # "H.O.P.E (Nowhere)", "(H/C) Nowherecare": letters of a word, and a word that no list knows.
    return not coined and (len(initials) <= MOST_INITIALS or "and" in tokens)


def _british(
    tokens: list[str],
    names: list[str],
    given: list[str],
    sure: list[str],
    initialled: bool,
    ordered: bool,
) -> str:
    """Say which name of the lists made by hand tells; '' where none does."""
    if sure and ("and" not in tokens or names[0] in GIVEN or ordered or initialled):
        return f"A given name, {sure[0]!r}, and a surname."
    if names[0] in given and (names[-1] in SURNAMES or len(given) > 1 or initialled):
        return f"A given name, {given[0]!r}, and a surname."
    if names[-1] in FAMILY and len(names) < 4 and "and" not in tokens:
        return f"It ends with a family name, {names[-1]!r}."
    if couple := couple_of(tokens, GIVEN):
        return f"Two given names and a surname, {couple!r}."
    if len(names) == 2 and names[0] in given and looks_like_surname(names[1]):
        return f"A given name, {given[0]!r}, and a surname."
    return ""


def _around_initials(tokens: list[str], names: list[str]) -> str:
    """Say how initials stand among names that no list knows; '' where they do not."""
    around = len(tokens) == 3 and len(tokens[1]) == 1 and len(names) == 2
    # "Dip B Exampleton": a given name that is a word, too.
    if around and tokens[1] not in ("a", "n") and looks_like_surname(tokens[2]):
        return "A name, an initial and a surname."
    # "Ewart J Exampleton": an initial between two names.
    if around and all(map(looks_like_surname, names)):
        return "A name, an initial and a surname."
    if 1 < len(names) < 4 and len(tokens[0]) == 1 and all(map(looks_like_surname, names)):
        return "Initials and surnames."
    # "RA Exampleton J Tidy": two persons.
    two = (
        len(tokens) == 4
        and len(names) == 2
        and [len(tokens[0]) < 3, len(tokens[2]) < 3] == [True] * 2
    )
    if (
        two
        and "st" not in tokens
        and all(map(can_be_surname, names))
        and any(map(looks_like_surname, names))
    ):
        return "Initials and a surname, twice."
    return ""


def _is_name(token: str, first: bool) -> bool:
    if token == "and" or len(token) < 2 or (token in PARTICLES and not first):
        return False
    return len(token) > 2 or token in GIVEN or token in SURNAMES or (not first and token in ORIGINS)
