"""What is no payment though it stands in a list of them: not paid yet, cancelled or reversed."""

import re

import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.dates import day_of
from data.build.payments.result import Refused
from data.build.payments.states import (
    BAD_DAY,
    BAD_DETAIL,
    BAD_FLAG,
    CANCELLED,
    GOOD_FLAG,
    LATE_FLAG,
    NO,
    PAID,
    REMARKS,
    SAID_ALONE,
    STATUS,
    UNDONE_AGAIN,
    UNPAID,
    YES,
)
from data.build.payments.vocabulary import NOT_PAID, plain

NOT_COUNTED = (
    r"unpaid|not (?:yet )?paid|outstanding|commit(?:ted|ments?)|accruals?|forecasts?|estimates?|"
    r"cancell?ed|cancellations|voids?|voided|reversed|reversals?|stopped|stops|rejected|disputed|"
    r"pending|on hold|to be paid|budgets?|planned|canslwyd|wedi(?:'i)? (?:[gc]h?anslo|gwrthdroi)|"
    r"heb (?:ei |eu )?dalu"
)
SHEETS = re.compile(rf"(?i)\b(?:{NOT_COUNTED})\b")
TITLES = re.compile(
    rf"(?i)^(?:list of |schedule of |all )?(?:{NOT_COUNTED}) (?:payments?|invoices?|cheques?|"
    r"transactions?|items?)\b|^(?:taliadau|anfonebau|sieciau) (?:wedi'u canslo|heb eu talu)"
)
Fates = dict[int, str]
# A list whose rows are nearly all unpaid is no list of payments.
MOSTLY = 0.95
# A column of states says few words; so many rows are looked at before all are.
LOOKED_AT, MOST_STATES = 200, 15
NAMES_OR_SUMS = ("amount", "credit", "date", "supplier", "body", "department", "reference")


def refuse_unpaid_sheet(sheet: str) -> None:
    """Raise Refused where a sheet's name says that its rows are not paid, or are cancelled."""
    if found := SHEETS.search(re.sub(r"[_-]+", " ", sheet).replace("’", "'")):
        raise Refused(f"its name says that it lists what is not paid: {found[0]!r}")


def refuse_unpaid_titles(titles: list[str]) -> None:
    """Raise Refused where a line above the header says the same."""
    for title in titles:
        if found := TITLES.search(" ".join(title.split()).replace("’", "'")):
            raise Refused(f"its title says that it lists what is not paid: {found[0]!r}")


def refuse_not_paid(header: list[str]) -> None:
    """Raise Refused for a table without an amount whose header names one that nobody has paid."""
    for cell in header:
        if NOT_PAID.search(plain(cell)):
            name = " ".join(cell.split())
            raise Refused(f"its amounts are no payments: {name!r} is not what was paid")


def unpaid_rows(cells: Cells, names: list[str], kept: pl.Series, places: dict[str, int]) -> Fates:
    """Give the places of rows that a column calls cancelled or not paid, with the reason.

    ``places`` are those of the fields, whose columns hold names and sums and are not asked. Raises
    Refused where that is nearly every row.
    """
    fates: Fates = {}
    taken = {places.get(name) for name in NAMES_OR_SUMS}
    for place, name in enumerate(names):
        if place not in taken:
            fates |= _by_column(cells, place, kept, name)
    if len(kept) and len(fates) > MOSTLY * len(kept):
        raise Refused(f"its rows are no payments: {next(iter(fates.values()))}")
    return fates


def _by_column(cells: Cells, place: int, kept: pl.Series, header: str) -> Fates:
    words, name = plain(header), " ".join(header.split())
    flag = bool(BAD_FLAG.fullmatch(words))
    if flag or GOOD_FLAG.fullmatch(words):
        return _by_flag(_said(cells, place, kept), kept, name, flag)
    if BAD_DAY.fullmatch(words):
        return _by_day(_said(cells, place, kept), kept, name)
    if BAD_DETAIL.fullmatch(words):
        return _by_detail(_said(cells, place, kept), kept, name)
    if STATUS.fullmatch(words):
        return _by_word(_said(cells, place, kept), kept, name)
    if REMARKS.fullmatch(words):
        said = _said(cells, place, kept)
        return _reasons(said, said.str.contains(SAID_ALONE), kept, "cancelled", name)
    if _says_states(cells, place, kept):
        return _by_word(_said(cells, place, kept), kept, name)
    return {}


def _said(cells: Cells, place: int, kept: pl.Series) -> pl.Series:
    return cells.column(place).gather(kept).str.replace_all("’", "'", literal=True)


def _says_states(cells: Cells, place: int, kept: pl.Series) -> bool:
    """Whether a column, whatever it is called, holds words of states alone, and some unpaid."""
    if place >= cells.width:
        return False
    column = cells.frame.to_series(place)
    if not _are_states(column.gather(kept.head(LOOKED_AT)).unique()):
        return False
    words = column.gather(kept).unique()
    said = words.str.strip_chars().str.replace_all("’", "'", literal=True)
    bad = _is(said, CANCELLED) | _is(said, UNPAID)
    return _are_states(words) and bool(bad.any())


def _are_states(words: pl.Series) -> bool:
    if len(words) > MOST_STATES:
        return False
    said = words.str.strip_chars().str.replace_all("’", "'", literal=True)
    known = said.str.contains(CANCELLED) | said.str.contains(UNPAID) | said.str.contains(PAID)
    return bool((known | (said == "")).all())


def _is(said: pl.Series, state: str) -> pl.Series:
    return said.str.contains(state) & ~said.str.contains(UNDONE_AGAIN)


def _by_word(said: pl.Series, kept: pl.Series, name: str) -> Fates:
    cancelled = _reasons(said, _is(said, CANCELLED), kept, "cancelled", name)
    return _reasons(said, _is(said, UNPAID), kept, "not paid", name) | cancelled


def _by_flag(said: pl.Series, kept: pl.Series, name: str, bad: bool) -> Fates:
    """A column that is called after a state: marks of yes and no, the state itself, or its day."""
    yes, no = said.str.contains(YES), said.str.contains(NO)
    worded = said.str.contains(CANCELLED) | said.str.contains(UNPAID)
    known = yes | no | worded | said.str.contains(PAID)
    if not known.all():
        # A paid column of sums or days, or of codes, is no mark.
        return _by_day(said, kept, name) if bad else {}
    marked = yes if bad else no & (said != "")
    what = "cancelled" if bad and not LATE_FLAG.search(plain(name)) else "not paid"
    fates = _reasons(said, marked, kept, what, name)
    return fates | _by_word(said, kept, name)


def _by_day(said: pl.Series, kept: pl.Series, name: str) -> Fates:
    days = {text: day_of(text) for text in said.unique()}
    return {
        int(kept[at]): f"cancelled: a day in {name!r}"
        for at in (said != "").arg_true()
        if days[said[at]]
    }


def _by_detail(said: pl.Series, kept: pl.Series, name: str) -> Fates:
    """The number or the reason of what undid a payment: filled where one was undone."""
    filled = ~(said.str.contains(NO) | said.str.contains(r"^0+$"))
    if filled.sum() > 0.5 * len(said):
        return {}
    return _reasons(said, filled, kept, "cancelled", name)


def _reasons(said: pl.Series, those: pl.Series, kept: pl.Series, what: str, name: str) -> Fates:
    return {int(kept[at]): f"{what}: {said[at][:40]!r} in {name!r}" for at in those.arg_true()}
