"""A shared link says what it leads to; nothing of an address gets into the page as markup."""

import asyncio
import re

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse

from benchmarks.pages import addresses
from tests.web.running import run
from web.first_html import FirstHtml, Installation
from web.previews import preview

pytestmark = pytest.mark.usefixtures("world")
PATHS = sorted({one.page for one in addresses()})
BARE = (
    '<!DOCTYPE html><html><head><link rel="shortcut icon" href="./favicon.png" />'
    "<title>Streamlit</title></head><body><noscript>run this app</noscript>"
    '<div id="root"></div></body></html>'
)
COLOURS = {"accent": "#123456", "ground": "#ffffff"}
OURS = Installation("Our Pound", "What is spent", "brand/mark.svg", COLOURS, COLOURS)


def sent(path: str, query: str = "", answer=None, method: str = "GET") -> tuple[dict, str]:
    """Headers and text of what the browser gets."""
    messages = []

    async def receive():
        return {"type": "http.request"}

    async def send(message):
        messages.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(b"host", b"pound.example"), (b"accept-encoding", b"gzip")],
        "scheme": "http",
    }
    app = FirstHtml(answer or HTMLResponse(BARE), OURS)
    run(asyncio.wait_for(app(scope, receive, send), 10))
    headers = {k.decode(): v.decode() for k, v in messages[0]["headers"]}
    return headers, b"".join(one.get("body", b"") for one in messages[1:]).decode()


def test_a_council_is_named_with_its_finding():
    headers, html = sent("/council", "council=aldby")
    assert "<title>Aldby: what does this council spend" in html
    described = re.search(r'property="og:description" content="([^"]+)"', html)[1]
    assert described.startswith("In 2024-25 Aldby spent £")
    assert 'content="http://pound.example/council?council=aldby"' in html
    assert "Streamlit" not in html
    assert int(headers["content-length"]) == len(html.encode())


@pytest.mark.parametrize("path", ["/", "/compare", "/together", "/no-such-page"])
def test_every_address_carries_the_installations_name(path):
    assert re.search(r"<title>[^<]*Our Pound</title>", sent(path)[1])


def test_every_page_has_a_title_of_its_own():
    titles = [re.search(r"<title>(.*?)</title>", sent(f"/{path}")[1])[1] for path in PATHS]
    assert len(set(titles)) == len(titles) > 10, titles


def test_what_an_address_says_is_never_markup():
    for name in ("council", "measure", "name"):
        _, html = sent("/council", f"{name}=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
        assert "<script>alert" not in html


def test_a_measure_is_named_with_its_question():
    said = preview("/map", {"measure": "bins_recycled"})
    assert said.title.endswith(": where is it high, and where is it low?")
    assert said.finding


def test_other_answers_pass_as_they_are():
    assert sent("/x.txt", answer=PlainTextResponse("Streamlit"))[1] == "Streamlit"
    assert sent("/_stcore/health", answer=HTMLResponse(BARE))[1] == BARE


def test_a_question_for_the_head_alone_has_no_body():
    assert sent("/", method="HEAD")[1] == ""


def test_it_says_so_without_an_edition(monkeypatch, tmp_path):
    import queries

    monkeypatch.setattr(queries, "EDITION", tmp_path / "none.duckdb")
    assert "<title>Our Pound</title>" in sent("/council", "council=aldby")[1]


def test_the_answer_stands_there_before_the_page_is_drawn():
    _, html = sent("/council", "council=aldby")
    words = re.search(r'<div id="until-drawn">(.*?)</div>', html)[1]
    assert words.startswith("<p>Aldby: what does this council spend")
    assert "In 2024-25 Aldby spent £" in words
    assert html.count('<div id="root"></div>') == 1


def test_a_page_that_is_not_known_says_nothing_beforehand():
    assert "until-drawn" not in sent("/no-such-page")[1]


@pytest.mark.parametrize(("council", "held"), [("aldby", True), ("glenmore", False)])
@pytest.mark.parametrize("path", ["/council", "/payments"])
def test_payments_are_offered_to_follow_only_of_councils_that_publish_them(path, council, held):
    _, html = sent(path, f"council={council}")
    assert f"feed/changes.atom?council={council}" in html
    assert (f"feed/payments.atom?council={council}" in html) is held
