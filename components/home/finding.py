"""What a reader typed into the search box: a postcode, or a council by any name it has had.

Pure: the pages give it the frame of council/names and show what it finds.
"""

import difflib
import re
import unicodedata
from typing import NamedTuple

import polars as pl

FULL = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9])([A-Z]{2})")
SECTOR = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ([0-9])")
OUTWARD = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
# Words that most councils share and nobody types to tell them apart.
SHARED = {"council", "borough", "city", "district", "county", "the", "of", "london", "royal", "cc"}
MOST = 12
LONGEST = 80


class Postcode(NamedTuple):
    """As the query takes it; `shown` is how it is written. None for parts that were not given."""

    postcode: str | None
    sector: str | None
    outward: str
    shown: str

    @property
    def northern_irish(self) -> bool:
        return bool(re.fullmatch(r"BT[0-9]+", self.outward))


def as_postcode(text: str) -> Postcode | None:
    """A whole postcode, a sector (LS1 4) or an outward code (LS1); None when it is none of them."""
    plain = " ".join(text.upper().split())[:LONGEST]
    if match := FULL.fullmatch(plain):
        outward, digit, unit = match.groups()
        return Postcode(
            f"{outward}{digit}{unit}", f"{outward} {digit}", outward, f"{outward} {digit}{unit}"
        )
    if match := SECTOR.fullmatch(plain):
        return Postcode(None, plain, match[1], plain)
    if OUTWARD.fullmatch(plain):
        return Postcode(None, None, plain, plain)
    return None


def find_councils(text: str, names: pl.DataFrame) -> tuple[list[dict[str, object]], bool]:
    """Rows of council/names that match, best first, and whether only the spelling is near."""
    wanted = simplified(text[:LONGEST])
    if not wanted:
        return [], False
    rows = [(row, _names_of(row)) for row in names.rows(named=True)]
    scored = [(_score(wanted, known), row) for row, known in rows]
    # Councils of today before those that have ended; the query has them in order of name.
    hits = sorted(
        ((score, row) for score, row in scored if score),
        key=lambda hit: (-hit[0], hit[1]["ends"] is not None),
    )
    if hits:
        best = hits[0][0]
        return [row for score, row in hits if score == best or best < 4][:MOST], False
    return _near(wanted, rows), True


def simplified(text: str) -> str:
    """Lower case, no accents, no marks, no words that all councils share."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ")).encode("ascii", "ignore")
    words = re.findall(r"[a-z0-9]+", plain.decode().lower().replace("'", ""))
    telling = [word for word in words if word not in SHARED]
    return " ".join(telling or words)


def _names_of(row: dict[str, object]) -> set[str]:
    return {simplified(n) for n in [row["name"], row["official_name"], *row["other_names"]]} - {""}


def _score(wanted: str, known: set[str]) -> int:
    """4: a name; 3: how a name begins; 2: how a word of it begins; 1: somewhere in it."""
    if wanted in known:
        return 4
    if any(name.startswith(wanted) for name in known):
        return 3
    if any(f" {wanted}" in name for name in known):
        return 2
    return 1 if len(wanted) > 2 and any(wanted in name for name in known) else 0


def _near(wanted: str, rows) -> list[dict[str, object]]:
    by_name: dict[str, list] = {}
    for row, known in rows:
        for name in known:
            by_name.setdefault(name, []).append(row)
    near = difflib.get_close_matches(wanted, by_name, n=6, cutoff=0.75)
    found = {row["council"]: row for name in near for row in by_name[name]}
    return list(found.values())[:6]
