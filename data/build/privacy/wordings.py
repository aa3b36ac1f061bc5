"""Persons named in the words beside an organisation: "Deposit refund Mrs J Exampleton".

Only clear shapes count: a title, initials or a given name before a surname, and no street, building
or body called so. Everything else of the words stays, so that they still tell what was bought.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import chain

import polars as pl

from data.build.privacy.inside import LEFT_OUT
from data.build.privacy.shapes import (
    ANY_TITLES,
    NO_SURNAMES,
    PLACES,
    SURE_GIVEN,
    Word,
    person_ends,
)
from data.build.privacy.takedown import digest, digest_of, plain_words, without_marks

SHOWN = f"({LEFT_OUT})"
# What may stand between two words of one name; a full stop only after an initial or a title.
# Every shape of a name has two words that stand close: this spares the reading of all else.
TWO_WORDS = r"\p{L}[ \t\x{A0}.&]+\p{L}"
GAP = re.compile(r"[ \t\u00a0]{1,3}|\.[ \t]?|[ \t]?&[ \t]?")
LISTED = re.compile(r"[^\W_]+(?:['\u2019`\u00b4-][^\W_]+)*")
# No name that is on the list has less.
TWO_LETTERS = r"\p{L}{2}"
WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['\u2019-][^\W\d_]+)*(?!\w)")

# A reference that is a name, after no more than the number of a room or a case.
ALONE = re.compile(
    r"^(?:\S*\d\S*\s+|room\s+\d+\s+)?(?P<name>(?:(?P<initials>(?:[A-Z][. ]{1,2}){1,3})|"
    r"(?P<given>[^\W\d_]{3,}) )(?P<names>[^\W\d_]['\u2019]?[^\W\d_]{2,}(?:[ -][^\W\d_]{3,})?))$",
    re.I,
)
NO_NAMES = NO_SURNAMES | PLACES | {"card", "class", "invoice", "inv", "payment", "return", "view"}


def without_names(
    texts: pl.Series, listed: Collection[str] = (), *, references: bool = False
) -> pl.Series:
    """Put "(name left out)" in the place of persons' names; each distinct text is read once.

    ``listed`` is the digests of names that were taken down: they go wherever they stand.
    ``references``: the texts are numbers of invoices and the like, so that a name that no list
    knows is one when it stands alone.
    """
    read = shown_reference if references else shown
    distinct = texts.drop_nulls().unique(maintain_order=True).cast(pl.String)
    likely = distinct.filter(distinct.str.contains(TWO_LETTERS if listed else TWO_WORDS))
    told = {text: read(text) for text in likely}
    if listed:
        told = {text: without_listed(left, frozenset(listed)) for text, left in told.items()}
    changed = {text: left for text, left in told.items() if text != left}
    return texts.replace(changed) if changed else texts


@lru_cache(maxsize=200_000)
def shown(text: str) -> str:
    """Give one text without the names of persons; what was given back changes no more.

    Each of several columns' words that were put together with "|" is read for itself.
    """
    return "|".join(_settled(part) for part in text.split("|"))


def _settled(text: str) -> str:
    while (left := _shown_once(text)) != text:
        text = left
    return text


def shown_reference(text: str) -> str:
    """Give a reference without a person's name: "ROOM 1 Q ZORBASON" reads "ROOM 1 (...)"."""
    found = ALONE.search(text)
    told = found and (found["initials"] or _plain(found["given"]) in SURE_GIVEN)
    if told and not any(_plain(word) in NO_NAMES for word in found["names"].split()):
        text = _replaced(text, found.start("name"), found.end("name"))
    return shown(text)


def _shown_once(text: str) -> str:
    left = text
    for run in reversed(_runs(text)):
        for start, end in reversed(_spans(text, run)):
            left = _replaced(left, start, end)
    return left


def _spans(text: str, run: list[Word]) -> list[tuple[int, int]]:
    spans, place = [], 0
    while place < len(run):
        end = person_ends(text, run, place)
        if end:
            spans.append((run[place].start, run[end - 1].end))
        place = end or place + 1
    return spans


def _replaced(text: str, start: int, end: int) -> str:
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return text[:start] + (LEFT_OUT if bracketed else SHOWN) + text[end:]


def _runs(text: str) -> list[list[Word]]:
    """Divide a text into runs of words between which nothing but spaces and initials' dots are."""
    runs: list[list[Word]] = []
    for found in WORD.finditer(text):
        word = Word(_plain(found[0]), *found.span())
        last = runs[-1][-1] if runs else None
        if last is None or not _joined(text[last.end : word.start], last):
            runs.append([])
        runs[-1].append(word)
    return runs


def _joined(gap: str, last: Word) -> bool:
    if not GAP.fullmatch(gap):
        return False
    return "." not in gap or len(last.plain) == 1 or last.plain in ANY_TITLES


def _plain(word: str) -> str:
    return re.sub("['\u2019]s$|['\u2019]", "", without_marks(word))


@lru_cache(maxsize=100_000)
def without_listed(text: str, listed: frozenset[str]) -> str:
    found = list(LISTED.finditer(text))
    # Signs that are letters once they are plain stand between words of other texts than these.
    words = [plain_words(one[0]) for one in found] if text.isascii() and "''" not in text else []
    for size in (5, 4, 3, 2, 1):
        for at in range(len(found) - size + 1):
            start, end = found[at].start(), found[at + size - 1].end()
            code = digest_of(chain(*words[at : at + size])) if words else digest(text[start:end])
            if code in listed:
                return without_listed(_replaced(text, start, end), listed)
    return text
