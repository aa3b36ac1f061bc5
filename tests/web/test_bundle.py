"""What a page will need of Streamlit's bundle is said once, and nothing that is not there."""

import re
from pathlib import Path

import pytest
import streamlit

from web.bundle import CHARTS, EVERY_PAGE, Bundle

OWN = Path(streamlit.__file__).parent / "static"
OURS = Path(__file__).parents[2]
ICON = re.compile(r":material/([a-z0-9_]+):")
HTML = (OWN / "index.html").read_text("utf-8")
SMALL = (
    '<head><link rel="preload" href="./static/media/SourceSansVF-Upright.x.woff2" as="font" />'
    '<link rel="modulepreload" crossorigin href="./static/js/first.1.js"></head>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("js", "media"):
        (tmp_path / name).mkdir()
    chunks = {
        "first.1.js": "",
        "Html.2.js": 'import{a as b}from"./first.1.js";import"./more.3.js";',
        "more.3.js": "import{c}from`./Html.2.js`;import(`./PlotlyChart.4.js`)",
        "PlotlyChart.4.js": 'import{a}from"./first.1.js"',
    }
    for name, text in chunks.items():
        (tmp_path / "js" / name).write_text(text)
    (tmp_path / "media" / "SourceSansVF-Upright.x.woff2").write_bytes(b"")
    return tmp_path


def hints(html: str) -> list[str]:
    return re.findall(r'rel="modulepreload" crossorigin href="\./static/js/([^"]+)"', html)


def test_chunks_and_what_they_import_are_named_once_and_text_comes_first(folder):
    html = Bundle(folder).hinted(SMALL, "/council")
    assert hints(html) == ["first.1.js", "Html.2.js", "more.3.js"]
    assert (
        '<link data-later="modulepreload" crossorigin href="./static/js/PlotlyChart.4.js"' in html
    )


@pytest.mark.parametrize("path", ["/data", "/glossary/", "/under/a/path/changes"])
def test_a_page_without_a_chart_asks_for_no_chart_library(folder, path):
    html = Bundle(folder).hinted(SMALL, path)
    assert "PlotlyChart" not in html


def test_words_do_not_wait_for_their_letters(folder):
    html = Bundle(folder).hinted(SMALL, "/")
    assert "font-display:swap" in html
    assert '<link data-later="preload" href="./static/media/SourceSansVF-Upright.x.woff2"' in html


def test_of_another_bundle_nothing_is_said(tmp_path):
    assert hints(Bundle(tmp_path).hinted(HTML, "/")) == hints(HTML)


def test_the_bundle_that_is_pinned_has_all_of_it():
    bundle = Bundle(OWN / "static")
    html = bundle.hinted(HTML, "/council")
    named = hints(html)
    assert len(named) == len(set(named))
    for stem in (*EVERY_PAGE, *CHARTS):
        assert f'href="./static/js/{stem}.' in html, stem
    assert all((OWN / "static" / "js" / name).is_file() for name in named)
    assert html.count("font-display:swap") == 1
    assert '<link data-later="preload"' in html


def test_every_icon_that_is_named_is_in_the_font():
    """Where it lacks one, the name would stand on the page; MATERIAL-SYMBOLS.txt has the remedy."""
    held = set((OURS / "static/fonts/material-symbols-rounded.txt").read_text("utf-8").split())
    sources = [*(OWN / "static" / "js").glob("*.js"), OURS / "app.py"]
    for part in ("pages", "components", "findings", "charts"):
        sources += (OURS / part).rglob("*.py")
    named = {name for path in sources for name in ICON.findall(path.read_text("utf-8"))}
    # The whole font has no star_filled either: Streamlit draws that one itself.
    assert named - held - {"star_filled"} == set()
