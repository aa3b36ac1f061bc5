"""An amount as councils write it -> whole pence."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

# ASCII digits only, and few enough that a binary number holds the pence.
PLAIN = re.compile(r"(-?)([0-9]{1,11})(?:\.([0-9])([0-9])?)?")
# A pound sign is 0x9C in cp850, which reads as oe in cp1252 and in texts made from it.
NOISE = re.compile(r"[£œŒÂ*=\"'‘’\s\u00a0]|GBP")
# A credit by a word behind the figures, or by other brackets than round ones.
CREDIT_WORD = re.compile(r"\(?(?:CREDIT|CRN|CR|C)\.?\)?$")
BRACKETED = re.compile(r"\[(.*)\]|<(.*)>|\(-\)(.*)")
MINUS = re.compile("[\u2010-\u2015\u2212]")
NUMBER = re.compile(r"(?:\d+|\d{1,3}(?:,\d{2,4})+)(?:\.\d*)?(?:E[+-]?\d{1,2})?|\.\d+")
COMMA_PENCE = re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,2}")
STOP_PENCE = re.compile(r"\.\d{1,2}(?!\d)|,\d{3}")
CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{2}")
# Letters and signs that no amount has, in whatever manner it is written: most cells have one.
NEVER = re.compile(r"[AFHJ-MOQSU-Zafhj-moqsu-z/:#&@%_]")
LARGEST_PENCE = 10**13
# Characters. A million digits are more than arithmetic takes, and are no amount that was paid.
LONGEST = 100


def pence_of(text: str, continental: bool = False) -> int | None:
    """Give whole pence, half a penny rounded away from zero, or None where it is no amount."""
    exact = exact_pence_of(text, continental)
    return None if exact is None else whole(exact)


def whole(exact: int | Decimal) -> int:
    """Round to a whole penny, half a penny away from zero."""
    if isinstance(exact, int):
        return exact
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def is_continental(texts: list[str]) -> bool:
    """Say whether a column writes 1.234,50: a comma before the pence, and never a full stop."""
    written = [NOISE.sub("", text.upper()).strip("()-+CRD") for text in texts]
    commas = sum(1 for text in written if COMMA_PENCE.fullmatch(text))
    stops = sum(1 for text in written if STOP_PENCE.search(text))
    if stops or not commas:
        return False
    both = any(CONTINENTAL.fullmatch(text) for text in written)
    return both or (commas >= 3 and commas > 0.5 * sum(map(bool, written)))


def exact_pence_of(text: str, continental: bool = False) -> int | Decimal | None:
    """Give pence with any fraction of a penny. Brackets, CR and a late minus are credits."""
    if len(text) > LONGEST or NEVER.search(text):
        return None
    return _exact_pence_of(text, continental)


@lru_cache(maxsize=100_000)
def _exact_pence_of(text: str, continental: bool) -> int | Decimal | None:
    if continental:
        text = text.replace(".", "").replace(",", ".")
        # What follows a comma there are pence: 1,234 is no amount.
        return None if re.search(r"\.\d{3}", text) else _written(_bare(text))
    plain = PLAIN.fullmatch(text)
    if plain:
        sign, pounds, tenths, hundredths = plain.groups()
        pence = int(pounds) * 100 + int(tenths or 0) * 10 + int(hundredths or 0)
        return -pence if sign else pence
    return _written(_bare(text))


def _bare(text: str) -> str:
    return MINUS.sub("-", NOISE.sub("", text.upper()))


def _written(text: str) -> Decimal | None:
    negative = False
    text = CREDIT_WORD.sub("CR", text)
    if found := BRACKETED.fullmatch(text):
        negative, text = True, found[found.lastindex or 1]
    elif text.startswith("(") and text.endswith(")"):
        negative, text = True, text[1:-1]
    for mark in ("CR", "DR"):
        if text.endswith(mark) or text.startswith(mark):
            negative, text = negative or mark == "CR", text.removesuffix(mark).removeprefix(mark)
    if text.startswith("-") or text.endswith("-"):
        negative, text = not negative, text.removeprefix("-").removesuffix("-")
    text = text.removeprefix("+")
    if CONTINENTAL.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    # 12,50 may be twelve pounds fifty or a slip in 1,250: not guessed.
    if not NUMBER.fullmatch(text) or re.fullmatch(r"\d+,\d{2}", text):
        return None
    pence = Decimal(text.replace(",", "")) * 100
    if pence > LARGEST_PENCE:
        return None
    return -pence if negative else pence
