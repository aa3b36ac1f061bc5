"""Nodes whose names are nearly alike in several ways at once, weighed word by word."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from data.build.suppliers.alignment import FORMS, NEUTRAL, Alignment, Difference, aligned
from data.build.suppliers.candidates import SMALL, Edge
from data.build.suppliers.nodes import Node
from data.build.suppliers.plain import folded
from data.build.suppliers.tails import head_and_tail
from data.build.suppliers.telling import USUAL_TAILS, WHOLE_BODIES, WORDS, Scales, is_local
from data.build.word_lists import words

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
# A number after the legal form; a letter or two where a long name was cut off; words that many
# firms bear behind their name, and what a legal form before all these costs more.
NUMBERED, PIECE, USUAL_TAIL, USUAL_TAIL_ALONE, WHOLE = 14.0, 22.0, 18.0, 15.5, 6.0
ENDED_TRADE, SAME_TRADE, COUNTED = 12.0, 15.0, 27.0
TRADE_TAIL, HEAD, SMALL_WORDS = 12.0, 15.0, 20.0
# "Properties NE" is a company beside "Properties".
QUARTERS = {"n", "s", "e", "w", "ne", "nw", "se", "sw"}
LETTERS = {"slip", "slips", "plural", "ending"}
TRUSTS = {"foundation", "trust", "trustees"}
ADDED, KNOWN_SHORT, SHORT_SLIP = 30.0, 22.0, 28.0
# A long word that nobody else bears is worth so much where it is the whole name.
ALONE_FROM, ALONE = 10, 6.0
# A surname so long is seldom another's with one letter more.
SLIPPED_NAME = 5
# A word cut off at the width of a column, or shortened; of one letter; of three. An s of a name.
CUT_WORD, CUT_TO_A_LETTER, THREE_LETTERS, PLURAL_NAME = 9.0, 16.0, 18.0, 9.0
# A slip between two spellings that several names have, and between two words of the language.
KNOWN_SLIP, WORDS_SLIP = 26.0, 34.0
LEFT_OUT = words(Path(__file__).with_name("left_out.txt"))
# So many times as many names have a spelling as have a slip of it.
MANY_TIMES, SOME_TIMES = 50, 5
KINDS = {
    "space": "but for spaces",
    "plural": "but for an 's'",
    "slip": "but for a slip",
    "slips": "but for two slips",
    "short": "shortened",
    "ending": "with another ending",
    "cut": "cut off",
    "added": "but for a word",
}


class Side(NamedTuple):
    """A node as it is set beside another: by its own words, or by those before its tail."""

    words: tuple[str, ...]
    at: int
    node: Node
    legal: str
    head: str = ""


def nearly_alike(nodes: list[Node], frequency: Counter[str]) -> Iterator[Edge]:
    """Propose links of names that are alike word by word, the lighter to the heavier.

    A name that goes on behind a sign ("Name - Elm House") is also set beside others by what stands
    before the sign, where that alone is no name.
    """
    judge = Judge(Scales(len(nodes), frequency))
    sides = [Side(node.words, i, node, node.legal) for i, node in enumerate(nodes)]
    sides += _heads(nodes)
    for a, b in sorted(_beside(sides)):
        heavy, light = (sides[i] for i in sorted((a, b), key=lambda one: sides[one].at))
        if heavy.at == light.at:
            continue
        found = aligned(heavy.words, light.words)
        if found and judge.enough(found, heavy, light):
            head = heavy.head or light.head
            behind = f" '{head}' stands behind." if head else ""
            rule = "goes_on" if head else "nearly_alike"
            yield Edge(heavy.at, light.at, rule, _why(found, heavy) + behind)


def _heads(nodes: list[Node]) -> Iterator[Side]:
    known = {node.words for node in nodes}
    for i, node in enumerate(nodes):
        found = head_and_tail(node)
        if found and len(found[0]) > 1 and found[0] not in known and not is_local(found[0]):
            yield Side(found[0], i, node, "", found[1])


class Judge:
    """Weighs what agrees against what differs."""

    def __init__(self, scales: Scales) -> None:
        self.scales, self.frequency = scales, scales.frequency

    def enough(self, found: Alignment, a: Side, b: Side) -> bool:
        """Whether what agrees tells more than all that differs costs."""
        agreed = sum(map(self.scales.weight, found.agreed))
        if not found.differences and not found.tail:
            # Small words alone: "and", "of", "UK".
            return agreed >= SMALL_WORDS and not (a.head or b.head)
        needed = self._tail(found, a, b)
        if needed is not None and (a.head or b.head):
            needed += HEAD
        # A council is called by its place, and many places have nearly one name.
        if "council" in found.agreed and {one.kind for one in found.differences} & LETTERS:
            return False
        local = is_local(a.words) or is_local(b.words)
        same = bool(a.node.councils & b.node.councils) and not local
        for one in found.differences:
            cost = self._needed(one, found.agreed, same, a, b)
            if needed is None or cost is None:
                return False
            needed += cost
            agreed += self._of_one_word(one, same)
        if needed is None or agreed + SAME_TRADE < needed:
            return False
        return agreed >= needed or bool(a.node.trades & b.node.trades)

    def _of_one_word(self, one: Difference, same: bool) -> float:
        """A long word that nobody else bears, but for one letter, agrees by itself."""
        rare = max(self.frequency[one.a], self.frequency[one.b]) < KNOWN
        long = min(len(one.a), len(one.b)) >= (ALONE_FROM - 2 if same else ALONE_FROM)
        return ALONE if rare and long and one.kind == "slip" else 0.0

    def _tail(self, found: Alignment, a: Side, b: Side) -> float | None:
        """What the words behind the shorter name cost; None where they tell another body."""
        tail = found.tail
        if not tail:
            return 0.0
        if all(word in NEUTRAL for word in tail):
            return self._neutral(tail, found.agreed)
        if len(tail) == 1 and tail[0].isdigit() and len(tail[0]) < 3 and not (a.legal or b.legal):
            return COUNTED
        if a.head or b.head:
            return None
        if tail[0] in FORMS:
            piece = len(tail) == 2 and len(tail[1]) < (3 if tail[1].isdigit() else 2)
            return NUMBERED if piece else None
        short, long = sorted((a, b), key=lambda side: len("".join(side.words)))
        if short.legal and long.legal:
            return None
        whole = WHOLE * bool(short.legal)
        if len(tail) == 1 and len(tail[0]) < 3 and tail[0].isalpha():
            if tail[0] in QUARTERS:
                return None
            return PIECE + whole if long.node.published_as_long_as(CUT_FROM + 7) else None
        if short.words[-1] in WHOLE_BODIES or (not short.legal and _has_form(long)):
            return None
        usual = len(tail) < 3 and all(map(_usual, tail))
        if usual and not is_local(long.words):
            return (USUAL_TAIL if len(found.agreed) > 1 else USUAL_TAIL_ALONE) + whole
        return None

    def _neutral(self, tail: Sequence[str], agreed: Sequence[str]) -> float | None:
        """ "Care Direct" is a name, a direct debit is a way to pay; a firm's trust is another."""
        said = {*tail, *agreed}
        if ("direct" in tail and "debit" not in tail) or (TRUSTS & set(tail) and "nhs" not in said):
            return None
        # Estate agents, too, are called Martin & Co.
        return TRADE_TAIL if "solicitors" in tail else NEUTRAL_TAIL

    def _needed(
        self, one: Difference, agreed: Sequence[str], same: bool, a: Side, b: Side
    ) -> float | None:
        if one.kind == "space":
            return SPACE
        low, high = sorted((self.frequency[one.a], self.frequency[one.b]))
        short, long = sorted((one.a, one.b), key=len)
        if one.kind == "plural":
            return self._plural(one, (low, high), same)
        if one.kind == "ending":
            # "Assoc" may be either of the two, written out they are two bodies' names.
            if one.a.startswith("associat") and _says(a, one.a) and _says(b, one.b):
                return None
            # "Environment" and "Environmental" are one trade.
            return ENDING if len(short) < ALONE_FROM - 1 else ENDED_TRADE
        if one.kind == "added":
            return self._added(one.a, agreed, a, b)
        if one.kind == "cut":
            cut = a if a.words[-1] == short else b
            if not cut.legal and cut.node.published_as_long_as(CUT_FROM):
                return CUT_WORD if len(short) > 1 else CUT_TO_A_LETTER
            if len(short) < 4:
                return None
        if one.kind in ("short", "cut"):
            begins = len(short) >= SLIPPED_NAME and long.startswith(short)
            if len(short) == 3:
                return THREE_LETTERS
            most = 2 * USUAL if begins else USUAL
            if short in WORDS or self.frequency[short] >= most:
                return KNOWN_SHORT if begins else None
            return CUT_WORD
        return self._slip(one, low, high, same)

    def _added(self, word: str, agreed: Sequence[str], a: Side, b: Side) -> float | None:
        """A word between two that agree, one that tells no other body: "Nib Hospitals Trust"."""
        if word not in LEFT_OUT or "council" in agreed:
            return None
        return ADDED if not (a.legal and b.legal) else 2 * ADDED

    def _plural(self, one: Difference, held: tuple[int, int], same: bool) -> float:
        low, high = held
        trade = {one.a, one.b} & WORDS or low >= USUAL
        rare = high <= 6 and min(len(one.a), len(one.b)) >= SLIPPED_NAME
        return PLURAL if trade or rare or same else PLURAL_NAME

    def _slip(self, one: Difference, low: int, high: int, same: bool) -> float | None:
        shorter = min(len(one.a), len(one.b))
        if shorter < SLIPPED_NAME:
            return SHORT_SLIP
        needed = 12.0
        # "Healtcare" is hardly a word of its own where a hundred times as many say "healthcare".
        if one.kind == "slip" and shorter >= 8 and low * MANY_TIMES <= high and low < USUAL:
            needed = 6.0
        elif one.kind == "slip" and shorter > 8 and low * SOME_TIMES <= high and low < USUAL:
            needed = 10.0
        elif low >= KNOWN:
            needed = WORDS_SLIP if {one.a, one.b} <= WORDS or low >= USUAL else KNOWN_SLIP
        elif high >= USUAL and shorter > SLIPPED_NAME and low < 3:
            needed = 6.0
        elif shorter >= 10 or (same and shorter > SLIPPED_NAME):
            needed = 5.0
        if one.a[0] != one.b[0] or (shorter <= SLIPPED_NAME and not same):
            needed += 8.0
        return needed + 4.0 * (one.kind == "slips")


def _has_form(side: Side) -> bool:
    """Whether a spelling of a name bears a legal form itself."""
    return any(unit.plain.legal for unit in side.node.units)


def _says(side: Side, word: str) -> bool:
    """Whether a spelling of a name has a word written out."""
    return any(word in re.findall(r"\w+", folded(unit.name)) for unit in side.node.units)


def _usual(word: str) -> bool:
    """Whether a word stands behind many firms' names, or is cut off from one that does."""
    return word in USUAL_TAILS or (
        len(word) > SLIPPED_NAME - 2 and any(one.startswith(word) for one in USUAL_TAILS)
    )


def _beside(sides: list[Side]) -> set[tuple[int, int]]:
    """Pairs that may be alike: by their first letters, their last, or the initials of words."""
    found: set[tuple[int, int]] = set()
    letters = ["".join(side.words) for side in sides]
    for order in (letters, [text[::-1] for text in letters]):
        ordered = sorted(range(len(sides)), key=order.__getitem__)
        for place, i in enumerate(ordered):
            for j in ordered[place + 1 : place + 1 + BESIDE]:
                if sides[i].head and sides[j].head:
                    continue
                alike = fuzz.ratio(letters[i], letters[j], score_cutoff=ALIKE)
                # "Elklan" is beside "Elklan Training" though it has few of its letters.
                if alike or (order is letters and _begins(sides[i].words, sides[j].words)):
                    found.add((i, j) if i < j else (j, i))
    for block in _by_initials(sides):
        for place, i in enumerate(block):
            found.update((i, j) for j in block[place + 1 :])
    return found


def _begins(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(long) - len(short) < 3 and long[: len(short)] == short


def _by_initials(sides: list[Side]) -> Iterator[list[int]]:
    """Names whose words begin alike, however the words are shortened."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, side in enumerate(sides):
        said = [word for word in side.words if word not in SMALL]
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


def _why(found: Alignment, heavy: Side) -> str:
    kinds = list(dict.fromkeys(KINDS[one.kind] for one in found.differences))
    shown = [f"'{one.b}' for '{one.a}'" for one in found.differences][:3]
    if found.tail:
        kinds.append(f"but for '{' '.join(found.tail)}'")
    pieces = f" ({','.join(shown)})" if shown else ""
    return f"'{' '.join(heavy.words)}' {', '.join(kinds)}{pieces}."
