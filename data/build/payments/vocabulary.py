"""Words of headers -> the fields of the Local Government Transparency Code 2015 (part 2.1).

A pattern is tried on the header's plain form (``plain``). Higher score wins; a column is one field.
"""

import re
from difflib import get_close_matches
from functools import cache

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

NAME = r"(?: name| names| final| label| description| t)*"
FIELDS: dict[str, tuple[tuple[int, str], ...]] = {
    "amount": (
        (100, r"net (?:amount|value|total|invoice amount|payment|spend|cost)(?: .*)?"),
        (98, r"(?:.*) (?:ex|exc|excl|excludes|excluding|exclusive|less|net) (?:of )?vat(?: .*)?"),
        (92, r"net(?: £| gbp)*|.* (?:amount|value|total) net(?: .*)?"),
        (
            90,
            r"(?:payment|paid|line|invoice|invoice line|transaction|trans|item|spend|distribution)"
            r"? ?(?:amount|amt)(?: paid)?(?: in)?(?: gbp| £| œ| sterling)*(?: line)?",
        ),
        (88, r"(?:sum of|total) (?:.* )?(?:amount|value|net|spend)(?: .*)?"),
        (
            94,
            r"(?:(?:payment |invoice )?line|distribution)(?: net)? (?:amount|amt|value)(?: .*)?",
        ),
        (86, r"(?:debit|debits|dr)(?: amount| value| £| gbp)*"),
        (84, r"(?:gbp|£|œ|amount .*|.* amount(?: £| œ| gbp)*)"),
        (82, r"(?:total|value|spend|cost|payment|price|paid)(?: value| cost| paid| £| œ| gbp)*"),
        (80, r".*(?:invoice|line|transaction|payment|spend) (?:value|total|net)(?: .*)?"),
        (74, r"original gross (?:amt|amount)"),
        (
            70,
            r".*gross.*|.* (?:inc|incl|including|inclusive)(?: of)? vat|"
            r".* (?:amt|value|cost|sum)|sum paid|"
            r"(?:value|cost|sum|amount) (?:of|in|paid) .*",
        ),
    ),
    "date": (
        (
            100,
            r"(?:payment|pay|paid|clearing|cleared|invoice payment) date.*|date (?:paid|of pay.*)",
        ),
        (90, r"date|transaction date|trans date|posting date|date of transaction|spend date"),
        (80, r"(?:.* )?(?:paid|payment|pay|posted|post|trans|transaction) ?date.*|actual date"),
        (
            70,
            r"invoice date|effective date|.* date(?: of .*)?|date .*|(?:.* )?period|paid on|"
            r"month|payment month|month paid",
        ),
    ),
    "supplier": (
        (100, rf"(?:supplier|beneficiary|vendor|merchant|payee|creditor){NAME}|name"),
        (95, rf"(?:supplier|vendor|creditor|payee) (?:beneficiary|merchant|payee){NAME}"),
        (94, r"beneficiary (?:merchant|supplier).*|final supplier name"),
        (88, r"(?:xapar|ap ar) id(?: t)?|apar name|trading name|paid to|company name"),
        (80, r".*(?:supplier|beneficiary|vendor|merchant|payee|creditor).* name.*"),
        (90, r"name of (?:supplier|beneficiary|vendor|payee|creditor)"),
        (60, r"recipient.*|company|contractor.*|provider.*|trader|third party|paid to.*"),
        (50, r"row labels|organisation paid"),
    ),
    "supplier_id": (
        (90, r"(?:local )?(?:supplier|vendor|creditor)(?: internal)? ?(?:id|no|number|ref.*|code)"),
        (70, r"apar id|ap ar id|supplier"),
    ),
    "company_number": ((100, r".*(?:company|comp) ?(?:registered )?(?:reg|no|number|reg.*)\b.*"),),
    "charity_number": ((100, r".*charity.*"),),
    "vat_number": ((100, r"vat reg.*|vat (?:no|number).*"),),
    "irrecoverable_vat": ((100, r"(?:.*irrecoverable|.*unrecoverable|non recoverable) vat.*"),),
    "body": (
        (100, r"(?:body|organisation|authority|council)(?: name| label)?|name of body"),
        (60, r"(?:local )?(?:authority|council|organisation).*|entity|company code"),
    ),
    "department": (
        (100, r"directorate.*|department.*|service area.*|service label.*"),
        (90, r"service|service division.*|service cost centre|expense area|division.*|group"),
        (70, r"cost centre.*|organisational unit|service (?:t|sercop)|spend area|service expend.*"),
    ),
    "purpose": (
        (100, r"purpose.*|(?:expenditure|expense) purpose|narrative|summary of purpose.*"),
        (90, r"description|extended description|item description|transaction description|details"),
        (60, r"account(?: detail| description| name)?|text description|definition|explanation"),
    ),
    "category": (
        (100, r"procurement classification.*|merchant category|proclass.*|category.*"),
        (90, r"(?:expenditure|expense|expenses|spend) (?:category|type).*|subjective.*"),
        (70, r".* category.*|detailed exp.* type|thomson .*|expenditure account code desc.*"),
    ),
    "expense_code": (
        (90, r"(?:detailed )?(?:expenditure|expense|account|cost) (?:code|element).*"),
    ),
    "reference": (
        (
            100,
            r"(?:transaction|transation|trans|invoice|document|doc|payment|voucher) ?"
            r"(?:no|number|ref|reference|id)(?: .*)?|transno|docno|voucher no",
        ),
        (80, r"(?:internal|hbc|our|unique)? ?ref(?: no| number| num|erence.*)?|transaction|order"),
    ),
    "capital_revenue": ((100, r"cap(?:ital)?(?: or)? rev(?:enue)?(?: .*)?|revenue or capital"),),
    "card_number": ((100, r"card (?:number|no)|procurement card.*|purchase card.*|p card.*"),),
    "creditor_type": ((100, r"(?:creditor|supplier|vendor) (?:type|grp|group)|type"),),
}
COMPILED = {
    field: tuple((score, re.compile(pattern)) for score, pattern in patterns)
    for field, patterns in FIELDS.items()
}
NOT_AMOUNT = re.compile(
    r"\b(?:vat|tax)\b(?! (?:amt|amount) (?:ex|net))|recoverable|currency|\bcur\b|date|number|code|"
    r"\bno\b|description|type|budget|rate"
)
WITH_VAT = re.compile(r"\bgross\b|\b(?:inc|incl|including|inclusive|plus|with)\b.*\bvat\b")
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
