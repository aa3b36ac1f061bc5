"""In what the amounts are counted: pounds, or pence, thousands or another country's money."""

import re

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
    r"[£œ] ?(?:k|m|mn|bn)\b(?! ?\d)|\bmewn miloedd\b",
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
HOME_CODES = {"", "GBP", "UKP", "STG", "£", "STERLING", "POUNDS", "POUND", "POUND STERLING"}


def refuse_units(name: str, titles: list[str]) -> None:
    """Raise Refused where the amounts' header or a title says that they are not in pounds."""
    if THOUSANDS.search(name) or (FOREIGN.search(name) and not STERLING.search(name)):
        raise Refused(f"its amounts are not in pounds: {name!r}")
    for title in titles:
        foreign = re.search(
            r"\b(?:amounts?|values?|figures?|payments?) (?:are |all )?in\b", title, re.I
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
