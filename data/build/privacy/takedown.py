"""Names that are masked because somebody asked: kept as digests, so that the list names nobody."""

import csv
import hashlib
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from data.build import paths

LIST = paths.DATA / "payments" / "takedown.csv"
COLUMNS = ["sha256", "added", "reason"]
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mx", "rev", "prof", "professor"})


def normalised(name: str) -> str:
    """Give a name without case, marks, accents and the order of its words.

    A request for "Jane Example" takes down "EXAMPLE, JANE" and "Mrs Jane Example" as well.
    """
    return " ".join(sorted(plain_words(name)))


@lru_cache(maxsize=50_000)
def plain_words(name: str) -> tuple[str, ...]:
    """Give the words of a name without case, marks, accents and titles, in their order."""
    words = re.findall(r"[^\W_]+", re.sub(r"['\u2019`\u00b4]", "", without_marks(name)))
    return tuple(word for word in words if word not in TITLES)


def without_marks(text: str) -> str:
    """Give a text in small letters without accents and marks."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def digest(name: str) -> str:
    """Give the sha256 under which a name stands on the list."""
    return digest_of(plain_words(name))


def digest_of(words: Iterable[str]) -> str:
    """Give the sha256 of a name whose plain words are known."""
    return hashlib.sha256(" ".join(sorted(words)).encode()).hexdigest()


def taken_down(path: Path = LIST) -> frozenset[str]:
    """Give the digests on the list. Raises ValueError when a row of it is no digest."""
    with path.open(encoding="utf-8", newline="") as file:
        listed = [row["sha256"].strip().lower() for row in csv.DictReader(file)]
    wrong = [one for one in listed if not re.fullmatch(r"[0-9a-f]{64}", one)]
    if wrong:
        raise ValueError(f"{path}: not a sha256: {wrong[0]!r}")
    return frozenset(listed)


def take_down(name: str, reason: str, path: Path = LIST, today: date | None = None) -> str:
    """Add a name to the list and give its digest; a name that is there already stays once."""
    if not normalised(name):
        raise ValueError("a name has letters or digits")
    code = digest(name)
    if code not in taken_down(path):
        with path.open("a", encoding="utf-8", newline="") as file:
            row = [code, (today or date.today()).isoformat(), reason]
            csv.writer(file, lineterminator="\n").writerow(row)
    return code
