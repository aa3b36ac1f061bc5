"""Where a person's name ends in a run of words: the shapes that count, and places that do not."""

import re
from calendar import month_abbr, month_name
from pathlib import Path
from typing import NamedTuple

from data.build.privacy import vocabulary
from data.build.privacy.origins import looks_like_surname
from data.build.word_lists import phrases, words

HERE = Path(__file__).parent
PLACES = words(HERE / "place_words.txt")
PLAIN = vocabulary.PLAIN
PLAIN_OR_PLACES = PLAIN | PLACES
LEADING = words(HERE / "leading_words.txt")
KNOWN = phrases(HERE / "known_places.txt") | vocabulary.KNOWN
MONTHS = frozenset(name.casefold() for name in (*month_name, *month_abbr, "sept") if name)
BEFORE_PLACES = frozenset({"st", "saint", "sir", "king", "queen", "lady", "lord", "the"})
LEADING_SURELY = frozenset({"staff", "agency", "client", "tenant", "fund", "fao", "attn", "refund"})
TITLES = frozenset({"mr", "mrs", "miss", "mx"})
# "Prof fees", "MS Teams" and "Springfield Dr": these need initials or a known name to follow.
DOUBTFUL_TITLES = frozenset({"ms", "dr", "prof", "professor", "cllr", "councillor", "rev", "revd"})
SURNAMES = vocabulary.SURNAMES | vocabulary.FAMILY
NO_SURNAMES = (vocabulary.ORGANISATION_WORDS - SURNAMES) | TITLES | DOUBTFUL_TITLES | MONTHS
GIVEN = vocabulary.CLEAR_GIVEN - MONTHS
SURE_SURNAMES = SURNAMES - PLAIN
SECOND_SURNAMES = SURNAMES - MONTHS
SURE_GIVEN = GIVEN - PLAIN
ANY_TITLES = TITLES | DOUBTFUL_TITLES
BUSINESS = vocabulary.ORGANISATION_WORDS | LEADING
# Where the words are about persons, a name that no list knows is likely to be one.
ABOUT_PERSONS = re.compile(
    r"\b(?:agency|agencu|staff|temp|course|training|seminar|funerals?|burial|deceased|operator)\b",
    re.I,
)
AND_COMPANY = re.compile(r"\s*(?:&|and)\s+(?:co|sons?|company|partners|associates)\b", re.I)


class Word(NamedTuple):
    """A word of a text: in small letters, and where it stands."""

    plain: str
    start: int
    end: int


def person_ends(text: str, run: list[Word], place: int) -> int:
    """Say where the name that begins at a word of the run ends; 0 when none begins there."""
    first = run[place].plain
    if first in ANY_TITLES:
        return _titled(text, run, place)
    if len(first) == 1:
        return _initialled(text, run, place)
    if first in GIVEN:
        return _given(text, run, place)
    return 0


def _titled(text: str, run: list[Word], place: int) -> int:
    at = place + 1
    while at < len(run) and (run[at].plain in ANY_TITLES or _joins(text, run, at)):
        at += 1
    initials = _initials(run, at)
    at += initials
    if at >= len(run) or not _can_be_surname(text, run[at]):
        return 0
    name, end = run[at].plain, at + 1
    second = run[end].plain if end < len(run) else ""
    doubled = name in vocabulary.GIVEN and second in SECOND_SURNAMES
    if doubled or (not initials and name in GIVEN and second and _can_be_surname(text, run[end])):
        end += 1
    known = doubled or initials or name in SURE_SURNAMES or name in SURE_GIVEN
    return (
        end if (run[place].plain in TITLES or known) and not _is_place(text, run, place, end) else 0
    )


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
    last = end == len(run)
    if name in SURNAMES and (name not in PLAIN or likely):
        fits = led or alone or last or dotted or (place == 0 and _is_business(run[end]))
    elif name in PLAIN_OR_PLACES:
        fits = False
    else:
        surely = place > 0 and run[place - 1].plain in LEADING_SURELY
        about = bool(ABOUT_PERSONS.search(text))
        tight = dotted and text[run[at - 1].end : run[at].start] == "."
        # "Legal fees C.Exampleton": a full stop and no space, and no word that is known.
        ends = tight and last and len(name) > 4 and looks_like_surname(name)
        fits = (
            (about and tight)
            or ends
            or (last and run[place].plain not in "aix" and (surely or (alone and about)))
        )
    return end if fits and not _is_place(text, run, place, end) else 0


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
    last = at + 1 == len(run) or text[run[at + 1].start].islower()
    about = place == 0 and not plain and bool(ABOUT_PERSONS.search(text))
    about = about and (last or _is_business(run[at + 1]))
    unknown = about or (led and last and run[place - 1].plain not in {"to", "from"})
    return at + 1 if (known or unknown) and not _is_place(text, run, place, at + 1) else 0


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
    return not text[: run[place].start].strip() and not text[run[end - 1].end :].strip()


def _is_business(word: Word) -> bool:
    return word.plain in BUSINESS


def _is_place(text: str, run: list[Word], place: int, end: int) -> bool:
    if AND_COMPANY.match(text, run[end - 1].end):
        return True
    after = run[end].plain if end < len(run) else ""
    before = run[place - 1].plain if place else ""
    if " ".join(word.plain for word in run[place:end]) in KNOWN:
        return True
    return after in PLACES or before in BEFORE_PLACES
