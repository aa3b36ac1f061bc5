"""How well a thing answers what was typed: by its name, the beginning of one, its words, a slip."""

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz, process

from components.search.entry import AREA, AUTHORITY, COUNCIL, GROUPS, Entry
from components.search.spelling import SHARED, alike, telling, topic

NAME, BEGINS, ALSO_BEGINS, WORDS, CONTEXT, INSIDE = 100.0, 80.0, 75.0, 70.0, 55.0, 30.0
# Below it, what is typed may be a slip of the keys.
SURE = WORDS
SLIP = 40.0
# Of 100: how like a name must be that is meant. "Bexhome" and "Bexholme" are 93 alike.
LEAST_ALIKE = 77
SHORTEST_SLIP = 4
SHORTEST_INSIDE = 4


class Hit(NamedTuple):
    entry: Entry
    score: float


def hits(text: str, among: Iterable[Entry]) -> list[Hit]:
    """Those of `among` that answer `text`, best first; slips only where no name fits."""
    plain = alike(text)
    if not plain:
        return []
    among = list(among)
    found = [Hit(entry, score) for entry in among if (score := _score(plain, entry))]
    if not found or max(hit.score for hit in found) < SURE:
        found += _slips(plain, among, {hit.entry for hit in found if hit.score > SLIP})
    return sorted(found, key=_order)


def _order(hit: Hit) -> tuple[float, bool, int, int]:
    """Better first; councils of today before those that ended; short names before long ones."""
    entry = hit.entry
    return (-hit.score, entry.ended, GROUPS.index(entry.group), len(entry.title))


def _score(plain: str, entry: Entry) -> float:
    told = telling(plain)
    if plain == alike(entry.title):
        return NAME + 1
    # "Highest council tax" and "who spends most on roads" ask for the tax and the roads.
    if {plain, told, topic(plain)} & entry.names:
        return NAME
    if alike(entry.title).startswith(plain):
        return BEGINS
    if any(name.startswith(plain) for name in entry.names):
        return ALSO_BEGINS
    words = topic(plain).split()
    if _tells(words) and any(_all_begin(words, name.split()) for name in entry.names):
        return WORDS
    known = " ".join(entry.names) + " " + entry.context
    if min(map(len, words)) > 2 and _all_begin(words, known.split()):
        return CONTEXT
    longer = len(plain) >= SHORTEST_INSIDE
    return INSIDE if longer and any(plain in name for name in entry.names) else 0.0


def _tells(words: list[str]) -> bool:
    """ "B and Q" begins words of many names."""
    return any(len(word) > 2 and word != "and" for word in words)


def _all_begin(words: list[str], known: list[str]) -> bool:
    """Whether each word begins one of those known, endings of the plural aside."""
    return all(
        any(one.startswith(word) or one == word.removesuffix("s") for one in known)
        for word in words
    )


def _slips(plain: str, among: list[Entry], sure: set[Entry]) -> list[Hit]:
    """Things whose name is nearly what was typed; of measures and pages, each word nearly so."""
    if len(plain) < SHORTEST_SLIP:
        return []
    best: dict[Entry, float] = {}
    for wanted in {plain, telling(plain)}:
        for entry in among:
            if entry in sure:
                continue
            if entry.group in (COUNCIL, AREA, AUTHORITY):
                near = _nearest(wanted, entry.names)
            else:
                near = _words_near(topic(wanted).split(), entry)
            if near >= LEAST_ALIKE:
                best[entry] = max(best.get(entry, 0.0), near)
    return [Hit(entry, SLIP + (near - LEAST_ALIKE) / 2) for entry, near in best.items()]


def _nearest(wanted: str, names: Iterable[str]) -> float:
    many = len(wanted.split())
    known = [name for name in names if name not in SHARED]
    # "Westmoreland" is meant for the beginning of a name.
    known += [" ".join(name.split()[:many]) for name in known if len(name.split()) > many]
    found = process.extractOne(wanted, known, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE)
    return found[1] if found else 0.0


def _words_near(words: list[str], entry: Entry) -> float:
    known = list(dict.fromkeys(" ".join(entry.names).split()))
    worst = 100.0
    for word in words:
        if len(word) < SHORTEST_SLIP:
            return 0.0
        found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE + 3)
        worst = min(worst, found[1] if found else 0.0)
    return worst
