"""Whether a published name is an organisation's or looks like a private person's.

A name is read by its own words and by what the council says of it, never by how often it occurs:
the same name is masked in one council's file and in five million rows alike.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import polars as pl

from data.build.privacy.around import glued_name, name_after_code, name_within
from data.build.privacy.estates import estate_of
from data.build.privacy.firms import (
    beginnings,
    cut_off,
    likely_a_firm,
    of_plain_words,
    surely_a_firm,
)
from data.build.privacy.inside import LEFT_OUT, begins_with_person, without_persons
from data.build.privacy.origins import FAMILY as FAMILY_EVERYWHERE
from data.build.privacy.origins import (
    FOUNDERS,
    WORDS,
    can_be_surname,
    couple_of,
    double_surname,
    looks_like_surname,
    person_of,
)
from data.build.privacy.origins import GIVEN as GIVEN_EVERYWHERE
from data.build.privacy.partners import partners_of
from data.build.privacy.surname_first import given_after_comma
from data.build.privacy.takedown import digest, taken_down, without_marks
from data.build.privacy.titled import SURNAMES as SURNAMES_OF_FIRMS
from data.build.privacy.titled import title_of
from data.build.word_lists import phrases, words

HERE = Path(__file__).parent
ORGANISATION_WORDS = words(HERE / "organisation_words.txt")
KNOWN = phrases(HERE / "known_organisations.txt")
GIVEN = words(HERE / "given_names.txt")
AMBIGUOUS = words(HERE / "personal_words.txt")
OCCUPATIONS = words(HERE / "occupations.txt")
PLAIN = words(HERE / "plain_words.txt")
# After a given name these name a street, a building or a school: "Boots - Victoria Road".
PLACES = words(HERE / "place_words.txt") - words(HERE / "surnames.txt") | {
    "dusk",
    "hse",
    "demountable",
}

TITLES = words(HERE / "titles.txt")
TITLES_LAST = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev"})
SURNAMES = words(HERE / "surnames.txt")
AT_THE_END = frozenset({"nh", "rh", "mh", "bv"})
AFTER_GIVEN = words(HERE / "surnames_after_given.txt")
FAMILY = words(HERE / "family_names.txt")
NO_INITIALS = words(HERE / "no_initials.txt")
# Halls, woods and greens are called by these.
BUILDINGS = frozenset(
    {"victoria", "albert", "alexandra", "elizabeth", "charlotte", "george", "william", "edward"}
)
ANY_GIVEN = GIVEN | GIVEN_EVERYWHERE
ONLY_FIRMS = ORGANISATION_WORDS - SURNAMES
SURE_GIVEN = (GIVEN - AMBIGUOUS) | (GIVEN_EVERYWHERE - words(HERE / "english_words.txt"))
# "DJD Searle", "Pm Dyson": initials that are written together.
INITIALS = re.compile(r"[b-df-hj-np-tv-z]{2,3}")
# Family names of two letters: Lo, Wu, Ng.
ORIGINS = frozenset(name for name in FAMILY_EVERYWHERE if len(name) == 2) - NO_INITIALS
COMMON_SURNAMES = (SURNAMES | FOUNDERS) - ORGANISATION_WORDS - words(HERE / "english_words.txt")
KNOWN_SURNAMES = COMMON_SURNAMES | FAMILY_EVERYWHERE
# "N Power", "E Law", "A Day" are firms.
NO_SURNAMES_ALONE = frozenset({"day", "england", "law", "power", "smart", "southern", "west"})
# Letters after a person's name.
HONOURS = words(HERE / "honours.txt")
PARTICLES = words(HERE / "particles.txt")
ANY_NAMES = ANY_GIVEN | FAMILY_EVERYWHERE | FOUNDERS | SURNAMES
NO_PLAIN_WORDS = ANY_GIVEN | SURNAMES | FAMILY_EVERYWHERE
TWO_FOUNDERS = SURNAMES | FOUNDERS
BEGUN = beginnings(ONLY_FIRMS - OCCUPATIONS)
NO_BEGINNINGS = ANY_NAMES | WORDS
SURE_BRITISH = GIVEN - AMBIGUOUS
ONLY_GIVEN = GIVEN - SURNAMES - FOUNDERS
GLUED_SURNAMES = KNOWN_SURNAMES | {"sprague"}
LEADING_PARTICLES = frozenset({"de", "di", "du", "van", "von", "den", "bin"})
# Creditor types of councils that say outright that the payee is a person, and those that say so
# of a sole trader, a childminder or a carer, who may trade under a name of a business.
PERSON_TYPES = frozenset({"INDV", "INDIVIDUAL", "CHAM", "EMP", "REV", "EMPLOYEE"})
TRADER_TYPES = frozenset({"SOLE", "EY", "MEDC", "CF", "BZ", "SOLE TRADER"})

NOTHING = re.compile(
    r"[\W_]*|#?n/?a|none|nil|null|blank|unknown|not (?:available|known|applicable)", re.I
)
REDACTED = re.compile(
    r"redact|\bwithheld\b|name removed|not disclosed|anonymi[sz]ed|data protect(?:ion|ed)\b(?! uk)|"
    r"\bdp act\b|personal (?:data|details?|information|info|budgets?)\b|confidential\b(?! shred)|"
    r"^private (?:individual|person)|^individual(?:s|'s)?$|^exempt(?:ed)?\b|^sensitive\b|"
    r"^(?:service user|client|foster carer|carer|tenant|claimant|employee)s?$|^supplier name$",
    re.I,
)
TRADING = re.compile(
    r"\s(?:t\s?[/.]?\s?a(?:s|s\.|\.)?|trading\s+as|form(?:al|er)ly|previously)(?:[\s:.]|$)", re.I
)
CARE_OF = re.compile(r"\bc\s?/\s?o\b", re.I)
COMPANY_NUMBER = re.compile(r"(?:\d{6,8}|[A-Z]{2}\d{5,6}|[A-Z]{2}\d{4,5}[A-Z])", re.I)


WEB = re.compile(r"@|www\.|\.co\b|\.com|\.org|\.uk\b", re.I)
SIGN = re.compile(rf"\d|\*|{WEB.pattern}", re.I)


class Kind(NamedTuple):
    """What a name is taken for, and the sentence that says why."""

    kind: str
    why: str


def kinds(names: pl.DataFrame, *, listed: Collection[str] | None = None) -> pl.DataFrame:
    """Add ``kind`` (organisation, person, redacted or none) and ``why`` to one row per name.

    ``shown`` is the name without persons who are named beside an organisation.
    Needs the column ``name``; reads ``creditor_type`` and ``company_number`` where they are there.
    ``listed`` is the digests of names that were taken down: those of the list when left out.
    """
    listed = frozenset(taken_down() if listed is None else listed)
    rows = zip(
        names["name"],
        *(_column(names, c) for c in ("creditor_type", "company_number")),
        strict=True,
    )
    found = [_judged(*row, listed) for row in rows]
    return names.with_columns(
        pl.Series("shown", [shown for shown, _ in found], dtype=pl.String),
        pl.Series("kind", [one.kind for _, one in found], dtype=pl.String),
        pl.Series("why", [one.why for _, one in found], dtype=pl.String),
    )


# A council pays the same suppliers month after month: each is read once in many files.
@lru_cache(maxsize=100_000)
def _judged(
    name: str | None,
    creditor_type: str | None,
    company_number: str | None,
    listed: frozenset[str],
) -> tuple[str | None, Kind]:
    one = kind_of(name, creditor_type, company_number, listed=listed)
    if name and one.kind == "organisation":
        return without_persons(name, _is_surely_a_person), one
    return name, one


def kind_of(
    name: str | None,
    creditor_type: str | None = None,
    company_number: str | None = None,
    *,
    listed: Collection[str] = (),
) -> Kind:
    """Say what one published name is taken for. The first sentence that fits decides."""
    if name is None or NOTHING.fullmatch(name):
        return Kind("none", "No name was published.")
    if LEFT_OUT in name:
        return Kind("organisation", "A person is left out beside it.")
    if listed and digest(name) in listed:
        return Kind("person", "On the take-down list.")
    if REDACTED.search(name):
        return Kind("redacted", "The council withheld the name.")
    if company_number and COMPANY_NUMBER.fullmatch(company_number.strip()):
        return Kind("organisation", "It has a company number.")
    # Only the first hundred words: a name is no longer, and the rest is no reason to be slow.
    return _by_words(name[:1000], (creditor_type or "").strip().upper())


def _is_surely_a_person(part: str) -> bool:
    """A part of an organisation's name: only a title or a given name with a surname will do."""
    if len(part) > 60 or re.search(r"^the\b|\bst\b", part, re.I):
        return False
    tokens = _tokens(part)
    if " ".join(tokens) in KNOWN:
        return False
    if tokens and tokens[-1] in PLACES and tokens[0] not in TITLES:
        return False
    # "Bill Paymnts": a word that is a name too needs a surname after it.
    last = tokens[-1].rsplit("-", 1)[-1] if tokens else ""
    plain = len(tokens) > 1 and tokens[0] in PLAIN and last not in SURNAMES
    if len(tokens) == 2 and len(tokens[1]) == 1 and tokens[0] in COMMON_SURNAMES:
        return True
    named = len(tokens) > 1 and (
        tokens[0] in TITLES or (tokens[0].split("-")[0] in GIVEN - AMBIGUOUS and not plain)
    )
    if 1 < len(tokens) < 4 and not named and tokens[0] in GIVEN_EVERYWHERE:
        return all(map(looks_like_surname, tokens[1:]))
    return named and _by_words(part, "").kind == "person"


def _is_within(name: str) -> bool:
    """Whether it is a person's, beside chambers or a trade: any two names will do."""
    tokens = _tokens(name)
    if _by_words(name, "").kind == "person":
        return True
    return 2 <= len(tokens) <= 3 and looks_like_surname(tokens[-1]) and not _has_business(tokens)


def _column(names: pl.DataFrame, column: str) -> list[str | None]:
    return names[column].to_list() if column in names.columns else [None] * len(names)


def _by_words(name: str, creditor_type: str) -> Kind:
    tokens = _tokens(name)
    if partners := partners_of(tokens, KNOWN_SURNAMES, looks_like_surname):
        return Kind("person", f"Initials of two and a surname, {partners!r}.")
    trading = TRADING.search(f" {name}")
    if trading and trading.start() > 1:
        owner = _by_words(name[: trading.start() - 1].strip(), creditor_type)
        if owner.kind == "person":
            return Kind("person", f"Trades under another name. {owner.why}")
        return Kind("organisation", "It trades under another name.")
    if (care_of := CARE_OF.search(name)) and care_of.start() > 2:
        return _by_words(name[: care_of.start()], creditor_type)
    if (after := name_after_code(name)) and (coded := _by_words(after, "")).kind == "person":
        return Kind("person", f"A code before it. {coded.why}")
    if (within := name_within(name)) and _is_within(within):
        return Kind("person", "Chambers or a trade beside a person's name.")
    if not any(len(token) > 1 for token in tokens):
        return Kind("organisation", "It has no word that could be a person's name.")
    if " ".join(tokens) in KNOWN:
        return Kind("organisation", "On the list of organisations named like a person.")
    if surely_a_firm(name, tokens, SURNAMES):
        return Kind("organisation", "It has a form, a page or the name of a chain.")
    if glued_name(name, SURE_BRITISH, GLUED_SURNAMES):
        return Kind("person", "A given name and a surname in one word.")
    # "Exampleton Ben": a surname first, and a given name that is no surname.
    if len(tokens) == 2 and tokens[0] in COMMON_SURNAMES and tokens[1] in ONLY_GIVEN:
        return Kind("person", f"A surname and a given name, {tokens[1]!r}.")
    # "Al Exampleton": a given name that is a particle elsewhere.
    if len(tokens) == 2 and tokens[0] == "al" and tokens[1] in COMMON_SURNAMES:
        return Kind("person", "A given name, 'al', and a surname.")
    if begins_with_person(name, _is_surely_a_person):
        return Kind("person", "A person is named before a business.")
    if not WEB.search(name) and (title := title_of(tokens, GIVEN - AMBIGUOUS)):
        return Kind("person", f"It has the title {title!r}.")
    if estate_of(name, lambda left: _by_words(left, "").kind == "person"):
        return Kind("person", "It is of somebody who has died.")
    if initialled := _initialled(tokens):
        return Kind("person", initialled)
    if first := given_after_comma(name, SURNAMES_OF_FIRMS, SURE_GIVEN, TITLES):
        return Kind("person", f"A surname and, after a comma, a given name, {first!r}.")
    if doubled := double_surname(tokens, ANY_GIVEN, ONLY_FIRMS):
        return Kind("person", f"A given name and a double surname, {doubled!r}.")
    # "Jane Exampleton Electrica" is a person, whose trade does not matter.
    begun = tokens[0] not in SURE_BRITISH and cut_off(tokens, BEGUN, NO_BEGINNINGS)
    if tokens[0] in ("the", "il", "les") or _has_business(tokens) or SIGN.search(name) or begun:
        return Kind("organisation", "It has a word or sign of an organisation.")
    if tokens[0] == "doctor" and len(tokens) > 2 and len(min(tokens, key=len)) == 1:
        return Kind("person", "It has the title 'doctor'.")
    if titled := next((token for token in tokens[:-1] if token in TITLES), None):
        return Kind("person", f"It has the title {titled!r}.")
    if tokens[-1] in TITLES_LAST:
        return Kind("person", f"It has the title {tokens[-1]!r}.")
    if creditor_type in PERSON_TYPES:
        return Kind("person", f"The council's type of creditor is {creditor_type}.")
    if any(token in HONOURS for token in tokens[1:]):
        return Kind("person", "It has letters after a name.")
    return _by_shape(tokens, creditor_type, "," in name, likely_a_firm(name, tokens, ANY_NAMES))


def _initialled(tokens: list[str]) -> str:
    """Initials or a given name before a surname that firms bear as a word: "J Hall", "Ann Ward"."""
    *before, last = tokens
    known = last in SURNAMES
    if last not in ORGANISATION_WORDS or not (known or last in AFTER_GIVEN):
        return ""
    if not 1 <= len(before) <= 3:
        return ""
    if known and all(len(token) < 2 for token in before) and last not in NO_SURNAMES_ALONE:
        return "Initials and a surname."
    first = before[0]
    sure = first in GIVEN - AMBIGUOUS and first not in BUILDINGS
    rest = all(len(token) < 2 or token in GIVEN for token in before[1:])
    return f"A given name, {first!r}, and a surname." if sure and rest else ""


def _has_business(tokens: list[str]) -> bool:
    """Whether one of the words is an organisation's; "M B C" and "pre-school" are words as well."""
    runs = "".join(token if len(token) == 1 else " " for token in tokens).split()
    letters = [run for run in runs if len(run) > 2]
    # "Nowhere N H" is a nursing home and "L B Nowhere" a borough; "N H Exampleton" is a person.
    if runs and ("".join(tokens[-2:]) in AT_THE_END or "".join(tokens[:2]) == "lb"):
        return True
    ends = [token.rsplit("-", 1)[1] for token in tokens if token.startswith(("pre-", "ambulance-"))]
    return any(word in ORGANISATION_WORDS for word in (*tokens, *letters, *ends))


def _by_shape(tokens: list[str], creditor_type: str, ordered: bool, coined: bool) -> Kind:
    names = [token for i, token in enumerate(tokens) if _is_name(token, first=not i)]
    alone = [token for token in names if token not in OCCUPATIONS]
    if len(alone) == 1 < len(names) and alone[0] in GIVEN - AMBIGUOUS and names[0] == alone[0]:
        return Kind("person", f"A given name, {alone[0]!r}, and what the person does.")
    names = alone or names
    initials = [token for token in tokens if token not in names and len(token) < 3]
    grouped = {token for token in tokens if INITIALS.fullmatch(token) and "and" in tokens}
    names = [token for token in names if token not in grouped] or names
    initials = [
        token
        for token in initials
        if token not in PARTICLES | NO_INITIALS or token == tokens[0] == "o"
    ]
    if of_plain_words(tokens, WORDS, NO_PLAIN_WORDS):
        return Kind("organisation", "It is of words alone.")
    if creditor_type in TRADER_TYPES and len(names) <= 3:
        return Kind("person", f"A name without a business, of a creditor of type {creditor_type}.")
    if tokens[0] in ("st", "saint", "ss") and len(tokens[-1]) > 1:
        return Kind("organisation", "It is called after a saint.")
    initialled = INITIALS.fullmatch(tokens[0]) and tokens[0] not in NO_INITIALS
    if len(tokens) == 2 and initialled and tokens[1] in COMMON_SURNAMES:
        return Kind("person", "Initials and a surname.")
    if len(names) == 1 and initials and len(names[0]) > 2 and can_be_surname(names[0]):
        return Kind("person", "Initials and a surname.")
    # "B de Exampleton": a particle between an initial and a name.
    if len(tokens) == 3 and len(tokens[0]) == 1 and tokens[1] in LEADING_PARTICLES:
        return Kind("person", "An initial, a particle and a surname.")
    # "Scott & Exampleton": two founders, unless both are given names, of a couple.
    joined = len(tokens) == 3 and tokens[1] == "and" and tokens[2] not in ANY_GIVEN
    if joined and {tokens[0], tokens[2]} <= TWO_FOUNDERS:
        return Kind("organisation", "It is of two surnames.")
    given = [token for token in names if token.split("-")[0] in GIVEN]
    sure = [token for token in given if token not in AMBIGUOUS]
    if not 2 <= len(names) <= (6 if len(sure) > 1 else 4):
        return Kind("organisation", "Nothing in it looks like a person's name.")
    if sure and ("and" not in tokens or names[0] in GIVEN or ordered or initials):
        return Kind("person", f"A given name, {sure[0]!r}, and a surname.")
    if names[0] in given and (names[-1] in SURNAMES or len(given) > 1 or initials):
        return Kind("person", f"A given name, {given[0]!r}, and a surname.")
    if names[-1] in FAMILY and len(names) < 4 and "and" not in tokens:
        return Kind("person", f"It ends with a family name, {names[-1]!r}.")
    if couple := couple_of(tokens, GIVEN):
        return Kind("person", f"Two given names and a surname, {couple!r}.")
    if len(names) == 2 and names[0] in given and looks_like_surname(names[1]):
        return Kind("person", f"A given name, {given[0]!r}, and a surname.")
    around = len(tokens) == 3 and len(tokens[1]) == 1 and len(names) == 2
    # "Dip B Exampleton": a given name that is a word, too.
    if around and tokens[1] != "a" and tokens[1] != "n" and looks_like_surname(tokens[2]):
        return Kind("person", "A name, an initial and a surname.")
    # "Ewart J Exampleton": an initial between two names.
    if around and all(map(looks_like_surname, names)):
        return Kind("person", "A name, an initial and a surname.")
    if 1 < len(names) < 4 and len(tokens[0]) == 1 and all(map(looks_like_surname, names)):
        return Kind("person", "Initials and surnames.")
    if not coined and (found := person_of(names, GIVEN, joined="and" in tokens)):
        return Kind("person", f"{found.what.capitalize()}: {found.word!r}.")
    return Kind("organisation", "Nothing in it looks like a person's name.")


def _is_name(token: str, first: bool) -> bool:
    if token == "and" or len(token) < 2 or (token in PARTICLES and not first):
        return False
    return len(token) > 2 or token in GIVEN or token in SURNAMES or (not first and token in ORIGINS)


def _tokens(name: str) -> list[str]:
    plain = (
        re.sub(r"['\u2019`\u00b4]", "", without_marks(name))
        .replace("&", " and ")
        .replace(" + ", " and ")
    )
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain)
