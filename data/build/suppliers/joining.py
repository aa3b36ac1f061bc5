"""Proposed links -> groups round a centre. No chain: each member is compared with the centre."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from data.build.suppliers.candidates import Edge, branches, keyed
from data.build.suppliers.likeness import cut_off, misspelled
from data.build.suppliers.nearness import nearly_alike
from data.build.suppliers.nodes import Node
from data.build.suppliers.registered import by_number
from data.build.suppliers.saying import said_by_names
from data.build.suppliers.tails import tailed
from data.build.suppliers.telling import (
    RARE,
    Scales,
    is_local,
    is_vague,
    told_apart,
)

# Rules whose key is shared by all of a group, so that one member speaks for the centre.
SHARED = {"company_number", "well_known", "authority", "spacing", "word_order"}
# Rules of the letters: a member of a member is joined where it is like the centre itself.
LETTERS = {"spacing", "word_order", "plural", "country", "cut_off", "misspelled", "nearly_alike"}
LETTERS |= {"well_known", "company_number", "goes_on"}
LIKE_CENTRE = 80
# A group of more is no other's: it has a centre of its own.
MERGED = 12
# Rules that weigh words, so that a word of places is weighed as well.
WEIGHED = {"nearly_alike", "cut_off", "misspelled", "plural"}


@dataclass
class Group:
    """Nodes that are one supplier: the centre, and each other with its rule and sentence."""

    centre: Node
    joined: list[tuple[Node, str, str]] = field(default_factory=list)

    @property
    def payments(self) -> int:
        return self.centre.payments + sum(node.payments for node, _, _ in self.joined)


def join(nodes: list[Node]) -> tuple[list[Group], list[tuple[str, list[str], str]]]:
    """Join nodes by every rule, the surest first; also give numbers that were not believed."""
    nodes = sorted(nodes, key=lambda node: (-node.payments, node.key))
    frequency = Counter(word for words in {node.words for node in nodes} for word in set(words))
    numbered, suspects = by_number(nodes, frequency)
    stars = _Stars(nodes, frequency)
    for edges in (
        numbered,
        keyed(nodes, frequency),
        said_by_names(nodes, frequency),
        tailed(nodes, frequency),
        cut_off(nodes, frequency),
        misspelled(nodes, frequency),
        nearly_alike(nodes, frequency),
        branches(nodes, frequency),
    ):
        stars.take(edges)
    return stars.groups(), suspects


class _Stars:
    def __init__(self, nodes: list[Node], frequency: Counter[str]) -> None:
        self.nodes, self.frequency = nodes, frequency
        self.scales = Scales(len(nodes), frequency)
        self.centre: dict[int, int] = {}
        self.reason: dict[int, tuple[str, str]] = {}
        self.members: dict[int, list[int]] = {}

    def take(self, edges: Iterable[Edge]) -> None:
        for heavy, light, rule, why in edges:
            centre = self.centre.get(heavy, heavy)
            if light in self.centre:
                self._merge(heavy, light, rule, why)
                continue
            if light == centre:
                continue
            moved = [light, *self.members.get(light, [])]
            if not self._reaches(centre, heavy, light, rule):
                continue
            if not all(self._may(centre, one, rule) for one in moved):
                continue
            self._move(centre, light, (rule, why))

    def _merge(self, heavy: int, light: int, rule: str, why: str) -> None:
        """Take the group of a member for another's, where all of it is like what it joins."""
        if self.centre.get(heavy, heavy) > self.centre[light]:
            heavy, light = light, heavy
        centre, other = self.centre.get(heavy, heavy), self.centre.get(light, light)
        moved = [other, *self.members.get(other, [])]
        rules = {rule, *(self.reason[one][0] for one in moved[1:])}
        if centre == other or not rules <= LETTERS or len(moved) > MERGED:
            return
        sure = [centre]
        if heavy != centre and self.reason[heavy][0] in SHARED:
            sure.append(heavy)
        if all(any(self._like(known, one) for known in sure) for one in moved) and all(
            self._may(centre, one, rule) for one in moved
        ):
            self._move(centre, other, (rule, why))

    def _move(self, centre: int, light: int, reason: tuple[str, str]) -> None:
        moved = [light, *self.members.pop(light, [])]
        self.reason[light] = reason
        self.members.setdefault(centre, []).extend(moved)
        self.centre.update(dict.fromkeys(moved, centre))

    def _reaches(self, centre: int, heavy: int, light: int, rule: str) -> bool:
        """Whether a link that does not lead straight from a lone node to a centre holds for all."""
        others = self.members.get(light, [])
        if centre == heavy and not others:
            return True
        known = centre == heavy or self.reason[heavy][0] in SHARED
        if rule in SHARED and known:
            return True
        # What is like a name that is surely the centre's need not be like the centre.
        if rule in LETTERS and known and not others:
            return True
        rules = {rule, *(self.reason[one][0] for one in others)}
        rules |= {self.reason[heavy][0]} if centre != heavy else set()
        sure = [centre, heavy] if known else [centre]
        return rules <= LETTERS and all(
            any(self._like(one, other) for one in sure) for other in (light, *others)
        )

    def _like(self, centre: int, light: int) -> bool:
        a, b = ("".join(self.nodes[i].words) for i in (centre, light))
        if _digits(a) != _digits(b):
            return False
        short, long = sorted((a, b), key=len)
        return fuzz.ratio(a, b) >= LIKE_CENTRE or (len(short) > 11 and long.startswith(short))

    def _may(self, centre: int, light: int, rule: str) -> bool:
        held = [self.nodes[i] for i in (centre, *self.members.get(centre, []))]
        one = self.nodes[light]
        numbers = {node.number for node in held if node.number}
        if one.number and numbers and numbers != {one.number}:
            return False
        if rule in ("company_number", "authority", "chain"):
            return True
        if {"llp", "company"} == {self.nodes[centre].legal, one.legal}:
            return False
        if rule == "well_known":
            return True
        said = (self.nodes[centre].words, one.words)
        if any(is_vague(words) for words in said) and rule != "branch":
            return False
        # A legal form ends a name that is registered once, even one of a home or a school.
        if rule in LETTERS and self.nodes[centre].legal == one.legal == "company":
            return True
        # A name cut off, or with a branch behind it, is of the kind that its whole is.
        whole = rule in ("goes_on", "cut_off")
        most = 4 if whole or rule == "nearly_alike" else RARE
        local = any(
            is_local(words)
            and not told_apart(words, self.frequency, most)
            and not (rule in WEIGHED and self.scales.tells_beside_place(words))
            for words in (said[:1] if whole else said)
        )
        return not local or bool(self.nodes[centre].councils & one.councils)

    def groups(self) -> list[Group]:
        found = []
        for i, node in enumerate(self.nodes):
            if i not in self.centre:
                held = [(self.nodes[j], *self.reason[j]) for j in self.members.get(i, [])]
                found.append(Group(node, held))
        return found


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
