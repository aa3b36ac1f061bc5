"""Lists whose rows are sums already: one for each supplier, or supplier and month."""

import re

import polars as pl

from data.build.payments.columns import Columns
from data.build.payments.result import Reading
from data.build.payments.vocabulary import plain

SUM = re.compile(r"(?:sum|total)(?: of)?\b.*|.*\b(?:total|sum)|year to date.*|ytd.*|cyfanswm.*")
FEWEST_ROWS = 5


def note_sums_listed(reading: Reading, columns: Columns, kept: pl.Series) -> None:
    """Say where no supplier comes twice, or none twice in a month: sums, not single payments."""
    frame = reading.payments.frame.tail(len(kept))
    if "supplier" not in frame.columns or len(frame) < FEWEST_ROWS or "reference" in columns.places:
        return
    summed = SUM.fullmatch(plain(columns.names.get("amount", "")))
    by_month = "date" in columns.places and bool(frame["month_only"].all())
    if "date" not in columns.places and summed and frame["supplier"].n_unique() == len(frame):
        reading.doubt(0.03, "its rows are totals per supplier, not single payments")
    if not by_month:
        return
    each = frame.select("supplier", pl.col("date").dt.truncate("1mo")).n_unique() == len(frame)
    if each and (summed or frame["supplier"].n_unique() < len(frame)):
        reading.doubt(0.03, "its rows are totals per supplier and month, not single payments")
