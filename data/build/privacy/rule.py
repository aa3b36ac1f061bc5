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

from data.build.privacy.takedown import digest, taken_down
from data.build.word_lists import phrases, words

HERE = Path(__file__).parent
ORGANISATION_WORDS = words(HERE / "organisation_words.txt")
KNOWN = phrases(HERE / "known_organisations.txt")
GIVEN = words(HERE / "given_names.txt")
AMBIGUOUS = words(HERE / "personal_words.txt")
OCCUPATIONS = words(HERE / "occupations.txt")

TITLES = words(HERE / "titles.txt")
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
COMPANY_NUMBER = re.compile(r"(?:\d{6,8}|[A-Z]{2}\d{5,6}|[A-Z]{2}\d{4,5}[A-Z])", re.I)


class Kind(NamedTuple):
    """What a name is taken for, and the sentence that says why."""

    kind: str
    why: str


def kinds(names: pl.DataFrame, *, listed: Collection[str] | None = None) -> pl.DataFrame:
    """Add ``kind`` (organisation, person, redacted or none) and ``why`` to one row per name.

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
    return names.with_columns(
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


def _column(names: pl.DataFrame, column: str) -> list[str | None]:
    return names[column].to_list() if column in names.columns else [None] * len(names)


def _by_words(name: str, creditor_type: str) -> Kind:
    trading = TRADING.search(f" {name}")
    if trading and trading.start() > 1:
        owner = _by_words(name[: trading.start() - 1], creditor_type)
        if owner.kind == "person":
            return Kind("person", f"Trades under another name. {owner.why}")
        return Kind("organisation", "It trades under another name.")
    tokens = _tokens(name)
    if not any(len(token) > 1 for token in tokens):
        return Kind("organisation", "It has no word that could be a person's name.")
    if " ".join(tokens) in KNOWN:
        return Kind("organisation", "On the list of organisations named like a person.")
    business = [token for token in tokens if token in ORGANISATION_WORDS]
    if business or re.search(r"\d|@|www\.|\.co\b|\.com|\.org|\.uk\b|\*", name, re.I):
        return Kind("organisation", "It has a word or sign of an organisation.")
    if titled := next((token for token in tokens[:-1] if token in TITLES), None):
        return Kind("person", f"It has the title {titled!r}.")
    if creditor_type in PERSON_TYPES:
        return Kind("person", f"The council's type of creditor is {creditor_type}.")
    if any(token in HONOURS for token in tokens[1:]):
        return Kind("person", "It has letters after a name.")
    return _by_shape(tokens, creditor_type)


def _by_shape(tokens: list[str], creditor_type: str) -> Kind:
    names = [token for token in tokens if len(token) > 1 and token not in PARTICLES | {"and"}]
    names = [token for token in names if token not in OCCUPATIONS] or names
    initials = [token for token in tokens if len(token) == 1]
    given = [token for token in names if token.split("-")[0] in GIVEN]
    sure = [token for token in given if token not in AMBIGUOUS]
    if creditor_type in TRADER_TYPES and len(names) <= 3:
        return Kind("person", f"A name without a business, of a creditor of type {creditor_type}.")
    if len(names) == 1 and 1 <= len(initials) <= 3 and len(names[0]) > 2:
        return Kind("person", "Initials and a surname.")
    if 2 <= len(names) <= 4 and (sure or (given and (len(given) > 1 or initials))):
        return Kind("person", f"A given name, {(sure or given)[0]!r}, and a surname.")
    return Kind("organisation", "Nothing in it looks like a person's name.")


def _tokens(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = re.sub(r"['\u2019`\u00b4]", "", plain).replace("&", " and ")
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain)
