"""Names with one plain form gathered into nodes, which the later rules join or leave apart."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.build.suppliers.plain import Plain
from data.build.suppliers.telling import COMMON, LOCAL, is_local, told_apart


@dataclass
class Unit:
    """One published name at one council. ``number`` is a valid company number or None."""

    name: str
    council: str
    number: str | None
    vat: str | None
    payments: int
    plain: Plain


@dataclass
class Node:
    """Units that are one supplier by their plain form alone."""

    key: str
    words: tuple[str, ...]
    legal: str
    number: str | None
    units: list[Unit] = field(default_factory=list)

    @property
    def base(self) -> str:
        return " ".join(self.words)

    @property
    def payments(self) -> int:
        return sum(unit.payments for unit in self.units)

    @property
    def councils(self) -> set[str]:
        return {unit.council for unit in self.units}


def gather(units: Sequence[Unit]) -> list[Node]:
    """Make nodes of units, in the order of their keys."""
    by_base: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in units:
        by_base[unit.plain.words].append(unit)
    frequency = Counter(word for words in by_base for word in set(words))
    nodes: dict[str, Node] = {}
    for words, same in by_base.items():
        forms = _legal_of(words, same)
        numbers = _number_of(same)
        scoped = is_local(words) and not told_apart(words, frequency)
        for unit in same:
            legal = forms[id(unit)]
            scope = unit.council if scoped and not legal else ""
            number = numbers[id(unit)]
            key = "|".join((" ".join(words), legal, scope, number or ""))
            node = nodes.setdefault(key, Node(key, words, legal, None))
            node.number = node.number or number
            node.units.append(unit)
    return [nodes[key] for key in sorted(nodes)]


def _legal_of(words: tuple[str, ...], same: list[Unit]) -> dict[int, str]:
    """Names without a legal form go with the form that the same name has elsewhere.

    A name of one common word says too little: "Focus" is taken for "Focus Ltd" only where one
    council writes both.
    """
    paid = Counter[str]()
    for unit in same:
        paid[unit.plain.legal] += max(unit.payments, 1)
    told = sorted((form for form in paid if form), key=lambda form: (-paid[form], form))
    vague = len(words) == 1 and (len(words[0]) <= 4 or words[0] in COMMON | LOCAL)
    found = {}
    for unit in same:
        legal = unit.plain.legal
        here = {one.plain.legal for one in same if one.council == unit.council and one.plain.legal}
        if not legal and told and (here or not vague):
            legal = next((form for form in told if form in here), told[0])
        found[id(unit)] = legal
    return found


def _number_of(same: list[Unit]) -> dict[int, str | None]:
    """Units without a number go with the only number of the name, or with the one used most."""
    paid = Counter[str]()
    for unit in same:
        if unit.number:
            paid[unit.number] += max(unit.payments, 1)
    if len(paid) <= 1:
        only = next(iter(paid), None)
        return dict.fromkeys(map(id, same), only)
    most = min(paid, key=lambda number: (-paid[number], number))
    return {id(unit): unit.number or most for unit in same}
