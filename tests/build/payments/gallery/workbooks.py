"""Workbooks: .xlsx, .ods, XML of 2003, and pages saved as .xls."""

# ruff: noqa: E501

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from xml.sax.saxutils import escape

import xlsxwriter

from tests.build.payments.gallery.case import HEADER, ROWS, Case

TYPED = [(s, datetime.strptime(d, "%d/%m/%Y"), float(a), r) for s, d, a, r in ROWS]
Fill = Callable[[xlsxwriter.Workbook], None]


def book(fill: Fill, **options) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, options) as workbook:
        fill(workbook)
    return buffer.getvalue()


def write(workbook, rows, name=None, at=0, money="", day="dd/mm/yyyy"):
    """Put rows on a sheet: true dates and numbers where the cell is one."""
    sheet = workbook.add_worksheet(name)
    days = workbook.add_format({"num_format": day})
    sums = workbook.add_format({"num_format": money} if money else {})
    for line, row in enumerate(rows, at):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(line, place, cell, days)
            elif isinstance(cell, float):
                sheet.write_number(line, place, cell, sums)
            elif cell:
                sheet.write_string(line, place, str(cell))
    return sheet


def plain(workbook):
    write(workbook, [HEADER, *TYPED])


def months(workbook):
    write(workbook, [HEADER, *TYPED[:2]], "Apr 23")
    write(
        workbook,
        [("Net Amount", "Payment Date", "Supplier")] + [(a, d, s) for s, d, a, _ in TYPED[2:]],
        "May 23",
    )
    write(workbook, [("These are payments over £500",), ("They are without VAT",)], "Notes")


def hidden_pivot(workbook):
    write(workbook, [HEADER, *TYPED], "Published")
    write(
        workbook,
        [
            ("Row Labels", "Sum of Net Amount"),
            *[(s, a) for s, _, a, _ in TYPED],
            ("Grand Total", 1627.75),
        ],
        "Pivot",
    ).hide()


def pivot(workbook):
    write(
        workbook,
        [
            ("Row Labels", "Sum of Net Amount"),
            *[(s, a) for s, _, a, _ in TYPED],
            ("Grand Total", 1627.75),
        ],
        "Summary",
    )
    write(workbook, [HEADER, *TYPED], "Data")


def year_and_months(workbook):
    write(workbook, [HEADER, *TYPED], "All")
    write(workbook, [HEADER, *TYPED[:2]], "April")
    write(workbook, [HEADER, *TYPED[2:]], "May")


def lookups(workbook):
    write(workbook, [HEADER, *TYPED], "Data")
    write(workbook, [("Code", "Description"), ("R1", "Roads"), ("R2", "Parks")], "Codes")


def mixed_dates(workbook):
    rows = [list(row) for row in TYPED]
    rows[1][1] = "14/04/2023"
    rows[2][1] = float((rows[2][1].date() - date(1899, 12, 30)).days)
    write(workbook, [HEADER, *rows])


def ods(*sheets, often: int = 1) -> bytes:
    """An OpenDocument spreadsheet of (name, rows)."""

    def cell(value) -> str:
        if isinstance(value, datetime):
            return f'<table:table-cell office:value-type="date" office:date-value="{value:%Y-%m-%d}"><text:p>{value:%d/%m/%Y}</text:p></table:table-cell>'
        if isinstance(value, float):
            return f'<table:table-cell table:number-columns-repeated="{often}" office:value-type="float" office:value="{value}"><text:p>{value:,.2f}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'

    body = "".join(
        f'<table:table table:name="{name}">'
        + "".join(
            "<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows
        )
        + '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="1000"/></table:table-row>'
        + "</table:table>"
        for name, rows in sheets
    )
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        )
    return buffer.getvalue()


def xml_2003(rows) -> bytes:
    def cell(value) -> str:
        if isinstance(value, datetime):
            return f'<Cell><Data ss:Type="DateTime">{value:%Y-%m-%dT00:00:00.000}</Data></Cell>'
        if isinstance(value, float):
            return f'<Cell><Data ss:Type="Number">{value}</Data></Cell>'
        return f'<Cell><Data ss:Type="String">{escape(value)}</Data></Cell>'

    inside = "".join("<Row>" + "".join(map(cell, row)) + "</Row>" for row in rows)
    return f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="April"><Table>{inside}</Table></Worksheet></Workbook>'.encode()


def page(*tables) -> bytes:
    """Tables of a web page; a row of one cell spans the table, as a title does."""

    def row(cells) -> str:
        if len(cells) == 1:
            return f'<tr><td colspan="4">{cells[0]}</td></tr>'
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"

    inside = "".join("<table>" + "".join(map(row, rows)) + "</table>" for rows in tables)
    return f"<html><head><title>Report</title></head><body><p>Payments</p>{inside}</body></html>".encode()


OBJECTS = [dict(zip(HEADER, row, strict=True)) for row in ROWS]
LOCKED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + b"\0" * 504
    + "EncryptedPackage".encode("utf-16-le")
    + b"\0" * 3000
)
LETTER = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + b"\0" * 504
    + "WordDocument".encode("utf-16-le")
    + b"\0" * 3000
)
FAR = book(lambda b: write(b, [HEADER, *TYPED]).write(1_048_575, 16_383, "x"))
CASES = [
    Case("a cell in the furthest corner", FAR, "a.xlsx", refused="spans 1,048,576 rows"),
    Case("a workbook", book(plain), "a.xlsx"),
    Case("a workbook named .csv", book(plain), "a.csv"),
    Case("dates counted from 1904", book(plain, date_1904=True), "a.xlsx"),
    Case("dates as dates, text and numbers in one column", book(mixed_dates), "a.xlsx"),
    Case(
        "amounts as text",
        book(lambda b: write(b, [HEADER, *[(s, d, f"£{a:,.2f}", r) for s, d, a, r in TYPED]])),
        "a.xlsx",
    ),
    Case(
        "amounts in brackets by format",
        book(lambda b: write(b, [HEADER, *TYPED], money="£#,##0.00;(£#,##0.00)")),
        "a.xlsx",
    ),
    Case(
        "dates shown as months", book(lambda b: write(b, [HEADER, *TYPED], day="mmm-yy")), "a.xlsx"
    ),
    Case("dates without a format", book(lambda b: write(b, [HEADER, *TYPED], day="0")), "a.xlsx"),
    Case(
        "times on the dates",
        book(
            lambda b: write(
                b,
                [HEADER, *[(s, d.replace(hour=13, minute=5), a, r) for s, d, a, r in TYPED]],
                day="dd/mm/yyyy hh:mm",
            )
        ),
        "a.xlsx",
    ),
    Case(
        "titles above",
        book(lambda b: write(b, [("Payments over £500",), ("April 2023",), (), HEADER, *TYPED])),
        "a.xlsx",
    ),
    Case("rows that start far down", book(lambda b: write(b, [HEADER, *TYPED], at=25)), "a.xlsx"),
    Case(
        "sheets of months, headers in other orders, and notes",
        book(months),
        "a.xlsx",
        says=("'Notes'",),
    ),
    Case("a hidden sheet with a pivot", book(hidden_pivot), "a.xlsx", says=("hidden",)),
    Case("a pivot of the other sheet", book(pivot), "a.xlsx", says=("same total",)),
    Case("the year beside its months", book(year_and_months), "a.xlsx", says=("same total",)),
    Case("a sheet of codes", book(lookups), "a.xlsx", says=("'Codes'",)),
    Case(
        "a column for each month, as true dates",
        book(
            lambda b: write(
                b,
                [
                    ("Supplier", *[datetime(2023, month, 1) for month in (4, 5, 6)]),
                    ("A Ltd", 1.5, 2.5, 3.5),
                    ("B Ltd", 1.5, 2.5, 3.5),
                ],
            )
        ),
        "a.xlsx",
        refused="each month",
    ),
    Case("no sheet with rows", book(lambda b: b.add_worksheet()), "a.xlsx", refused="no rows"),
    Case("an .ods", ods(("April", [HEADER, *TYPED])), "a.ods"),
    Case(
        "an .ods of several sheets",
        ods(
            ("April", [HEADER, *TYPED[:2]]),
            ("May", [HEADER, *TYPED[2:]]),
            ("Notes", [("Payments",)]),
        ),
        "a.ods",
        says=("'Notes'",),
    ),
    Case("an .ods of text", ods(("April", [HEADER, *ROWS])), "a.ods"),
    Case(
        "an .ods that repeats a cell without end",
        ods(("April", [HEADER, *TYPED]), often=900_000_000),
        "a.ods",
        refused="repeated 900,000,000 times",
    ),
    Case("XML spreadsheet of 2003", xml_2003([HEADER, *TYPED]), "a.xls"),
    Case("a page saved as .xls", page([HEADER, *ROWS]), "a.xls"),
    Case(
        "a page with a title row and a total",
        page([("Payments over £500",), HEADER, *ROWS, ("Total", "", "1,627.75", "")]),
        "a.xls",
        aside={"a grand total of the rows above": 1},
    ),
    Case(
        "a page whose other tables are its menu",
        page([("Home", "News"), ("Help", "Contact")], [HEADER, *ROWS]),
        "a.xls",
    ),
    Case(
        "a page with a table of something else",
        page([("Home", "News"), ("Help", "Contact")]),
        "a.xls",
        refused="page",
    ),
    Case("JSON", json.dumps(OBJECTS).encode(), "a.json"),
    Case(
        "JSON inside an object",
        json.dumps({"result": {"records": OBJECTS, "fields": [{"id": "x"}]}}).encode(),
        "a.json",
    ),
    Case(
        "JSON with numbers",
        json.dumps(
            [{**entry, "Net Amount": float(entry["Net Amount"])} for entry in OBJECTS]
        ).encode(),
        "a.json",
    ),
    Case("JSON of arrays", json.dumps([HEADER, *ROWS]).encode(), "a.json"),
    Case("JSON lines", "\n".join(map(json.dumps, OBJECTS)).encode(), "a.jsonl"),
    Case("behind a password", LOCKED, "a.xlsx", refused="password"),
    Case("a letter", LETTER, "a.doc", refused="Word"),
    Case("half a workbook", book(plain)[:2000], "a.xlsx", refused="damaged"),
]
