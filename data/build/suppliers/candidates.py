"""Nodes that may be one supplier because a key of theirs is the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from data.build.suppliers.nodes import Node
from data.build.suppliers.telling import COMMON, LOCAL, is_local, told_apart
from data.build.word_lists import phrases, words

PLACES = frozenset(
    word for line in phrases(Path(__file__).with_name("places.txt")) for word in line.split()
)
SHOP_WORDS = words(Path(__file__).with_name("shop_words.txt"))
# A word cut off within, which so many letters tell.
CUT_FROM = 5
# A name with this many branches is a chain's.
CHAIN = 5
SMALL = {"of", "the", "and", "for", "in", "at"}
AUTHORITY = {"metropolitan", "borough", "district", "city", "royal", "london", "unitary", "council"}
AUTHORITY |= {"mbc", "mdc", "dc", "bc", "cbc", "rbc", "lb", "rb", "of", "corporation", "met"}
NOT_AUTHORITY = {"parish", "town", "community", "arts", "county", "youth", "social"}


class Edge(NamedTuple):
    """A proposed link of the lighter node to the heavier one."""

    heavy: int
    light: int
    rule: str
    why: str


# Rules that may join names of the same words, which differ in their legal form alone.
# A line of aliases tells by so many first words at most: "hmrc *" is whatever begins with HMRC.
BEGINS = 5
SAME_WORDS = ("authority", "well_known")
Key = Callable[[Node], str | None]


def same_key(
    nodes: list[Node], key: Key, rule: str, why: Callable[[Node, Node], str]
) -> list[Edge]:
    """Propose a link between nodes with one key; a key is None where it says nothing.

    A node is linked to the heaviest of its key. ``nodes`` are in the order of their weight.
    """
    first: dict[str, int] = {}
    edges = []
    for i, node in enumerate(nodes):
        if (value := key(node)) is None:
            continue
        centre = first.setdefault(value, i)
        if centre != i and (nodes[centre].words != node.words or rule in SAME_WORDS):
            edges.append(Edge(centre, i, rule, why(nodes[centre], node)))
    return edges


def keyed(nodes: list[Node], frequency: Counter[str]) -> Iterator[Edge]:
    """Propose links by all keys, the surest first."""
    aliases = _aliases()

    def telling(node: Node) -> list[str]:
        return told_apart(node.words, frequency, 30)

    def tells(node: Node) -> bool:
        return bool(telling(node))

    def spacing(node: Node) -> str | None:
        joined = "".join(node.words)
        return joined if len(joined) >= 7 else None

    def order(node: Node) -> str | None:
        said = sorted(word for word in node.words if word not in SMALL)
        sure = len(said) > 2 or any(word in LOCAL | COMMON | {"university"} for word in said)
        told = told_apart(said, frequency) or (len(said) == 2 and "university" in said)
        return " ".join(said) if len(said) > 1 and sure and told else None

    def country(node: Node) -> str | None:
        said = [word for word in node.words if word not in ("uk", "gb")]
        # One word that several names hold may be anybody's: Proactive, React.
        return " ".join(said) if told_apart(said, frequency, 12 if len(said) > 1 else 3) else None

    def plural(node: Node) -> str | None:
        if node.words[-2:] == ("and", "company"):
            return None
        # The word that tells must be the same: Robert and Roberts are two firms.
        said = [word if word in telling(node) else _singular(word) for word in node.words]
        return " ".join(word for word in said if word not in SMALL) if tells(node) else None

    rules: list[tuple[Key, str, Callable[[Node, Node], str]]] = [
        (lambda node: _alias(node, aliases), "well_known", _why_alias),
        (_authority, "authority", _why_authority),
        (spacing, "spacing", lambda a, b: f"The same as '{a.base}' but for spaces."),
        (order, "word_order", lambda a, b: f"The words of '{a.base}' in another order."),
        (country, "country", lambda a, b: f"The same as '{a.base}' but for 'UK'."),
        (plural, "plural", lambda a, b: f"The same as '{a.base}' but for an 's' or a small word."),
    ]
    for key, rule, why in rules:
        yield from same_key(nodes, key, rule, why)


def branches(nodes: list[Node], frequency: Counter[str]) -> Iterator[Edge]:
    """Propose links of "Name Leeds" or "Name 1270" to "Name", where Name is a chain's."""
    known = {node.words: i for i, node in reversed(list(enumerate(nodes)))}
    heads = [_head(node.words, node.legal) for node in nodes]
    tails: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for node, head in zip(nodes, heads, strict=True):
        tails[head].add(node.words[len(head) :])
    for i, (node, head) in enumerate(zip(nodes, heads, strict=True)):
        centre = known.get(head, known.get((*head[:-1], f"{head[-1]}s")))
        if centre is None or head == node.words or len("".join(head)) < 4:
            continue
        tail = node.words[len(head) :]
        others = len(tails[head] - {()})
        number = any(map(_store, tail)) and others >= CHAIN
        # "McDonalds 2", "Aldi 40 779": small numbers, where many more of the chain are known.
        number |= all(map(str.isdigit, tail)) and others >= 2 * CHAIN and sum(map(len, tail)) < 7
        chain = len(nodes[centre].councils) > 2 and not is_local(head)
        told = told_apart(head, frequency, 40) and (len(head) > 1 or others >= CHAIN)
        # "Care (South East) Ltd" is a company of its own beside "Care Ltd".
        own = any(unit.plain.legal for unit in node.units)
        if number or (chain and told and not own and nodes[centre].legal == node.legal):
            why = f"'{' '.join(tail)}' tells a branch or account of '{' '.join(head)}'."
            yield Edge(centre, i, "chain" if number else "branch", why)


def _head(words: tuple[str, ...], legal: str) -> tuple[str, ...]:
    """Take places and numbers of shops off the end; "Care 15 Ltd" is a company of its own."""
    cut = len(words)
    while cut > 1 and (
        words[cut - 1] in PLACES
        or _store(words[cut - 1])
        or (not legal and words[cut - 1].isdigit() and len(words[cut - 1]) < 4)
    ):
        cut -= 1
    return words[:cut]


def _singular(word: str) -> str:
    return re.sub(r"(?<=[a-z]{3})s$", "", word)


def _alias(node: Node, aliases: dict[str, str]) -> str | None:
    name = aliases.get(node.base)
    for size in range(min(BEGINS, len(node.words) - 1), 0, -1):
        if name or any(unit.plain.legal for unit in node.units):
            break
        head = " ".join(node.words[:size])
        name = aliases.get(f"{head} *")
        if not name and all(map(_of_a_shop, node.words[size:])):
            name = aliases.get(f"{head} #")
    return None if name and name.startswith("!") and node.legal else name


def _of_a_shop(word: str) -> bool:
    """Whether a word behind a shop's name leaves it the shop's: a number, a place, "restaura"."""
    if any(map(str.isdigit, word)) or word in PLACES or word in SHOP_WORDS:
        return True
    return len(word) >= CUT_FROM and any(one.startswith(word) for one in PLACES | SHOP_WORDS)


def well_known_names() -> frozenset[str]:
    """Plain forms that name a well-known body by themselves, and not by how they begin."""
    return frozenset(name for name in _aliases() if name[-2:] not in (" *", " #"))


def _store(word: str) -> bool:
    return word.isdigit() and 2 < len(word) < 10 and not 1980 <= int(word) <= 2040


def _aliases() -> dict[str, str]:
    found = {}
    for line in phrases(Path(__file__).with_name("aliases.txt")):
        bodies = [one.strip() for one in line.strip("! ").split("|")]
        found |= dict.fromkeys(bodies, line[:1].strip("abcdefghijklmnopqrstuvwxyz") + bodies[0])
    return found


def _why_alias(heavy: Node, light: Node) -> str:
    return f"'{light.base}' and '{heavy.base}' are names of one well-known body."


def _authority(node: Node) -> str | None:
    """The place of a council that is neither a county nor a parish: its titles vary."""
    borough = node.words[:2] in (("london", "borough"), ("royal", "borough"))
    titled = borough or node.words[0] in ("lb", "rb") or {"council", "mbc", "mdc"} & set(node.words)
    titled = titled or {"metropolitan", "borough"} <= set(node.words)
    if not titled or NOT_AUTHORITY & set(node.words):
        return None
    place = [word for word in node.words if word not in AUTHORITY and word not in SMALL]
    return " ".join(place) if 1 <= len(place) <= 4 and all(map(str.isalpha, place)) else None


def _why_authority(heavy: Node, light: Node) -> str:
    return f"Both name the council of {(_authority(light) or '').title()}."
