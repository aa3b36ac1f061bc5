"""Each row of a table becomes a payment or is set aside with its reason; none is lost."""

import re
from collections import Counter
from decimal import Decimal

from data.build.payments.amounts import exact_pence_of, pence_of, whole
from data.build.payments.columns import Columns
from data.build.payments.dates import Day, day_of, order_of
from data.build.payments.dialect import Row
from data.build.payments.headers import naming
from data.build.payments.result import Payment, Reading, SetAside

WITHHELD = re.compile(r"redact|withheld|confidential|exempt", re.I)
# Codes (1MC20, CAT04), currencies and addresses say nothing to a reader.
NO_WORDS = re.compile(
    r"|#?n/?a|not yet available|https?:.*|[\W\d]+|[A-Za-z]{1,3}|(?=\S*\d)\S+|subcat\S*", re.I
)
TOTAL = re.compile(r"\b(?:sub|grand)?[ -]?total\b", re.I)


class Taker:
    """Takes the rows of one table into a reading, by the columns found for it."""

    def __init__(self, reading: Reading, sheet: str, columns: Columns, order: str) -> None:
        self.reading, self.sheet, self.places = reading, sheet, columns.places
        self.order = order
        self.width = max(self.places.values()) + 1
        self.words = columns.words
        self.texts = [pair for pair in self.places.items() if pair[0] not in ("amount", "date")]
        self.days: dict[str, Day | None] = {}
        self.pence: dict[str, int | Decimal | None] = {}
        self.formats: Counter[str] = Counter()
        self.bad_dates: list[tuple[int, str]] = []
        self.blank_dates = 0

    def take(self, row: Row) -> None:
        """Add one row that is not blank."""
        line, cells = row
        if len(cells) < self.width:
            cells = cells + [""] * (self.width - len(cells))
        raw = cells[self.places["amount"]].strip()
        if raw not in self.pence:
            self.pence[raw] = exact_pence_of(raw)
        exact = self.pence[raw]
        if exact is None:
            self.set_aside(row, _why_no_amount(raw, cells))
            return
        pence = whole(exact)
        if pence != exact:
            self.reading.fractions_pence += exact - pence
        day = self._day(line, cells)
        self.reading.payments.append(
            Payment(
                self.sheet,
                line,
                day.day if day else None,
                day is not None and day.month_only,
                pence,
                {name: cells[place].strip() for name, place in self.texts}
                | {"detail": self._detail(cells)},
            )
        )

    def looks_paid(self, cells: list[str]) -> bool:
        """Say whether a row above the header is a payment and not part of a preamble."""
        if pence_of(self._cell(cells, "amount")) is None:
            return False
        if "date" in self.places:
            return day_of(self._cell(cells, "date"), self.order) is not None
        return bool(self._cell(cells, "supplier"))

    def set_aside(self, row: Row, reason: str) -> None:
        """Keep a row out of the payments, with its reason."""
        text = " | ".join(cell.strip() for cell in row[1] if cell.strip())[:300]
        self.reading.set_aside.append(SetAside(self.sheet, row[0], reason, text))

    def _detail(self, cells: list[str]) -> str:
        """Join the words of the columns that are no field of their own."""
        said = (cells[place].strip() for place in self.words if place < len(cells))
        return " | ".join(text for text in said if not NO_WORDS.fullmatch(text))

    def _cell(self, cells: list[str], name: str) -> str:
        place = self.places.get(name, len(cells))
        return cells[place].strip() if place < len(cells) else ""

    def _day(self, line: int, cells: list[str]) -> Day | None:
        if "date" not in self.places:
            return None
        raw = cells[self.places["date"]].strip()
        if raw not in self.days:
            self.days[raw] = day_of(raw, self.order)
        day = self.days[raw]
        if day:
            self.formats[day.format] += 1
        elif raw:
            self.bad_dates.append((line, raw))
        else:
            self.blank_dates += 1
        return day


def take_all(
    reading: Reading, sheet: str, rows: list[Row], header: int | None, columns: Columns, order: str
) -> None:
    """Take every row but the header; those above it only if they are payments themselves."""
    date_place = columns.places.get("date")
    texts = Counter(
        cells[date_place].strip()
        for _, cells in rows
        if date_place is not None and date_place < len(cells)
    )
    doubt = ""
    if not order:
        order, doubt = order_of(texts)
    taker = Taker(reading, sheet, columns, order)
    start = len(reading.payments)
    for place, row in enumerate(rows):
        if place == header:
            continue
        if header is not None and place < header and not taker.looks_paid(row[1]):
            reading.preamble_rows += 1
            continue
        taker.take(row)
    _drop_grand_total(taker, {line: cells for line, cells in rows[-4:]}, start)
    reading.date_formats = dict(Counter(reading.date_formats) + taker.formats)
    _say_dates(reading, taker, doubt, len(reading.payments) - start)


def _why_no_amount(raw: str, cells: list[str]) -> str:
    if not raw:
        return "no amount"
    if naming(cells):
        return "a header repeated"
    if WITHHELD.search(raw):
        return "the amount is withheld"
    return "the amount cannot be read"


def _drop_grand_total(taker: Taker, ends: dict[int, list[str]], start: int) -> None:
    """A last row without supplier and date that is the sum of all before it is no payment."""
    payments = taker.reading.payments
    if len(payments) - start < 3:
        return
    last = payments[-1]
    cells = ends.get(last.line)
    if (
        cells is None
        or last.date
        or (last.texts.get("supplier") and not TOTAL.search(last.texts["supplier"]))
    ):
        return
    rest = sum(payment.amount_pence for payment in payments[start:-1])
    # Fractions of a penny in the rows add up to a few pence in the publisher's own sum.
    if abs(last.amount_pence - rest) <= 100:
        reason = "a grand total of the rows above"
    elif any(TOTAL.fullmatch(cell.strip(" :")) for cell in cells):
        reason = "a total, which is not the sum of the rows above"
        taker.reading.doubt(0.2, f"line {last.line}: {reason}")
    else:
        return
    payments.pop()
    taker.set_aside((last.line, cells), reason)


def _say_dates(reading: Reading, taker: Taker, doubt: str, taken: int) -> None:
    if doubt:
        reading.doubt(0.15, doubt)
    share = (len(taker.bad_dates) + taker.blank_dates) / max(taken, 1)
    if taker.bad_dates:
        shown = ", ".join(f"line {line}: {text[:40]!r}" for line, text in taker.bad_dates[:5])
        more = "" if len(taker.bad_dates) <= 5 else ", ..."
        dates = "date" if len(taker.bad_dates) == 1 else "dates"
        said = f"{len(taker.bad_dates)} {dates} that cannot be read, left empty ({shown}{more})"
        reading.doubt(0.02 + 0.5 * share, said)
    if taker.blank_dates:
        reading.doubt(0.3 * share, f"{taker.blank_dates} payments have no date")
