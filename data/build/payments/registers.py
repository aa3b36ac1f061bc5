"""Lists that councils publish beside their payments, told by words that only they use."""

import re
from collections import Counter

from data.build.payments.amounts import pence_of
from data.build.payments.cells import Cells
from data.build.payments.dates import day_of
from data.build.payments.result import Refused
from data.build.payments.vocabulary import meanings, plain

# Kind -> (how many header cells must say so, the words of a cell).
REGISTERS = {
    "a register of land and property": (
        2,
        r"uprn|unique property.*|easting|northing|tenure.*|unique asset.*|.*postcode|localism act",
    ),
    "a register of contracts": (
        3,
        r"contract (?:title|start.*|end.*|value|ref.*)|start(?: date)?|end(?: date)?|title|"
        r"review date|tender.*|"
        r"award.*|extension.*",
    ),
    "a register of grants": (
        2,
        r".*\bgrant(?:s|ed)?\b.*|amount awarded|award(?:ed)? date|date awarded|recipient.*|"
        r"funding (?:org.*|programme.*|stream.*)|grant programme.*|planned dates.*",
    ),
    "a list of salaries": (
        2,
        r"salary.*|job title|post title|position title|pay (?:band|grade|floor|ceiling)|grade|fte|"
        r"line mana.*|number of posts|post holder.*",
    ),
    "a list of councillors' allowances": (
        2,
        r"councillors?|councillor name|member name|basic allowance|special responsibility.*|"
        r".*\ballowances?\b.*",
    ),
    "a list of business rates accounts": (
        2,
        r"rateable value.*|.*\brv\b.*|liable (?:party|person).*|ratepayer.*|liability start.*|"
        r"occupied from|empty from|rates? relief.*|billing authority ref.*|relief type",
    ),
    "a parking account": (
        2,
        r".*(?:on|off) street.*|.*parking (?:income|expenditure|surplus|charges|account|spaces).*|"
        r".*penalty charge.*|pcns?(?: .*)?",
    ),
    "a statistic of how promptly invoices are paid": (
        2,
        r".*(?:number|no|proportion|percentage|value|total) of (?:all )?invoices.*|"
        r".*within \d+ days.*|.*interest.*|.*paid on time.*|.*late payment.*",
    ),
    "a budget": (
        2,
        r"(?:original|revised|current|approved|latest|annual|full year|net|gross)? ?budget"
        r"(?: \d.*| to date)?|variance.*|.*forecast.*|.*\boutturn\b.*|actual(?:s)?(?: to date)?",
    ),
    "a list of orders": (
        2,
        r"(?:purchase )?orders? (?:date|value|amount|total|raised|status)(?: .*)?|"
        r"po (?:date|value|amount|total)(?: .*)?|date (?:of order|ordered|raised)",
    ),
    "a list of invoices to customers": (
        2,
        r"customers?(?: .*)?|debtors?(?: .*)?|amount outstanding|outstanding.*|balance.*|"
        r"days overdue",
    ),
    "a list of credits on accounts": (
        1,
        r"credit (?:amount|balance|value|outstanding).*|(?:amount|value) of credit.*",
    ),
    "a list of planning applications or agreements": (
        2,
        r"applicant.*|planning.*|application (?:no|number|ref.*|type)|developer.*|section 106.*|"
        r"s ?106.*|date received|proposal",
    ),
    "a list of journeys": (
        2,
        r"destination.*|.*\b(?:journey|trip|travel(?:led|ler|ling)?)\b.*|mode of .*|"
        r".*accommodation.*|"
        r"class of travel|travell?er.*|departure.*|(?:from|to) location|visas.*|hotel.*",
    ),
    "a list of claims for expenses": (
        2,
        r"(?:total )?(?:miles|mileage)(?: .*)?|.*\bmileage\b.*|.*\bclaims?\b.*|claimant.*|"
        r"(?:employee|staff|officer|member|traveller|claimant)(?: (?:name|no|number|id|ref|type))?|"
        r"payroll (?:no|number|id)|(?:first|fore|last|sur|given|family) ?names?|subsistence.*|"
        r"rate per mile|vehicle.*|engine size",
    ),
    "a list of income received": (
        1,
        r"(?:payer|paid by|received from|remitter|donor|income (?:amount|received|date|type|"
        r"source)|"
        r"receipt (?:amount|date|no|number)|amount received|date received)(?: .*)?",
    ),
    "a list of gifts and hospitality": (2, r".*\bgifts?\b.*|.*hospitality.*|donor.*|.*declined.*"),
}
# A word of payment makes a list of orders or a pay list one of payments.
PAYMENT = re.compile(r"\b(?:paid|payment|payee|beneficiary|invoice)\b")
ALWAYS = ("a list of credits on accounts", "a list of gifts and hospitality")
# Words that a list of payments may bear as well: told by them only where nobody is named as paid.
CLAIMS = "a list of claims for expenses"
UNLESS_PAID = (
    "a list of journeys",
    CLAIMS,
    "a list of income received",
)
# Miles and who drove them: a claim, whatever column beside them is called a supplier's.
DRIVEN = re.compile(r"(?:total |business )?(?:miles|mileage)(?: .*)?|rate per mile|engine size")
CLAIMANT = re.compile(
    r"(?:employee|staff|officer|member|claimant|driver)(?: (?:name|no|number|id))?|claimants?.*|"
    r"payroll (?:no|number|id)|(?:first|fore|last|sur|family) ?names?"
)
CUSTOMERS = "a list of invoices to customers"
CUSTOMER = re.compile(
    r"(?:customers?|debtors?)(?: (?:name|no|number|id|ref.*|account.*))?|(?:invoiced?|"
    r"bill(?:ed)?) to"
)
PAID_TO = re.compile(
    r"\b(?:supplier|vendor|payee|merchant|beneficiary|creditor|contractor|provider|cyflenwr|"
    r"paid to|payment to|payable to)\b"
)
CREDITS = ("a list of credits on accounts",)
ORDERS = ("a list of orders",)
NIL = re.compile(
    r"\bnil return|^nil$|\b(?:no|nil|not any) (?:\w+ ){0,2}?(?:payments?|transactions?|expenditure|"
    r"spend(?:ing)?|purchases?|invoices?|items|entries|records|data)\b",
    re.I,
)
FEW_ROWS = 30
CORE = {"amount", "date", "supplier"}


def refuse_registers(header: list[str]) -> None:
    """Raise Refused where the header is that of another kind of list."""
    words = [plain(cell) for cell in header]
    pays = any(PAYMENT.search(word) for word in words)
    debits = any(word.startswith("debit") for word in words)
    lists_payments = _lists_payments(header)
    names_paid = any(PAID_TO.search(word) for word in words)
    if not names_paid and (customers := sorted({w for w in words if CUSTOMER.fullmatch(w)})):
        said = ", ".join(customers)
        raise Refused(f"it is {CUSTOMERS}, not payments: it has columns {said} and no supplier")
    for kind, (fewest, pattern) in REGISTERS.items():
        if kind in UNLESS_PAID:
            if names_paid and not (kind == CLAIMS and _is_claimed(words)):
                continue
        elif lists_payments and kind not in ALWAYS:
            continue
        hits = sorted({word for word in words if word and re.fullmatch(pattern, word)})
        if len(hits) >= fewest and not ((kind in ORDERS and pays) or (kind in CREDITS and debits)):
            raise Refused(f"it is {kind}, not payments: it has columns {', '.join(hits[:4])}")


def _is_claimed(words: list[str]) -> bool:
    """Whether columns name miles and who drove them."""
    return any(map(DRIVEN.fullmatch, words)) and any(map(CLAIMANT.fullmatch, words))


def _lists_payments(header: list[str]) -> bool:
    """Whether a header names a supplier, a day of payment and an amount beyond doubt."""
    best: Counter[str] = Counter()
    for cell in header:
        for name, score in meanings(cell).items():
            best[name] = max(best[name], score)
    return best["supplier"] >= 88 and best["date"] >= 90 and best["amount"] >= 82


def refuse_split(header: list[str]) -> None:
    """Raise Refused where a payment's amount, or the table, stands in two parts."""
    names = [plain(cell) for cell in header]
    if "pounds" in names and "pence" in names:
        raise Refused("its amounts are split into a column of pounds and one of pence")
    twice = {name for name, count in Counter(names).items() if name and count > 1}
    fields = {max(found, key=found.get) for name in twice if (found := meanings(name))}
    if _two_lists(header):
        raise Refused("tables stand side by side in it, with a blank column between")
    if {"amount", "supplier"} <= fields or {"amount", "date"} <= fields:
        raise Refused(f"tables stand side by side in it: {', '.join(sorted(twice)[:4])} come twice")


def _two_lists(header: list[str]) -> bool:
    """Whether a header names amount, day and supplier on both sides of a column without a name."""
    for place, cell in enumerate(header):
        if not cell.strip() and all(
            {field for name in side for field in meanings(name)} >= CORE
            for side in (header[:place], header[place + 1 :])
        ):
            return True
    return False


def refuse_months(cells: Cells) -> None:
    """Raise Refused where a row of months stands above figures: a column for each."""
    for place in range(min(len(cells), 20) - 1):
        below = [pence_of(text.strip()) is not None for text in cells.at(place + 1)]
        months = [
            text
            for text, figure in zip(cells.at(place), below, strict=False)
            if figure and day_of(text)
        ]
        if len(set(months)) > 2:
            raise Refused(f"its amounts stand in a column for each month: {', '.join(months[:3])}")


def nil_return(cells: Cells) -> str:
    """Give the words by which a small table says that nothing was paid, or ''."""
    if len(cells) > FEW_ROWS:
        return ""
    texts = (" ".join(cell.split()) for _, row in cells.rows() for cell in row)
    return next((text[:120] for text in texts if NIL.search(text)), "")
