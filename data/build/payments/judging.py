"""Whether a table is a list of payments at all, and what is odd about the one that was read."""

import re
from collections import Counter
from datetime import date

import polars as pl

from data.build.payments.columns import Columns
from data.build.payments.result import Reading, Refused
from data.build.payments.unpaid import refuse_not_paid

# Rows that arithmetic or a header's words prove to be no payments lower no trust.
SUMS = re.compile(
    r"of the rows (?:above|below)|a header repeated|a count,|^cancelled: |^not paid: "
)


def refuse_without(columns: Columns, header: list[str]) -> None:
    """Raise Refused where the columns are too few to call a row a payment."""
    if "amount" not in columns.places:
        refuse_not_paid(header)
        raise Refused("no column of amounts is found by its header or by its values")
    if "supplier" not in columns.places and "date" not in columns.places:
        raise Refused("neither a supplier nor a date column is found beside the amounts")


def note_oddities(reading: Reading) -> None:
    """Add the doubts that only the whole of a reading shows."""
    taken = len(reading.payments)
    if "date" not in reading.columns:
        told = f"; its name or title says {reading.period:%Y-%m}" if reading.period else ""
        reading.doubt(0.15, f"no date column{told}")
    if "supplier" not in reading.columns:
        reading.doubt(0.4, "no supplier column")
    _note_rows(reading, taken)
    below = int((reading.payments.frame["amount_pence"] < 0).sum())
    if below > 0.8 * taken:
        said = f"{below} of {taken} amounts are negative: it may write payments as credits"
        reading.doubt(0.2, said)
    _note_dates(reading)


def _note_rows(reading: Reading, taken: int) -> None:
    if reading.fractions_pence:
        pence = abs(reading.fractions_pence)
        reading.doubt(
            0.0,
            f"amounts have fractions of a penny: rounded one by one, the rows sum to "
            f"{pence:.2f}p {'less' if reading.fractions_pence > 0 else 'more'}",
        )
    reasons = Counter(row.reason for row in reading.set_aside)
    for reason, count in reasons.items():
        rows = "row is" if count == 1 else "rows are"
        weight = 0.05 if SUMS.search(reason) else 0.5
        reading.doubt(weight * count / (count + taken), f"{count} {rows} set aside: {reason}")
    if reading.repeated_rows:
        share = reading.repeated_rows / taken
        repeat = "row repeats" if reading.repeated_rows == 1 else "rows repeat"
        said = f"{reading.repeated_rows} {repeat} another exactly; all are kept"
        if share > 0.499 and reading.repeated_rows > 2 and _evenly(reading):
            reading.doubt(0.5, f"{said}: every row is there twice, so the total is twice too high")
        else:
            reading.doubt(0.02, said)


def _evenly(reading: Reading) -> bool:
    frame = reading.payments.frame.drop("sheet", "line")
    counts = frame.group_by(frame.columns).len()["len"]
    return int((counts % 2 == 1).sum()) <= 0.005 * len(counts)


def _note_dates(reading: Reading) -> None:
    days = reading.payments.frame["date"].drop_nulls().sort()
    if not len(days):
        return
    middle = days[(len(days) - 1) // 2]
    far = [day for day in (days[0], days[-1]) if abs(day.year - middle.year) > 5]
    if far:
        said = " and ".join(f"{day:%Y-%m-%d}" for day in far)
        reading.doubt(0.02, f"dates as far as {said} from the others (about {middle:%Y-%m})")
    period = reading.period
    if period:
        _note_month(reading, days, period)
    if period and abs((middle - period).days) > 500:
        reading.doubt(
            0.3, f"most dates lie about {middle:%Y-%m}, the file's name says {period:%Y-%m}"
        )


def _note_month(reading: Reading, days: pl.Series, period: date) -> None:
    """Say where the file's name gives one month and nearly all days lie in another."""
    months = days.dt.truncate("1mo")
    usual = months.mode()[0]
    share = (months == usual).mean()
    if usual == period or (months == period).any() or share < 0.9 or len(days) < 3:
        return
    reading.doubt(0.04, f"its name says {period:%Y-%m}, and its payments are of {usual:%Y-%m}")
