"""Which rows are sums of other rows: told by arithmetic, or by a label that says nothing else."""

import re
from dataclasses import dataclass

import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.columns import Columns
from data.build.payments.dates import day_of
from data.build.payments.proven import Blocks, proven_sums, sums_on_top
from data.build.payments.result import Refused

WORD = (
    r"(?i)\b(?:sub|grand)?[ -]?totals?\b|^(?:number|no\.?|count) of |^count\b|"
    r"^(?:carried|brought) forward|^[cb]/f\b|^vat$|\b(?:is-?gyf|cyf)answm\b|"
    r"^(?:overall )?results?$|"
    r"^(?:sum|gesamt|summe|totaal|somme)$"
)
LABEL = re.compile(
    r"(?:(?:sub|grand|overall|report|net|gross|page|column|period|monthly?|final|running)?"
    r"[ -]?totals?|(?:overall |sub)?results?|sum|(?:is-?gyf|cyf)answm(?: terfynol| cyffredinol)?|"
    r"gesamt|summe|totaal|somme)"
    r"(?: (?:value|amount|spend|paid|payments?|expenditure|cost|gbp|£)| \(?£\)?)*"
    r"(?: \(?(?:incl?|excl?|including|excluding|ex|net of|plus)\.? (?:of )?vat\)?)?"
    r"(?: for .*)?[ :]*|"
    r"(?:(?:balance )?(?:carried|brought) forward|(?:balance )?[cb]/f|vat)[ :]*",
    re.I,
)
COUNT = re.compile(
    r"(?:total )?(?:number|no\.?|count) of .*|(?:record |row |transaction )?count[ :]*", re.I
)
ENDS = re.compile(r".*\b(?:total|(?:is-?gyf|cyf)answm)[ :]*|(?:sub|grand)?[ -]?total for .*", re.I)
TOTAL_OF = r"\b(?:sub-?)?totals?[ :]*$|\b(?:is-?gyf|cyf)answm[ :]*$"
LAST_ROWS = 3
# The sum of so many rows is met by no payment by chance.
PROVEN_ROWS = 10
# Rows in whole pounds are summed before they are rounded.
ROUNDED_PENCE = 50
STARRED = re.compile(r"^\*+[ \d*]*$")
# Fractions of a penny in the rows add up to a few pence in the publisher's own sum.
CLOSE_PENCE, LARGE_PENCE = 100, 100_00


@dataclass(frozen=True)
class Total:
    """A row (0-based place) that is no payment; ``doubt`` where it does not add up."""

    place: int
    reason: str
    doubt: bool = False


def totals_among(
    cells: Cells, kept: pl.Series, pence: pl.Series, columns: Columns
) -> dict[int, Total]:
    """Find totals and subtotals. Raises Refused where all rows stand at several levels."""
    if len(kept) < 2:
        return {}
    amounts = pence.gather(kept)
    if above := sums_on_top(cells, kept, amounts, columns):
        return {kept[at]: Total(kept[at], "a subtotal of the rows below") for at in above}
    before = amounts.cum_sum() - amounts
    found = _on_top(cells, kept, amounts, columns) if len(kept) > 2 else {}
    proven = proven_sums(cells, kept, amounts, columns)
    if 0 in proven:
        found[kept[0]] = Total(kept[0], "a grand total of the rows below")
    since, taken = len(found), sum(amounts[:1]) if found else 0
    blocks = Blocks()
    for at in sorted({*_candidates(cells, kept, columns), *proven}):
        place = kept[at]
        if place in found:
            continue
        said = _Said.of(cells.at(place), columns)
        block, block_rows = before[at] - before[since], at - since
        whole, whole_rows = before[at] - taken, at - len(found)
        # The last sum of all is the grand one.
        last = at == len(kept) - 1 or whole_rows > block_rows
        total = said.total(place, amounts[at], (block, block_rows), (whole, whole_rows), last)
        if total is None or total.doubt:
            levels = blocks.rows_of(amounts[at], whole, whole_rows) if amounts[at] else 0
            if (at in proven and total is None) or (said.labelled and levels > 1):
                total = Total(place, _called(amounts[at], whole, at == len(kept) - 1))
        if total is None:
            continue
        if total.doubt and whole_rows > 3 and amounts[at] and whole / amounts[at] in (2, 3):
            raise Refused(
                "its rows give each sum at more than one level: above its own total they add up "
                f"to {whole // amounts[at]} times that total"
            )
        found[place] = total
        blocks.begin(whole, whole_rows)
        taken += amounts[at]
        since = at + 1
    return found | _at_end(_Said.of(cells.at(kept[-1]), columns), kept, amounts, found, taken)


def _at_end(
    said: "_Said", kept: pl.Series, amounts: pl.Series, found: dict[int, Total], taken: int
) -> dict[int, Total]:
    """A last row that is the sum of all others to the penny, or an amount and nothing else."""
    last, above = kept[-1], amounts.sum() - amounts[-1] - taken
    if last in found or abs(amounts[-1]) < LARGE_PENCE:
        return {}
    if amounts[-1] == above and len(kept) - len(found) > PROVEN_ROWS:
        return {last: Total(last, "a grand total of the rows above")}
    if said.supplier or said.texts:
        return {}
    return {last: Total(last, "an amount below the rows, which is not their sum", doubt=True)}


def _called(amount: int, whole: int, last: bool) -> str:
    grand = last and abs(amount - whole) <= CLOSE_PENCE
    return f"a {'grand total' if grand else 'subtotal'} of the rows above"


@dataclass(frozen=True)
class _Said:
    """What a row that may be a total says of itself."""

    supplier: str
    texts: list[str]
    dated: bool

    @classmethod
    def of(cls, row: list[str], columns: Columns) -> "_Said":
        place = columns.places.get("supplier", len(row))
        supplier = row[place].strip() if place < len(row) else ""
        # SAP marks its subtotals with stars before the supplier's number.
        supplier = "" if STARRED.fullmatch(supplier) else supplier
        amounts = {columns.places.get(name) for name in ("amount", "credit")}
        texts = [cell.strip() for at, cell in enumerate(row) if cell.strip() and at not in amounts]
        date = columns.places.get("date", len(row))
        return cls(supplier, texts, date < len(row) and day_of(row[date]) is not None)

    @property
    def counts(self) -> bool:
        """Whether it bears the label of a count."""
        return any(COUNT.fullmatch(text) for text in self.texts)

    @property
    def labelled(self) -> bool:
        return any(ENDS.fullmatch(text) or LABEL.fullmatch(text) for text in self.texts)

    @property
    def plainly(self) -> bool:
        """Whether it bears the label of a total and the name of nobody."""
        named = self.supplier and not LABEL.fullmatch(self.supplier)
        return not named and any(LABEL.fullmatch(text) for text in self.texts)

    def total(
        self,
        place: int,
        amount: int,
        block: tuple[int, int],
        whole: tuple[int, int],
        last: bool,
    ) -> Total | None:
        if self.supplier and not self.labelled and not re.search(WORD, self.supplier):
            return None
        if last and self.texts == [str(whole[1])] and whole[1] >= PROVEN_ROWS:
            if abs(amount - whole[0]) <= whole[1] * ROUNDED_PENCE:
                return Total(place, "a grand total of the rows above, with their number")
            return Total(place, "a total, which is not the sum of the rows above", doubt=True)
        close = CLOSE_PENCE if abs(amount) >= LARGE_PENCE else 1
        told = amount or self.plainly
        # A day beside it is that of a payment, unless all rows are summed or a label says so.
        fewest = 1 if self.labelled else 3 if self.dated else 2
        if last and told and whole[1] >= max(fewest, 2) and abs(amount - whole[0]) <= close:
            return Total(place, "a grand total of the rows above")
        if self.dated and not self.labelled:
            return None
        if told and block[1] >= fewest and abs(amount - block[0]) <= close:
            return Total(place, "a subtotal of the rows above")
        if self.counts and amount % 100 == 0:
            return Total(place, "a count, not an amount")
        if self.plainly:
            return Total(place, "a total, which is not the sum of the rows above", doubt=True)
        return None


def _candidates(cells: Cells, kept: pl.Series, columns: Columns) -> list[int]:
    """Places within ``kept`` of rows that name no supplier and no day, or a total."""
    supplier = cells.column(columns.places.get("supplier")).gather(kept)
    may = (supplier == "") | supplier.str.contains(STARRED.pattern) | supplier.str.contains(WORD)
    if "date" in columns.places:
        date = cells.column(columns.places["date"]).gather(kept)
        may &= (date == "") | date.str.contains(WORD)
        may |= supplier.str.contains(f"(?i)^(?:{LABEL.pattern})$|{TOTAL_OF}")
        may |= (supplier == "") & (pl.int_range(len(kept), eager=True) >= len(kept) - LAST_ROWS)
    elif "supplier" not in columns.places:
        return []
    return may.arg_true().to_list()


def _on_top(
    cells: Cells, kept: pl.Series, amounts: pl.Series, columns: Columns
) -> dict[int, Total]:
    """A total that stands above its rows."""
    first = kept[0]
    said = _Said.of(cells.at(first), columns)
    dated = any(day_of(text) for text in said.texts)
    if dated or (said.supplier and not said.labelled):
        return {}
    if abs(2 * amounts[0] - amounts.sum()) > CLOSE_PENCE or not amounts[0]:
        return {}
    return {first: Total(first, "a grand total of the rows below")}
