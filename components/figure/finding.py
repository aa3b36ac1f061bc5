"""What a chart shows, in words above it: the beginning of its alt text.

The sentence that says the most was heard by screen readers alone. One text serves both, so that
nobody is told something else than the next.
"""

import re

# Two lines of a column; the whole stands in the alt text and the table.
LONGEST = 260
# Less says too little by itself: a part of the next sentence goes with it.
SHORT = 80
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z£(\d\u2212\u2018\u201c])")
WORD = re.compile(r"[\w\u2019'-]+")
FIGURE = re.compile(r"[£%]\s?\d|\d\s?%")
# A figure, or a word in the middle of a sentence.
BEGINS = re.compile(r"[-−£\d(a-z]")
HALF, NEARLY_ALL = 0.5, 0.8
CLAUSE = re.compile(r"(?<=[;,])\s+")


def lead(title: str, alt: str, longest: int = LONGEST) -> str:
    """The first sentences of `alt` that say more than its title, within `longest` characters.

    A sentence that is longer by itself ends at its last whole clause, with an ellipsis.
    """
    sentences = SENTENCE.split(_after(title, alt))
    while len(sentences) > 1 and _names_only(sentences[0], title):
        del sentences[0]
    first, *others = sentences
    first = _without_name(first, title)
    first = first[:1].upper() + first[1:]
    if len(first) > longest:
        return _clauses(first, longest)
    for one in others:
        left = longest - len(first) - 1
        if len(one) > left:
            return first if len(first) > SHORT else f"{first} {_clauses(one, left)}"
        first += f" {one}"
    return first


def _after(title: str, alt: str) -> str:
    """`alt` without the title where it begins with it."""
    begins = alt.casefold().startswith(title.casefold())
    return (alt[len(title) :].lstrip(" ,.:;") if begins else "") or alt


def _names_only(sentence: str, title: str) -> bool:
    """Whether a sentence says what the figure is of and nothing that it shows."""
    return ": " not in sentence and not FIGURE.search(sentence) and _known(sentence, title) >= HALF


def _without_name(sentence: str, title: str) -> str:
    """A sentence without "What, of whom, when:" before what it says of it."""
    name, colon, said = sentence.partition(": ")
    if not colon:
        return sentence
    known = _known(name, title)
    plain = bool(BEGINS.match(said)) and known >= HALF
    return said if plain or known >= NEARLY_ALL else sentence


def _known(words: str, title: str) -> float:
    """The share of words that stand in the title too; years always do."""
    asked = WORD.findall(words.casefold())
    there = set(WORD.findall(title.casefold()))
    return sum(one in there or one[0].isdigit() for one in asked) / max(len(asked), 1)


def _clauses(sentence: str, longest: int) -> str:
    kept = ""
    for clause in CLAUSE.split(sentence):
        if len(kept) + 1 + len(clause) > longest:
            break
        kept = f"{kept} {clause}".strip()
    kept = kept or sentence[:longest].rsplit(" ", 1)[0]
    return f"{kept.rstrip(' ,;')} …"
