"""Word, slides and workbook open with their libraries and say what the PDF says."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import fastexcel
import polars as pl
import pptx
import pypdf
import pytest

from brief.document import Asking, Cell, Question, Sheet
from brief.pdf import as_pdf
from brief.slides import as_pptx
from brief.word import as_docx
from brief.workbook import as_xlsx
from tests.brief.test_council_brief import IMPRINT, NAMED, brief_of, close

HOSTILE = '=HYPERLINK("http://evil.example","x")'
SOME = NAMED[::2]


def word_text(body: bytes) -> str:
    made = docx.Document(BytesIO(body))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return close(" ".join([*(line.text for line in made.paragraphs), *cells]))


def slides_text(body: bytes) -> str:
    said = []
    for slide in pptx.Presentation(BytesIO(body)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                said.append(shape.text_frame.text)
            if shape.has_table:
                said += [cell.text for row in shape.table.rows for cell in row.cells]
    return close(" ".join(said))


@pytest.mark.parametrize("slug", SOME)
def test_word_slides_and_workbook_say_the_same(slug):
    said = brief_of(slug)
    word, slides = word_text(as_docx(said, IMPRINT)), slides_text(as_pptx(said, IMPRINT))
    book = fastexcel.read_excel(as_xlsx(said, IMPRINT))
    told = book.load_sheet("Brief", header_row=None).to_polars()
    sentences = {close(str(text)) for text in told.to_series(1).to_list() if text}
    for sentence in said.opening.values():
        assert close(sentence) in word
        assert close(sentence) in slides
        assert close(sentence) in sentences
    for row in said.main.rows[:3]:
        assert close(row[1].strong) in word
        assert close(row[1].strong) in slides
        assert close(row[2].text) in word
        assert close(row[2].text) in slides
    for row in said.second.rows[:3]:
        assert close(row[1].strong) in word
        assert close(row[1].strong) in slides


@pytest.mark.parametrize("slug", SOME)
def test_the_workbook_has_the_figures_as_numbers(slug):
    said = brief_of(slug)
    book = fastexcel.read_excel(as_xlsx(said, IMPRINT))
    for sheet in said.sheets():
        held = book.load_sheet(sheet.name, header_row=2).to_polars()
        assert held.columns == sheet.frame.columns
        assert held.height == sheet.frame.height
        for name in sheet.formats:
            expected = sheet.frame[name].to_list()
            if any(value is not None for value in expected):
                assert held[name].to_list() == pytest.approx(expected, nan_ok=True)


def test_every_picture_has_words():
    said = brief_of("leeds")
    made = docx.Document(BytesIO(as_docx(said, IMPRINT)))
    assert made.inline_shapes
    assert all(shape._inline.docPr.get("descr") for shape in made.inline_shapes)
    assert made.core_properties.language == "en-GB"
    assert made.core_properties.title == said.title
    slides = pptx.Presentation(BytesIO(as_pptx(said, IMPRINT))).slides
    assert len(slides) == 5
    for slide in slides:
        assert slide.shapes.title.text_frame.text
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 13:
                assert shape._element._nvXxPr.cNvPr.get("descr")


def test_the_slides_draw_the_middle_half_too_in_pounds():
    """A median alone closed its axis on itself: a hundredth of a score looked like a leap."""
    slides = pptx.Presentation(BytesIO(as_pptx(brief_of("leeds"), IMPRINT))).slides
    chart = next(s.chart for slide in slides for s in slide.shapes if s.has_chart)
    assert chart.value_axis.tick_labels.number_format == "£#,##0"
    names = [series.name for series in chart.plots[0].series]
    assert [name.rpartition(", ")[2] for name in names[-2:]] == ["lower end", "upper end"]


@pytest.mark.parametrize("hostile", [HOSTILE, "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "=cmd|'/c'!A1"])
def test_no_text_becomes_a_formula_or_a_field(hostile):
    said = brief_of("leeds")
    row = [replace(cell, strong=hostile) for cell in said.main.rows[0][:3]] + [Cell(text=hostile)]
    frame = said.sheets()[0].frame.with_columns(Service=pl.lit(hostile))
    bars = replace(said.charts[1], names=[hostile] * len(said.charts[1].names))
    bad = replace(
        said,
        title=hostile,
        about=hostile,
        notices=[hostile],
        opening={hostile: hostile},
        questions=[Question(hostile, [hostile])],
        asking=[Asking(hostile, [hostile])],
        caveats=[hostile],
        missing=[hostile],
        citation=hostile,
        second=replace(said.second, title=hostile, rows=[[Cell(hostile)] * 6]),
        main=replace(said.main, rows=[row]),
        charts=[said.charts[0], bars],
        sheets=lambda: [Sheet("Services", frame)],
    )
    for sheet in _sheets(as_xlsx(bad, IMPRINT)):
        assert "<f>" not in sheet
    assert "w:instrText" not in _part(as_docx(bad, IMPRINT), "word/document.xml")
    with ZipFile(BytesIO(as_pptx(bad, IMPRINT))) as slides:
        for name in slides.namelist():
            if name.endswith(".xlsx"):
                assert all("<f>" not in sheet for sheet in _sheets(slides.read(name)))
    read = pypdf.PdfReader(BytesIO(as_pdf(bad, IMPRINT)))
    assert not any("/Annots" in page for page in read.pages)


def _sheets(body: bytes) -> list[str]:
    with ZipFile(BytesIO(body)) as parts:
        return [parts.read(n).decode() for n in parts.namelist() if n.startswith("xl/worksheets/s")]


def _part(body: bytes, name: str) -> str:
    with ZipFile(BytesIO(body)) as parts:
        return parts.read(name).decode()
