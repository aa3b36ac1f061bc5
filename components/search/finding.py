"""What answers a reader's words: a note where there is something to say, and hits in groups."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from charts.wording import count_words, pounds
from components.answers import answer
from components.search.entry import (
    BOUGHT,
    COUNCIL,
    GROUPS,
    LINE,
    MEASURE,
    METRIC,
    PAGE,
    SERVICE,
    SUPPLIER,
    Entry,
)
from components.search.index import entries
from components.search.lists import listed
from components.search.matching import (
    ALSO_BEGINS,
    BEGINS,
    CONTEXT,
    LEAST_ALIKE,
    NAME,
    SLIP,
    SURE,
    WORDS,
    Hit,
    hits,
)
from components.search.spelling import IDLE, LONGEST, SHARED, alike, topic
from queries import edition_key
from queries.postcode import Postcode, as_postcode
from queries.searching import name_words

MOST = 12
MOST_OF_A_GROUP = 6
MOST_SUPPLIERS = 5
SHORTEST_SUPPLIER = 3
# The score of a council whose name is but a letter from what was typed, 94 of 100 alike:
# "Westmoreland" is 96 like its council's; "Wessex", another place, is 91 like Essex.
NEARLY = SLIP + (94 - LEAST_ALIKE) / 2
# Of what is called like a part of what was typed: after all that holds the whole of it.
PART = CONTEXT - 2
TOPICS = (SERVICE, MEASURE, LINE, METRIC, BOUGHT, PAGE)
NORTHERN_IRELAND = (
    "Postcodes of Northern Ireland cannot be looked up here: their licence allows non-commercial "
    "use only. Choose one of its councils instead."
)


@dataclass(frozen=True)
class Found:
    """`hits` in the order in which they are shown, groups together; `near`: only by a slip."""

    text: str
    note: str
    hits: tuple[Hit, ...]
    near: bool = False

    @property
    def groups(self) -> list[tuple[str, list[Entry]]]:
        each = groupby(self.hits, key=lambda hit: hit.entry.group)
        return [(group, [hit.entry for hit in hits]) for group, hits in each]


def find(text: str) -> Found:
    return _find(edition_key(), " ".join(text.split())[:LONGEST])


@lru_cache(maxsize=500)
def _find(_edition: str, text: str) -> Found:
    elsewhere = _elsewhere(text)
    code = as_postcode(text)
    if code:
        found = _postcode(text, code, elsewhere)
        # "G4S" has the form of an outward code, and is none.
        if found.hits or elsewhere or code.sector:
            return found
        named = _by_name(text, None)
        return named if named.hits else found
    return _by_name(text, elsewhere)


def _by_name(text: str, elsewhere: str | None) -> Found:
    named = hits(text, entries())
    about = [] if named and named[0].score >= SURE else _about_a_council(text)
    found_hits = about or sorted(named + _suppliers(text), key=lambda hit: -hit.score)
    if not found_hits or _only_suppliers_hold_it(found_hits):
        found_hits += _about_a_part(text)
    best = found_hits[0].score if found_hits else 0.0
    near = 0 < best < CONTEXT and best not in (WORDS, PART)
    return Found(text, elsewhere or "", _grouped(_worth(found_hits)), near=near)


def _only_suppliers_hold_it(found: list[Hit]) -> bool:
    """Whether no name begins with it, and nothing but names of suppliers has all its words."""
    return found[0].score <= CONTEXT and all(hit.entry.group == SUPPLIER for hit in found)


def _about_a_part(text: str) -> list[Hit]:
    """ "library closures": what is called like the longest part of what was typed."""
    words = topic(alike(text)).split()
    known = [one for one in entries() if not one.ended]
    for length in range(len(words) - 1, 0, -1):
        parts = {
            " ".join(words[start : start + length]) for start in range(len(words) - length + 1)
        }
        parts = {part for part in parts if not set(part.split()) <= SHARED | IDLE}
        found = [one for one in known if parts & one.names]
        if found:
            return [Hit(one, PART) for one in found]
    return []


def _worth(found: list[Hit]) -> list[Hit]:
    """Beside a name, what merely has its letters somewhere is noise; a council nearly so named
    is not."""
    best = found[0].score if found else 0.0
    least = BEGINS if best >= NAME else CONTEXT if best >= SURE else best - 10
    return [hit for hit in found if hit.score >= least or _nearly_a_council(hit)]


def _nearly_a_council(hit: Hit) -> bool:
    return hit.entry.group == COUNCIL and NEARLY <= hit.score < CONTEXT


def _is_called_so(hit: Hit) -> bool:
    """A council, by a name of its own or by a slip of one, not by its county or region."""
    return hit.entry.group == COUNCIL and (hit.score >= ALSO_BEGINS or _nearly_a_council(hit))


def _grouped(found: list[Hit]) -> tuple[Hit, ...]:
    """Groups by their best hit, each no longer than is read; hits of a group in their order.

    Many firms are named after a place or a subject: those whose name only begins with what was
    typed come after a council that is called so ("Scilly", "Westmoreland"), and after whatever
    has all the words in a name of its own ("empty homes", "air quality").
    """
    by_group: dict[str, list[Hit]] = {}
    for hit in found:
        by_group.setdefault(hit.entry.group, []).append(hit)
    after = any(
        _is_called_so(hits[0]) or (group != SUPPLIER and hits[0].score >= WORDS)
        for group, hits in by_group.items()
    )

    def place(group: str) -> tuple[bool, float, int]:
        best = by_group[group][0].score
        last = after and group == SUPPLIER and best <= BEGINS
        return last, -best, GROUPS.index(group)

    order = sorted(by_group, key=place)
    most = MOST if len(order) == 1 else MOST_OF_A_GROUP
    return tuple(hit for group in order for hit in by_group[group][:most])


def _elsewhere(text: str) -> str | None:
    """Why a place is in no figure, where it lies outside the kingdom."""
    plain, code = alike(text), as_postcode(text)
    area = code.area if code else ""
    for one in listed("elsewhere"):
        if alike(one["name"]) == plain or (area and one["postcodes"] == area):
            return one["why"]
    return None


def _postcode(text: str, code: Postcode, elsewhere: str | None) -> Found:
    """The councils of a postcode, or why there are none."""
    if elsewhere:
        return Found(text, elsewhere, ())
    councils = [entry for entry in entries() if entry.group == COUNCIL]
    by_slug = {dict(entry.query)["council"]: entry for entry in councils}
    if code.northern_irish:
        here = answer("council/names").frame.filter(nation="Northern Ireland")
        standing = here.filter(here["ends"].is_null())["slug"]
        return Found(text, NORTHERN_IRELAND, tuple(Hit(by_slug[s], NAME) for s in standing))
    rows = answer(
        "place/postcode", postcode=code.postcode, sector=code.sector, outward=code.outward
    ).frame.rows(named=True)
    found = tuple(Hit(by_slug[row["slug"]], NAME) for row in rows if row["slug"] in by_slug)
    if not found:
        return Found(
            text,
            f"No postcode of Great Britain begins with {code.sector or code.shown}. Check it, or "
            "search by the council’s name.",
            (),
        )
    return Found(text, _where(code, [hit.entry for hit in found]), found)


def _where(code: Postcode, councils: list[Entry]) -> str:
    """No list of single postcodes is held, so none is said to be there."""
    if len(councils) > 1:
        many = count_words(len(councils), "council")
        return f"Postcodes that begin with {code.shown} lie in {many}."
    name = councils[0].title
    if code.postcode:
        return (
            f"{code.shown} lies in {name} if it is in use: postcodes are known here by where they "
            f"begin ({code.sector}) and by their exceptions, not one by one."
        )
    return f"Postcodes that begin with {code.shown} lie mostly in {name}."


def _about_a_council(text: str) -> list[Hit]:
    """ "bins in Leeds": a council and a topic; the topic's pages with the council in hand."""
    words = alike(text).split()
    councils = {
        name: entry
        for entry in reversed(entries())
        if entry.group == COUNCIL and not entry.ended
        for name in entry.names
    }
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            council = councils.get(" ".join(words[start : start + length]))
            rest = words[:start] + words[start + length :]
            if council is None or set(rest) <= SHARED | IDLE:
                continue
            among = (
                one
                for one in entries()
                if one.group in TOPICS and (not one.nations or council.nations & one.nations)
            )
            found = hits(topic(" ".join(rest)), among)
            found = [hit for hit in found if hit.score >= CONTEXT]
            if found:
                return [*[_with(council, hit) for hit in found], Hit(council, CONTEXT)]
    return []


def _with(council: Entry, hit: Hit) -> Hit:
    """The same thing, this council pointed out."""
    more = dict(hit.entry.query) | dict(council.query)
    title = f"{council.title}: {hit.entry.title}"
    return Hit(replace(hit.entry, title=title, query=tuple(more.items())), hit.score)


def _suppliers(text: str) -> list[Hit]:
    words = name_words(re.sub(r"[,;]", " ", text))
    if len("".join(words)) < SHORTEST_SUPPLIER:
        return []
    rows = answer(
        "supplier/search", words=words, sort="fit", most=MOST_SUPPLIERS, skip=0
    ).frame.rows(named=True)
    plain = alike(text)
    return [Hit(_supplier(row), _of_a_supplier(plain, row)) for row in rows]


def _supplier(row: dict) -> Entry:
    councils = count_words(row["councils"], "council")
    return Entry(
        SUPPLIER,
        row["name"],
        f"{pounds(row['amount_gbp'], short=True)} from {councils}",
        frozenset(),
        "supplier",
        (("name", row["slug"]),),
    )


def _of_a_supplier(plain: str, row: dict) -> float:
    """Just below the same fit of a council or a measure."""
    name = alike(row["name"])
    if name == plain or row["company_number"] == plain.upper():
        return NAME - 1
    if row["near"]:
        return SLIP - 1
    return BEGINS if f"{name} ".startswith(f"{plain} ") else CONTEXT
