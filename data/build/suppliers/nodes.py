"""Names with one plain form gathered into nodes, which the later rules join or leave apart."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.build.suppliers.plain import Plain, read
from data.build.suppliers.telling import Scales, is_common, is_local, told_apart


@dataclass
class Unit:
    """One published name at one council. ``number`` is a valid company number or None."""

    name: str
    council: str
    number: str | None
    vat: str | None
    payments: int
    plain: Plain
    # As wide as its council lets a name be.
    cut: bool = False


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

    @property
    def trades(self) -> set[tuple[str, ...]]:
        """What spellings say that it trades as."""
        return {read(unit.plain.trading).words for unit in self.units if unit.plain.trading}

    @property
    def cut(self) -> bool:
        """Whether a published spelling is as wide as its council lets names be."""
        return any(unit.cut for unit in self.units)

    def published_as_long_as(self, letters: int) -> bool:
        """Whether a published spelling is so long that a system may have cut it off."""
        return any(len(unit.name) >= letters for unit in self.units)


def gather(units: Sequence[Unit]) -> list[Node]:
    """Make nodes of units, in the order of their keys."""
    by_base: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in units:
        by_base[unit.plain.words].append(unit)
    frequency = Counter(word for words in by_base for word in set(words))
    scales = Scales(len(by_base), frequency)
    nodes: dict[str, Node] = {}
    for words, same in by_base.items():
        local = is_local(words) and not told_apart(words, frequency, 4)
        local = local and not scales.tells_beside_place(words)
        scoped = local or is_common(words)
        forms = _legal_of(same, scoped)
        # A short name with two numbers does not say which of them a third council means.
        one = len({unit.number for unit in same if unit.number}) == 1
        numbers = _number_of(same, not scoped and (one or len("".join(words)) > 7))
        for unit in same:
            legal = forms[id(unit)]
            scope = unit.council if scoped and not legal else ""
            number = numbers[id(unit)]
            key = "|".join((" ".join(words), legal, scope, number or ""))
            node = nodes.setdefault(key, Node(key, words, legal, None))
            node.number = node.number or number
            node.units.append(unit)
    return [nodes[key] for key in sorted(nodes)]


def _legal_of(same: list[Unit], vague: bool) -> dict[int, str]:
    """Names without a legal form go with the form that the same name has elsewhere.

    A vague name says too little: "Theatre Royal" is taken for "Theatre Royal Ltd" only where one
    council writes both.
    """
    paid = Counter[str]()
    for unit in same:
        paid[unit.plain.legal] += max(unit.payments, 1)
    told = sorted((form for form in paid if form), key=lambda form: (-paid[form], form))
    forms_at: dict[str, set[str]] = defaultdict(set)
    for unit in same:
        if unit.plain.legal:
            forms_at[unit.council].add(unit.plain.legal)
    found = {}
    for unit in same:
        legal = unit.plain.legal
        here = forms_at.get(unit.council, ())
        if not legal and told and (here or not vague):
            legal = next((form for form in told if form in here), told[0])
        found[id(unit)] = legal
    return found


def _number_of(same: list[Unit], telling: bool) -> dict[int, str | None]:
    """Units without a number go with the number that the name has, or has most often.

    A name that does not tell takes its number at the council that gave it only: another council's
    "Age UK" is another charity.
    """
    paid = Counter[str]()
    at: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in same:
        if unit.number:
            paid[unit.number] += max(unit.payments, 1)
            at[unit.council][unit.number] += max(unit.payments, 1)
    most = _most(paid) if telling else None
    here = {council: _most(numbers) for council, numbers in at.items()}
    return {id(unit): unit.number or here.get(unit.council) or most for unit in same}


def _most(paid: Counter[str]) -> str | None:
    return min(paid, key=lambda number: (-paid[number], number), default=None)
