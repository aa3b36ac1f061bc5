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
    r"\b(?:vat|tax|taw)\b(?! (?:amt|amount) (?:ex|net))|recoverable|currency|\bcur\b|date|number|"
    r"code|"
    r"\bno\b|description|type|budget|rate|\bunit (?:price|cost|value|amount|rate)|\b(?:per|each)\b|"
    r"\b(?:price|cost) (?:per|each|an?)\b|hourly|daily|quantity|\bqty\b|\brhif\b"
)
# Sums that nobody has paid: never the amount of a payment.
NOT_PAID = re.compile(
    r"\b(?:commit(?:ted|ments?)|estimat(?:ed?|es|ion)|forecast(?:ed)?|planned|proposed|pledged|"
    r"projected|anticipated|expected|budget(?:ed)?|accru(?:ed|als?)|encumb\w+|"
    r"outstanding|unpaid|not (?:yet )?paid|to be paid|yet to pay|still to pay|overdue|owed|owing|"
    r"requested|quoted?|tender(?:ed)?|contract(?:ed)? (?:value|amount|sum|total)|order(?:ed)? "
    r"(?:value|amount|total|sum)|po (?:value|amount|total)|remaining|credit limit|amcangyfrif\w*)\b"
)
# Columns of words about what was bought, of whom only in name.
NOT_SUPPLIER = re.compile(
    r"\b(?:category|categories|cat|class|classification|type|sector|group|mcc|code|codes|industry|"
    r"postcode|post code|address|town|city|county|country|region|status|size|email|phone)\b"
)
WITH_VAT = re.compile(
    r"\b(?:gross|gros)\b|\b(?:inc|incl|including|inclusive|plus|with|gan gynnwys)\b.*\b(?:vat|"
    r"taw)\b|"
    r"\binclusive$|\b(?:amount|value|total) (?:inc|incl|including)$"
)
WITHOUT_VAT = re.compile(
    r"\b(?:ex|exc|excl|excludes|excluding|exclusive|less|net|heb|ac eithrio)\b.*\b(?:vat|taw)\b|"
    r"\b(?:amount|value|total) (?:ex|exc|excl|excluding|exclusive)$"
)

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
        if (field == "amount" and not may_be_amount(words)) or (
            field == "supplier" and NOT_SUPPLIER.search(words)
        ):
            score = 0
        elif field == "amount" and WITH_VAT.search(words) and not WITHOUT_VAT.search(words):
            # With VAT only where nothing else is there.
            score //= 2
        if score:
            found[field] = score
    return found


def may_be_amount(words: str) -> bool:
    """Whether a header's plain form leaves open that its column holds what was paid."""
    if NOT_PAID.search(words):
        return False
    if WITHOUT_VAT.search(words):
        return True
    return not NOT_AMOUNT.search(WITH_VAT.sub(" ", words))


def _spelt(word: str) -> str:
    if len(word) < 6 or word in WORDS:
        return word
    return next(iter(get_close_matches(word, WORDS, 1, 0.86)), word)
