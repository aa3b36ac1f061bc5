"""How much a name says: words that many names hold, kinds of places, and words that tell."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.build.word_lists import words

LOCAL = words(Path(__file__).with_name("local_words.txt"))
COMMON = words(Path(__file__).with_name("common_words.txt"))
# Trades and other words that are right as they stand: printing is no slip for painting.
WORDS = words(Path(__file__).parents[1] / "privacy" / "organisation_words.txt") | LOCAL | COMMON
RARE = 12


def told_apart(name: Iterable[str], frequency: Counter[str], rare: int = RARE) -> list[str]:
    """Give the words of a name that at most ``rare`` different names hold."""
    return [
        word
        for word in name
        if len(word) > 3 and word not in COMMON and word not in LOCAL and frequency[word] <= rare
    ]


def is_local(name: Sequence[str]) -> bool:
    """Whether the name is one of a kind that many places have."""
    return any(word in LOCAL for word in name)


def is_vague(name: Sequence[str]) -> bool:
    """Whether a name of one word says too little to be one supplier everywhere."""
    return len(name) == 1 and (len(name[0]) <= 4 or name[0] in WORDS)


def is_common(name: Sequence[str]) -> bool:
    """Whether a name of one or two words is of words that anybody's may have: Four Seasons."""
    return len(name) < 3 and all(word in COMMON for word in name)
