"""Rows that arithmetic proves to be sums of others, in whatever language they are called so."""

from dataclasses import dataclass, field

import polars as pl

from data.build.payments.cells import Cells, share_of
from data.build.payments.columns import Columns

# A sum says less than a payment does: so many of a payment's cells at most.
BARE = 0.75
FEWEST_ROWS = 3
# Of the rows that say less, the share that must be sums before a sum of one row is believed.
PATTERN = 0.9
MOST_CANDIDATES = 20_000
SAMPLE = 2000


@dataclass
class Blocks:
    """Sums of the payments (in pence) up to each place where a block of them may begin."""

    begins: dict[int, int] = field(default_factory=lambda: {0: 0})

    def rows_of(self, amount: int, sum_before: int, rows_before: int) -> int:
        """Give how many payments just above come to an amount; 0 for none."""
        slack = min(100, 1 + rows_before // 100)
        for off in range(-slack, slack + 1):
            if (begin := self.begins.get(sum_before - amount + off)) is not None:
                return rows_before - begin
        return 0

    def begin(self, sum_before: int, rows_before: int) -> None:
        """Note that a block may begin after so many payments of so much."""
        # The latest of two places with one sum: what lies between comes to nothing.
        self.begins[sum_before] = rows_before


def proven_sums(cells: Cells, kept: pl.Series, amounts: pl.Series, columns: Columns) -> set[int]:
    """Give the places within ``kept`` of sums of the payments above, at any number of levels."""
    bare = _bare(cells, kept, columns)
    if len(bare) > MOST_CANDIDATES:
        return set()
    singly = _sums(bare, amounts, 1)
    if len(bare) >= FEWEST_ROWS and len(singly) >= PATTERN * len(bare):
        found = singly
    else:
        found = _sums(bare, amounts, 2)
    return found | _ends(cells, kept, amounts, columns, found)


def sums_on_top(cells: Cells, kept: pl.Series, amounts: pl.Series, columns: Columns) -> set[int]:
    """Give the places within ``kept`` of sums that stand above their payments, at any level.

    Only where nearly every row that says less than a payment is such a sum, and the first is.
    """
    bare = _bare(cells, kept, columns)
    if len(bare) < FEWEST_ROWS or bare[0] != 0 or len(bare) > MOST_CANDIDATES:
        return set()
    last = len(kept) - 1
    turned = _sums([last - at for at in reversed(bare)], amounts.reverse(), 1)
    return {last - at for at in turned} if len(turned) >= PATTERN * len(bare) else set()


def bare_payments(cells: Cells, kept: pl.Series, columns: Columns) -> list[int]:
    """Give the lines of rows that hold an amount and nothing else."""
    texts = [
        cells.column(columns.places[name]).gather(kept) == ""
        for name in ("supplier", "date")
        if name in columns.places
    ]
    if not texts:
        return []
    blank = texts[0] & texts[-1]
    at = blank.arg_true()
    alone = _filled(cells, kept.gather(at)) == 1
    return cells.lines.gather(kept.gather(at.filter(alone))).to_list()


def _sums(bare: list[int], amounts: pl.Series, fewest: int) -> set[int]:
    found: set[int] = set()
    blocks = Blocks()
    before = (amounts.cum_sum() - amounts).gather(bare).to_list()
    values = amounts.gather(bare).to_list()
    taken = 0
    for at, amount, sum_before in zip(bare, values, before, strict=True):
        payments, rows = sum_before - taken, at - len(found)
        # A sum of nothing is that of two rows at least.
        if blocks.rows_of(amount, payments, rows) >= (fewest if amount else max(2, fewest)):
            found.add(at)
            taken += amount
            blocks.begin(payments, rows)
    return found


def _bare(cells: Cells, kept: pl.Series, columns: Columns) -> list[int]:
    """Places of rows that lack a day or a name that most have, and say less than most."""
    lacking = pl.repeat(False, len(kept), eager=True)
    for name in ("date", "supplier"):
        if name in columns.places:
            blank = cells.column(columns.places[name]).gather(kept) == ""
            if 0 < share_of(blank) <= 0.55:
                lacking = lacking | blank
    places = lacking.arg_true()
    if not len(places):
        return []
    usual = _usual(cells, kept.filter(~lacking))
    less = _filled(cells, kept.gather(places)) <= BARE * usual
    return places.filter(less).to_list()


def _usual(cells: Cells, rows: pl.Series) -> float:
    if not len(rows):
        return 0.0
    step = max(1, len(rows) // SAMPLE)
    filled = _filled(cells, rows.gather_every(step)).sort()
    return float(filled[len(filled) // 2])


def _filled(cells: Cells, rows: pl.Series) -> pl.Series:
    frame = cells.frame[rows]
    filled = [pl.col(name).str.strip_chars() != "" for name in frame.columns]
    return frame.select(pl.sum_horizontal(filled).alias("filled")).to_series()


def _ends(
    cells: Cells, kept: pl.Series, amounts: pl.Series, columns: Columns, found: set[int]
) -> set[int]:
    """The first or the last row where it is the sum of all others and names nobody that is paid."""
    last, rows = len(kept) - 1, len(kept) - 1 - len(found)
    if rows < FEWEST_ROWS or last in found:
        return set()
    rest = int(amounts.sum()) - sum(amounts[at] for at in found)
    for at in (last, 0):
        amount = amounts[at]
        if amount and abs(rest - 2 * amount) <= 1 + rows // 100 and at not in found:
            return {at} if _names_nobody(cells, kept, columns, at) else set()
    return set()


def _names_nobody(cells: Cells, kept: pl.Series, columns: Columns, at: int) -> bool:
    """Whether a row's name is blank or that of no other row."""
    if "supplier" not in columns.places:
        return False
    said = cells.column(columns.places["supplier"]).gather(kept)
    return said[at] == "" or int((said == said[at]).sum()) == 1


def equals_the_rest(amounts: pl.Series) -> bool:
    """Whether the last payment is the sum of all before it."""
    rows = len(amounts) - 1
    return rows >= FEWEST_ROWS and bool(amounts[-1]) and int(amounts.sum()) == 2 * amounts[-1]
