"""Ways to write a table: delimited text, a page, a workbook."""

import csv
import html
import io
from collections.abc import Callable

import xlsxwriter

Table = list[list[str]]


def text(
    table: Table, delimiter: str = ",", end: str = "\n", quoting: int = csv.QUOTE_MINIMAL
) -> str:
    """Delimited text, quoted where it must be."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerows(table)
    return buffer.getvalue()


def unquoted(table: Table, delimiter: str = ",") -> str:
    """Delimited text in which nothing is quoted."""
    return "".join(delimiter.join(row) + "\n" for row in table)


def page(table: Table, spanning: dict[int, Callable[[str], bool]] | None = None) -> str:
    """A page of one table; equal cells below each other in columns ``spanning`` become one."""
    rows = []
    for at, row in enumerate(table):
        cells = []
        for place, cell in enumerate(row):
            if spanning and place in spanning and at > 0:
                if at > 1 and table[at - 1][place] == cell:
                    continue
                below = 1
                while at + below < len(table) and table[at + below][place] == cell:
                    below += 1
                span = f' rowspan="{below}"' if below > 1 else ""
                cells.append(f"<td{span}>{html.escape(cell)}</td>")
            else:
                cells.append(f"<td>{html.escape(cell)}</td>")
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return "<html><body><table>" + "\n".join(rows) + "</table></body></html>"


def workbook(
    sheets: dict[str, Table], fill: Callable[[xlsxwriter.Workbook], None] | None = None
) -> bytes:
    """A workbook of text; ``fill`` may do more to it."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_numbers": False}) as book:
        for name, table in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(table):
                for place, cell in enumerate(row):
                    if cell:
                        sheet.write_string(line, place, cell)
        if fill:
            fill(book)
    return buffer.getvalue()
