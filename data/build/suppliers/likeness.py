"""Nodes that may be one supplier because they are spelled nearly alike, or one is cut off."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from data.build.suppliers.candidates import PLACES, Edge
from data.build.suppliers.nodes import Node
from data.build.suppliers.plain import folded
from data.build.suppliers.telling import LOCAL, USUAL_TAILS, WHOLE_BODIES, WORDS, Scales, told_apart

# Shorter words differ by a letter too easily: Hart and Hirt, Marsh and March.
SHORTEST = 6
# A spelling that this many names have is a word of its own and no slip.
KNOWN = 4
# A word as long as this tells by itself, with other words beside it and without.
LONG, LONGER = 10, 13
CUT_FROM = 20
# So many longer names leave open which is meant.
MANY = 8
# Words that begin with as many letters alike may be cut off from one.
ALIKE_TO = 6
# A word that so many names hold, and so few of them end with.
INNER_FROM, INNER = 8, 0.08
DANGLING = {"and", "of", "for", "the", "in", "an", "to", "with", "at"}
# What a name must weigh to be whole without a sign that it was cut off.
TELLS, OF_THREE, ALONE_FROM = 26.0, 22.0, 9
# Behind a body's name these are a body of their own.
OTHERS = {"pension", "pensions", "fund", "superannuation", "trading", "enterprises", "foundation"}
OTHERS |= {"branch", "publications", "region", "regional", "academies", "schools", "college"}
OTHERS |= {"union", "council", "voluntary", "volunteers"}
# Services that carry payments write a piece of the shop's name after their own.
PAYERS = {"paypal", "sumup", "zettle", "izettle", "sq", "sp", "klarna", "amz", "amzn", "worldpay"}


def misspelled(nodes: list[Node], frequency: Counter[str]) -> Iterator[Edge]:
    """Propose links between names that differ by a slip in one word, the rest being the same.

    One of the two spellings must be one that hardly any other name has, and the rest must tell the
    supplier apart; where it does not, the word must be long and off by one letter.
    """
    buckets: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        # A council is called by its place, and many places have nearly one name.
        if len(node.words) > 8 or node.words[0] in PAYERS or "council" in node.words:
            continue
        for place, word in enumerate(node.words):
            if len(word) >= SHORTEST and word.isalpha():
                rest = (*node.words[:place], "", *node.words[place + 1 :])
                for part in _halves(word):
                    buckets[part, rest].append(i)
    for (_, rest), held in buckets.items():
        place = rest.index("")
        for at, light in enumerate(held[1:], 1):
            for heavy in held[:at]:
                a, b = nodes[heavy].words[place], nodes[light].words[place]
                if a != b and _slip(a, b, rest, frequency):
                    yield Edge(
                        heavy, light, "misspelled", f"'{b}' for '{a}', the rest is the same."
                    )
                    break


def cut_off(nodes: list[Node], frequency: Counter[str]) -> Iterator[Edge]:
    """Propose links of names that end within a word to the only name that goes on from there.

    Where several go on alike ("University of Leeds", "University of Leeds Union"), the one that
    only ends the word is meant. A name that ends with "and" or "of" is cut off as well.
    """
    # The heaviest node stands for all with its words.
    heaviest = {node.base: i for i, node in reversed(list(enumerate(nodes)))}
    whole = sorted(heaviest)
    inner = _inner(nodes)
    scales = Scales(len(nodes), frequency)
    for i, node in enumerate(nodes):
        text = node.base
        long = len(text) >= CUT_FROM - 2 and node.published_as_long_as(CUT_FROM)
        # A legal form ends a name, so one that is written with it is whole.
        if node.words[-1].isdigit() or node.legal or not long:
            continue
        at = bisect_right(whole, text)
        sure = sum(map(scales.weight, node.words)) >= TELLS
        many = 4 * MANY if sure else MANY
        longer = [one for one in whole[at : at + many] if one.startswith(text)]
        # "for the" has lost its "the" to the plain form, and more words may have followed it.
        the = any(folded(unit.name).endswith(" the") for unit in node.units)
        weight = sum(map(scales.weight, node.words))
        three = len(node.words) > 3 or (node.words[1:2] == ("of",) and weight >= OF_THREE)
        dangles = (node.words[-1] in DANGLING or (node.words[-1] in inner and three)) and not the
        # So many telling words are one body's, however its name goes on, where it goes on one way.
        # What goes on behind a council's name may be a party of its members.
        tells = (len(node.words) > 2 and weight >= TELLS) or _alone(node.words, frequency)
        tells = tells and "council" not in node.words
        beyond = []
        if node.cut or dangles or tells:
            beyond = [one for one in whole[at : at + 4 * MANY] if one.startswith(text)]
        if tells and not (node.cut or dangles):
            named = [nodes[heaviest[one]] for one in beyond]
            if _other(text, beyond) or _of_its_own(node, named):
                beyond = []
        if beyond and len(beyond) < 4 * MANY and _one_way_on(text, beyond):
            longest = min(heaviest[one] for one in beyond)
            # What is paid more than all that goes on from it is whole: "Income" stands behind it.
            if not dangles and longest > i:
                why = f"'{text}' with '{nodes[longest].base[len(text) + 1 :]}' behind it."
                yield Edge(i, longest, "goes_on", why)
                continue
            yield Edge(
                longest,
                i,
                "cut_off",
                f"'{beyond[0]}' cut off after '{text[-12:]}', where a name hardly ends.",
            )
            continue
        ends = {text + one[len(text) :].split(" ")[0] for one in longer}
        if len(longer) == many or (ends == {text} and not dangles) or len(ends) != 1:
            continue
        end = ends.pop()
        meant = longer[0] if len(longer) == 1 else end
        # "Sport" is no piece of "Sports and Social Club".
        if end == f"{text}s" != meant:
            continue
        if meant not in heaviest and (
            sure or _one_way_on(end, [one for one in longer if one != end])
        ):
            meant = min(longer, key=heaviest.__getitem__)
        if meant in heaviest and meant != text and len(meant) - len(text) <= (60 if sure else 25):
            yield Edge(heaviest[meant], i, "cut_off", f"'{meant}' cut off after '{text[-12:]}'.")


def _inner(nodes: list[Node]) -> set[str]:
    """Words that names hold and hardly ever end with: one that does is cut off ("Electoral")."""
    held, last = Counter[str](), Counter[str]()
    for words in {node.words for node in nodes}:
        held.update(set(words))
        last[words[-1]] += 1
    return {word for word, n in held.items() if n >= INNER_FROM and last[word] <= INNER * n}


def _one_way_on(text: str, longer: list[str]) -> bool:
    """Whether all that goes on from a text goes on alike: with one word, or its beginnings."""
    nexts = sorted({one[len(text) :].split()[0] for one in longer}, key=len)
    spaced = all(one[len(text)] == " " for one in longer)
    return spaced and all(nexts[-1].startswith(word[:ALIKE_TO]) for word in nexts)


def _alone(words: tuple[str, ...], frequency: Counter[str]) -> bool:
    """Whether a name is one long word that hardly anybody else bears."""
    word = words[0]
    known = word in WORDS or not word.isalpha() or word in PLACES
    return len(words) == 1 and len(word) >= ALONE_FROM and frequency[word] < KNOWN and not known


def _other(text: str, longer: list[str]) -> bool:
    """Whether a name goes on to a place, a number, or what many bodies have: a fund, a school."""
    behind = {word for one in longer for word in one[len(text) :].split()}
    return any(word in PLACES or word in LOCAL or word in OTHERS for word in behind) or any(
        map(str.isdigit, behind)
    )


def _of_its_own(short: Node, longer: list[Node]) -> bool:
    """Whether what firms bear behind a name makes another body: a trust's services, a company."""
    behind = {word for one in longer for word in one.words[len(short.words) :]}
    own = any(unit.plain.legal for one in longer for unit in one.units)
    return behind <= USUAL_TAILS and (own or short.words[-1] in WHOLE_BODIES)


def _halves(word: str) -> tuple[tuple[int, str], tuple[int, str]]:
    """A slip leaves the first or the last letters of a word as they are."""
    return (0, word[:3]), (1, word[-3:])


def _slip(a: str, b: str, rest: tuple[str, ...], frequency: Counter[str]) -> bool:
    low, high = sorted((frequency[a], frequency[b]))
    if a[0] != b[0] or low >= KNOWN or _ending(a, b) or {a, b} <= WORDS:
        return False
    shorter = min(len(a), len(b))
    if told_apart((word for word in rest if word), frequency):
        most = 2 if shorter >= LONG else 1
    elif shorter >= (LONG if high >= KNOWN and len(rest) > 1 else LONGER):
        most = 1
    else:
        return False
    return OSA.distance(a, b, score_cutoff=most) <= most


def _ending(a: str, b: str) -> bool:
    """Surnames and trades differ in their ends: Robert and Roberts, print and printer."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short)
