"""A brief as an Excel workbook: what is said first, then the rows behind it as numbers."""

from io import BytesIO
from typing import Any

import polars as pl

from brief.document import Bars, Brief, Chart, Imprint, Lines, Sheet
from charts.plain_text import plain
from spreadsheet import AS_DATA, LONGEST_CELL, straight

SAID, CHARTS = "Brief", "Charts"
LEAST, MOST = 9, 60
HEAD_ROW = 2  # under the sheet's note and an empty row
CHART_SIZE = {"width": 620, "height": 340}


def as_xlsx(brief: Brief, imprint: Imprint) -> bytes:
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, AS_DATA) as book:
        book.set_properties({"title": plain(brief.title)[:255], "author": plain(imprint.name)})
        formats = {
            "head": book.add_format(
                {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
            ),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
            "bold": book.add_format({"bold": True, "valign": "top", "text_wrap": True}),
            "title": book.add_format({"bold": True, "font_size": 16}),
        }
        _said(book.add_worksheet(SAID), brief, formats)
        if brief.charts:
            _charts(book, brief.charts, formats)
        for sheet in brief.sheets():
            _sheet(book, sheet, formats)
    return out.getvalue()


def _said(page: Any, brief: Brief, formats: dict[str, Any]) -> None:
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 110)
    page.write_string(0, 0, plain(brief.title), formats["title"])
    lines = [("About", brief.about), *(("Notice", words) for words in brief.notices)]
    lines += list(brief.opening.items())
    lines += [("Question to expect", f"{q.asked} {' '.join(q.answers)}") for q in brief.questions]
    for lead in brief.asking:
        lines.append((brief.asking_title, f"{lead.about}: {'; '.join(lead.lines)}"))
    lines.append((brief.asking_title, brief.asking_note))
    lines += [("To bear in mind", words) for words in brief.caveats]
    lines += [("Missing, and why", words) for words in brief.missing]
    lines += [("Source", words) for words in brief.sources]
    lines += [
        ("Edition", brief.edition),
        ("Address", brief.address),
        ("To cite it", brief.citation),
    ]
    for row, (name, words) in enumerate(filter(lambda line: line[1], lines), 2):
        page.write_string(row, 0, plain(name), formats["bold"])
        page.write_string(row, 1, plain(words)[:LONGEST_CELL], formats["wrap"])


def _sheet(book: Any, one: Sheet, formats: dict[str, Any]) -> None:
    """Its note above, the header held in sight, every column as wide as what stands in it."""
    page = book.add_worksheet(one.name)
    page.write_string(0, 0, plain(one.note))
    page.freeze_panes(HEAD_ROW + 1, 1)
    frame = straight(one.frame)
    for column, name in enumerate(frame.columns):
        number = book.add_format({"num_format": one.formats.get(name, "General")})
        page.set_column(column, column, _width(frame[name]), number)
        page.write_string(HEAD_ROW, column, plain(name), formats["head"])
    for row, values in enumerate(frame.iter_rows(), HEAD_ROW + 1):
        for column, value in enumerate(values):
            if isinstance(value, str):
                page.write_string(row, column, plain(value)[:LONGEST_CELL])
            else:
                page.write(row, column, value)
    if frame.height:
        page.autofilter(HEAD_ROW, 0, HEAD_ROW + frame.height, frame.width - 1)


def _width(column: pl.Series) -> int:
    if column.dtype != pl.String:
        return 14
    longest = max((len(text) for text in column.drop_nulls()), default=0)
    return min(max(longest, len(column.name) // 2, LEAST), MOST) + 1


def _charts(book: Any, charts: Any, formats: dict[str, Any]) -> None:
    """The figures of each chart, and the chart that Excel draws of them."""
    page = book.add_worksheet(CHARTS)
    page.set_column(0, 0, 34)
    page.set_column(1, 4, 16)
    row = 0
    for one in charts:
        row = _chart(book, page, one, row, formats)


def _chart(book: Any, page: Any, one: Chart, row: int, formats: dict[str, Any]) -> int:
    bars = isinstance(one, Bars)
    names = one.names if isinstance(one, Bars) else one.periods
    series = (
        [(one.counts, one.values)]
        if isinstance(one, Bars)
        else [(line.name, line.values) for line in one.lines]
    )
    in_money = one.money if isinstance(one, Lines) else "£" in one.counts
    money = book.add_format({"num_format": "£#,##0.00" if in_money else "#,##0.##"})
    page.write_string(row, 0, plain(one.title), formats["bold"])
    first, last = row + 2, row + 1 + len(names)
    for place, name in enumerate(names):
        page.write_string(first + place, 0, plain(name))
    drawn = book.add_chart({"type": "bar" if bars else "line"})
    for column, (name, values) in enumerate(series, 1):
        page.write_string(row + 1, column, plain(name), formats["head"])
        for place, value in enumerate(values):
            if value is not None:
                page.write_number(first + place, column, value, money)
        drawn.add_series(
            {
                "name": [CHARTS, row + 1, column],
                "categories": [CHARTS, first, 0, last, 0],
                "values": [CHARTS, first, column, last, column],
            }
        )
    drawn.set_title({"name": plain(one.title), "name_font": {"size": 11}})
    if bars:
        drawn.set_y_axis({"reverse": True, "label_position": "low"})
        drawn.set_legend({"none": True})
    drawn.set_size(CHART_SIZE)
    page.insert_chart(row + 1, 6, drawn, {"description": plain(one.alt)})
    return max(last, row + 19) + 2
