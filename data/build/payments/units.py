"""In what the amounts are counted: pounds, or pence, thousands or another country's money."""

import re
from itertools import chain

from data.build.payments.cells import Cells
from data.build.payments.result import Refused
from data.build.payments.vocabulary import plain

THOUSANDS = re.compile(
    r"(?<![\d,.])0{3}s?\b|thousand|million|billion|[£œ] ?(?:k|m|ms|mn|mil|bn)\b|\bgbp ?(?:k|m|mn|"
    r"bn)\b|"
    r"\b1,?000s\b|[x×*] ?1,?0{3}\b|\((?:k|m|mn|bn)\)|miloedd|miliwn",
    re.I,
)
TITLE_THOUSANDS = re.compile(
    r"[£œ]\s?['’]?0{3}['’]?s?\b|\b0{3}['’]?s\b|\bin (?:£ ?)?thousands?\b|\bin (?:£ ?)?millions?\b|"
    r"[£œ] ?(?:k|m|mn|bn)\b(?! ?\d)|\bmewn (?:miloedd|miliynau)\b",
    re.I,
)
PENCE = re.compile(r"\b(?:pence|pennies|ceiniog(?:au)?)\b")
PENCE_SIGN = re.compile(r"\(\s*p\s*\)|\bin p\b", re.I)
TITLE_PENCE = re.compile(
    r"\b(?:amounts?|values?|figures?|sums?) (?:are )?(?:\w+ )?in pence\b", re.I
)
FOREIGN = re.compile(
    r"[€$¥₹]|\b(?:euros?|eur|usd|dollars?|cad|aud|nzd|chf|jpy|yen|sek|nok|dkk|pln|inr|zar|czk|"
    r"huf)\b",
    re.I,
)
# "Amount in local currency (EUR)" is no pounds; "GBP equivalent of EUR" is.
STERLING = re.compile(r"£|œ|\b(?:gbp|sterling|pounds?)\b", re.I)
ONE_UNIT = re.compile(
    r"[£œ] ?['’]?0{3}['’]?s?|[£œ] ?(?:k|m|mn|bn|thousands?|millions?)|['’]?0{3}['’]?s|thousands?|"
    r"millions?|pence|pennies|miloedd|miliynau|ceiniog(?:au)?",
    re.I,
)
MOSTLY, NOTES_ABOVE, NOTES_BELOW = 0.95, 3, 12
HOME_CODES = {"", "GBP", "UKP", "STG", "£", "STERLING", "POUNDS", "POUND", "POUND STERLING"}


def refuse_units(name: str, titles: list[str]) -> None:
    """Raise Refused where the amounts' header or a title says that they are not in pounds."""
    if THOUSANDS.search(name) or (FOREIGN.search(name) and not STERLING.search(name)):
        raise Refused(f"its amounts are not in pounds: {name!r}")
    for title in titles:
        foreign = re.search(
            r"\b(?:amounts?|values?|figures?|payments?) (?:are |all |shown )*in\b", title, re.I
        )
        if TITLE_THOUSANDS.search(title) or (
            foreign and FOREIGN.search(title) and not STERLING.search(title)
        ):
            raise Refused(f"its amounts are not in pounds: {' '.join(title.split())[:80]!r}")


def in_pence(name: str, titles: list[str]) -> bool:
    """Say whether the amounts' header, or a title, says that they are whole pence."""
    words = plain(name)
    if PENCE.search(words) and not re.search(r"pounds?|£", words):
        return True
    return bool(PENCE_SIGN.search(name)) or any(TITLE_PENCE.search(title) for title in titles)


def refuse_other_headers(header: list[str], taken: int, money: list[bool]) -> None:
    """Raise Refused where a name of no other column of money says thousands of pounds."""
    for place, cell in enumerate(header):
        if place != taken and TITLE_THOUSANDS.search(cell) and not (money[place:] or [False])[0]:
            raise Refused(f"its amounts are not in pounds: {' '.join(cell.split())!r}")


def unit_said(cells: Cells, place: int, rows: int) -> str:
    """Give the unit that a column names in nearly every row below the header, or ''.

    Raises Refused where that is thousands or more of pounds.
    """
    for at in range(cells.width):
        texts = cells.frame.to_series(at)[place + 1 :]
        if not ONE_UNIT.fullmatch(str(texts[0] or "").strip()):
            continue
        said = texts.str.strip_chars()
        text = said[0]
        if (said == text).sum() < MOSTLY * rows:
            continue
        if PENCE.search(text.lower()):
            return text
        raise Refused(f"its amounts are not in pounds: every row says {text!r}")
    return ""


def notes_of(cells: Cells, place: int) -> list[str]:
    """Give the lines of words just below the header and at the end: notes, no payments."""
    first = range(place + 1, min(place + 1 + NOTES_ABOVE, len(cells)))
    last = range(max(first.stop, len(cells) - NOTES_BELOW), len(cells))
    found = []
    for at in chain(first, last):
        filled = [cell.strip() for cell in cells.at(at) if cell.strip()]
        if len(filled) == 1 and any(sign.isalpha() or sign in "£'" for sign in filled[0]):
            found += filled
    return found
