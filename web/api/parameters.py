"""Parameters of an address: declared once, and read by that declaration."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process

from queries import ask, edition_key
from queries.postcode import as_postcode
from web.api.problems import Problem

LONGEST = 100  # characters of one value that is looked at or told back
MOST_VALUES = 200
MOST_ROWS = 50_000
USUAL_ROWS = 1_000
DEEPEST = 100_000_000
MOST_POUNDS = 1e12
NEAREST = 5
NORTHERN_IRELAND = (
    "Postcodes of Northern Ireland cannot be looked up here: their licence allows non-commercial "
    "use only. /councils?nation=Northern+Ireland has its councils."
)
KINDS = (
    "text",
    "texts",
    "council",
    "councils",
    "postcode",
    "date",
    "month",
    "boolean",
    "number",
    "whole number",
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Parameter:
    """`kind` is one of KINDS; those in the plural take several values, with commas between.

    `fixed` are the values that it may have; `offered` a query and its column that tell them, and
    `also` what may be said beside those.
    `takes` is its name in the query where that is another. `usual` stands where none is given.
    """

    name: str
    kind: str
    says: str
    example: str
    fixed: tuple[str, ...] = ()
    offered: tuple[str, str] | None = None
    also: tuple[str, ...] = ()
    takes: str = ""
    required: bool = False
    usual: str | None = None

    @property
    def many(self) -> bool:
        return self.kind in {"texts", "councils"}


LIMIT = Parameter(
    "limit",
    "whole number",
    f"Most rows of one answer, 1 to {MOST_ROWS}. JSON has {USUAL_ROWS} where nothing is said; CSV "
    "and Parquet have them all, or say that they are too many.",
    "100",
)
OFFSET = Parameter("offset", "whole number", "Rows to leave out at the start.", "0", usual="0")
AS_OF = Parameter(
    "as_of",
    "text",
    "The edition that is meant: its name, or a day as 2026-07-01 for the one in force then. "
    "/editions lists those that are kept.",
    "",
)
EVERYWHERE = (LIMIT, OFFSET, AS_OF)


def read(declared: Iterable[Parameter], asked: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Parameter -> what its query takes, None for what is not given. Raises Problem."""
    known = {one.name: one for one in declared}
    said = _said(known, asked)
    return {name: _value(one, said.get(name, [])) for name, one in known.items()}


def _said(known: Mapping[str, Parameter], asked: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for name, text in asked:
        if name not in known:
            raise Problem(
                "unknown-parameter",
                f"There is no parameter “{shown(name)}” here.",
                parameter=shown(name),
                nearest=nearest(name, known),
                parameters=list(known),
            )
        one = known[name]
        parts = text.split(",") if one.many else [text]
        given = [part.strip() for part in parts if part.strip()]
        if not given:
            # Left out it would ask for everything, which nobody means who names it.
            raise _bad(one, f"“{name}” is given without a value: give one, or leave it out.")
        said.setdefault(name, []).extend(given)
        if len(said[name]) > (MOST_VALUES if one.many else 1):
            most = f"at most {MOST_VALUES} values" if one.many else "one value"
            raise _bad(one, f"“{name}” takes {most}.")
    return said


def _value(one: Parameter, said: list[str]) -> object:
    if not said and one.usual is not None:
        said = [one.usual]
    if not said:
        if one.required:
            raise Problem(
                "missing-parameter",
                f"“{one.name}” must be given: {one.says}",
                parameter=one.name,
                example=one.example,
            )
        return None
    for text in said:
        if len(text) > LONGEST or _CONTROL.search(text):
            raise _bad(one, f"A value of “{one.name}” has at most {LONGEST} plain characters.")
    values = [_one(one, text) for text in said]
    return values if one.many else values[0]


def _one(one: Parameter, text: str) -> object:
    match one.kind:
        case "council" | "councils":
            return council(one.name, text)
        case "whole number":
            return _whole_number(one, text)
        case "boolean":
            if text.lower() not in {"true", "false"}:
                raise _bad(one, f"“{one.name}” is true or false, not “{shown(text)}”.")
            return text.lower() == "true"
        case "date":
            return _day(one, text)
        case "month":
            return _month(one, text)
        case "number":
            return _number(one, text)
        case "postcode":
            code = as_postcode(text)
            if code is None:
                raise _bad(one, f"“{shown(text)}” is no postcode, sector or outward code.")
            if code.northern_irish:
                raise Problem("unknown-value", NORTHERN_IRELAND, parameter=one.name)
            return code
    return _offered(one, text)


def _offered(one: Parameter, text: str) -> str:
    values = values_of(one)
    if values and text not in values:
        raise Problem(
            "unknown-value",
            f"“{shown(text)}” is no {one.name} here.",
            parameter=one.name,
            nearest=list(one.fixed) or nearest(text, values),
        )
    return text


def values_of(one: Parameter) -> tuple[str, ...]:
    """The values that it may have; none where it may have any."""
    return (
        *(one.fixed or (_column(edition_key(), *one.offered) if one.offered else ())),
        *one.also,
    )


def _whole_number(one: Parameter, text: str) -> int:
    least, most = (1, MOST_ROWS) if one is LIMIT else (0, DEEPEST)
    if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
        raise _bad(one, f"“{one.name}” is a whole number from {least} to {most}.")
    return int(text)


def _day(one: Parameter, text: str) -> str:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise _bad(one, f"“{one.name}” is a day, as 2024-03-31.") from None


def _month(one: Parameter, text: str) -> str:
    if not re.fullmatch(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])", text):
        raise _bad(one, f"“{one.name}” is a month, as 2024-03.")
    return text


def _number(one: Parameter, text: str) -> float:
    """Pounds, to the penny."""
    if not re.fullmatch(r"-?[0-9]{1,20}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?", text):
        raise _bad(one, f"“{one.name}” is a number, as 500 or -20.50.")
    if abs(float(text)) > MOST_POUNDS:
        raise _bad(one, f"“{one.name}” is at most {MOST_POUNDS:,.0f} pounds.")
    return round(float(text), 2)


def council(name: str, text: str) -> str:
    """The register code of the council that `text` names by slug, code or name. Raises Problem."""
    known = _councils(edition_key())
    found = known.get(text.lower())
    if found is None:
        slugs = _column(edition_key(), "council/names", "slug")
        near = nearest(text.lower(), known)
        named = {one: slug for slug in slugs if (one := known[slug])}
        raise Problem(
            "unknown-council",
            f"No council here is called “{shown(text)}”.",
            parameter=name,
            nearest=list(dict.fromkeys(named[known[one]] for one in near)),
        )
    return found


@lru_cache(maxsize=4)
def _councils(_edition: str) -> dict[str, str]:
    """Whatever names a council -> its register code; a slug goes before a name."""
    names = ask("council/names").rows(named=True)
    by_name = {
        row[kind].lower(): row["council"] for kind in ("official_name", "name") for row in names
    }
    by_slug = {row["slug"]: row["council"] for row in names}
    return by_name | dict(ask("council/codes").iter_rows()) | by_slug


@lru_cache(maxsize=64)
def _column(_edition: str, query: str, column: str) -> tuple[str, ...]:
    return tuple(ask(query)[column].to_list())


def nearest(text: str, known: Iterable[str]) -> list[str]:
    found = process.extract(
        text[:LONGEST], list(known), scorer=fuzz.ratio, limit=NEAREST, score_cutoff=50
    )
    return [one for one, *_ in found]


def shown(text: str) -> str:
    """What was asked, short and without signs that nobody sees."""
    return _CONTROL.sub(" ", text)[:LONGEST]


def _bad(one: Parameter, said: str) -> Problem:
    return Problem("bad-value", said, parameter=one.name, example=one.example)
