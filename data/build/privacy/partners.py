"""Two persons by their initials and one surname: "AC & KA Exampleton"."""

import re
from collections.abc import Callable, Collection

LONGEST = 3
# "Man & Van", "Mem & Laz" are words, and no initials.
SPOKEN = re.compile(r"[^aeiou][aeiou][^aeiou]")


def partners_of(
    tokens: list[str], surnames: Collection[str], could_be_surname: Callable[[str], bool]
) -> str:
    """Give the surname after two groups of initials; '' where they are none.

    ``tokens`` are the words in small letters. One of the ``surnames`` tells by itself; another name
    only after initials that are written together, as in no firm's "J & K Exampleworks".
    """
    if tokens.count("and") != 1 or len(tokens) < 4:
        return ""
    at, last = tokens.index("and"), tokens[-1]
    groups = [tokens[:at], tokens[at + 1 : -1]]
    letters = ["".join(group) for group in groups]
    if not all(0 < len(one) <= LONGEST for one in letters) or len(last) <= LONGEST:
        return ""
    together = any(len(token) > 1 for group in groups for token in group)
    short = all(len(one) < LONGEST or not SPOKEN.fullmatch(one) for one in letters)
    known = last in surnames
    return last if together and (known or (short and could_be_surname(last))) else ""
