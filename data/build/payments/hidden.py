"""Columns and rows of a workbook's sheets that are hidden or filtered out, and merged cells."""

import html
import io
import re
import zipfile
from dataclasses import dataclass, field

RELATION = re.compile(rb"<Relationship\b[^>]*>")
SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"[^>]*>')
MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
ODS_TABLE = re.compile(rb"<table:table\b([^>]*)>(.*?)</table:table>", re.S)
ODS_COLUMN = re.compile(rb"<table:table-column\b([^>]*)>")
ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>")
WIDEST, MOST_MERGED = 16_384, 200_000
Attributes = dict[bytes, bytes]


@dataclass
class Hidden:
    """Places (0-based) of columns and numbers (from 1) of rows that a reader of the sheet sees not.

    ``merged``: cells over several rows, as (column from 0, first row from 1, last row).
    """

    columns: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    filtered: bool = False
    merged: list[tuple[int, int, int]] = field(default_factory=list)


def hidden_in(content: bytes) -> dict[str, Hidden]:
    """Give what is hidden in each sheet of an .xlsx or .ods, by its name; {} for other kinds."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        if "content.xml" in names:
            return _of_ods(archive.read("content.xml"))
        if "xl/workbook.xml" not in names:
            return {}
        parts = _parts(archive, names)
        return {
            name: _of_sheet(archive.read(part)) for name, part in parts.items() if part in names
        }


def _parts(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in names:
        return {}
    targets = {}
    for tag in RELATION.findall(archive.read(relations)):
        told = _attributes(tag)
        target = told.get(b"Target", b"").decode("utf-8", "replace").lstrip("/")
        target = target if target.startswith("xl/") else f"xl/{target}"
        targets[told.get(b"Id", b"")] = target
    found = {}
    for tag in SHEET.findall(archive.read("xl/workbook.xml")):
        told = _attributes(tag)
        found[_text(told.get(b"name", b""))] = targets.get(told.get(b"r:id", b""), "")
    return found


def _of_sheet(xml: bytes) -> Hidden:
    found = Hidden(filtered=b"autoFilter" in xml)
    start = xml.find(b"sheetData")
    for tag in COLUMN.findall(xml[: start if start > 0 else len(xml)]):
        told = _attributes(tag)
        if told.get(b"hidden") in (b"1", b"true") or told.get(b"width") == b"0":
            first, last = int(told.get(b"min", b"1")), int(told.get(b"max", b"1"))
            found.columns += range(first - 1, min(last, WIDEST))
    if xml.find(b'hidden="', max(0, start)) >= 0:
        found.rows = [int(_attributes(tag).get(b"r", b"0")) for tag in ROW.findall(xml)]
    # They stand behind all cells.
    merged = xml[max(0, xml.find(b"mergeCells")) :]
    for left, top, right, bottom in MERGED.findall(merged)[:MOST_MERGED]:
        if left == right and top != bottom:
            found.merged.append((_place(left), int(top), int(bottom)))
    return found


def _of_ods(xml: bytes) -> dict[str, Hidden]:
    found = {}
    for head, body in ODS_TABLE.findall(xml):
        hidden = Hidden()
        place = 0
        for tag in ODS_COLUMN.findall(body):
            told = _attributes(tag)
            count = int(told.get(b"table:number-columns-repeated", b"1"))
            if told.get(b"table:visibility") in (b"collapse", b"filter"):
                hidden.columns += range(place, min(place + count, WIDEST))
            place += count
        line = 1
        for tag in ODS_ROW.findall(body):
            told = _attributes(tag)
            count = int(told.get(b"table:number-rows-repeated", b"1"))
            kind = told.get(b"table:visibility")
            if kind in (b"collapse", b"filter") and count < WIDEST:
                hidden.rows += range(line, line + count)
                hidden.filtered = hidden.filtered or kind == b"filter"
            line += count
        found[_text(_attributes(head).get(b"table:name", b""))] = hidden
    return found


def _attributes(tag: bytes) -> Attributes:
    return dict(ATTRIBUTE.findall(tag))


def _text(raw: bytes) -> str:
    return html.unescape(raw.decode("utf-8", "replace"))


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1
