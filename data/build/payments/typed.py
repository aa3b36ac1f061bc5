"""Columns of text -> days and pence: each distinct text is read once."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import polars as pl

from data.build.payments.amounts import PLAIN, exact_pence_of, is_continental, whole
from data.build.payments.cells import Cells
from data.build.payments.columns import Columns
from data.build.payments.dates import Day, day_of
from data.build.payments.exchanged import exchanged_days
from data.build.payments.orders import order_of
from data.build.payments.result import Refused

STYLE = 5000
PLAIN_RUST = f"^(?:{PLAIN.pattern})$"
CREDIT_SIGNS = {"c", "cr", "credit", "crn", "-"}
DEBIT_SIGNS = {"d", "dr", "debit", "inv", "+"}
Doubts = list[tuple[float, str]]


@dataclass
class Days:
    """A column of dates: ``day`` is null where the text in ``raw`` is none."""

    raw: pl.Series
    day: pl.Series
    month_only: pl.Series
    format: pl.Series
    doubts: Doubts = field(default_factory=list)


@dataclass
class Money:
    """A column of amounts: ``pence`` is null where the text in ``raw`` is none."""

    raw: pl.Series
    pence: pl.Series
    fractions: dict[str, Decimal] = field(default_factory=dict)
    doubts: Doubts = field(default_factory=list)

    def fractions_of(self, kept: pl.Series) -> Decimal:
        """Sum what rounding took from the rows at the places ``kept``, in pence."""
        if not self.fractions:
            return Decimal(0)
        counted = self.raw.gather(kept).value_counts()
        found = counted.filter(pl.col(counted.columns[0]).is_in(list(self.fractions)))
        return sum((self.fractions[text] * count for text, count in found.iter_rows()), Decimal(0))


def days_in(raw: pl.Series, order: str = "", period: date | None = None) -> Days:
    """Read a column of dates in the order it speaks for, or in the one given.

    ``period`` is the month that the file's name or title gives, if any.
    """
    raw = raw.alias("raw")
    counted = raw.value_counts()
    texts = dict(counted.filter(counted["raw"] != "").iter_rows())
    doubts: Doubts = []
    given = order
    if not order:
        order, share, doubt = order_of(Counter(texts), period)
        doubts = [(share, doubt)] if doubt else []
    read = {text: day_of(text, order) for text in texts}
    meant, doubtful = ({}, 0) if given else exchanged_days(read, Counter(texts), period)
    if doubtful:
        rows = "1 day is" if doubtful == 1 else f"{doubtful} days are"
        said = f"{rows} of another month than the name says, and of it with day and month exchanged"
        doubts.append((0.11, said))
    if meant:
        rows = sum(texts[text] for text in meant)
        said = "row has its day and month" if rows == 1 else "rows have their day and month"
        doubts.append(
            (0.12, f"{rows} {said} exchanged: read so that they lie in the others' months")
        )
        read |= meant
    elif exchanged := _exchanged(read):
        doubts.append((0.35, exchanged))
    found = pl.DataFrame(
        {
            "raw": list(read),
            "day": [day.day if day else None for day in read.values()],
            "month_only": [bool(day and day.month_only) for day in read.values()],
            "format": [day.format if day else None for day in read.values()],
        },
        schema={"raw": pl.String, "day": pl.Date, "month_only": pl.Boolean, "format": pl.String},
    )
    both = raw.to_frame().join(found, on="raw", how="left", maintain_order="left")
    both = both.with_columns(pl.col("month_only").fill_null(False))
    return Days(raw, both["day"], both["month_only"], both["format"], doubts)


def _exchanged(read: dict[str, Day | None]) -> str:
    """Say where a spreadsheet took 04/01 for the fourth of January, and left 13/01 as text."""
    days = [day for day in read.values() if day]
    typed = [day.day for day in days if day.format == "yyyy-mm-dd"]
    texts = [day.day for day in days if day.format.startswith("dd")]
    if len(typed) < 2 or len(texts) < 2:
        return ""
    if any(day.day > 12 for day in typed) or any(day.day < 13 for day in texts):
        return ""
    return (
        "dates to the 12th and dates from the 13th are written in two ways: a spreadsheet may have "
        "exchanged day and month of the former, which stand as they are"
    )


def money_in(cells: Cells, columns: Columns) -> Money:
    """Read the amounts of every row, from one column or from a debit and a credit column."""
    money = _read(cells.column(columns.places["amount"]))
    if columns.pence:
        money = _in_pounds(money)
    if "credit" in columns.places:
        return _less_credits(money, _read(cells.column(columns.places["credit"])))
    if "sign" in columns.places:
        return _signed(money, cells.column(columns.places["sign"]))
    return money


def _in_pounds(money: Money) -> Money:
    """Amounts written as whole pence. Raises Refused where one has a part of a penny."""
    written = money.pence.drop_nulls()
    if (written % 100 != 0).any():
        raise Refused("its amounts are said to be in pence, and some have decimal places")
    said = "amounts are written in pence, as the header says"
    return Money(money.raw, money.pence // 100, {}, [*money.doubts, (0.02, said)])


def _less_credits(debits: Money, credits: Money) -> Money:
    """A debit less the credit of its row; credits may be written as negative already."""
    written = credits.pence.drop_nulls()
    credit = credits.pence if (written < 0).sum() > (written > 0).sum() else -credits.pence
    unread = (debits.pence.is_null() & (debits.raw != "")) | (
        credit.is_null() & (credits.raw != "")
    )
    blank = (debits.raw == "") & (credits.raw == "")
    both = debits.pence.fill_null(0) + credit.fill_null(0)
    found = pl.select(
        pence=pl.when(unread | blank).then(None).otherwise(both),
        raw=pl.when(debits.raw == "").then(credits.raw).otherwise(debits.raw),
    )
    return Money(found["raw"], found["pence"], doubts=debits.doubts)


def _signed(money: Money, marks: pl.Series) -> Money:
    """Turn amounts whose row is marked as a credit, unless they are negative already."""
    marks = marks.str.to_lowercase()
    known = marks.is_in([*CREDIT_SIGNS, *DEBIT_SIGNS]) | (marks == "") | money.pence.is_null()
    credit = marks.is_in(list(CREDIT_SIGNS)) & (money.pence > 0).fill_null(False)
    if not known.all() or not credit.any():
        return money
    if credit.sum() * 2 > (money.pence > 0).sum():
        said = "most rows are marked as credits: the amounts stand as written"
        return Money(money.raw, money.pence, money.fractions, [*money.doubts, (0.4, said)])
    pence = pl.select(pl.when(credit).then(-money.pence).otherwise(money.pence)).to_series()
    said = f"{credit.sum()} amounts are negative because their row is marked as a credit"
    return Money(money.raw, pence, money.fractions, [*money.doubts, (0.03, said)])


def pence_in(raw: pl.Series) -> pl.Series:
    """Read one column of amounts as whole pence; null where a text is none."""
    return _read(raw).pence


def _read(raw: pl.Series) -> Money:
    raw = raw.alias("raw")
    texts = raw.unique()
    # A few thousand texts tell the style; only then all are asked.
    continental = is_continental(texts.head(STYLE).to_list()) and is_continental(texts.to_list())
    odd = (texts if continental else texts.filter(~texts.str.contains(PLAIN_RUST))).to_list()
    exact = {text: exact_pence_of(text, continental) for text in odd}
    read = {text: None if pence is None else whole(pence) for text, pence in exact.items()}
    fractions = {
        text: Decimal(exact[text]) - pence
        for text, pence in read.items()
        if pence is not None and exact[text] != pence
    }
    found = pl.DataFrame(
        {"raw": list(read), "pence": list(read.values())},
        schema={"raw": pl.String, "pence": pl.Int64},
    )
    both = raw.to_frame().join(found, on="raw", how="left", maintain_order="left")
    # Two places after the point are far within what a binary number holds.
    plainly = (pl.col("raw").cast(pl.Float64, strict=False) * 100).round().cast(pl.Int64)
    if not continental:
        plain = pl.when(pl.col("raw").str.contains(PLAIN_RUST)).then(plainly)
        both = both.select(pl.coalesce("pence", plain).alias("pence"))
    money = Money(raw, both["pence"], fractions)
    thirds = raw.str.contains(r"^-?\d{1,3}\.\d{3}$").sum()
    if not continental and thirds > 0.5 * (raw != "").sum():
        said = f"{thirds} amounts have three figures after the point: read as parts of a pound"
        money.doubts.append((0.3, said))
    if continental:
        money.doubts.append((0.02, "amounts are written with a comma before the pence"))
    return money
