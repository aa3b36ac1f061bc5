"""A postcode as people type it: with or without its space, with the letter O for nought."""

import re
from typing import NamedTuple

# No outward code ends in a letter that looks like a digit, nor in Q or Z.
BEGINS = "[A-Z]{1,2}[0-9][ABCDEFGHJKMNPRSTUVWXY0-9]?"
FULL = re.compile(f"({BEGINS})([0-9][A-Z]{{2}})")
SECTOR = re.compile(f"({BEGINS}) ([0-9])")
OUTWARD = re.compile(BEGINS)
# A letter where only a digit can stand is the digit that looks like it.
DIGITS = str.maketrans({"O": "0", "I": "1", "L": "1"})
LONGEST = 12


class Postcode(NamedTuple):
    """As the query takes it; `shown` is how it is written. None for parts that were not given."""

    postcode: str | None
    sector: str | None
    outward: str
    shown: str

    @property
    def area(self) -> str:
        """The letters it begins with: "BT"."""
        return re.match(r"[A-Z]+", self.outward)[0]  # type: ignore[index]

    @property
    def northern_irish(self) -> bool:
        return self.area == "BT"


def as_postcode(text: str) -> Postcode | None:
    """A whole postcode, a sector (LS1 4) or an outward code (LS1); None when it is none of them."""
    plain = " ".join(text.upper().replace("-", " ").split())
    if not plain or len(plain) > LONGEST:
        return None
    for one in (plain, _with_digits(plain)):
        if match := FULL.fullmatch(one.replace(" ", "")):
            outward, inward = match.groups()
            return Postcode(
                f"{outward}{inward}", f"{outward} {inward[0]}", outward, f"{outward} {inward}"
            )
        if match := SECTOR.fullmatch(one):
            return Postcode(None, one, match[1], one)
        if OUTWARD.fullmatch(one):
            return Postcode(None, None, one, one)
    return None


def _with_digits(plain: str) -> str:
    """The letter O as nought where a postcode has a digit: "LS1 OAA", "MO 1AA"."""
    joined = plain.replace(" ", "")
    if not 5 <= len(joined) <= 7 or not any(c.isdigit() for c in joined):
        return plain
    outward, inward = joined[:-3], joined[-3:]
    inward = inward[0].translate(DIGITS) + inward[1:]
    if not any(c.isdigit() for c in outward):
        outward = outward[:-1] + outward[-1].translate(DIGITS)
    elif len(outward) > 2 and outward[-1] == "O":
        outward = outward[:-1] + "0"
    return outward + inward
