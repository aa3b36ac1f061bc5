"""Names that say another name of their bearer: what it trades as, and its initials."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from data.build.suppliers.candidates import Edge
from data.build.suppliers.nodes import Node
from data.build.suppliers.plain import folded, read
from data.build.suppliers.telling import WORDS, Scales, is_local, is_vague

# What a trading name must tell to stand for its owner, in halvings of the number of names.
TELLS = 15.0
# A trading name that more councils pay by itself may be a franchise's.
COUNCILS = 5
INITIALS = re.compile(r"^(?P<whole>.{9,}?)\s*[(\[]\s*(?P<initials>[a-z]{4,8})\s*[)\]]?$")
# So many councils must write the initials beside the name.
SAID_BY = 2
SMALL = {"and", "of", "the", "for", "in"}


def said_by_names(nodes: list[Node], frequency: Counter[str]) -> Iterator[Edge]:
    """Propose links that names say themselves, the lighter node to the heavier."""
    known = {node.words: i for i, node in reversed(list(enumerate(nodes)))}
    yield from _trades(nodes, known, Scales(len(nodes), frequency))
    yield from _initials(nodes, known)


def _trades(nodes: list[Node], known: dict[tuple[str, ...], int], scales: Scales) -> Iterator[Edge]:
    """ "Owner Ltd t/a Trade" says whose "Trade" is, where only one owner trades so."""
    owners: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for i, node in enumerate(nodes):
        for unit in node.units:
            if unit.plain.trading:
                owners[read(unit.plain.trading).words].add(i)
    for words, held in sorted(owners.items()):
        trade = known.get(words)
        if trade is None or len(held) > 1 or is_vague(words) or is_local(words):
            continue
        owner = next(iter(held))
        if is_local(nodes[owner].words):
            continue
        shared = set(nodes[owner].words) & set(words) - WORDS - SMALL
        if owner == trade or sum(map(scales.weight, words)) < TELLS:
            continue
        # A legal form of its own makes a company of the trade: a franchise's, or a maker's.
        alone = nodes[trade].legal != "company" and len(nodes[trade].councils) < COUNCILS
        if shared or alone:
            heavy, light = sorted((owner, trade))
            why = f"'{nodes[owner].base}' trades as '{nodes[trade].base}'."
            yield Edge(heavy, light, "trading_as", why)


def _initials(nodes: list[Node], known: dict[tuple[str, ...], int]) -> Iterator[Edge]:
    """ "National Youth Advocacy Service (NYAS)" says whose name "NYAS" is, where no other does."""
    meant: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for i, node in enumerate(nodes):
        for unit in node.units:
            found = INITIALS.match(folded(unit.name))
            if found and _are_initials(found["initials"], read(found["whole"]).words):
                whole = known.get(read(found["whole"]).words, i)
                meant[found["initials"]][whole].add(unit.council)
    for initials, wholes in sorted(meant.items()):
        alone = known.get((initials,))
        if alone is None or initials in WORDS or len(wholes) > 1:
            continue
        [(whole, councils)] = wholes.items()
        if whole != alone and len(councils) >= SAID_BY:
            heavy, light = sorted((whole, alone))
            why = f"'{initials}' are the initials that '{nodes[whole].base}' bears in its name."
            yield Edge(heavy, light, "well_known", why)


def _are_initials(initials: str, words: tuple[str, ...]) -> bool:
    main = "".join(word[0] for word in words if word not in SMALL)
    return initials in (main, "".join(word[0] for word in words))
