"""Tables inside web pages that reporting systems save as .xls, and in XML spreadsheets."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

from data.build.payments.cells import Cells, of_rows
from data.build.payments.merged import repeats
from data.build.payments.result import Refused

TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.I | re.S)
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|div|table|p|style|meta|"
    r"script)\b",
    re.I | re.S,
)
SHEETS = "urn:schemas-microsoft-com:office:spreadsheet"
WIDEST = 16_384


def is_page(text: str) -> bool:
    """Say whether a text begins as a web page does."""
    return bool(PAGE.match(text[:4000].lstrip("\ufeff")))


def is_xml(text: str) -> bool:
    """Say whether a text begins as XML does."""
    return text[:200].lstrip("\ufeff \r\n\t").startswith("<?xml")


def page_tables(text: str) -> tuple[list[Cells], bool]:
    """Give the tables of a web page that have rows of several cells. Raises Refused without any.

    Says as well whether the page breaks off within a table; a row cut in two is left out.
    """
    reader = _Tables()
    reader.feed(text)
    reader.close()
    tables = [rows for rows in reader.tables if sum(1 for row in rows if len(row[1]) > 1) > 1]
    if not tables:
        title = TITLE.search(text)
        called = f', titled "{" ".join(title[1].split())[:80]}"' if title else ""
        raise Refused(f"the file is a web page{called}, not a table")
    return [of_rows(rows) for rows in tables], reader.broken


def xml_sheets(text: str) -> list[tuple[str, Cells]]:
    """Give the sheets of an XML spreadsheet of 2003. Raises Refused for any other XML."""
    if re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.I):
        raise Refused("the file is XML that declares its own entities, not a table")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise Refused(f"the file is XML that cannot be read: {error}") from error
    if root.tag != f"{{{SHEETS}}}Workbook":
        name = root.tag.split("}")[-1]
        raise Refused(f"the file is XML ({name}), not a table")
    sheets = root.iter(f"{{{SHEETS}}}Worksheet")
    return [(sheet.get(f"{{{SHEETS}}}Name") or "", _sheet(sheet)) for sheet in sheets]


def _sheet(sheet: ElementTree.Element) -> Cells:
    rows: list[tuple[int, list[str]]] = []
    line = 0
    for row in sheet.iter(f"{{{SHEETS}}}Row"):
        line = int(row.get(f"{{{SHEETS}}}Index") or line + 1)
        cells: list[str] = []
        for cell in row.iter(f"{{{SHEETS}}}Cell"):
            place = min(int(cell.get(f"{{{SHEETS}}}Index") or len(cells) + 1), WIDEST)
            cells += [""] * (place - 1 - len(cells))
            data = cell.find(f"{{{SHEETS}}}Data")
            cells.append("" if data is None else "".join(data.itertext()))
            merged = int(cell.get(f"{{{SHEETS}}}MergeAcross") or 0)
            cells += [""] * min(merged, WIDEST)
        rows.append((line, cells))
    return of_rows(rows)


def _span(told: str | None) -> int:
    return min(int(told), WIDEST) if told and told.isdigit() else 1


class _Tables(HTMLParser):
    """Rows of cells of each table; a table inside a cell is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[tuple[int, list[str]]]] = []
        self.open: list[list[tuple[int, list[str]]]] = []
        self.inside = False
        # Cells that reach into rows below, of each open table: column -> rows left, text.
        self.broken = False
        self.reaching: list[dict[int, tuple[int, str]]] = []
        self.spans: list[list[tuple[int, int]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.open.append([])
            self.reaching.append({})
            self.spans.append([])
            self.tables.append(self.open[-1])
            self.inside = False
        elif tag == "tr" and self.open:
            self._end_row()
            self.open[-1].append((self.getpos()[0], []))
            self.inside = False
        elif tag in ("td", "th") and self.open and self.open[-1]:
            said = dict(attrs)
            self._close_cell()
            row = self.open[-1][-1][1]
            self._reach_into(row)
            self.span = _span(said.get("colspan"))
            if (rows := _span(said.get("rowspan"))) > 1:
                self.spans[-1].append((len(row), rows - 1))
            row.append("")
            self.inside = True
        elif tag == "br" and self.inside:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self.open:
            self._end_row()
            self.open.pop()
            self.reaching.pop()
            self.spans.pop()
            self.inside = bool(self.open and self.open[-1] and self.open[-1][-1][1])
        elif tag in ("td", "th"):
            self._close_cell()

    def close(self) -> None:
        """Finish, with whatever tables the page leaves open."""
        super().close()
        self.broken = bool(self.open)
        if self.inside and self.open[-1]:
            # The page breaks off within a cell: nobody knows what is missing of its row.
            self.open[-1].pop()
            self.inside = False
        while self.open:
            self.handle_endtag("table")

    def _close_cell(self) -> None:
        if self.inside:
            self.open[-1][-1][1].extend([""] * (self.span - 1))
            self.inside = False

    def _reach_into(self, row: list[str]) -> None:
        """Put the texts of cells from above that reach into this row in their columns."""
        reaching = self.reaching[-1]
        while len(row) in reaching:
            left, text = reaching.pop(len(row))
            if left > 1:
                self.spans[-1].append((len(row), left - 1))
            row.append(text)

    def _end_row(self) -> None:
        """Close the last row: cells that span rows reach into the next."""
        if not self.open[-1]:
            return
        self._close_cell()
        row = self.open[-1][-1][1]
        self._reach_into(row)
        self.reaching[-1].clear()
        for place, left in self.spans[-1]:
            text = row[place]
            self.reaching[-1][place] = (left, text if repeats(text) else "")
        self.spans[-1].clear()

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.open[-1][-1][1][-1] += data
