"""Persons named in the words beside an organisation: "Deposit refund Mrs J Exampleton".

Only clear shapes count: a title, initials or a given name before a surname, and no street, building
or body called so. Everything else of the words stays, so that they still tell what was bought.
"""

import re
import unicodedata
from calendar import month_abbr, month_name
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import polars as pl

from data.build.privacy import rule
from data.build.privacy.inside import LEFT_OUT
from data.build.privacy.takedown import digest
from data.build.word_lists import phrases, words

SHOWN = f"({LEFT_OUT})"
HERE = Path(__file__).parent
PLACES = words(HERE / "place_words.txt")
PLAIN = words(HERE / "plain_words.txt")
LEADING = words(HERE / "leading_words.txt")
KNOWN = phrases(HERE / "known_places.txt") | rule.KNOWN
MONTHS = frozenset(name.casefold() for name in (*month_name, *month_abbr, "sept") if name)
BEFORE_PLACES = frozenset({"st", "saint", "sir", "king", "queen", "lady", "lord", "the"})
LEADING_SURELY = frozenset({"staff", "agency", "client", "tenant", "fund", "fao", "attn", "refund"})
TITLES = frozenset({"mr", "mrs", "miss", "mx"})
# "Prof fees", "MS Teams" and "Springfield Dr": these need initials or a known name to follow.
DOUBTFUL_TITLES = frozenset({"ms", "dr", "prof", "professor", "cllr", "councillor", "rev", "revd"})
SURNAMES = rule.SURNAMES | rule.FAMILY
NO_SURNAMES = (rule.ORGANISATION_WORDS - SURNAMES) | TITLES | DOUBTFUL_TITLES | MONTHS
GIVEN = rule.GIVEN - rule.AMBIGUOUS - MONTHS
# What may stand between two words of one name; a full stop only after an initial or a title.
GAP = re.compile(r"[ \t\u00a0]{1,3}|\.[ \t]?|[ \t]?&[ \t]?")
WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['\u2019-][^\W\d_]+)*(?!\w)")


class Word(NamedTuple):
    """A word of a text: in small letters, and where it stands."""

    plain: str
    start: int
    end: int


def without_names(texts: pl.Series, listed: Collection[str] = ()) -> pl.Series:
    """Put "(name left out)" in the place of persons' names; each distinct text is read once.

    ``listed`` is the digests of names that were taken down: they go wherever they stand.
    """
    told = {text: shown(text) for text in texts.drop_nulls().unique(maintain_order=True)}
    if listed:
        told = {text: _without_listed(left, listed) for text, left in told.items()}
    changed = {text: left for text, left in told.items() if text != left}
    return texts.replace(changed) if changed else texts


@lru_cache(maxsize=200_000)
def shown(text: str) -> str:
    """Give one text without the names of persons; what was given back changes no more."""
    while (left := _shown_once(text)) != text:
        text = left
    return text


def _shown_once(text: str) -> str:
    left = text
    for run in reversed(_runs(text)):
        for start, end in reversed(_spans(text, run)):
            left = _replaced(left, start, end)
    return left


def _spans(text: str, run: list[Word]) -> list[tuple[int, int]]:
    spans, place = [], 0
    while place < len(run):
        end = _person(text, run, place)
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
    return "." not in gap or len(last.plain) == 1 or last.plain in TITLES | DOUBTFUL_TITLES


def _person(text: str, run: list[Word], place: int) -> int:
    """Say where the name that begins at a word of the run ends; 0 when none begins there."""
    first = run[place].plain
    if first in TITLES or first in DOUBTFUL_TITLES:
        return _titled(text, run, place)
    if len(first) == 1:
        return _initialled(text, run, place)
    if first in GIVEN:
        return _given(text, run, place)
    return 0


def _titled(text: str, run: list[Word], place: int) -> int:
    at = place + 1
    while at < len(run) and (run[at].plain in TITLES | DOUBTFUL_TITLES or _joins(text, run, at)):
        at += 1
    initials = _initials(run, at)
    at += initials
    if at >= len(run) or not _can_be_surname(text, run[at]):
        return 0
    name, end = run[at].plain, at + 1
    second = run[end].plain if end < len(run) else ""
    doubled = name in rule.GIVEN and second in SURNAMES - MONTHS
    if doubled or (not initials and name in GIVEN and second and _can_be_surname(text, run[end])):
        end += 1
    known = doubled or initials or name in SURNAMES - PLAIN or name in GIVEN - PLAIN
    return end if (run[place].plain in TITLES or known) and not _is_place(run, place, end) else 0


def _joins(text: str, run: list[Word], at: int) -> bool:
    """Whether it is the "and" of "Mr and Mrs"."""
    return run[at].plain == "and" and at + 1 < len(run) and run[at + 1].plain in TITLES


def _initialled(text: str, run: list[Word], place: int) -> int:
    if place and len(run[place - 1].plain) == 1:
        return 0
    count = _initials(run, place)
    at = place + count
    if at >= len(run) or count > 3 or not _can_be_surname(text, run[at]):
        return 0
    before = text[: run[place].start].rstrip(" ")
    if (run[place].plain == "x" and before[-1:].isdigit()) or before[-1:] in tuple("/'\u2019@&"):
        return 0
    end, name = at + 1, run[at].plain
    led = _is_led(text, run, place)
    dotted = text[run[place].end : run[place].end + 1] == "."
    alone = place == 0 and end == len(run)
    article = run[place].plain == "a" and not dotted
    likely = (led and not article) or ((dotted or _is_all(text, run, place, end)) and count < 3)
    if name in SURNAMES and (name not in PLAIN or likely):
        fits = led or alone or end == len(run) or (place == 0 and _is_business(run[end]))
    else:
        surely = place > 0 and run[place - 1].plain in LEADING_SURELY
        fits = surely and name not in PLAIN and run[place].plain not in "aix" and end == len(run)
    return end if fits and not _is_place(run, place, end) else 0


def _given(text: str, run: list[Word], place: int) -> int:
    at = place + 1 + _initials(run, place + 1)
    if at < len(run) and run[at].plain in GIVEN and at + 1 < len(run):
        at += run[at + 1].plain in SURNAMES
    if at >= len(run) or not _can_be_surname(text, run[at]):
        return 0
    name, led = run[at].plain, _is_led(text, run, place)
    plain = name in PLAIN or run[place].plain in PLAIN
    known = name in SURNAMES and (not plain or led or _is_all(text, run, place, at + 1))
    if name in PLACES and not (place and run[place - 1].plain in LEADING_SURELY):
        return 0
    unknown = led and at + 1 == len(run) and run[place - 1].plain not in {"of", "by", "to", "from"}
    return at + 1 if (known or unknown) and not _is_place(run, place, at + 1) else 0


def _initials(run: list[Word], at: int) -> int:
    count = 0
    while at + count < len(run) and len(run[at + count].plain) == 1:
        count += 1
    return count


def _can_be_surname(text: str, word: Word) -> bool:
    if len(word.plain) < 3 and word.plain not in SURNAMES:
        return False
    if word.plain in NO_SURNAMES:
        return False
    return text[word.start].isupper()


def _is_led(text: str, run: list[Word], place: int) -> bool:
    return place > 0 and run[place - 1].plain in LEADING


def _is_all(text: str, run: list[Word], place: int, end: int) -> bool:
    return run[place].start == 0 and run[end - 1].end == len(text.rstrip())


def _is_business(word: Word) -> bool:
    return word.plain in rule.ORGANISATION_WORDS | LEADING


def _is_place(run: list[Word], place: int, end: int) -> bool:
    after = run[end].plain if end < len(run) else ""
    before = run[place - 1].plain if place else ""
    if " ".join(word.plain for word in run[place:end]) in KNOWN:
        return True
    return after in PLACES or before in BEFORE_PLACES


def _plain(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return plain.replace("'", "").replace("\u2019", "")


def _without_listed(text: str, listed: Collection[str]) -> str:
    found = list(re.finditer(r"[^\W_]+(?:['\u2019`\u00b4-][^\W_]+)*", text))
    for size in (5, 4, 3, 2, 1):
        for at in range(len(found) - size + 1):
            start, end = found[at].start(), found[at + size - 1].end()
            if digest(text[start:end]) in listed:
                return _without_listed(_replaced(text, start, end), listed)
    return text
