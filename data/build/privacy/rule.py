"""Whether a published name is an organisation's or looks like a private person's.

A name is read by its own words and by what the council says of it, never by how often it occurs:
the same name is masked in one council's file and in five million rows alike.
"""

import re
import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import polars as pl

from data.build.privacy.inside import begins_with_person, without_persons
from data.build.privacy.takedown import digest, taken_down
from data.build.word_lists import phrases, words

HERE = Path(__file__).parent
ORGANISATION_WORDS = words(HERE / "organisation_words.txt")
KNOWN = phrases(HERE / "known_organisations.txt")
GIVEN = words(HERE / "given_names.txt")
AMBIGUOUS = words(HERE / "personal_words.txt")
OCCUPATIONS = words(HERE / "occupations.txt")

TITLES = words(HERE / "titles.txt")
TITLES_LAST = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev"})
SURNAMES = words(HERE / "surnames.txt")
AT_THE_END = frozenset({"nh", "rh", "mh", "bv"})
FAMILY = words(HERE / "family_names.txt")
NO_INITIALS = words(HERE / "no_initials.txt")
# Letters after a person's name.
HONOURS = words(HERE / "honours.txt")
PARTICLES = words(HERE / "particles.txt")
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
TRADING = re.compile(r"\s(?:t\s?[/.]?\s?a(?:s|s\.|\.)?|trading\s+as)[\s:.]", re.I)
CARE_OF = re.compile(r"\bc\s?/\s?o\b", re.I)
COMPANY_NUMBER = re.compile(r"(?:\d{6,8}|[A-Z]{2}\d{5,6}|[A-Z]{2}\d{4,5}[A-Z])", re.I)


SIGN = re.compile(r"\d|@|www\.|\.co\b|\.com|\.org|\.uk\b|\*", re.I)


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
    listed = taken_down() if listed is None else listed
    rows = zip(
        names["name"],
        *(_column(names, c) for c in ("creditor_type", "company_number")),
        strict=True,
    )
    found = [kind_of(*row, listed=listed) for row in rows]
    shown = [
        without_persons(name, _is_surely_a_person) if name and one.kind == "organisation" else name
        for name, one in zip(names["name"], found, strict=True)
    ]
    return names.with_columns(
        pl.Series("shown", shown, dtype=pl.String),
        pl.Series("kind", [one.kind for one in found], dtype=pl.String),
        pl.Series("why", [one.why for one in found], dtype=pl.String),
    )


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
    named = len(tokens) > 1 and (
        tokens[0] in TITLES or tokens[0].split("-")[0] in GIVEN - AMBIGUOUS
    )
    return named and _by_words(part, "").kind == "person"


def _column(names: pl.DataFrame, column: str) -> list[str | None]:
    return names[column].to_list() if column in names.columns else [None] * len(names)


def _by_words(name: str, creditor_type: str) -> Kind:
    trading = TRADING.search(f" {name}")
    if trading and trading.start() > 1:
        owner = _by_words(name[: trading.start() - 1].strip(), creditor_type)
        if owner.kind == "person":
            return Kind("person", f"Trades under another name. {owner.why}")
        return Kind("organisation", "It trades under another name.")
    if (care_of := CARE_OF.search(name)) and care_of.start() > 2:
        return _by_words(name[: care_of.start()], creditor_type)
    tokens = _tokens(name)
    if not any(len(token) > 1 for token in tokens):
        return Kind("organisation", "It has no word that could be a person's name.")
    if " ".join(tokens) in KNOWN:
        return Kind("organisation", "On the list of organisations named like a person.")
    if begins_with_person(name, _is_surely_a_person):
        return Kind("person", "A person is named before a business.")
    if tokens[0] in ("the", "il", "les") or _has_business(tokens) or SIGN.search(name):
        return Kind("organisation", "It has a word or sign of an organisation.")
    if titled := next((token for token in tokens[:-1] if token in TITLES), None):
        return Kind("person", f"It has the title {titled!r}.")
    if tokens[-1] in TITLES_LAST:
        return Kind("person", f"It has the title {tokens[-1]!r}.")
    if creditor_type in PERSON_TYPES:
        return Kind("person", f"The council's type of creditor is {creditor_type}.")
    if any(token in HONOURS for token in tokens[1:]):
        return Kind("person", "It has letters after a name.")
    return _by_shape(tokens, creditor_type, ordered="," in name)


def _has_business(tokens: list[str]) -> bool:
    """Whether one of the words is an organisation's; "M B C" and "pre-school" are words as well."""
    runs = "".join(token if len(token) == 1 else " " for token in tokens).split()
    letters = [run for run in runs if len(run) > 2]
    # "Nowhere N H" is a nursing home and "L B Nowhere" a borough; "N H Exampleton" is a person.
    if runs and ("".join(tokens[-2:]) in AT_THE_END or "".join(tokens[:2]) == "lb"):
        return True
    ends = [token.rsplit("-", 1)[1] for token in tokens if token.startswith(("pre-", "ambulance-"))]
    return any(word in ORGANISATION_WORDS for word in (*tokens, *letters, *ends))


def _by_shape(tokens: list[str], creditor_type: str, ordered: bool) -> Kind:
    names = [token for i, token in enumerate(tokens) if _is_name(token, first=not i)]
    names = [token for token in names if token not in OCCUPATIONS] or names
    initials = [token for token in tokens if token not in names and len(token) < 3]
    initials = [token for token in initials if token not in PARTICLES | NO_INITIALS]
    if creditor_type in TRADER_TYPES and len(names) <= 3:
        return Kind("person", f"A name without a business, of a creditor of type {creditor_type}.")
    if len(names) == 1 and initials and len(names[0]) > 2:
        return Kind("person", "Initials and a surname.")
    given = [token for token in names if token.split("-")[0] in GIVEN]
    sure = [token for token in given if token not in AMBIGUOUS]
    if not 2 <= len(names) <= (6 if len(sure) > 1 else 4):
        return Kind("organisation", "Nothing in it looks like a person's name.")
    if sure and ("and" not in tokens or names[0] in GIVEN or ordered):
        return Kind("person", f"A given name, {sure[0]!r}, and a surname.")
    if names[0] in given and (names[-1] in SURNAMES or len(given) > 1 or initials):
        return Kind("person", f"A given name, {given[0]!r}, and a surname.")
    if names[-1] in FAMILY and len(names) < 4 and "and" not in tokens:
        return Kind("person", f"It ends with a family name, {names[-1]!r}.")
    return Kind("organisation", "Nothing in it looks like a person's name.")


def _is_name(token: str, first: bool) -> bool:
    if token == "and" or len(token) < 2 or (token in PARTICLES and not first):
        return False
    return len(token) > 2 or token in GIVEN or token in SURNAMES


def _tokens(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = re.sub(r"['\u2019`\u00b4]", "", plain).replace("&", " and ")
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain)
