"""A brief as five slides: the answer, the matrix, the charts, the results, the questions."""

# python-pptx has types for half of what it does.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from brief.document import Bars, Brief, Chart, Imprint, Lines, Table
from brief.pictures import qr_svg, sharp_png
from charts.palette import PALETTE, SIGNS
from charts.plain_text import plain
from spreadsheet import inert_text

FONT, LANGUAGE = "Arial", "en-GB"
WIDE, HIGH = 13.333, 7.5
LEFT, ACROSS, TOP, DOWN = 0.6, 12.1, 1.35, 5.45
TITLE_ONLY = 5
MAIN_ROWS, SECOND_ROWS, QUESTIONS, CAVEATS, MISSING = 7, 6, 4, 4, 3
TEXT, SMALL = 19.0, 12.0


def as_pptx(brief: Brief, imprint: Imprint) -> bytes:
    made = Presentation()
    made.slide_width, made.slide_height = Inches(WIDE), Inches(HIGH)
    told = made.core_properties
    told.title, told.author, told.language = plain(brief.title), plain(imprint.name), LANGUAGE
    _answer(made, brief, imprint)
    _rows(made, brief, imprint, brief.main, MAIN_ROWS)
    _charts(made, brief, imprint)
    _rows(made, brief, imprint, brief.second, SECOND_ROWS)
    _questions(made, brief, imprint)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _slide(made: Any, title: str, brief: Brief, imprint: Imprint) -> Any:
    slide = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])
    name = slide.shapes.title
    name.left, name.top, name.width, name.height = (
        Inches(LEFT), Inches(0.35), Inches(ACROSS), Inches(0.9),
    )  # fmt: skip
    name.text_frame.text = plain(title)
    for line in name.text_frame.paragraphs:
        line.alignment = 1
        for run in line.runs:
            _dress(run, 26.0, True, PALETTE.text)
    foot = _box(slide, LEFT, HIGH - 0.5, ACROSS, 0.3)
    said = f"{imprint.name}. Edition {brief.edition}. {brief.address}"
    _line(foot, said, 9.0, colour=PALETTE.muted, first=True)
    return slide


def _answer(made: Any, brief: Brief, imprint: Imprint) -> None:
    slide = _slide(made, brief.title, brief, imprint)
    frame = _box(slide, LEFT, TOP, ACROSS - 1.9, DOWN)
    _line(frame, brief.about, SMALL + 1, colour=PALETTE.muted, first=True)
    for notice in brief.notices:
        _line(frame, notice, SMALL + 1, bold=True)
    size = TEXT if len(brief.notices) < 4 else TEXT - 2
    for name, words in brief.opening.items():
        _line(frame, f"{name}. {words}", size)
    code = slide.shapes.add_picture(
        BytesIO(sharp_png(qr_svg(brief.address))),
        Inches(WIDE - 2.1), Inches(TOP), Inches(1.5), Inches(1.5),
    )  # fmt: skip
    _words_of(code, f"QR code of {brief.address}")


def _rows(made: Any, brief: Brief, imprint: Imprint, one: Table, most: int) -> None:
    """The columns of words; a column of drawings alone has no place in a slide's table."""
    slide = _slide(made, one.title, brief, imprint)
    rows = one.rows[:most]
    shown = [
        place
        for place in range(len(one.heads))
        if any(row[place].strong or row[place].text for row in rows)
    ]
    if not rows or not shown:
        _line(_box(slide, LEFT, TOP, ACROSS, 1), "Nothing is held to show here.", TEXT, first=True)
        return
    frame = slide.shapes.add_table(
        len(rows) + 1, len(shown), Inches(LEFT), Inches(TOP), Inches(ACROSS), Inches(0.4)
    )
    _words_of(frame, f"{one.title}. Table of {len(rows)} rows.")
    table = frame.table
    whole = sum(one.widths[place] for place in shown)
    for column, place in enumerate(shown):
        table.columns[column].width = Inches(ACROSS * one.widths[place] / whole)
        _fill(table.cell(0, column), one.heads[place], True)
        for line, row in enumerate(rows, 1):
            cell = row[place]
            sign = f"{SIGNS[cell.word].character} " if cell.word else ""
            _fill(table.cell(line, column), f"{sign}{cell.said}", False)
    left = len(one.rows) - len(rows)
    if left > 0:
        frame_foot = _box(slide, LEFT, HIGH - 0.8, ACROSS, 0.3)
        _line(frame_foot, f"{left} more rows are in the workbook.", 9.0, first=True)


def _fill(cell: Any, words: str, head: bool) -> None:
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour(PALETTE.peers_range if head else PALETTE.ground)
    cell.text_frame.text = plain(words)
    for line in cell.text_frame.paragraphs:
        for run in line.runs:
            _dress(run, SMALL, head, PALETTE.text)


def _charts(made: Any, brief: Brief, imprint: Imprint) -> None:
    slide = _slide(made, f"{brief.title}: over the years and by service", brief, imprint)
    if not brief.charts:
        _line(_box(slide, LEFT, TOP, ACROSS, 1), "Nothing is held to draw.", TEXT, first=True)
    wide = ACROSS / max(len(brief.charts), 1)
    for place, one in enumerate(brief.charts):
        at = LEFT + place * wide
        _line(_box(slide, at, TOP - 0.1, wide - 0.2, 0.5), one.title, 13.0, bold=True, first=True)
        frame = slide.shapes.add_chart(
            XL_CHART_TYPE.LINE if isinstance(one, Lines) else XL_CHART_TYPE.BAR_CLUSTERED,
            Inches(at), Inches(TOP + 0.4), Inches(wide - 0.2), Inches(DOWN - 0.5), _data(one),
        )  # fmt: skip
        _words_of(frame, one.alt)
        _dress_chart(frame.chart, one, imprint)


def _data(one: Chart) -> CategoryChartData:
    data = CategoryChartData(number_format="£#,##0")
    if isinstance(one, Bars):
        # A bar chart begins at the foot.
        data.categories = [inert_text(plain(name)) for name in reversed(one.names)]
        data.add_series("£ per head", list(reversed(one.values)))
        return data
    data.categories = [inert_text(plain(period)) for period in one.periods]
    for line in one.lines:
        data.add_series(inert_text(plain(line.name)), list(line.values))
    return data


def _dress_chart(chart: Any, one: Chart, imprint: Imprint) -> None:
    chart.font.size, chart.font.name = Pt(10), FONT
    chart.has_title = False
    chart.has_legend = isinstance(one, Lines)
    if isinstance(one, Lines):
        chart.value_axis.major_gridlines.format.line.color.rgb = _colour(PALETTE.grid)
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        for series, colour in zip(
            chart.plots[0].series, (imprint.accent, PALETTE.peers), strict=False
        ):
            series.format.line.color.rgb, series.smooth = _colour(colour), False
        return
    bars = chart.plots[0]
    bars.gap_width, bars.has_data_labels = 40, True
    bars.data_labels.number_format = '"£"#,##0" more";"£"#,##0" less"'
    bars.data_labels.number_format_is_linked = False
    bars.series[0].invert_if_negative = False
    bars.series[0].format.fill.solid()
    bars.series[0].format.fill.fore_color.rgb = _colour(imprint.accent)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    # Room for the words beyond the longest bar on either side.
    low, high = min(0.0, *one.values), max(0.0, *one.values)
    room = (high - low) * 0.35
    chart.value_axis.minimum_scale = low - (room if low < 0 else 0)
    chart.value_axis.maximum_scale = high + (room if high > 0 else 0)
    chart.value_axis.has_major_gridlines = chart.value_axis.visible = False


def _questions(made: Any, brief: Brief, imprint: Imprint) -> None:
    slide = _slide(made, "Questions to expect, and what to bear in mind", brief, imprint)
    half = ACROSS / 2 - 0.2
    left = _box(slide, LEFT, TOP, half, DOWN)
    _points(left, [f"{q.asked} {' '.join(q.answers)}" for q in brief.questions[:QUESTIONS]])
    right = _box(slide, LEFT + half + 0.4, TOP, half, DOWN)
    _points(right, [*brief.caveats[:CAVEATS], *brief.missing[:MISSING]])
    _line(right, f"To cite it: {brief.citation}", 9.0)


def _points(frame: Any, lines: Sequence[str]) -> None:
    for place, words in enumerate(lines):
        _line(frame, words, SMALL, first=place == 0)


def _box(slide: Any, left: float, top: float, wide: float, high: float) -> Any:
    made = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(wide), Inches(high))
    made.text_frame.word_wrap = True
    return made.text_frame


def _line(
    frame: Any,
    words: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = PALETTE.text,
    first: bool = False,
) -> None:
    line = frame.paragraphs[0] if first else frame.add_paragraph()
    line.space_after = Pt(6)
    run = line.add_run()
    run.text = plain(words)
    _dress(run, size, bold, colour)


def _dress(run: Any, size: float, bold: bool, colour: str) -> None:
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    run.font.color.rgb = _colour(colour)
    run._r.get_or_add_rPr().set("lang", LANGUAGE)


def _words_of(shape: Any, words: str) -> None:
    """What is read aloud in the place of a picture, a chart or a table."""
    element = shape._element
    for told in element.iter(qn("p:cNvPr")):
        told.set("descr", plain(words))


def _colour(text: str) -> RGBColor:
    return RGBColor.from_string(text.removeprefix("#").upper())
