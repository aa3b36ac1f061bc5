"""Workbooks whose cells lie so far apart, or repeat so often, that no memory holds them."""

import io
import re
import zipfile

from data.build.payments.result import Refused

MOST_CELLS = 100_000_000
CELL = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
REPEATED_ROW = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="(\d{4,})"[^>]*>(.*?)</table:table-row>', re.S
)
REPEATED_CELL = re.compile(
    rb'<table:table-cell(?=[^>]*office:)[^>]*number-columns-repeated="(\d{4,})"'
)


def refuse_spans(content: bytes) -> None:
    """Raise Refused where a sheet's corners are too far apart, or its cells repeated too often."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
                _refuse_sheet(archive.read(name))
            elif name == "content.xml":
                _refuse_repeats(archive.read(name))


def _refuse_sheet(xml: bytes) -> None:
    found = CELL.findall(xml)
    # Each letter and each number is asked once: a sheet has millions of cells.
    columns = max(map(_column, {letters for letters, _ in found}), default=1)
    rows = max(map(int, {row for _, row in found}), default=1)
    if columns * rows > MOST_CELLS:
        raise Refused(f"a sheet spans {rows:,} rows and {columns:,} columns, more than is read")


def _refuse_repeats(xml: bytes) -> None:
    cells = [int(count) for count in REPEATED_CELL.findall(xml)]
    rows = [int(count) for count, inside in REPEATED_ROW.findall(xml) if b"office:value" in inside]
    if cells or rows:
        most = max(cells + rows)
        raise Refused(f"a cell or row of it is repeated {most:,} times, which is no list")


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place
