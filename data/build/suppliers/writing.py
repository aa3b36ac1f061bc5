"""What is shown of a supplier: its display name, and the sentence beside each link."""

import re
from collections import Counter

from data.build.suppliers.cutting import name_alone
from data.build.suppliers.nodes import Unit
from data.build.suppliers.plain import folded

SMALL = {"and", "of", "the", "for", "in", "at", "on", "to", "by", "with", "de", "la"}
UPPER = re.compile(
    r"^(?:[bcdfghjklmnpqrstvwxz]{2,5}|uk|usa|cic|it|ict|aa|eu|ea|ymca|ywca|nasuwt|unison|gla|edf|bupa)$",
    re.I,
)
UPPER_NOT = {"ltd", "mr", "mrs", "ms", "dr", "st", "mt", "jr", "sr"}
LONGEST = 120


def tidy(spelled: Counter[str], fallback: str) -> str:
    """Give the spelling used most, in small letters where a system wrote all in capitals."""
    shown = Counter[str]()
    for name, weight in spelled.items():
        text = "".join(char for char in name if char.isprintable())
        shown[" ".join(name_alone(text[:1000]).split())] += weight
    best = min(shown, key=lambda name: (-shown[name], name))
    mixed = [name for name in shown if not name.isupper() and not name.islower()]
    mixed = [name for name in mixed if folded(name) == folded(best)]
    if mixed and (best.isupper() or best.islower()):
        best = min(mixed, key=lambda name: (-shown[name], name))
    text = best[:LONGEST].strip() or fallback
    letters = re.sub(r"\W", "", text)
    if (not text.isupper() and not text.islower()) or (text.isupper() and len(letters) < 5):
        return text
    return " ".join(_word(word, i) for i, word in enumerate(text.split(" ")))


def _word(word: str, place: int) -> str:
    plain = word.strip("().,'").lower()
    if "." in word.strip(".,)") and len(word) > 7:
        return word.lower()
    if plain not in UPPER_NOT and (UPPER.match(plain) or re.search(r"\d|[A-Z]\.[A-Z]", word)):
        return word.upper()
    if place and plain in SMALL:
        return word.lower()
    return re.sub(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?", lambda found: found[0].capitalize(), word)


def evidence(unit: Unit, shown: str, rule: str, why: str) -> tuple[str, str]:
    """Give the rule and the sentence that explain why a name is this supplier's."""
    if rule:
        return rule, why
    if unit.name.casefold() == shown.casefold():
        return "same_name", "The same name."
    if unit.plain.trading:
        return "trading_as", f"This supplier trades as '{unit.plain.trading}'."
    if unit.plain.branch:
        return "branch", f"The legal name is the same; '{unit.plain.branch}' tells the branch."
    if unit.plain.dropped:
        return "plain_form", f"The same without {', '.join(unit.plain.dropped)}."
    return "plain_form", "The same but for capitals, punctuation, 'and', legal form or short words."
