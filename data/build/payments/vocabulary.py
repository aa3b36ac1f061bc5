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

# Words cut short in the manner of ledgers, and two words run together.
SHORT = {
    "suppl": "supplier", "supp": "supplier", "pmnt": "payment", "pymt": "payment",
    "pmt": "payment", "paymt": "payment", "txn": "transaction", "val": "value", "inv": "invoice",
}  # fmt: skip
TOGETHER = re.compile(
    r"(supplier|vendor|payee|creditor|beneficiary|merchant|payment|paid|invoice|transaction|trans|"
    r"posting|net|gross|line|service|department|cost|expense)(names?|date|amount|value|number|no|"
    r"id|code|ref|total|description|centre|area|type|category|paid)"
)
BRACKETS = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
IN_HOME_MONEY = re.compile(
    r"amount in (?:local|lc|loc|home|base|company code) cur\w*|"
    r"(?:local |base |home )?currency amount"
)

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
# What a list of payments must have: these are known by their words alone, whatever is noted beside.
CORE = ("amount", "date", "supplier")


@cache
def plain(header: str) -> str:
    """``DatePaid`` -> ``date paid``, ``* Benificiary (Merchant)`` -> ``beneficiary merchant``."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header[:LONGEST_NAME])
    words = re.sub(r"[^a-z0-9£œ]+", " ", re.sub("[£œ]", " £ ", split.lower())).split()
    if words[:1] in (["text"], ["columns"]) and len(words) > 1:
        words = words[1:]
    return " ".join(_spelt(word) for word in words)


def unbracketed(header: str) -> str:
    """``Payee (Redacted)`` -> ``Payee``; a header that is all in brackets stays."""
    return BRACKETS.sub(" ", header).strip() or header


@cache
def meanings(header: str) -> dict[str, int]:
    """Give each field that a header may name, with a score up to 100."""
    words = plain(header) if len(header) <= LONGEST_NAME else ""
    if not words:
        return {}
    found = _meant(words, words)
    if found or ("(" not in header and "[" not in header):
        return found
    told = _meant(plain(unbracketed(header)), words)
    return {field: score for field, score in told.items() if field in CORE}


def _meant(words: str, whole: str) -> dict[str, int]:
    """What words of a header name, which the whole of it may deny."""
    found = {}
    for field, patterns in COMPILED.items():
        score = next((score for score, pattern in patterns if pattern.fullmatch(words)), 0)
        if (field == "amount" and not may_be_amount(whole)) or (
            field == "supplier" and NOT_SUPPLIER.search(whole)
        ):
            score = 0
        elif field == "amount" and WITH_VAT.search(whole) and not WITHOUT_VAT.search(whole):
            # With VAT only where nothing else is there.
            score //= 2
        if score:
            found[field] = score
    return found


def may_be_amount(words: str) -> bool:
    """Whether a header's plain form leaves open that its column holds what was paid."""
    if NOT_PAID.search(words):
        return False
    if WITHOUT_VAT.search(words) or IN_HOME_MONEY.fullmatch(words):
        return True
    return not NOT_AMOUNT.search(WITH_VAT.sub(" ", words))


def _spelt(word: str) -> str:
    if word in SHORT:
        return SHORT[word]
    if together := TOGETHER.fullmatch(word):
        return f"{together[1]} {together[2]}"
    if len(word) < 6 or word in WORDS:
        return word
    return next(iter(get_close_matches(word, WORDS, 1, 0.86)), word)
