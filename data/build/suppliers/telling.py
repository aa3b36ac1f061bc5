"""Words that tell how much a name says: kinds of places, common words, and rare ones."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from data.build.word_lists import words

# What stands in many towns under one name; two of them are one only where the rest is rare.
LOCAL = words(Path(__file__).with_name("local_words.txt"))
# Words that many organisations share and that therefore tell none of them apart.
COMMON = words(Path(__file__).with_name("common_words.txt"))


def told_apart(words: Iterable[str], frequency: Counter[str], rare: int = 12) -> list[str]:
    """Give the words of a name that few other names hold."""
    return [
        word
        for word in words
        if len(word) > 3 and word not in COMMON and word not in LOCAL and frequency[word] <= rare
    ]


def is_local(words: tuple[str, ...]) -> bool:
    """Whether the name is one of a kind that many places have."""
    return any(word in LOCAL for word in words)
