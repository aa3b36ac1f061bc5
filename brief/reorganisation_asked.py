"""Which councils a reorganisation's brief is about: of a decided area, or of one's own list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from brief.reader import WORDS, Refused, one_of, shown
from charts.wording import joined
from findings.asking import Ask
from findings.together import (
    BASIS,
    MOST,
    Together,
    councils_offered,
    known_whole,
    unplaced_words,
    usual_year,
    years_of,
)
from queries.answers import Answer

Row = dict[str, Any]
OWN = "together"


@dataclass(frozen=True)
class Asked:
    """`decided` are the rows of put_together/decided on this area, none for a list of one's own."""

    one: Together
    years: dict[str, bool]
    title: str
    decided: Sequence[Row]
    divided: Sequence[str]
    official: bool
    name: str


def read_reorganisation(ask: Ask, name: str, address: Mapping[str, str]) -> Asked:
    """Raises Refused."""
    slugs, title, decided, divided = _councils(ask, name, address)
    offered = {row["slug"]: str(row["council"]) for row in councils_offered(ask)}
    wrong = [slug for slug in slugs if slug not in offered]
    if wrong:
        raise Refused(
            "unknown-value",
            f"“{shown(wrong[0])}” is no council of England of today, so it cannot be put together.",
            get_close_matches(wrong[0], list(offered), 3, 0.6),
        )
    keys = tuple(offered[slug] for slug in slugs)
    years = years_of(ask, keys)
    if not years:
        raise Refused("unknown-value", "No spending of these councils is held.")
    basis = one_of(address, "basis", BASIS, next(iter(BASIS)))
    period = one_of(address, "year", years, usual_year(years))
    takes = {"councils": list(keys), "basis": basis}
    parts = Answer[Any]("put_together/parts", takes, ask("put_together/parts", **takes))
    one = Together(keys, basis, period, parts)
    official = one_of(address, "words", WORDS, WORDS[0]) == WORDS[1]
    return Asked(one, years, title or one.name, decided, divided, official, name)


def _councils(
    ask: Ask, name: str, address: Mapping[str, str]
) -> tuple[list[str], str, list[Row], list[str]]:
    """Slugs, the new council's or area's name, what was decided, and who is divided."""
    rows = ask("put_together/decided").rows(named=True)
    if name == OWN:
        slugs = list(dict.fromkeys(filter(None, address.get("councils", "").split(","))))
        if not 1 <= len(slugs) <= MOST:
            said = f"“{OWN}” needs councils: 1 to {MOST} slugs of councils, by commas."
            raise Refused("unknown-value", said)
        return slugs, "", [], []
    area = [row for row in rows if row["reorganisation"] == name]
    if not area:
        names = list(dict.fromkeys(str(row["reorganisation"]) for row in rows))
        raise Refused(
            "unknown-subject",
            f"No reorganisation is known by “{shown(name)}”. Councils of your choice are at "
            f"“{OWN}”, with councils=.",
            get_close_matches(name, names, 3, 0.5) or names[:5],
        )
    _refuse_unknown(area, address.get("new", ""))
    new = {slug_of(row["successor"]): row for row in area if known_whole(row)}
    chosen = one_of(address, "new", ["", *new], "")
    row = new[chosen] if chosen else next(row for row in area if not row["successor"])
    divided = sorted({name for one in area for name in one["divided"]})
    return list(row["slugs"]), str(row["successor"] or row["name"]), area, divided


def _refuse_unknown(area: Sequence[Row], chosen: str) -> None:
    """Raises Refused where the new council is named but not all of it is known, or is divided."""
    row = next((one for one in area if chosen and slug_of(one["successor"]) == chosen), None)
    if row is None or known_whole(row):
        return
    why = [unplaced_words(row)] if row["unplaced"] else []
    if row["divided"]:
        why.append(f"It divides {joined(row['divided'])}")
    if not why:
        why.append("Fewer than two councils are known to go to it")
    raise Refused(
        "unknown-value",
        f"{row['successor']} cannot be put together. {'. '.join(why)}.",
        [slug_of(one["successor"]) for one in area if known_whole(one)],
    )


def slug_of(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def page_asks(ask: Ask, asked: Asked) -> dict[str, str]:
    """The page Put together has no names of areas: it takes their councils."""
    slugs = dict(ask("council/names").select("council", "slug").iter_rows())
    said = {"councils": ",".join(str(slugs[key]) for key in asked.one.chosen)}
    if asked.one.basis != next(iter(BASIS)):
        said["basis"] = asked.one.basis
    if asked.one.period != usual_year(asked.years):
        said["year"] = asked.one.period
    return said | ({"words": WORDS[1]} if asked.official else {})
