"""A brief says what the page says: the same words and figures."""

import re
from functools import cache
from html import unescape
from io import BytesIO

import pypdf
import pytest

from brief.council import council_brief
from brief.document import Brief, Imprint
from brief.making import PARAMETERS, Wanted, make
from brief.reader import Refused, read_council
from charts.brief_charts import SMALL, WIDTH, bars_svg
from charts.plain_text import plain
from queries import ask
from tests.pages.opening import opened, words

IMPRINT = Imprint("Public Pound", "What councils spend", "#1d5b8f")
BASE = "https://pound.example"
NAMED = (
    "leeds", "cornwall", "hackney", "kent", "new-forest", "glasgow", "cardiff", "belfast",
    "city-of-london", "isles-of-scilly", "westmorland-and-furness", "birmingham",
)  # fmt: skip


@cache
def brief_of(slug: str, **address: str) -> Brief:
    return council_brief(ask, read_council(ask, slug, address), IMPRINT, BASE)


def file_of(slug: str, kind: str = "pdf", **address: str) -> bytes:
    wanted = Wanted("council", slug, tuple(sorted(address.items())), BASE, IMPRINT)
    return make(wanted, kind).body


def pdf_text(body: bytes) -> tuple[int, str]:
    read = pypdf.PdfReader(BytesIO(body))
    return len(read.pages), close("".join(page.extract_text() for page in read.pages))


def close(text: str) -> str:
    """Without spaces and hyphens, which a line's end puts in or leaves out."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", plain(text))


@pytest.mark.parametrize("slug", NAMED)
def test_it_says_what_the_page_says(slug):
    shown = re.sub(r"<[^>]+>|\\|\*\*", "", words(opened("council", council=slug)))
    on_page = close(unescape(shown))
    said = brief_of(slug)
    for sentence in said.opening.values():
        assert close(sentence) in on_page
    for row in said.main.rows:
        assert close(row[1].strong) in on_page
        assert close(row[1].small) in on_page
        # On the page the head of the column says beside what.
        assert close(re.sub(r" (than|to) its peers’ median$", "", row[2].text)) in on_page
    for lead in said.asking:
        for line in lead.lines:
            assert close(line.split(":")[0]) in on_page


def test_the_pdf_is_tagged_titled_and_in_english():
    read = pypdf.PdfReader(BytesIO(file_of("leeds")))
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert read.metadata.title == "Leeds beside usual peers"
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


def test_peers_year_and_words_are_those_of_the_address():
    usual, other = brief_of("leeds"), brief_of("leeds", peers="same_class", year="2023-24")
    assert "34 metropolitan districts" in other.opening["Spending"]
    assert "2023-24" in other.opening["Spending"]
    assert other.address == f"{BASE}/council?council=leeds&peers=same_class&year=2023-24"
    assert usual.opening != other.opening
    own = brief_of("leeds", peers="own", others="bradford,sheffield")
    assert own.address.endswith("others=bradford,sheffield")
    official = brief_of("leeds", words="official")
    assert official.main.rows[0][0].strong != usual.main.rows[0][0].strong


@pytest.mark.parametrize(
    ("slug", "address", "kind"),
    [
        ("leedz", {}, "unknown-subject"),
        ("=cmd|'/c calc'!a1", {}, "unknown-subject"),
        ("leeds", {"peers": "<script>"}, "unknown-value"),
        ("leeds", {"peers": "own"}, "unknown-value"),
        ("leeds", {"peers": "own", "others": "cardiff"}, "unknown-value"),
        ("leeds", {"peers": "own", "others": "leeds"}, "unknown-value"),
        ("leeds", {"year": "1066"}, "unknown-value"),
        ("leeds", {"as_of": "1999"}, "unknown-edition"),
        ("leeds", {"q": "1"}, "unknown-parameter"),
    ],
)
def test_what_is_not_here_is_refused_with_a_reason(slug, address, kind):
    with pytest.raises(Refused) as why:
        file_of(slug, **address)
    assert why.value.kind == kind
    assert "<" not in why.value.said


@pytest.mark.parametrize("slug", ["city-of-london", "isles-of-scilly"])
def test_a_council_of_few_residents_is_drawn_beside_nobody(slug):
    said = brief_of(slug)
    assert [len(chart.lines) for chart in said.charts] == [1]
    assert any("beside nobody" in question.asked for question in said.questions)


@pytest.mark.parametrize("words", ["£9 more", "£13,502 more"])
def test_the_words_beside_a_bar_stay_inside_the_drawing(words):
    drawn = bars_svg(["Police", "Roads"], [3502.0, -9.0], [words, words.replace("more", "less")])
    for x, anchor, said in re.findall(
        r'<text x="([-\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]+)</text>', drawn
    ):
        wide = len(said) * SMALL * 0.5
        assert float(x) >= (wide if anchor == "end" else 0)
        assert float(x) + (wide if anchor == "start" else 0) <= WIDTH


def test_a_long_name_beside_a_bar_is_whole():
    name = "Council tax collection, elections and offices"
    drawn = bars_svg([name, "Roads"], [12.0, -9.0], ["£12 more", "£9 less"])
    lines = re.findall(r'<text x="0.0"[^>]*>([^<]+)</text>', drawn)
    assert " ".join(lines) == f"{name} Roads"
    assert max(map(len, lines)) <= 30


def test_every_subject_has_its_parameters():
    assert all("as_of" in names for names in PARAMETERS.values())
