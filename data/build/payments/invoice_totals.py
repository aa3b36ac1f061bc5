"""Lists of an invoice's lines in which the sum of the whole invoice stands on each of them."""

import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.columns import Columns
from data.build.payments.result import Reading

FEWEST_INVOICES = 3
# Of the invoices with several lines, the share whose lines all bear one amount.
ALIKE = 0.9
# Of all rows, the share that belongs to such invoices.
ROWS = 0.3


def note_invoice_totals(reading: Reading, cells: Cells, columns: Columns, kept: pl.Series) -> None:
    """Say where nearly every invoice of several lines bears one amount on all of them."""
    if "reference" not in columns.places:
        return
    frame = reading.payments.frame.tail(len(kept))
    pairs = frame.select("reference", "amount_pence").filter(pl.col("reference") != "")
    different = pairs["reference"].n_unique()
    # One sum to an invoice, and several lines to many: only then is it worth a closer look.
    if len(pairs) < (1 + ROWS) * different or pairs.n_unique() > 1.5 * different + 2:
        return
    lines = cells.frame[kept].with_columns(
        frame["amount_pence"], frame["reference"].alias("invoice")
    )
    # Exact repeats are another matter, and said already.
    lines = lines.unique().filter(pl.col("invoice") != "")
    invoices = lines.group_by("invoice").agg(
        pl.len().alias("lines"),
        pl.col("amount_pence").n_unique().alias("amounts"),
        pl.col("amount_pence").first().alias("pence"),
    )
    several = invoices.filter((pl.col("lines") > 1) & (pl.col("pence") != 0))
    alike = several.filter(pl.col("amounts") == 1)
    if len(several) < FEWEST_INVOICES or len(alike) < ALIKE * len(several):
        return
    if alike["lines"].sum() < ROWS * len(lines):
        return
    over = int(((alike["lines"] - 1) * alike["pence"]).sum())
    once = (int(frame["amount_pence"].sum()) - over) / 100
    said = (
        f"{len(alike)} of {len(several)} invoices with several lines bear one and the same amount "
        f"on each: the invoice's total may stand on every line (£{once:,.2f} in all if so)"
    )
    reading.doubt(0.35, said)
