"""Councils of every kind: the same figures in brief, slides, workbook, API, embed and page, and a
brief of two pages.

A figure's data at its own address is what the page draws: the page is run for it. Seventy-two
councils with PUBLIC_POUND_LONG=1.
"""

import os
import random
from collections.abc import Iterator

import fastexcel
import httpx
import polars as pl
import pytest

import queries
from brief.document import Brief
from brief.pdf import as_pdf
from brief.slides import as_pptx
from brief.word import as_docx
from brief.workbook import as_xlsx
from charts.judgement_sentences import WORDS
from charts.wording import pounds
from queries import ask
from tests.brief.test_council_brief import IMPRINT, NAMED, brief_of, close, pdf_text
from tests.brief.test_formats import slides_text, word_text
from tests.browser.server import running
from tests.web.api.calling import get

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
SEED = 20261130
DRAWN = 60 if os.environ.get("PUBLIC_POUND_LONG") else 14
FIGURE = "figure/council/spending-by-service.json"
# The rows that stand in every format, whatever room there is.
FIRST_ROWS = 3


def drawn() -> list[str]:
    """The twelve, and others by turns from every class of every nation, those that ended among
    them."""
    if not queries.EDITION.exists():
        return []
    rows = ask("council/names").filter(~pl.col("slug").is_in(NAMED)).sort("slug")
    kinds = rows.partition_by("nation", "class", maintain_order=True)
    chance = random.Random(SEED)
    piles = [chance.sample(kind["slug"].to_list(), kind.height) for kind in kinds]
    found: list[str] = []
    while len(found) < DRAWN and any(piles):
        found += [pile.pop() for pile in piles if pile]
    return [*NAMED, *sorted(found[:DRAWN])]


@pytest.fixture(scope="module")
def pages() -> Iterator[httpx.Client]:
    """The server: a figure at its address is drawn by a run of its page."""
    with running() as server, httpx.Client(base_url=server.url, timeout=300) as asks:
        yield asks


def api_spending(slug: str, period: str) -> dict[str, dict]:
    rows = get(
        "spending", f"council={slug}&period={period}&component=net_current_expenditure&limit=1000"
    ).json()["data"]
    return {row["service"]: row for row in rows}


def api_words(slug: str) -> dict[tuple[str, str], dict]:
    rows = get("judgements", f"council={slug}&model=usual&limit=5000").json()["data"]
    return {(row["measure"], row["period"]): row for row in rows}


def sheets(book: fastexcel.ExcelReader, said: Brief) -> dict[str, pl.DataFrame]:
    return {
        sheet.name: book.load_sheet(sheet.name, header_row=2).to_polars() for sheet in said.sheets()
    }


@pytest.mark.parametrize("slug", drawn())
def test_brief_slides_workbook_api_embed_and_page_have_the_same_figures(slug, pages):
    said = brief_of(slug)
    pages_of_it, text = pdf_text(as_pdf(said, IMPRINT))
    assert pages_of_it == 2
    for sentence in said.opening.values():
        assert close(sentence) in text
    texts = {
        "pdf": text,
        "word": word_text(as_docx(said, IMPRINT)),
        "slides": slides_text(as_pptx(said, IMPRINT)),
    }
    book = sheets(fastexcel.read_excel(as_xlsx(said, IMPRINT)), said)
    for row in said.main.rows[:FIRST_ROWS]:
        for kind, text in texts.items():
            assert close(row[1].strong) in text, kind
            assert close(row[2].text) in text, kind
    for row in said.second.rows[:2]:
        for kind, text in texts.items():
            assert close(row[1].strong) in text, kind
    _same_results(slug, said, book)
    _same_spending(slug, said, book, pages)


def _same_spending(
    slug: str, said: Brief, book: dict[str, pl.DataFrame], pages: httpx.Client
) -> None:
    answer = pages.get(f"/{FIGURE}", params={"council": slug})
    if "Spending" not in book:
        assert answer.status_code == 404
        return
    figure = answer.json()
    # A year without a return has no figure on the page; the brief shows an older one and says so.
    lacks = any("This brief shows" in notice for notice in said.notices)
    period = said.main.heads[1].removeprefix("£ per head, ")
    asked = {"council": slug} | ({"year": period} if lacks else {})
    figure = pages.get(f"/{FIGURE}", params=asked).json() if lacks else figure
    api = api_spending(slug, period)
    drawn = {row["service"]: row for row in figure["data"] if row["value"] is not None}
    held = {
        row["Service"]: row
        for row in book["Spending"].rows(named=True)
        if row["£ per head"] is not None
    }
    amounts = {row[0].strong: row[1].strong for row in said.main.rows}
    assert drawn
    for service, row in drawn.items():
        name = str(row["plain_name"])
        assert row["value"] == pytest.approx(api[service]["real_per_head_gbp"]), service
        assert held[name]["£ per head"] == pytest.approx(row["value"]), service
        assert held[name]["Peers’ median"] == pytest.approx(row["peers_median"]), service
        if amounts.get(name):
            assert amounts[name] == pounds(row["value"]), service


def _same_results(slug: str, said: Brief, book: dict[str, pl.DataFrame]) -> None:
    rows = ask(
        "council/outcomes",
        council=ask("council/names").filter(slug=slug)["council"][0],
        model="usual",
        kinds=["activity", "outcome"],
    ).filter("nation_collected")
    api = api_words(slug)
    ours = {(row["Measure"], row["Period"]): row for row in book["Results"].rows(named=True)}
    met = 0
    for row in rows.rows(named=True):
        one = ours[row["title"], row["period"]]
        theirs = api.get((row["measure"], row["period"]))
        if theirs is None:
            assert row["value"] is None or row["word"] == "not_judged"
            continue
        assert one["Word"] == WORDS[theirs["word"]], row["measure"]
        assert one["Value"] == pytest.approx(theirs["value"]), row["measure"]
        assert one["Peers’ median"] == pytest.approx(theirs["peers_median"]), row["measure"]
        met += 1
    assert met or rows.height == 0 or not api
