"""The day and month of each payment: its own, else the month that the file is known to be of."""

from datetime import date

import polars as pl

# Of a quarter's or a year's file, months with fewer payments than this share of its busiest month
# are those into which a few of its days fall: the file does not cover them.
COVERED = 0.4


def months_covered(rows: pl.DataFrame, of_file: date | None) -> dict[bool, list[date]]:
    """Give the months that a file covers, of invoices (False) and of purchases by card (True).

    The month that its name tells, else those of its payments, with any between. ``rows`` has
    columns month and card.
    """
    found = {}
    for card in (False, True):
        counts = rows.filter(pl.col("card") == card).drop_nulls("month").group_by("month").len()
        if counts.is_empty():
            continue
        busy = counts.filter(pl.col("len") >= COVERED * counts["len"].max())["month"]
        first, last = busy.min(), busy.max()
        within = counts.filter(pl.col("month").is_between(first, last))["month"]
        found[card] = [of_file] if of_file else within.sort().to_list()
    return found


def with_months(
    rows: pl.DataFrame,
    of_file: date | None,
    months_ahead: int | None,
    of_days: bool = True,
) -> tuple[pl.DataFrame, list[str]]:
    """Add ``day`` and ``month`` (its first day) in the place of ``date`` and ``month_only``.

    A day that is later than ``months_ahead`` months after the file's month is left out: nothing
    is published before it is paid. Where the days are those of invoices (not ``of_days``), the
    month is that in which the file says they were paid. Gives the rows and what is to be said of
    them.
    """
    last = _months_later(of_file, months_ahead)
    late = pl.col("date") >= last if last else pl.lit(False)
    rows = rows.with_columns(late=late.fill_null(False)).with_columns(
        date=pl.when(~pl.col("late")).then(pl.col("date"))
    )
    problems = _said(rows, of_file, last)
    own = pl.col("date").dt.truncate("1mo")
    named = pl.lit(of_file, pl.Date)
    return rows.with_columns(
        day=pl.when(~pl.col("month_only").fill_null(False)).then(pl.col("date")),
        month=pl.coalesce(own, named) if of_days else pl.coalesce(named, own),
    ).drop("date", "month_only", "late"), problems


def _months_later(month: date | None, months: int | None) -> date | None:
    """First day of the month after the last one that is allowed."""
    if month is None or months is None:
        return None
    count = month.year * 12 + month.month + months
    return date(count // 12, count % 12 + 1, 1)


def _said(rows: pl.DataFrame, of_file: date | None, last: date | None) -> list[str]:
    problems = []
    if late := rows["late"].sum():
        problems.append(f"{late:,} payments are dated {last:%B %Y} or later: the day is left out")
    undated = rows["date"].is_null().sum() - late
    if undated and of_file:
        problems.append(f"{undated:,} payments have no date: the month is that of the file")
    return problems
