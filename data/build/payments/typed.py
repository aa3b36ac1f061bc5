"""Columns of text -> days and pence: each distinct text is read once."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

import polars as pl

from data.build.payments.amounts import exact_pence_of, is_continental, whole
from data.build.payments.cells import Cells
from data.build.payments.columns import Columns
from data.build.payments.dates import day_of, order_of

CREDIT_SIGNS = {"c", "cr", "credit", "crn", "-"}
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


def days_in(raw: pl.Series, order: str = "") -> Days:
    """Read a column of dates in the order it speaks for, or in the one given."""
    raw = raw.alias("raw")
    counted = raw.value_counts()
    texts = dict(counted.filter(counted["raw"] != "").iter_rows())
    doubts: Doubts = []
    if not order:
        order, doubt = order_of(Counter(texts))
        doubts = [(0.15, doubt)] if doubt else []
    read = {text: day_of(text, order) for text in texts}
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


def money_in(cells: Cells, columns: Columns, header: int | None) -> Money:
    """Read the amounts of every row, from one column or from a debit and a credit column."""
    return _read(cells.column(columns.places["amount"]))


def _read(raw: pl.Series) -> Money:
    raw = raw.alias("raw")
    texts = raw.unique().to_list()
    continental = is_continental(texts)
    exact = {text: exact_pence_of(text, continental) for text in texts}
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
    money = Money(raw, both["pence"], fractions)
    if continental:
        money.doubts.append((0.02, "amounts are written with a comma before the pence"))
    return money
