"""A brief as two pages of Word: real headings and tables, words for every picture."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from brief.document import Brief, Cell, Chart, Imprint, Lines, Question, Table
from brief.pictures import chart_svg, qr_svg, sharp_png
from brief.room import Setting, rest_words, row_height, taken, text_height
from charts.palette import PALETTE, SIGNS
from charts.plain_text import plain

FONT, SIZE, SMALL = "Arial", 8.0, 7.0
WIDTH_MM = 182.0
POINTS = 72 / 25.4
WIDTH, HIGH = WIDTH_MM * POINTS, 273.0 * POINTS
# Word sets a line where it will: this part of each page is planned for.
PLANNED = 0.94
LEADING, LINE = 1.2, 1.05
ROW = Setting(SIZE, SMALL, LEADING, padding=11.0, margin=1.5, mark=20.0 * POINTS)
POINT, TITLE, HEADING = 7.5, 20.0, 10.0
FEWEST_ROWS = 2
MARK_MM, CHART_MM, QR_MM = 20.0, 86.0, 18.0
LANGUAGE = "en-GB"
LONGEST_TOLD = 255  # of a property of an Office document
LEGEND = ("Line", "Dashes", "Dots")


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
    told.title, told.author = plain(brief.title)[:LONGEST_TOLD], plain(imprint.name)
    told.language, told.comments = LANGUAGE, ""
    told.subject = plain(brief.about)[:LONGEST_TOLD]
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
    normal.paragraph_format.line_spacing = LINE
    normal.element.get_or_add_rPr().append(_element("w:lang", {"w:val": LANGUAGE}))
    for level, size in ((1, TITLE), (2, HEADING)):
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
    rows = _main_rows(brief)
    _listing(made, brief.main, rows)
    note = made.add_paragraph()
    _run(note, f"{brief.main.note} {rest_words(len(brief.main.rows), rows)}".strip(), size=SMALL)
    if brief.charts:
        _charts(made, brief)


def _main_rows(brief: Brief) -> int:
    """As many as the first page takes beside all else on it."""
    room = HIGH * PLANNED - _down(brief.title, TITLE, bold=True) - 24
    room -= sum(_down(notice, SIZE, bold=True) + 2 for notice in brief.notices)
    room -= _down(brief.about, SIZE) + 2
    column = WIDTH / max(len(brief.opening), 1) - 11
    room -= max(
        text_height(name, HEADING, column, LEADING, bold=True)
        + text_height(words, SIZE, column, LEADING)
        for name, words in brief.opening.items()
    )
    room -= _down(brief.main.title, HEADING, bold=True) + 20
    room -= _down(f"{brief.main.note} and so many more rows are in the workbook.", SMALL) + 12
    room -= max(map(_chart_height, brief.charts), default=0)
    return max(_rows_in(brief.main, room), FEWEST_ROWS)


def _chart_height(one: Chart) -> float:
    width = CHART_MM * POINTS
    height = 128.0 if isinstance(one, Lines) else 11.5 * len(one.names) + 6
    legend = text_height(_legend(one), SMALL, width, LEADING) if isinstance(one, Lines) else 0
    title = text_height(one.title, SIZE, width, LEADING, bold=True)
    return height * width / 260.0 + title + legend + 6


def _rows_in(table: Table, room: float) -> int:
    return taken(table.rows, lambda row: row_height(row, table.widths, WIDTH, ROW), room)


def _down(text: str, size: float, *, bold: bool = False, width: float = WIDTH) -> float:
    return text_height(text, size, width, LEADING, bold=bold)


def _charts(made: Any, brief: Brief) -> None:
    table = made.add_table(1, len(brief.charts))
    for cell, one in zip(table.rows[0].cells, brief.charts, strict=True):
        _run(cell.paragraphs[0], one.title, bold=True)
        svg = chart_svg(one)
        if svg:
            _picture(cell.add_paragraph(), sharp_png(svg), one.alt, CHART_MM)
        if isinstance(one, Lines):
            _run(cell.add_paragraph(), _legend(one), size=SMALL)


def _legend(one: Lines) -> str:
    said = [f"{kind}: {line.name}." for kind, line in zip(LEGEND, one.lines, strict=False)]
    return " ".join([*said, f"Band: {one.band_name}." if one.band else ""]).strip()


class Level(NamedTuple):
    """How much of everything the second page says."""

    rows: int
    questions: int
    leads: int
    caveats: int
    missing: int


# From much to little: the first that fits stands.
LEVELS = (
    Level(20, 7, 4, 9, 8),
    Level(14, 7, 4, 8, 8),
    Level(11, 6, 3, 8, 7),
    Level(9, 6, 3, 7, 6),
    Level(8, 5, 2, 6, 5),
    Level(6, 4, 2, 6, 5),
    Level(5, 4, 2, 5, 4),
    Level(4, 3, 1, 4, 3),
    Level(3, 2, 1, 3, 2),
    Level(2, 1, 0, 2, 2),
)


def _second_page(made: Any, brief: Brief) -> None:
    level = next((one for one in LEVELS if _fits(brief, one)), LEVELS[-1])
    heading = _heading_of_page(made)
    if brief.second.rows:
        heading(brief.second.title)
        _listing(made, brief.second, level.rows)
        if rest := rest_words(len(brief.second.rows), level.rows):
            _run(made.add_paragraph(), rest, size=SMALL)
    if brief.questions:
        heading("Questions to expect")
        for question in brief.questions[: level.questions]:
            _question(made, question)
    if brief.asking_title:
        heading(brief.asking_title)
        for lead in brief.asking[: level.leads]:
            _run(made.add_paragraph(), lead.about, bold=True)
            _points(made, lead.lines)
        _run(made.add_paragraph(), brief.asking_note, size=SMALL)
    heading("To bear in mind")
    _points(made, brief.caveats[: level.caveats])
    heading("What is missing, and why")
    _points(made, brief.missing[: level.missing])
    _foot(made, brief)


def _heading_of_page(made: Any) -> Callable[[str], None]:
    """The first of them begins the page; no empty line carries the break."""
    first = [True]

    def heading(words: str) -> None:
        line = made.add_heading(plain(words), 2)
        line.paragraph_format.page_break_before = bool(first and first.pop())

    return heading


def _fits(brief: Brief, level: Level) -> bool:
    rows = brief.second.rows[: level.rows]
    height = _down(brief.second.title, HEADING, bold=True) + 30
    height += sum(row_height(row, brief.second.widths, WIDTH, ROW) for row in rows)
    height += 4 * (HEADING * LEADING + 7)
    for question in brief.questions[: level.questions]:
        height += _down(f"{question.asked} {' '.join(question.answers)}", SIZE, bold=True) + 2
    for lead in brief.asking[: level.leads]:
        height += _down(lead.about, SIZE, bold=True) + 2 + sum(map(_point_height, lead.lines))
    height += _down(brief.asking_note, SMALL) + 2
    for line in (*brief.caveats[: level.caveats], *brief.missing[: level.missing]):
        height += _point_height(line)
    return height + max(QR_MM * POINTS + 4, _foot_height(brief)) <= HIGH * PLANNED


def _point_height(line: str) -> float:
    return text_height(line, POINT, WIDTH - 24, LEADING) + 1


def _foot_height(brief: Brief) -> float:
    width = (WIDTH_MM - QR_MM - 10) * POINTS
    return _down(f"To cite it: {brief.citation}", SIZE, width=width) + 3 * SMALL * LEADING


def _question(made: Any, question: Question) -> None:
    line = made.add_paragraph()
    _run(line, f"{question.asked} ", bold=True)
    _run(line, " ".join(question.answers))


def _points(made: Any, lines: Sequence[str]) -> None:
    for line in lines:
        point = made.add_paragraph(style="List Bullet")
        point.paragraph_format.space_after = Pt(1)
        _run(point, line, size=POINT)


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
