"""Whether a published name is an organisation's or looks like a private person's.

A name is read by its own words and by what the council says of it, never by how often it occurs:
the same name is masked in one council's file and in five million rows alike.
"""

import re
from collections.abc import Collection
from functools import lru_cache

import polars as pl

from data.build.privacy.answer import Kind, organisation, person
from data.build.privacy.inside import LEFT_OUT, without_persons
from data.build.privacy.takedown import digest, taken_down
from data.build.privacy.worded import by_words, is_person_beside

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
COMPANY_NUMBER = re.compile(r"(?:\d{6,8}|[A-Z]{2}\d{5,6}|[A-Z]{2}\d{4,5}[A-Z])", re.I)


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
    found = [judged(*row, listed) for row in rows]
    return names.with_columns(
        pl.Series("shown", [shown for shown, _ in found], dtype=pl.String),
        pl.Series("kind", [one.kind for _, one in found], dtype=pl.String),
        pl.Series("why", [one.why for _, one in found], dtype=pl.String),
    )


# A council pays the same suppliers month after month: each is read once in many files.
@lru_cache(maxsize=100_000)
def judged(
    name: str | None,
    creditor_type: str | None,
    company_number: str | None,
    listed: frozenset[str],
) -> tuple[str | None, Kind]:
    one = kind_of(name, creditor_type, company_number, listed=listed)
    if name and one.kind == "organisation":
        return without_persons(name, is_person_beside(name)), one
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
        return organisation("A person is left out beside it.")
    if listed and digest(name) in listed:
        return person("On the take-down list.")
    if REDACTED.search(name):
        return Kind("redacted", "The council withheld the name.")
    if company_number and COMPANY_NUMBER.fullmatch(company_number.strip()):
        return organisation("It has a company number.")
    # Only the first hundred words: a name is no longer, and the rest is no reason to be slow.
    return by_words(name[:1000], (creditor_type or "").strip().upper())


def _column(names: pl.DataFrame, column: str) -> list[str | None]:
    return names[column].to_list() if column in names.columns else [None] * len(names)
