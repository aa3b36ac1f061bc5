"""How much a name says: words that many names hold, kinds of places, and words that tell."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log2
from pathlib import Path

from data.build.word_lists import words

LOCAL = words(Path(__file__).with_name("local_words.txt"))
COMMON = words(Path(__file__).with_name("common_words.txt"))
# Trades and other words that are right as they stand: printing is no slip for painting.
WORDS = words(Path(__file__).parents[1] / "privacy" / "organisation_words.txt") | LOCAL | COMMON
# What many firms bear behind their name, and some of their invoices leave out.
USUAL_TAILS = words(Path(__file__).with_name("usual_tails.txt"))
# Behind these a name is whole: what follows is a body of its own.
WHOLE_BODIES = {
    "trust",
    "council",
    "society",
    "charity",
    "foundation",
    "association",
    "fund",
    "union",
}
# Of the kinds of places these are also words of other names: courts of law, an inn of chambers.
ALSO_OTHERS = {"court", "inn", "library", "market", "museum", "park", "pharmacy", "rest", "hospice"}
# What a name must weigh besides such a word.
BESIDE_PLACE = 17.0
RARE = 12
SCHOOLS = {"academy", "academies", "schools", "learning", "education"}
ABOVE = {"national", "alliance", "heads", "diocese", "diocesan", "volunteer"}


def told_apart(name: Iterable[str], frequency: Counter[str], rare: int = RARE) -> list[str]:
    """Give the words of a name that at most ``rare`` different names hold."""
    return [
        word
        for word in name
        if len(word) > 3 and word not in COMMON and word not in LOCAL and frequency[word] <= rare
    ]


def is_local(name: Sequence[str]) -> bool:
    """Whether the name is one of a kind that many places have.

    A body above such ones is none itself: a trust of academies, heads of schools of the nation.
    """
    if any(word in LOCAL for word in name):
        trust = len(name[-1]) > 1 and "trust".startswith(name[-1])
        above = trust and not SCHOOLS.isdisjoint(name[-2:-1])
        return not above and ABOVE.isdisjoint(name)
    return False


def is_vague(name: Sequence[str]) -> bool:
    """Whether a name of one word says too little to be one supplier everywhere."""
    return len(name) == 1 and (len(name[0]) <= 4 or name[0] in WORDS)


def is_common(name: Sequence[str]) -> bool:
    """Whether a name of one or two words is of words that anybody's may have: Four Seasons."""
    return len(name) < 3 and all(word in COMMON for word in name)


class Scales:
    """Weighs words by how few names hold them: one that half as many hold weighs 1 more.

    Kinds of places and words that many organisations share weigh half, numbers nothing.
    """

    def __init__(self, names: int, frequency: Counter[str]) -> None:
        self.names, self.frequency = max(names, 2), frequency

    def weight(self, word: str) -> float:
        """Give the weight of a word, in halvings of the number of names."""
        if word.isdigit():
            return 0.0
        weight = log2(self.names / (self.frequency[word] or 1))
        usual = word in COMMON or word in LOCAL or len(word) < 3
        return weight / 2 if usual else weight

    def tells_beside_place(self, name: Sequence[str]) -> bool:
        """Whether a name tells though it holds a word of places, which other names hold as well."""
        if not LOCAL.intersection(name) <= ALSO_OTHERS:
            return False
        said = (word for word in name if word not in LOCAL and word not in COMMON)
        return sum(map(self.weight, said)) >= BESIDE_PLACE
