"""Nodes whose names are nearly alike in several ways at once, weighed word by word."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from data.build.suppliers.alignment import NEUTRAL, Alignment, Difference, aligned
from data.build.suppliers.candidates import SMALL, Edge
from data.build.suppliers.nodes import Node
from data.build.suppliers.telling import WORDS, Scales, is_local

# Names are set beside so many that are next to them by their first or last letters.
BESIDE = 10
ALIKE = 80
LONGEST_BLOCK = 80
# A name so long may have been cut off.
CUT_FROM = 18
# A spelling that so many names have is a word of its own; so many, a word of the language.
KNOWN, USUAL = 4, 25
# How much what agrees must tell, in halvings of the number of names, for each difference.
SPACE, PLURAL, NEUTRAL_TAIL, ENDING = 0.0, 6.0, 5.0, 17.0
KINDS = {
    "space": "but for spaces",
    "plural": "but for an 's'",
    "slip": "but for a slip",
    "slips": "but for two slips",
    "short": "shortened",
    "ending": "with another ending",
    "cut": "cut off",
}


def nearly_alike(nodes: list[Node], frequency: Counter[str]) -> Iterator[Edge]:
    """Propose links of names that are alike word by word, the lighter to the heavier."""
    weigh = _Judge(Scales(len(nodes), frequency))
    for heavy, light in sorted(_beside(nodes)):
        found = aligned(nodes[heavy].words, nodes[light].words)
        if found and weigh.enough(found, nodes[heavy], nodes[light]):
            yield Edge(heavy, light, "nearly_alike", _why(found, nodes[heavy]))


class _Judge:
    """Weighs what agrees against what differs."""

    def __init__(self, scales: Scales) -> None:
        self.scales, self.frequency = scales, scales.frequency

    def enough(self, found: Alignment, a: Node, b: Node) -> bool:
        if not found.differences and not found.tail:
            return False
        if found.tail and not all(word in NEUTRAL for word in found.tail):
            return False
        # "Care Direct" is a name, a direct debit is a way to pay.
        if "direct" in found.tail and "debit" not in found.tail:
            return False
        needed = NEUTRAL_TAIL * bool(found.tail)
        local = is_local(a.words) or is_local(b.words)
        same = bool(a.councils & b.councils) and not local
        for one in found.differences:
            cost = self._needed(one, same, a, b)
            if cost is None:
                return False
            needed += cost
        return sum(map(self.scales.weight, found.agreed)) >= needed

    def _needed(self, one: Difference, same: bool, a: Node, b: Node) -> float | None:
        if one.kind == "space":
            return SPACE
        low, high = sorted((self.frequency[one.a], self.frequency[one.b]))
        short = min(one.a, one.b, key=len)
        if one.kind == "plural":
            return self._plural(one, (low, high), same, one.a == a.words[0])
        if one.kind == "ending":
            return ENDING
        if one.kind == "cut":
            cut = a if a.words[-1] == short else b
            whole = bool(cut.legal) or not cut.published_as_long_as(CUT_FROM)
            return None if whole else 9.0 if len(short) > 1 else 16.0
        if one.kind == "short":
            begins = len(short) >= SLIPPED_NAME and max(one.a, one.b, key=len).startswith(short)
            most = 2 * USUAL if begins else USUAL
            known = short in WORDS or self.frequency[short] >= most
            return None if known else 9.0
        return self._slip(one, low, high, same)

    def _plural(self, one: Difference, held: tuple[int, int], same: bool, first: bool) -> float:
        low, high = held
        trade = {one.a, one.b} & WORDS or low >= USUAL
        rare = high <= 6 and min(len(one.a), len(one.b)) >= SLIPPED_NAME
        # Robert and Roberts are two families where a name begins with them.
        return PLURAL if trade or rare or same else 14.0 if first else 9.0

    def _slip(self, one: Difference, low: int, high: int, same: bool) -> float | None:
        shorter = min(len(one.a), len(one.b))
        needed = 12.0
        if low >= KNOWN:
            needed = 34.0 if {one.a, one.b} <= WORDS else 26.0
        elif high >= USUAL and shorter > SLIPPED_NAME and low < 3:
            needed = 6.0
        elif shorter >= 10 or (same and shorter > SLIPPED_NAME):
            needed = 5.0
        if one.a[0] != one.b[0] or (shorter <= SLIPPED_NAME and not same):
            needed += 8.0
        return needed + 4.0 * (one.kind == "slips")


# A surname so long is seldom another's with one letter more.
SLIPPED_NAME = 5


def _beside(nodes: list[Node]) -> set[tuple[int, int]]:
    """Pairs that may be alike: by their first letters, their last, or the initials of words."""
    found: set[tuple[int, int]] = set()
    letters = ["".join(node.words) for node in nodes]
    for order in (letters, [text[::-1] for text in letters]):
        ordered = sorted(range(len(nodes)), key=order.__getitem__)
        for place, i in enumerate(ordered):
            for j in ordered[place + 1 : place + 1 + BESIDE]:
                if fuzz.ratio(letters[i], letters[j], score_cutoff=ALIKE):
                    found.add((i, j) if i < j else (j, i))
    for block in _by_initials(nodes):
        for place, i in enumerate(block):
            found.update((i, j) for j in block[place + 1 :])
    return found


def _by_initials(nodes: list[Node]) -> Iterator[list[int]]:
    """Names whose words begin alike, however the words are shortened."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        said = [word for word in node.words if word not in SMALL]
        if len(said) > 2:
            for key in _keys(said):
                blocks[key].append(i)
    return (block for block in blocks.values() if 1 < len(block) <= LONGEST_BLOCK)


def _keys(said: Sequence[str]) -> set[tuple[str, str]]:
    """The first letters of a name's first three words, beside the beginning of each of its words.

    Names that are cut off agree in these, and those with a word shortened or misspelled.
    """
    initials = "".join(word[0] for word in said[:3])
    return {(initials, word[:5]) for word in said if len(word) > 4}


def _why(found: Alignment, heavy: Node) -> str:
    kinds = list(dict.fromkeys(KINDS[one.kind] for one in found.differences))
    shown = [f"'{one.b}' for '{one.a}'" for one in found.differences][:3]
    if found.tail:
        kinds.append(f"but for '{' '.join(found.tail)}'")
    return f"'{heavy.base}' {', '.join(kinds)}{f' ({chr(44).join(shown)})' if shown else ''}."
