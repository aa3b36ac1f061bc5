"""A published file -> its cells as they stand, sheet by sheet: csv and the XML of a workbook."""

import csv
import gzip
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

csv.field_size_limit(10**7)


def sheets_of(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Every sheet with its rows; a text file is one sheet without a name."""
    if path.suffix == ".xlsx":
        yield from _workbook(path)
        return
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as packed:
            (name,) = (one for one in packed.namelist() if one.endswith(".csv"))
            content = packed.read(name)
    yield "", list(csv.reader(io.StringIO(_text(content), newline="")))


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # A bare CR ends a line as well; CR CR LF ends one.
        return re.sub(r"\r+\n?", "\n", text)
    return re.sub(r"\r+\n?", "\n", content.decode("latin-1"))


def _workbook(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    with zipfile.ZipFile(path) as packed:
        shared = _shared(packed)
        places = {
            one.attrib["Id"]: one.attrib["Target"].removeprefix("/xl/")
            for one in ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))
        }
        for sheet in ElementTree.fromstring(packed.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
            place = f"xl/{places[sheet.attrib[LINK]]}"
            if "worksheets" in place:
                with packed.open(place) as content:
                    yield sheet.attrib["name"], list(_rows(content, shared))


def _shared(packed: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in packed.namelist():
        return []
    root = ElementTree.fromstring(packed.read("xl/sharedStrings.xml"))
    return [_said(one) for one in root]


def _said(cell: ElementTree.Element) -> str:
    return "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))


def _rows(content, shared: list[str]) -> Iterator[list[str]]:
    for _, row in ElementTree.iterparse(content):
        if row.tag != f"{MAIN}row":
            continue
        cells: list[str] = []
        for cell in row:
            place = _column(cell.attrib["r"]) if "r" in cell.attrib else len(cells)
            cells += [""] * (place + 1 - len(cells))
            cells[place] = _value(cell, shared)
        yield cells
        row.clear()


def _value(cell: ElementTree.Element, shared: list[str]) -> str:
    kind = cell.attrib.get("t")
    if kind == "inlineStr":
        return _said(cell)
    value = cell.find(f"{MAIN}v")
    text = "" if value is None or value.text is None else value.text
    return shared[int(text)] if kind == "s" and text else text


def _column(place: str) -> int:
    number = 0
    for letter in re.match("[A-Z]+", place)[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
