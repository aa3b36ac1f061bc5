"""A file's bytes -> the tables in it: text, sheets, pages or objects."""

from dataclasses import dataclass, field, replace

import fastexcel
import polars as pl

from data.build.payments.cells import Cells
from data.build.payments.decode import text_of
from data.build.payments.dialect import rows_of
from data.build.payments.hidden import Hidden, hidden_in
from data.build.payments.markup import is_page, is_xml, page_tables, xml_sheets
from data.build.payments.merged import spread
from data.build.payments.objects import is_json, object_cells
from data.build.payments.result import Refused
from data.build.payments.spans import refuse_spans
from data.build.payments.unpacking import ZIP

WEB_PAGE = "a table of a web page"
XLS = b"\xd0\xcf\x11\xe0"
OLD_KINDS = {
    "EncryptedPackage": "a workbook behind a password",
    "WordDocument": "a Word document, not a table",
    "PowerPoint Document": "a presentation, not a table",
}
OTHER_KINDS = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "a text document",
    b"MIME-Version": "a web archive",
    b"PAR1": "a Parquet file",
    b"Rar!": "a RAR archive",
    b"version https://git-lfs": "a pointer to a large file",
    b"7z\xbc\xaf": "a 7-Zip archive",
}


@dataclass(frozen=True, eq=False)
class Table:
    """Rows of one sheet; a delimited file is one table without a name.

    ``open_ended``: a text that ends without a line end. ``many``: there are other sheets.
    """

    sheet: str
    cells: Cells
    hidden: Hidden = field(default_factory=Hidden)
    open_ended: bool = False
    many: bool = False


@dataclass(frozen=True)
class Opened:
    """The tables of one file, and how they were written."""

    tables: list[Table]
    encoding: str
    dialect: str
    hidden: list[str] = field(default_factory=list)
    broken: bool = False


def open_tables(content: bytes, encoding: str = "", delimiter: str = "") -> Opened:
    """Cut a file's content into rows of cells. Raises Refused where it holds no table."""
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Refused("the file is empty")
    if content.startswith((XLS, ZIP)):
        return _workbook(content)
    for magic, kind in OTHER_KINDS.items():
        if content.startswith(magic):
            raise Refused(f"the file is {kind}, not a table")
    text, found = (content.decode(encoding), encoding) if encoding else text_of(content)
    _refuse_noise(text)
    if is_page(text):
        pages, broken = page_tables(text)
        return Opened([Table("", cells) for cells in pages], found, WEB_PAGE, broken=broken)
    if is_xml(text):
        return Opened([Table(*sheet) for sheet in xml_sheets(text)], found, "XML spreadsheet")
    if is_json(text):
        return Opened([Table("", object_cells(text))], found, "JSON")
    cells, dialect = rows_of(text, delimiter)
    open_ended = not text.rstrip("\0 \t").endswith(("\n", "\r", "\x1a"))
    return Opened([Table("", cells, open_ended=open_ended)], found, dialect)


def _refuse_noise(text: str) -> None:
    head = text[:20_000].rstrip("\0")
    noise = sum(1 for sign in head if sign < " " and sign not in "\t\r\n\f\v\x1a\0")
    if noise > 0.02 * len(head) or head.count("\0") > 0.5 * len(head):
        raise Refused("the file is not text and no kind of workbook")


def _workbook(content: bytes) -> Opened:
    for stream, kind in OLD_KINDS.items():
        if content.startswith(XLS) and stream.encode("utf-16-le") in content:
            raise Refused(f"the file is {kind}")
    try:
        if content.startswith(ZIP):
            refuse_spans(content)
        book = fastexcel.read_excel(content)
        hidden = hidden_in(content)
        sheets = [_sheet(book, name, hidden.get(name, Hidden())) for name in book.sheet_names]
    except Refused:
        raise
    except Exception as error:  # the reader's own errors share no class
        raise Refused(f"the workbook cannot be opened, it may be damaged: {error}") from error
    # What a publisher has hidden is read only where nothing else is.
    shown = [table for table, visible in sheets if visible] or [table for table, _ in sheets]
    unseen = [table.sheet for table, visible in sheets if not visible]
    many = f"{len(sheets)} sheets" if len(sheets) > 1 else "one sheet"
    shown = [replace(table, many=len(sheets) > 1) for table in shown]
    return Opened(shown, "workbook", many, unseen)


def _sheet(book: fastexcel.ExcelReader, name: str, hidden: Hidden) -> tuple[Table, bool]:
    sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    frame: pl.DataFrame = sheet.to_polars().fill_null("")
    frame = frame.rename({old: str(at) for at, old in enumerate(frame.columns)})
    if not frame.width:
        frame = pl.DataFrame({"0": []}, {"0": pl.String})
    cells = Cells(pl.int_range(1, frame.height + 1, eager=True).alias("line"), frame)
    return Table(name, spread(cells, hidden.merged), hidden), sheet.visible == "visible"
