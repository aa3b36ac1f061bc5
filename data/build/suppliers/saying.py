"""Names that say another name of their bearer: what it trades as, and its initials."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from data.build.suppliers.candidates import Edge
from data.build.suppliers.nodes import Node
from data.build.suppliers.plain import folded, read
from data.build.suppliers.telling import WORDS, Scales, is_local, is_vague
from data.build.word_lists import words

# What a trading name must tell to stand for its owner, in halvings of the number of names.
TELLS = 15.0
# A trading name that more councils pay by itself may be a franchise's.
COUNCILS = 5
INITIALS = re.compile(r"^(?P<whole>.{9,}?)\s*[(\[]\s*(?P<initials>[a-z]{4,8})\s*[)\]]?$")
# So many councils must write the initials beside the name.
SAID_BY = 2
# Initials that are a word are names of many: FACE, HOPE.
SPOKEN = WORDS | words(Path(__file__).with_name("spoken.txt"))
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
    for said, held in sorted(owners.items()):
        trade = known.get(said)
        if trade is None or len(held) > 1 or is_vague(said) or is_local(said):
            continue
        owner = next(iter(held))
        if is_local(nodes[owner].words):
            continue
        shared = set(nodes[owner].words) & set(said) - WORDS - SMALL
        if owner == trade or sum(map(scales.weight, said)) < TELLS:
            continue
        # A legal form of its own makes a company of the trade: a franchise's, or a maker's.
        alone = nodes[trade].legal != "company" and len(nodes[trade].councils) < COUNCILS
        together = bool(nodes[owner].councils & nodes[trade].councils)
        if shared or (alone and together):
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
        if alone is None or initials in SPOKEN or len(wholes) > 1:
            continue
        # A company of these letters is one by that name.
        if nodes[alone].legal:
            continue
        [(whole, councils)] = wholes.items()
        if whole != alone and len(councils) >= SAID_BY:
            heavy, light = sorted((whole, alone))
            why = f"'{initials}' are the initials that '{nodes[whole].base}' bears in its name."
            yield Edge(heavy, light, "well_known", why)


def _are_initials(initials: str, whole: tuple[str, ...]) -> bool:
    main = "".join(word[0] for word in whole if word not in SMALL)
    return initials in (main, "".join(word[0] for word in whole))
