"""Each row of a table becomes a payment or is set aside with its reason; none is lost."""

import re
from collections import Counter

import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.columns import Columns
from data.build.payments.headers import naming
from data.build.payments.proven import bare_payments, equals_the_rest
from data.build.payments.result import OWN, Reading, SetAside
from data.build.payments.totals import Total, totals_among
from data.build.payments.typed import Days, Money, days_in, money_in
from data.build.payments.unpaid import unpaid_rows

WITHHELD = re.compile(r"redact|withheld|confidential|exempt", re.I)
# Codes (1MC20, CAT04), currencies and addresses say nothing to a reader.
NO_WORDS = (
    r"(?i)^(?:|#?n/?a|not yet available|https?:.*|[^\p{L}]+|[A-Za-z]{1,3}|\S*\d\S*|subcat\S*"
    r"|true|false|inserted detail)$"
)
Fates = dict[int, str]


def take_all(
    reading: Reading,
    sheet: str,
    cells: Cells,
    header: int | None,
    names: list[str],
    columns: Columns,
    order: str,
) -> pl.Series:
    """Take every row but the header; those above it only if they are payments themselves.

    Gives the places (0-based) of the rows that became payments.
    """
    days = days_in(cells.column(columns.places.get("date")), order, reading.period)
    money = money_in(cells, columns)
    paid = money.pence.is_not_null()
    above = _above(cells, header, columns, days, paid)
    reading.preamble_rows += int(above.sum())
    body = ~above
    if header is not None:
        body &= pl.int_range(len(cells), eager=True) != header
    fates = _without_amount(cells, (body & ~paid).arg_true(), money)
    kept = (body & paid).arg_true()
    unpaid = unpaid_rows(cells, names, kept, columns.places)
    paid_rows = kept.filter(~kept.is_in(list(unpaid))) if unpaid else kept
    totals = _totals(cells, [kept, paid_rows] if unpaid else [kept], money.pence, columns)
    fates |= unpaid | {place: total.reason for place, total in totals.items()}
    for total in totals.values():
        if total.doubt:
            reading.doubt(0.2, f"line {cells.lines[total.place]}: {total.reason}")
    for place in sorted(fates):
        said = " | ".join(cell.strip() for cell in cells.at(place) if cell.strip())[:300]
        reading.set_aside.append(SetAside(sheet, cells.lines[place], fates[place], said))
    if totals or unpaid:
        kept = kept.filter(~kept.is_in([*totals, *unpaid]))
    _doubt_ends(reading, cells, kept, money.pence, columns)
    _add(reading, sheet, cells, columns, kept, days, money)
    return kept


def _doubt_ends(
    reading: Reading, cells: Cells, kept: pl.Series, pence: pl.Series, columns: Columns
) -> None:
    """Say which payments may be sums after all."""
    if not len(kept):
        return
    if lines := bare_payments(cells, kept, columns):
        shown = ", ".join(map(str, lines[:5])) + (", ..." if len(lines) > 5 else "")
        what = f"line {shown} holds" if len(lines) == 1 else f"lines {shown} hold"
        said = (
            f"{what} an amount and nothing else: no payment, perhaps, but not the sum of the rest"
        )
        reading.doubt(0.2 + 0.3 * min(1, len(lines) / len(kept)), said)
    if equals_the_rest(pence.gather(kept)):
        line = cells.lines[kept[-1]]
        reading.doubt(0.35, f"line {line} is the sum of all rows above it, and named as a payment")


def _totals(
    cells: Cells, either: list[pl.Series], pence: pl.Series, columns: Columns
) -> dict[int, Total]:
    """Find totals among all rows or those that were paid: whichever the sums were made of."""
    found = [totals_among(cells, kept, pence, columns) for kept in either]
    return min(found, key=lambda totals: sum(total.doubt for total in totals.values()))


def _add(
    reading: Reading,
    sheet: str,
    cells: Cells,
    columns: Columns,
    kept: pl.Series,
    days: Days,
    money: Money,
) -> None:
    own = {
        "sheet": pl.repeat(sheet, len(kept), dtype=pl.String, eager=True),
        "line": cells.lines.gather(kept),
        "date": days.day.gather(kept),
        "month_only": days.month_only.gather(kept),
        "amount_pence": money.pence.gather(kept),
    }
    texts = {
        name: cells.column(place).gather(kept)
        for name, place in columns.places.items()
        if name not in ("amount", "date", "credit", "sign")
    }
    if columns.words:
        texts["detail"] = _detail(cells, columns.words).gather(kept)
    frame = pl.DataFrame({**own, **texts}).cast(dict(OWN))
    reading.payments = reading.payments.with_rows(frame)
    reading.fractions_pence += money.fractions_of(kept)
    _say_dates(reading, days, kept, cells, "date" in columns.places)
    if "supplier" in texts and (unnamed := int((texts["supplier"] == "").sum())):
        said = "1 payment has" if unnamed == 1 else f"{unnamed} payments have"
        reading.doubt(0.1 * unnamed / len(kept), f"{said} no supplier")
    for share, text in money.doubts:
        reading.doubt(share, text)


def _above(
    cells: Cells, header: int | None, columns: Columns, days: Days, paid: pl.Series
) -> pl.Series:
    """Say which rows are a preamble: above the header and no payment."""
    if not header:
        return pl.repeat(False, len(cells), eager=True)
    if "date" in columns.places:
        looks_paid = paid & days.day.is_not_null()
    else:
        looks_paid = paid & (cells.column(columns.places.get("supplier")) != "")
    return (pl.int_range(len(cells), eager=True) < header) & ~looks_paid


def _without_amount(cells: Cells, places: pl.Series, money: Money) -> Fates:
    return {place: _why_no_amount(money.raw[place], cells.at(place)) for place in places}


def _why_no_amount(raw: str, cells: list[str]) -> str:
    if not raw:
        return "no amount"
    if naming(cells):
        return "a header repeated"
    if WITHHELD.search(raw):
        return "the amount is withheld"
    return "the amount cannot be read"


def _detail(cells: Cells, words: list[int]) -> pl.Series:
    """Join the words of the columns that are no field of their own."""
    said = pl.DataFrame([cells.column(place).alias(str(place)) for place in words])
    worded = [
        pl.when(~pl.col(name).str.contains(NO_WORDS)).then(pl.col(name)) for name in said.columns
    ]
    joined = pl.concat_str(worded, separator=" | ", ignore_nulls=True)
    return said.select(joined.alias("detail")).to_series()


def _say_dates(reading: Reading, days: Days, kept: pl.Series, cells: Cells, dated: bool) -> None:
    if not dated:
        return
    formats = days.format.gather(kept).value_counts().drop_nulls()
    reading.date_formats = dict(Counter(reading.date_formats) + Counter(dict(formats.iter_rows())))
    raw, read = days.raw.gather(kept), days.day.gather(kept)
    bad = (read.is_null() & (raw != "")).arg_true()
    blank = int((raw == "").sum())
    for share, text in days.doubts:
        reading.doubt(share, text)
    share = (len(bad) + blank) / max(len(kept), 1)
    if len(bad):
        lines = cells.lines.gather(kept)
        shown = ", ".join(f"line {lines[at]}: {raw[at][:40]!r}" for at in bad[:5])
        more = "" if len(bad) <= 5 else ", ..."
        dates = "date" if len(bad) == 1 else "dates"
        said = f"{len(bad)} {dates} that cannot be read, left empty ({shown}{more})"
        reading.doubt(0.02 + 0.5 * share, said)
    if blank:
        reading.doubt(0.3 * share, f"{blank} payments have no date")
