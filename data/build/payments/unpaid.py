"""What is no payment though it stands in a list of them: not paid yet, or cancelled."""

import re

import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.dates import day_of
from data.build.payments.result import Refused
from data.build.payments.vocabulary import NOT_PAID, plain

# Columns that say of each row how far its payment has come.
STATUS = re.compile(
    r"(?:payment|invoice|transaction|trans|cheque|bacs|row|record|line|doc|document|paid|"
    r"cheque run)? ?"
    r"(?:status|state|stage)(?: (?:description|desc|name|text|code|label|of payment|t))*|statws.*|"
    r"(?:is )?(?:paid|cancelled|canceled|void|voided)(?: (?:y n|yes no|flag|indicator))?"
)
FLAG = re.compile(r"(?:is )?(paid|cancelled|canceled|void|voided)\b.*")
CANCEL_DATE = re.compile(
    r"(?:date )?(?:of )?(?:cancelled|canceled|cancellation|cancel|void|voided|stopped)(?: date|"
    r" on)?|"
    r"date (?:cancelled|canceled|voided|stopped)"
)
CANCELLED = (
    r"(?i)^(?:payment |cheque |invoice )?(?:cancel\w*|void\w*|reject\w*|stopped|"
    r"stop(?:ped)? (?:cheque|payment)|deleted|withdrawn|returned|failed|bounced|recalled|"
    r"written off|refused|declined|canslwyd|wedi(?:'i)? ganslo)(?: .*)?$"
)
UNPAID = (
    r"(?i)^(?:not (?:yet )?paid|unpaid|to be paid|not paid yet|awaiting .*|pending.*|outstanding|"
    r"on hold|held|hold|committed|commitment|accru\w*|estimated?|forecast|planned|proposed|draft|"
    r"due|overdue|scheduled|unapproved|awaiting|on order|ordered|order(?:ed)? not received|"
    r"payment (?:pending|outstanding|due)|heb ei dalu|heb dalu)(?: .*)?$"
)
YES = r"(?i)^(?:y|yes|true|1|t|ie|oes|x)$"
NO = r"(?i)^(?:n|no|false|0|f|na|nac oes|nage)$"
SHEETS = re.compile(
    r"(?i)\b(?:unpaid|not (?:yet )?paid|outstanding|commit(?:ted|ments?)|accruals?|forecasts?|"
    r"estimates?|"
    r"cancell?ed|cancellations|voids?|voided|rejected|pending|on hold|to be paid|budgets?|"
    r"planned)\b"
)
Fates = dict[int, str]
# A list whose rows are nearly all unpaid is no list of payments.
MOSTLY = 0.95


def refuse_unpaid_sheet(sheet: str) -> None:
    """Raise Refused where a sheet's name says that its rows are not paid, or are cancelled."""
    if found := SHEETS.search(re.sub(r"[_-]+", " ", sheet)):
        raise Refused(f"its name says that it lists what is not paid: {found[0]!r}")


def refuse_not_paid(header: list[str]) -> None:
    """Raise Refused for a table without an amount whose header names one that nobody has paid."""
    for cell in header:
        if NOT_PAID.search(plain(cell)):
            name = " ".join(cell.split())
            raise Refused(f"its amounts are no payments: {name!r} is not what was paid")


def unpaid_rows(cells: Cells, names: list[str], kept: pl.Series) -> Fates:
    """Give the places of rows that a column calls cancelled or not paid, with the reason.

    Raises Refused where that is nearly every row.
    """
    fates: Fates = {}
    for place, name in enumerate(names):
        words = plain(name)
        if CANCEL_DATE.fullmatch(words) and not STATUS.fullmatch(words):
            fates |= _by_date(cells, place, kept, " ".join(name.split()))
        elif STATUS.fullmatch(words):
            fates |= _by_word(cells, place, kept, " ".join(name.split()))
    if len(kept) and len(fates) > MOSTLY * len(kept):
        raise Refused(f"its rows are no payments: {next(iter(fates.values()))}")
    return fates


def _by_word(cells: Cells, place: int, kept: pl.Series, name: str) -> Fates:
    said = cells.column(place).gather(kept)
    rules = [(CANCELLED, "cancelled"), (UNPAID, "not paid")]
    if flag := FLAG.fullmatch(plain(name)):
        rules = [(NO, "not paid")] if flag[1] == "paid" else [(YES, "cancelled")]
        # A paid column of sums or days, or of codes, is no mark.
        if not (said.str.contains(YES) | said.str.contains(NO) | (said == "")).all():
            return {}
    fates: Fates = {}
    for pattern, what in rules:
        for at in said.str.contains(pattern).arg_true():
            fates[int(kept[at])] = f"{what}: {said[at][:40]!r} in {name!r}"
    return fates


def _by_date(cells: Cells, place: int, kept: pl.Series, name: str) -> Fates:
    said = cells.column(place).gather(kept)
    days = {text: day_of(text) for text in said.unique()}
    return {
        int(kept[at]): f"cancelled: a day in {name!r}"
        for at in (said != "").arg_true()
        if days[said[at]]
    }
