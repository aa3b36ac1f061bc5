"""Words of headers -> the fields of the Local Government Transparency Code 2015 (part 2.1).

A pattern is tried on the header's plain form (``plain``). Higher score wins; a column is one field.
"""

import re
from difflib import get_close_matches
from functools import cache

from data.build.payments.fields import FIELDS

# fmt: off
WORDS = (
    "amount", "beneficiary", "capital", "category", "charity", "company", "description",
    "directorate", "division", "department", "expenditure", "expense", "expenses", "invoice",
    "irrecoverable", "merchant", "number", "organisation", "payment", "procurement", "purpose",
    "recoverable",
    "reference", "registered", "registration", "revenue", "service", "supplier", "transaction",
    "vendor", "value", "creditor",
)
# fmt: on

COMPILED = {
    field: tuple((score, re.compile(pattern)) for score, pattern in patterns)
    for field, patterns in FIELDS.items()
}
NOT_AMOUNT = re.compile(
    r"\b(?:vat|tax)\b(?! (?:amt|amount) (?:ex|net))|recoverable|currency|\bcur\b|date|number|code|"
    r"\bno\b|description|type|budget|rate"
)
WITH_VAT = re.compile(
    r"\bgross\b|\binclusive$|\b(?:inc|incl|including|inclusive|plus|with)\b.*\bvat\b"
)
WITHOUT_VAT = re.compile(r"\b(?:ex|exc|excl|excludes|excluding|exclusive|less|net)\b.*\bvat\b")

LONGEST_NAME = 90


@cache
def plain(header: str) -> str:
    """``DatePaid`` -> ``date paid``, ``* Benificiary (Merchant)`` -> ``beneficiary merchant``."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header[:LONGEST_NAME])
    words = re.sub(r"[^a-z0-9£œ]+", " ", re.sub("[£œ]", " £ ", split.lower())).split()
    if words[:1] in (["text"], ["columns"]) and len(words) > 1:
        words = words[1:]
    return " ".join(_spelt(word) for word in words)


@cache
def meanings(header: str) -> dict[str, int]:
    """Give each field that a header may name, with a score up to 100."""
    words = plain(header) if len(header) <= LONGEST_NAME else ""
    if not words:
        return {}
    found = {}
    for field, patterns in COMPILED.items():
        score = next((score for score, pattern in patterns if pattern.fullmatch(words)), 0)
        if field == "amount" and not _names_amount(words):
            score = 0
        elif field == "amount" and WITH_VAT.search(words) and not WITHOUT_VAT.search(words):
            # With VAT only where nothing else is there.
            score //= 2
        if score:
            found[field] = score
    return found


def _names_amount(words: str) -> bool:
    if WITHOUT_VAT.search(words):
        return True
    return not NOT_AMOUNT.search(WITH_VAT.sub(" ", words))


def _spelt(word: str) -> str:
    if len(word) < 6 or word in WORDS:
        return word
    return next(iter(get_close_matches(word, WORDS, 1, 0.86)), word)
