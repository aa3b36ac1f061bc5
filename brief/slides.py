"""A brief as five slides: the answer, the matrix, the charts, the results, the questions."""

# python-pptx has types for half of what it does.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from io import BytesIO
from itertools import zip_longest
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from brief.document import Bars, Brief, Cell, Chart, Imprint, Lines, Table
from brief.pictures import qr_svg, sharp_png
from brief.room import Setting, rest_words, row_height, taken, text_height
from charts.palette import PALETTE, SIGNS
from charts.plain_text import plain
from spreadsheet import inert_text

FONT, LANGUAGE = "Arial", "en-GB"
LONGEST_TOLD = 255  # of a property of an Office document
WIDE, HIGH = 13.333, 7.5
LEFT, ACROSS, TOP, DOWN = 0.6, 12.1, 1.35, 5.45
TITLE_ONLY = 5
TEXT, SMALL, CITATION = 19.0, 12.0, 9.0
SMALLEST, LARGEST_TITLE, SMALL_TITLE, LONG_TITLE = 12.0, 26.0, 20.0, 110
INCH, LEADING = 72.0, 1.2
ROW = Setting(SMALL, SMALL, LEADING, padding=16.0, margin=5.0)
MOST_ROWS, MOST_POINTS = 12, 8
MONEY_AXIS = "£#,##0"
BAND_ENDS = ("lower end", "upper end")


def as_pptx(brief: Brief, imprint: Imprint) -> bytes:
    made = Presentation()
    made.slide_width, made.slide_height = Inches(WIDE), Inches(HIGH)
    told = made.core_properties
    told.title, told.author = plain(brief.title)[:LONGEST_TOLD], plain(imprint.name)
    told.language = LANGUAGE
    _answer(made, brief, imprint)
    _rows(made, brief, imprint, brief.main)
    _charts(made, brief, imprint)
    _rows(made, brief, imprint, brief.second)
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
            size = LARGEST_TITLE if len(title) <= LONG_TITLE else SMALL_TITLE
            _dress(run, size, True, PALETTE.text)
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
    size = _answer_size(brief)
    for name, words in brief.opening.items():
        _line(frame, f"{name}. {words}", size)
    code = slide.shapes.add_picture(
        BytesIO(sharp_png(qr_svg(brief.address))),
        Inches(WIDE - 2.1), Inches(TOP), Inches(1.5), Inches(1.5),
    )  # fmt: skip
    _words_of(code, f"QR code of {brief.address}")


def _answer_size(brief: Brief) -> float:
    """The largest letters in which all three sentences fit."""
    width = (ACROSS - 2.1) * INCH
    room = (DOWN - 0.1) * INCH - _height(brief.about, SMALL + 1, width)
    room -= sum(_height(one, SMALL + 1, width, bold=True) for one in brief.notices)
    size = TEXT
    while size > SMALLEST and room < sum(
        _height(f"{name}. {words}", size, width) for name, words in brief.opening.items()
    ):
        size -= 1
    return size


def _height(words: str, size: float, width: float, *, bold: bool = False) -> float:
    return text_height(words, size, width, LEADING, bold=bold) + 6


def _rows(made: Any, brief: Brief, imprint: Imprint, one: Table) -> None:
    """The columns of words; a column of drawings alone has no place in a slide's table."""
    slide = _slide(made, one.title, brief, imprint)
    shown = [
        place
        for place in range(len(one.heads))
        if any(row[place].said for row in one.rows)
        and not any(row[place].mark and not row[place].said for row in one.rows)
    ]
    widths = [one.widths[place] for place in shown]

    def height(row: Sequence[Cell]) -> float:
        said = [Cell(f"{row[place].said} xx") for place in shown]
        return row_height(said, widths, ACROSS * INCH, ROW)

    rows = one.rows[: taken(one.rows, height, (DOWN - 0.45) * INCH, MOST_ROWS)]
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
    if rest := rest_words(len(one.rows), len(rows)):
        _line(_box(slide, LEFT, HIGH - 0.8, ACROSS, 0.3), rest, CITATION, first=True)


def _fill(cell: Any, words: str, head: bool) -> None:
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour(PALETTE.peers_range if head else PALETTE.ground)
    cell.text_frame.text = plain(words)
    for line in cell.text_frame.paragraphs:
        for run in line.runs:
            _dress(run, SMALL, head, PALETTE.text)


def _charts(made: Any, brief: Brief, imprint: Imprint) -> None:
    slide = _slide(made, f"{brief.title}: {brief.charts_title}", brief, imprint)
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
    money = isinstance(one, Lines) and one.money
    data = CategoryChartData(number_format=MONEY_AXIS if money else "#,##0.##")
    if isinstance(one, Bars):
        # A bar chart begins at the foot.
        data.categories = [inert_text(plain(name)) for name in reversed(one.names)]
        data.add_series(inert_text(plain(one.counts)), list(reversed(one.values)))
        return data
    data.categories = [inert_text(plain(period)) for period in one.periods]
    for line in one.lines:
        data.add_series(inert_text(plain(line.name)), list(line.values))
    # Without its ends the axis closes on the median alone, and a rise of a hundredth looks steep.
    for end, values in zip(BAND_ENDS, one.band or (), strict=False):
        data.add_series(inert_text(plain(f"{one.band_name}, {end}")), list(values))
    return data


def _dress_chart(chart: Any, one: Chart, imprint: Imprint) -> None:
    chart.font.size, chart.font.name = Pt(10), FONT
    chart.has_title = False
    chart.has_legend = isinstance(one, Lines)
    if isinstance(one, Lines):
        chart.value_axis.major_gridlines.format.line.color.rgb = _colour(PALETTE.grid)
        labels = chart.value_axis.tick_labels
        labels.number_format = MONEY_AXIS if one.money else "General"
        labels.number_format_is_linked = False
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        for series, colour in zip(
            chart.plots[0].series, (imprint.accent, PALETTE.peers), strict=False
        ):
            series.format.line.color.rgb, series.smooth = _colour(colour), False
        for series in list(chart.plots[0].series)[len(one.lines) :]:
            series.format.line.color.rgb, series.smooth = _colour(PALETTE.peers), False
            series.format.line.width, series.format.line.dash_style = Pt(1), MSO_LINE.ROUND_DOT
        return
    bars = chart.plots[0]
    bars.gap_width, bars.has_data_labels = 40, True
    bars.data_labels.number_format = one.shown_as
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
    width = half * INCH - 16
    questions = [f"{q.asked} {' '.join(q.answers)}" for q in brief.questions]

    def height(words: str) -> float:
        return _height(words, SMALL, width)

    n = taken(questions, height, DOWN * INCH - 10, MOST_POINTS)
    _points(_box(slide, LEFT, TOP, half, DOWN), questions[:n])
    cited = f"To cite it: {brief.citation}"
    room = DOWN * INCH - 10 - _height(cited, CITATION, width)
    # By turns, so that neither takes the other's place; what to bear in mind stands first.
    turns = [
        one
        for pair in zip_longest(
            ((0, words) for words in brief.caveats), ((1, words) for words in brief.missing)
        )
        for one in pair
        if one
    ]
    kept = turns[: taken(turns, lambda one: height(one[1]), room, MOST_POINTS)]
    right = _box(slide, LEFT + half + 0.4, TOP, half, DOWN)
    _points(right, [words for _, words in sorted(kept, key=lambda one: one[0])])
    _line(right, cited, CITATION)


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
