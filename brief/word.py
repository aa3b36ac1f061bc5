"""A brief as two pages of Word: real headings and tables, words for every picture."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from brief.document import Brief, Cell, Imprint, Lines, Question, Table
from brief.pictures import chart_svg, qr_svg, sharp_png
from charts.palette import PALETTE, SIGNS
from charts.plain_text import plain

# Word sets a line where it will: what is taken leaves a tenth of each page free.
MAIN_ROWS, SECOND_ROWS, QUESTIONS, LEADS, CAVEATS, MISSING = 9, 5, 3, 2, 5, 4
# Rows of the matrix that a notice, or a long row, takes the place of.
ROOM_OF_A_NOTICE = 1
LONG_ROW, LONG_TABLE = 90, 4
FONT, SIZE, SMALL = "Arial", 8.0, 7.0
WIDTH_MM = 182.0
MARK_MM, CHART_MM, QR_MM = 20.0, 86.0, 18.0
LANGUAGE = "en-GB"
LEGEND = "Line: {}. Dashes: {}. Band: the middle half of the peers."


def as_docx(brief: Brief, imprint: Imprint) -> bytes:
    made = Document()
    _set_up(made, brief, imprint)
    _first_page(made, brief, imprint)
    _second_page(made, brief)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _set_up(made: Any, brief: Brief, imprint: Imprint) -> None:
    told = made.core_properties
    told.title, told.author = plain(brief.title), plain(imprint.name)
    told.language, told.comments = LANGUAGE, ""
    told.subject = plain(brief.about)
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(14)
    page.top_margin, page.bottom_margin = Mm(11), Mm(13)
    page.footer_distance = Mm(6)
    foot = page.footer.paragraphs[0]
    _run(foot, f"{imprint.name}. Edition {brief.edition}. {brief.address}", size=SMALL)
    normal = made.styles["Normal"]
    _typeface(normal, SIZE)
    normal.paragraph_format.space_after, normal.paragraph_format.space_before = Pt(2), Pt(0)
    normal.element.get_or_add_rPr().append(_element("w:lang", {"w:val": LANGUAGE}))
    for level, size in ((1, 20.0), (2, 10.0)):
        style = made.styles[f"Heading {level}"]
        _typeface(style, size)
        style.font.bold, style.font.color.rgb = True, _colour(PALETTE.text)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(5), Pt(2)


def _typeface(style: Any, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _first_page(made: Any, brief: Brief, imprint: Imprint) -> None:
    _run(made.add_paragraph(), f"{imprint.name} · Brief", bold=True, colour=imprint.accent)
    made.add_heading(plain(brief.title), 1)
    made.add_paragraph(plain(brief.about))
    for notice in brief.notices:
        _run(made.add_paragraph(), notice, bold=True)
    said = made.add_table(1, len(brief.opening))
    for cell, (name, words) in zip(said.rows[0].cells, brief.opening.items(), strict=True):
        cell.paragraphs[0].style = made.styles["Heading 2"]
        cell.paragraphs[0].add_run(plain(name))
        cell.add_paragraph(plain(words))
    made.add_heading(plain(brief.main.title), 2)
    rows = MAIN_ROWS - ROOM_OF_A_NOTICE * len(brief.notices) - _long_rows(brief.main)
    _listing(made, brief.main, max(rows, 3))
    note = made.add_paragraph()
    _run(note, f"{brief.main.note} {_rest(brief.main, rows)}".strip(), size=SMALL)
    if brief.charts:
        _charts(made, brief)


def _long_rows(table: Table) -> int:
    long = sum(len(row[2].text) > LONG_ROW for row in table.rows[:MAIN_ROWS] if len(row) > 2)
    return long // LONG_TABLE


def _charts(made: Any, brief: Brief) -> None:
    table = made.add_table(1, len(brief.charts))
    for cell, one in zip(table.rows[0].cells, brief.charts, strict=True):
        _run(cell.paragraphs[0], one.title, bold=True)
        svg = chart_svg(one)
        if svg:
            _picture(cell.add_paragraph(), sharp_png(svg), one.alt, CHART_MM)
        if isinstance(one, Lines):
            own, beside = (line.name for line in one.lines[:2])
            _run(cell.add_paragraph(), LEGEND.format(own, beside), size=SMALL)


def _second_page(made: Any, brief: Brief) -> None:
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    if brief.second.rows:
        made.add_heading(plain(brief.second.title), 2)
        _listing(made, brief.second, SECOND_ROWS)
        if rest := _rest(brief.second, SECOND_ROWS):
            _run(made.add_paragraph(), rest, size=SMALL)
    if brief.questions:
        made.add_heading("Questions to expect", 2)
        for question in brief.questions[:QUESTIONS]:
            _question(made, question)
    if brief.asking_title:
        made.add_heading(plain(brief.asking_title), 2)
        for lead in brief.asking[:LEADS]:
            _run(made.add_paragraph(), lead.about, bold=True)
            _points(made, lead.lines)
        _run(made.add_paragraph(), brief.asking_note, size=SMALL)
    made.add_heading("To bear in mind", 2)
    _points(made, brief.caveats[:CAVEATS])
    made.add_heading("What is missing, and why", 2)
    _points(made, brief.missing[:MISSING])
    _foot(made, brief)


def _question(made: Any, question: Question) -> None:
    line = made.add_paragraph()
    _run(line, f"{question.asked} ", bold=True)
    _run(line, " ".join(question.answers))


def _points(made: Any, lines: Sequence[str]) -> None:
    for line in lines:
        point = made.add_paragraph(style="List Bullet")
        point.paragraph_format.space_after = Pt(1)
        _run(point, line, size=7.5)


def _foot(made: Any, brief: Brief) -> None:
    table = made.add_table(1, 2)
    left, right = table.rows[0].cells
    widths = Mm(WIDTH_MM - QR_MM - 6), Mm(QR_MM + 6)
    left.width, right.width = widths
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _run(left.paragraphs[0], "To cite it: ", bold=True)
    _run(left.paragraphs[0], brief.citation)
    sources = "; ".join(line.split(" (")[0] for line in brief.sources[:2])
    _run(left.add_paragraph(), f"Sources: {sources}; all of them are named in the workbook.", 7.0)
    code = sharp_png(qr_svg(brief.address))
    _picture(right.paragraphs[0], code, f"QR code of {brief.address}", QR_MM)


def _rest(table: Table, shown: int) -> str:
    left = len(table.rows) - shown
    return f"{left} more rows are in the workbook." if left > 0 else ""


def _listing(made: Any, one: Table, most: int) -> None:
    """A table whose first row is its header, told to whoever reads it aloud."""
    rows = one.rows[:most]
    table = made.add_table(len(rows) + 1, len(one.heads))
    table.autofit = False
    _name(table, one.title)
    widths = [Mm(WIDTH_MM * share / sum(one.widths)) for share in one.widths]
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(_element("w:tblHeader", {"w:val": "true"}))
    for cell, words in zip(head.cells, one.heads, strict=True):
        _run(cell.paragraphs[0], words, size=SMALL, bold=True, colour=PALETTE.muted)
    for line, row in zip(table.rows[1:], rows, strict=True):
        line._tr.get_or_add_trPr().append(_element("w:cantSplit", {}))
        for cell, said in zip(line.cells, row, strict=True):
            _cell(cell.paragraphs[0], said)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for line in table.rows:
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = width
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)


def _cell(line: Any, said: Cell) -> None:
    if said.word:
        sign = SIGNS[said.word]
        _run(line, f"{sign.character} ", colour=sign.colour, bold=True)
    if said.mark:
        _picture(line, sharp_png(said.mark.svg), said.mark.words, MARK_MM)
        if said.strong:
            line.add_run("  ")
    if said.strong:
        _run(line, said.strong, bold=True)
    if said.text:
        _run(line, f" {said.text}" if said.strong else said.text)
    if said.small and (said.strong or said.text):
        line.add_run().add_break()
        _run(line, said.small, SMALL)
    elif said.small:
        _run(line, said.small, SMALL)


def _run(
    line: Any, words: str, size: float = SIZE, bold: bool = False, colour: str | None = None
) -> None:
    # Spaces at either end part it from its neighbours; all else is one line of plain text.
    start, end = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    run = line.add_run(f"{start}{plain(words)}{end}")
    run.font.size, run.bold = Pt(size), bold
    if colour:
        run.font.color.rgb = _colour(colour)


def _picture(line: Any, png: bytes, words: str, width_mm: float) -> None:
    shape = line.add_run().add_picture(BytesIO(png), width=Mm(width_mm))
    told = shape._inline.docPr
    told.set("descr", plain(words))
    told.set("title", "")


def _name(table: Any, title: str) -> None:
    properties = table._tbl.tblPr
    properties.append(_element("w:tblCaption", {"w:val": plain(title)}))


def _element(name: str, values: dict[str, str]) -> Any:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(key), value)
    return made


def _colour(text: str) -> RGBColor:
    return RGBColor.from_string(text.removeprefix("#").upper())
