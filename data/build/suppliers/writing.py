"""What is shown of a supplier: its display name, and the sentence beside each link."""

import re
from collections import Counter

from data.build.suppliers.nodes import Node, Unit
from data.build.suppliers.plain import folded

SMALL = {"and", "of", "the", "for", "in", "at", "on", "to", "by", "with", "de", "la"}
UPPER = re.compile(
    r"^(?:[bcdfghjklmnpqrstvwxz]{2,5}|uk|usa|plc|llp|cic|nhs|it|ict|bbc|aa|eu|hr)$", re.I
)


def tidy(spelled: Counter[str], centre: Node) -> str:
    """Give the spelling used most, in small letters where a system wrote all in capitals."""
    best = min(spelled, key=lambda name: (-spelled[name], name))
    text = "".join(char for char in best if char.isprintable())
    text = re.sub(r"\s*\(?\*{2,}\s*\d*\)?", "", text)
    text = " ".join(text.split()).strip(" ,;-")[:200] or centre.base
    mixed = [name for name in spelled if name != name.upper() and folded(name) == folded(best)]
    if text != text.upper() or not re.search(r"[A-Z]{2}", text):
        return text
    if mixed:
        return tidy(Counter({name: spelled[name] for name in mixed}), centre)
    return " ".join(_word(word, i) for i, word in enumerate(text.split(" ")))


def _word(word: str, place: int) -> str:
    if UPPER.match(word.strip("().,")) or re.search(r"\d|[A-Z]\.[A-Z]", word):
        return word
    if place and word.lower() in SMALL:
        return word.lower()
    return re.sub(r"[^\W\d_]+(?:'[^\W\d_]+)?", lambda m: m[0][0] + m[0][1:].lower(), word)


def evidence(unit: Unit, shown: str, rule: str, why: str) -> tuple[str, str]:
    """Give the rule and the sentence that explain why a name is this supplier's."""
    if rule:
        return rule, why
    if unit.name == shown:
        return "same_name", "The name as published."
    dropped = list(unit.plain.dropped)
    if unit.plain.trading:
        return "trading_as", f"Its owner trades as {unit.plain.trading!r}."
    if dropped:
        return "plain_form", f"Same after removing {', '.join(dropped)} and punctuation."
    return "plain_form", "Same but for capitals, punctuation or usual abbreviations."
