"""Amounts that a spreadsheet has cut to their first figures: 1E+05 may be 95,000 to 149,999."""

import re

import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.columns import Columns
from data.build.payments.result import Reading

SCIENTIFIC = r"(?i)\dE\+?\d"
WRITTEN = re.compile(r"[^\d]*(\d)(?:[.,](\d*))?E\+?(\d{1,2})\D*", re.I)
SHOWN = 3


def note_lost_figures(reading: Reading, cells: Cells, columns: Columns, kept: pl.Series) -> None:
    """Say which amounts keep too few figures for whole pounds, and within what they may lie."""
    raw = cells.column(columns.places["amount"]).gather(kept)
    written = raw.filter(raw.str.contains(SCIENTIFIC)).to_list()
    lost = [(text, *span) for text in written if (span := _span(text))]
    if not lost:
        return
    texts = ", ".join(
        f"{text!r} may be £{low:,.0f} to £{high:,.0f}"
        for text, low, high in sorted(set(lost))[:SHOWN]
    )
    rows = "1 amount is" if len(lost) == 1 else f"{len(lost)} amounts are"
    unsure = sum(high - low for _, low, high in lost)
    total = abs(int(reading.payments.frame["amount_pence"].tail(len(kept)).sum())) / 100
    share = min(0.6, 0.11 + unsure / max(total, 1))
    reading.doubt(share, f"{rows} cut to the first figures: {texts}")


def _span(text: str) -> tuple[float, float] | None:
    """Give the least and the greatest pounds that are written so; None where no pound is lost."""
    found = WRITTEN.fullmatch(text.strip())
    if not found:
        return None
    places, power = len(found[2] or ""), int(found[3])
    if power <= places:
        return None
    value = float(f"{found[1]}.{found[2] or 0}e{power}")
    half = 0.5 * 10.0 ** (power - places)
    # Below a power of ten the figures lie ten times as close.
    lower = half / 10 if int(found[1]) == 1 and not (found[2] or "").strip("0") else half
    return value - lower, value + half - 1
