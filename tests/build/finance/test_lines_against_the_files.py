"""Every line of a service in the edition beside the cell that it names, read in plain Python.

Needs the files: set PUBLIC_POUND_MIRROR to a folder that holds them.
"""

import csv
import gzip
import os
from pathlib import Path

import fastexcel
import polars as pl
import pytest

from data.build import paths
from tests.build.finance.line_files import RO3_2023, RO3_2024, RO4_2024

MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR", ""))
LINES = paths.EDITION / "spending_line.parquet"
pytestmark = [
    pytest.mark.skipif(
        not os.environ.get("PUBLIC_POUND_MIRROR"),
        reason="PUBLIC_POUND_MIRROR names no folder with the published files",
    ),
    pytest.mark.skipif(not LINES.exists(), reason="the edition has no lines of services yet"),
]
SHEETS = {RO3_2023: "RO3_LA_Data_2023-24", RO3_2024: "RO3_LA_Data_202425"}


def index(letters: str) -> int:
    """AB is 27, counted from 0."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1


def grid(path: str) -> list[list[str | None]]:
    if path.endswith(".gz"):
        with gzip.open(MIRROR / path, "rt", encoding="utf-8", newline="") as file:
            return list(csv.reader(file))
    book = fastexcel.read_excel(MIRROR / path)
    sheet = book.load_sheet(SHEETS[path], header_row=None, skip_rows=0, dtypes="string")
    return [list(row) for row in sheet.to_polars().rows()]


def says(row: list[str | None], columns: str) -> float:
    """What the cells say: the first, less those after a minus."""
    first, *others = [
        float((row[index(one)] or "0").replace(",", "")) for one in columns.split("-")
    ]
    return first - sum(others)


@pytest.mark.parametrize(("path", "councils"), [(RO3_2023, 194), (RO3_2024, 208), (RO4_2024, 287)])
def test_every_figure_is_its_cell_in_pounds(path, councils):
    ours = pl.read_parquet(LINES).filter(
        pl.col("value_gbp").is_not_null(), pl.col("source_file") == path
    )
    theirs = grid(path)
    wrong = [
        row
        for row in ours.iter_rows(named=True)
        if abs(says(theirs[row["source_row"] - 1], row["source_column"]) * 1000 - row["value_gbp"])
        > 0.01
    ]
    assert wrong == []
    net = ours.filter(component="net_current_expenditure")
    assert net["council"].n_unique() == councils


def test_noughts_that_are_no_figures_are_gaps_with_their_reason():
    frame = pl.read_parquet(LINES).filter(component="net_current_expenditure")
    harrow = frame.filter(council="HRW", period="2023-24", line="looked_after").row(0, named=True)
    assert (harrow["value_gbp"], harrow["status"]) == (None, "not_submitted")
    assert "by omission" in harrow["note"]
    gateshead = frame.filter(council="GAT", period="2024-25", line="looked_after_fostering").row(
        0, named=True
    )
    assert gateshead["note"] == "The return could not break this down."
