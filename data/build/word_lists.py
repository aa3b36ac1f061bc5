"""Lists of words that rules read names with: text files that lie beside the rule's module."""

from functools import cache
from pathlib import Path


@cache
def words(path: Path) -> frozenset[str]:
    """Give the words of a list, all of its lines together. Lines that begin with # are remarks."""
    return frozenset(word for line in phrases(path) for word in line.split())


@cache
def phrases(path: Path) -> frozenset[str]:
    """Give the lines of a list, each a whole name."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))
