"""Names that are masked because somebody asked: kept as digests, so that the list names nobody."""

import csv
import hashlib
import re
import unicodedata
from datetime import date
from pathlib import Path

from data.build import paths

LIST = paths.DATA / "payments" / "takedown.csv"
COLUMNS = ["sha256", "added", "reason"]


def normalised(name: str) -> str:
    """Give a name without case, marks, accents and the order of its words.

    A request for "Jane Example" takes down "EXAMPLE, JANE" and "Mrs Jane Example" as well.
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = re.findall(r"[^\W_]+", re.sub(r"['\u2019`\u00b4]", "", plain))
    titles = {"mr", "mrs", "ms", "miss", "dr", "mx", "rev", "prof", "professor"}
    return " ".join(sorted(word for word in words if word not in titles))


def digest(name: str) -> str:
    """Give the sha256 under which a name stands on the list."""
    return hashlib.sha256(normalised(name).encode()).hexdigest()


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
