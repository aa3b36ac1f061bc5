"""Published files in plain Python: what pages are held against, sharing nothing with the build.

Needs the files: set PUBLIC_POUND_MIRROR to a folder that holds them.
"""

import csv
import gzip
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import fastexcel
import pytest

from queries import EDITION

MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR", ""))
MARKS = [
    pytest.mark.skipif(
        not os.environ.get("PUBLIC_POUND_MIRROR"),
        reason="PUBLIC_POUND_MIRROR names no folder with the published files",
    ),
    pytest.mark.skipif(not EDITION.exists(), reason="needs the assembled edition"),
]
RETURNS = "finance/england_ro/RSX_LA_Data_2024-25_data_by_LA.ods"
RESIDENTS = "geo/population/ons_mye_1991_2024_by_area.csv"
HEADER, FIRST = 6, 7


def rows_of(file: str) -> Iterator[dict[str, str]]:
    path = MIRROR / file
    opening = gzip.open if path.suffix == ".gz" else open
    with opening(path, "rt", encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


@cache
def residents() -> dict[tuple[str, str], int]:
    """(GSS code, year) -> residents at its middle."""
    return {(row["areacd"], row["year"]): int(row["population"]) for row in rows_of(RESIDENTS)}


@cache
def english_returns() -> dict[str, dict[str, float]]:
    """GSS code -> line of the return of 2024-25 -> pounds of net current expenditure; a line that
    a council did not fill is not in it."""
    sheet = fastexcel.read_excel(MIRROR / RETURNS).load_sheet(
        "RSX_LA_Data_202425", header_row=None, skip_rows=0, dtypes="string"
    )
    rows = sheet.to_polars().rows()
    net = {
        str(name).split(" - Net Current")[0]: column
        for column, name in enumerate(rows[HEADER])
        if name and " - Net Current Expenditure" in str(name)
    }
    found: dict[str, dict[str, float]] = {}
    for row in rows[FIRST:]:
        # After the authorities come England, classes and a second header.
        if not re.fullmatch(r"E\d{4}", str(row[0])):
            break
        found[str(row[1])] = {
            name: float(str(row[column]).replace(",", "")) * 1000
            for name, column in net.items()
            if row[column] not in (None, "", "[x]")
        }
    return found
