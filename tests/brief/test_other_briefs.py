"""Briefs of a service, a supplier and a reorganisation: two pages, in the words of their pages."""

from io import BytesIO

import docx
import fastexcel
import pptx
import pypdf
import pytest

from brief.document import Brief
from brief.making import PARAMETERS, SUBJECTS, Wanted, make
from brief.reader import Refused
from queries import ask
from tests.brief.test_council_brief import BASE, IMPRINT, close, pdf_text
from tests.brief.test_formats import slides_text, word_text
from tests.pages.opening import opened, words

WANTED = [
    ("service", "adult-social-care", {}, {"service": "adult_social_care"}),
    (
        "service",
        "environment",
        {"council": "leeds"},
        {"service": "environment", "council": "leeds"},
    ),
    (
        "service",
        "housing",
        {"where": "england-district", "measure": "homelessness_relieved", "council": "new-forest"},
        {
            "service": "housing", "where": "england-district", "council": "new-forest",
            "measure": "homelessness_relieved",
        },
    ),
    ("service", "children", {"where": "scotland-scottish"}, {"service": "children",
                                                           "where": "scotland-scottish"}),
    ("supplier", "civica-uk-ltd", {}, {"name": "civica-uk-ltd"}),
    ("supplier", "private-persons", {}, {"name": "private-persons"}),
    (
        "reorganisation",
        "together",
        {"councils": "leeds,bradford"},
        {"councils": "leeds,bradford"},
    ),
]  # fmt: skip
PAGES = {"service": "service", "supplier": "supplier", "reorganisation": "put_together"}


def brief_of(subject: str, name: str, address: dict[str, str]) -> Brief:
    return SUBJECTS[subject](ask, name, address, IMPRINT, BASE)


def file_of(subject: str, name: str, address: dict[str, str], kind: str) -> bytes:
    return make(Wanted(subject, name, tuple(sorted(address.items())), BASE, IMPRINT), kind).body


@pytest.mark.parametrize(("subject", "name", "address", "_page"), WANTED)
def test_each_format_says_the_sentences_and_the_first_rows(subject, name, address, _page):
    said = brief_of(subject, name, address)
    pages, text = pdf_text(file_of(subject, name, address, "pdf"))
    assert pages == 2
    word = word_text(file_of(subject, name, address, "docx"))
    slides = file_of(subject, name, address, "pptx")
    assert len(pptx.Presentation(BytesIO(slides)).slides) == 5
    shown = slides_text(slides)
    for sentence in said.opening.values():
        assert close(sentence) in text
        assert close(sentence) in word
        assert close(sentence) in shown
    for row in said.main.rows[:3]:
        for cell in row:
            assert close(cell.strong) in text
            assert close(cell.strong) in word
    for one in said.questions[:2]:
        assert close(one.asked) in word
    assert said.caveats
    assert said.missing
    assert said.sources
    assert said.address.startswith(f"{BASE}/{PAGES[subject]}?")
    assert said.edition in said.citation
    assert close(said.citation) in text


@pytest.mark.parametrize(("subject", "name", "address", "page"), WANTED)
def test_it_says_what_its_page_says(subject, name, address, page):
    on_page = close(words(opened(PAGES[subject], **page)).replace("\\", "").replace("**", ""))
    said = brief_of(subject, name, address)
    sentence = next(iter(said.opening.values()))
    for part in sentence.split(". "):
        assert close(part).rstrip(".") in on_page


@pytest.mark.parametrize(("subject", "name", "address", "_page"), WANTED)
def test_the_workbook_has_its_rows(subject, name, address, _page):
    said = brief_of(subject, name, address)
    book = fastexcel.read_excel(file_of(subject, name, address, "xlsx"))
    for sheet in said.sheets():
        held = book.load_sheet(sheet.name, header_row=2).to_polars()
        assert held.columns == sheet.frame.columns
        assert held.height == sheet.frame.height
        for column in sheet.formats:
            expected = sheet.frame[column].to_list()
            if any(value is not None for value in expected):
                assert held[column].to_list() == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(("subject", "name", "address", "_page"), WANTED)
def test_every_picture_and_table_has_words(subject, name, address, _page):
    read = pypdf.PdfReader(BytesIO(file_of(subject, name, address, "pdf")))
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    made = docx.Document(BytesIO(file_of(subject, name, address, "docx")))
    assert all(shape._inline.docPr.get("descr") for shape in made.inline_shapes)
    for slide in pptx.Presentation(BytesIO(file_of(subject, name, address, "pptx"))).slides:
        assert slide.shapes.title.text_frame.text
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 13:
                assert shape._element._nvXxPr.cNvPr.get("descr")


@pytest.mark.parametrize(
    ("subject", "name", "address", "kind"),
    [
        ("service", "bins-and-bobs", {}, "unknown-subject"),
        ("service", "environment", {"where": "mars"}, "unknown-value"),
        ("service", "environment", {"measure": "=1+1"}, "unknown-value"),
        ("service", "environment", {"year": "1066"}, "unknown-value"),
        ("service", "environment", {"council": "leedz"}, "unknown-subject"),
        ("service", "environment", {"where": "england-district", "council": "leeds"},
         "unknown-value"),
        ("service", "environment", {"peers": "usual"}, "unknown-parameter"),
        ("supplier", "nobody-at-all-of-this-name", {}, "unknown-subject"),
        ("supplier", "=cmd|'/c calc'!a1", {}, "unknown-subject"),
        ("supplier", "civica-uk-ltd", {"as_of": "1999"}, "unknown-edition"),
        ("reorganisation", "atlantis", {}, "unknown-subject"),
        ("reorganisation", "surrey", {"new": "north-surrey"}, "unknown-value"),
        ("reorganisation", "surrey", {"basis": "<script>"}, "unknown-value"),
        ("reorganisation", "together", {}, "unknown-value"),
        ("reorganisation", "together", {"councils": "leeds,cardiff"}, "unknown-value"),
    ],
)  # fmt: skip
def test_what_is_not_here_is_refused_with_a_reason(subject, name, address, kind):
    with pytest.raises(Refused) as why:
        file_of(subject, name, address, "pdf")
    assert why.value.kind == kind
    assert "<" not in why.value.said


def test_every_reorganisation_and_each_new_council_has_a_brief():
    from brief.reorganisation_asked import slug_of
    from findings.together import known_whole

    rows = ask("put_together/decided").rows(named=True)
    for row in rows:
        address = {"new": slug_of(row["successor"])} if known_whole(row) else {}
        said = brief_of("reorganisation", row["reorganisation"], address)
        assert row["says"] in said.notices[0]
        assert said.main.rows


@pytest.mark.parametrize(
    ("area", "new", "why"),
    [
        ("suffolk", "ipswich-and-south-suffolk", "Babergh, East Suffolk, Mid Suffolk and West"),
        ("norfolk", "west-norfolk", "Broadland, North Norfolk and South Norfolk"),
        ("hampshire", "mid-hampshire", "divides East Hampshire"),
    ],
)
def test_a_new_council_not_wholly_known_is_refused_with_whom_it_lacks(area, new, why):
    """Suffolk has rows that place Ipswich alone: Ipswich by another name is no new council."""
    with pytest.raises(Refused) as refused:
        file_of("reorganisation", area, {"new": new}, "pdf")
    assert why in refused.value.said


def test_the_brief_of_an_area_says_whose_place_is_not_known():
    assert any(
        "Where all of Broadland" in one for one in brief_of("reorganisation", "norfolk", {}).missing
    )


def test_a_nation_with_one_list_of_councils_is_named_once():
    missing = " ".join(brief_of("service", "adult_social_care", {}).missing)
    assert "in Scotland" in missing and "(scottish)" not in missing


def test_every_subject_has_its_parameters():
    assert PARAMETERS.keys() == SUBJECTS.keys()
