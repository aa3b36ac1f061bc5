"""`/figure/...` and `/embed/...`: what may be asked, what is answered, and who may frame it."""

import json
from dataclasses import dataclass, field

import plotly.graph_objects as go
import polars as pl
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from charts.layout import figure_of
from web.api.limits import Buckets
from web.api.routes import Api
from web.figures import answering
from web.figures.pages import Pages
from web.figures.routes import figure_routes
from web.headers import KeepToThisHost

pytestmark = pytest.mark.usefixtures("world")
COLOURS = {"text": "#000000", "ground": "#ffffff", "accent": "#123456"}


@dataclass
class Bins:
    """A figure as a page hands it over."""

    drawable: bool = True
    title: str = "Aldby: bins, 2024-25, beside usual peers"
    finding: str = "Aldby: 40%. <b>More</b> than its peers."
    file_stem: str = "aldby-bins-2024-25"
    rows: pl.DataFrame = field(default_factory=lambda: pl.DataFrame({"council": ["MAA"], "v": [1]}))
    table: pl.DataFrame = field(
        default_factory=lambda: pl.DataFrame({"Council": ["</script>"], "V": [-1.5]})
    )

    def facts(self) -> dict[str, object]:
        return {
            "title": self.title, "unit": "%", "period": "2024-25", "sources": [{"title": "S"}],
            "caveats": ["Made up."], "edition": "world",
        }  # fmt: skip

    def csv(self) -> bytes:
        return b"council,v\r\nMAA,1\r\n"

    def xlsx(self) -> bytes:
        return b"PK"

    def drawing(self) -> dict | None:
        made = figure_of([go.Scatter(x=[1, 2], y=[1, 2], name="</script>")], height=100)
        return made.to_dict() if self.drawable else None

    sheet = drawing


@dataclass
class Run:
    found: Bins | None = None
    listed: tuple = ()
    refused: tuple = ()
    said: tuple = ()
    read: frozenset = frozenset({"council", "year"})
    failed: bool = False


@dataclass
class Line:
    key: str
    title: str = "T"
    period: str = "P"
    unit: str = "U"


@pytest.fixture
def asked():
    """Addresses that pages were run with."""
    return []


@pytest.fixture
def client(asked):
    def run(page: str, address: str, key: str | None) -> Run:
        asked.append(address)
        if "year=1888" in address:
            return Run(refused=("The address asks for the year “1888”.",))
        if "slow" in address:
            raise TimeoutError
        if "broken" in address:
            return Run(failed=True)
        listed = (Line("bins"), Line("words"))
        if key == "bins" or (key == "below" and "tabs=all" in address):
            return Run(Bins(), listed)
        if key == "words":
            return Run(Bins(drawable=False), listed)
        return Run(listed=listed, said=("No council is known by that name.",))

    answering.KEPT.clear()
    pages = Pages(("council", "home"), run, "Our Pound", COLOURS)
    routes = figure_routes(pages, Api(Buckets(burst=1000)))
    app = Starlette(routes=routes, middleware=[Middleware(KeepToThisHost)])
    return TestClient(app, base_url="http://pound.example")


@pytest.mark.parametrize(
    ("kind", "media", "start"),
    [
        ("json", "application/json", b'{"title"'),
        ("csv", "text/csv", b"council"),
        ("xlsx", "application/vnd.openxml", b"PK"),
        ("svg", "image/svg+xml", b"<svg "),
        ("png", "image/png", b"\x89PNG"),
        ("html", "text/html", b"<!doctype html>"),
    ],
)
def test_each_kind_is_had_at_the_pages_own_address(client, asked, kind, media, start):
    got = client.get(f"/figure/council/bins.{kind}?council=aldby&year=2024-25")
    assert got.status_code == 200
    assert got.headers["content-type"].startswith(media)
    assert got.content.startswith(start)
    assert asked == ["http://pound.example/council?council=aldby&year=2024-25"]
    if kind != "html":
        assert f"aldby-bins-2024-25.{kind}" in got.headers["content-disposition"]


def test_home_has_no_name_in_its_address(client, asked):
    assert client.get("/figure/home/bins.csv").status_code == 200
    assert asked == ["http://pound.example/"]


def test_the_rows_stand_after_what_they_are(client):
    told = client.get("/figure/council/bins.json").json()
    assert told["unit"] == "%"
    assert told["data"] == [{"council": "MAA", "v": 1}]


def test_a_figure_in_a_closed_section_is_found_all_the_same(client, asked):
    assert client.get("/figure/council/below.csv").status_code == 200
    assert asked[-1].endswith("?tabs=all")


def test_the_same_figure_has_the_same_tag_and_is_not_sent_twice(client, asked):
    first = client.get("/figure/council/bins.csv?council=aldby")
    again = client.get(
        "/figure/council/bins.csv?council=aldby", headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/figure/council/bins.csv?council=borton")
    assert other.headers["etag"] != first.headers["etag"]
    assert len(asked) == 2


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<svg "), ("png", b"\x89PNG")])
def test_a_figure_of_words_is_drawn_as_a_table(client, kind, start):
    got = client.get(f"/figure/council/words.{kind}")
    assert got.status_code == 200
    assert got.content.startswith(start)
    if kind == "svg":
        for words in ("Aldby: bins", "More", "&lt;/script&gt;", "−1.50", "Made up.", "%, 2024-25"):
            assert words in got.text
        assert "</script>" not in got.text


def test_an_embedded_figure_is_light_dark_or_what_its_reader_prefers(client, asked):
    light = client.get("/embed/council/bins").text
    dark = client.get("/embed/council/bins?theme=dark").text
    auto = client.get("/embed/council/bins?theme=auto").text
    assert "color-scheme: light" in light
    assert "prefers-color-scheme" not in light + dark
    assert "color-scheme: dark" in dark
    assert ".paper { background: #ffffff" in dark
    assert "@media (prefers-color-scheme: dark)" in auto
    assert all("theme" not in address for address in asked)


def test_head_has_the_length_and_no_body(client):
    got = client.head("/figure/council/bins.csv")
    assert (got.content, int(got.headers["content-length"])) == (b"", 18)


@pytest.mark.parametrize(
    ("address", "status", "kind", "said"),
    [
        ("figure/councils/bins.csv", 404, "not-found", "no page"),
        ("figure/council/bins.tiff", 404, "not-found", "ends in"),
        ("figure/council/bins", 404, "not-found", "ends in"),
        ("figure/council/b%20s.csv", 404, "unknown-figure", "no name"),
        ("figure/council/none.csv", 404, "unknown-figure", "No council is known"),
        ("embed/council/bins?theme=noir", 400, "unknown-value", "light, dark, auto"),
        ("figure/council/bins.csv?year=1888", 400, "unknown-value", "1888"),
        ("figure/council/bins.csv?yeer=2024", 400, "unknown-parameter", "yeer"),
        ("figure/council/bins.csv?year=1&year=2", 400, "bad-value", "twice"),
        ("figure/council/bins.csv?slow=1", 503, "busy", "too long"),
        ("figure/council/bins.csv?broken=1", 500, "failed", "written down"),
        ("embed/council/none", 404, "unknown-figure", "no figure"),
        ("embed/council/", 404, "unknown-figure", "no name"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client, address, status, kind, said):
    got = client.get(address)
    assert got.headers["content-type"] == "application/problem+json"
    told = got.json()
    assert (got.status_code, told["type"].split("#")[1]) == (status, kind)
    assert said in told["detail"]


def test_a_slip_of_the_pen_is_told_what_comes_nearest(client):
    assert client.get("/figure/council/bins.csv?yeer=1").json()["nearest"] == ["year"]
    assert client.get("/figure/council/bons.csv").json()["nearest"] == ["bins"]


def test_problems_are_told_of_on_the_documentation_page(client):
    told = client.get("/figure/council/none.csv").json()
    assert told["type"] == "../../api/v1/docs#unknown-figure"


def test_which_tab_of_a_figure_was_open_is_passed_over(client, asked):
    assert client.get("/figure/council/bins.csv?tab_bins=table").status_code == 200
    assert asked == ["http://pound.example/council"]


def test_a_page_lists_its_figures(client):
    told = client.get("/figure/council?council=aldby").json()
    assert [one["figure"] for one in told["figures"]] == ["bins", "words"]
    one = told["figures"][0]
    assert one["svg"] == "http://pound.example/figure/council/bins.svg?council=aldby"
    assert one["embed"] == "http://pound.example/embed/council/bins?council=aldby"


def test_only_a_figure_alone_may_be_framed_elsewhere(client):
    for address in ("embed/council/bins", "figure/council/bins.html"):
        got = client.get(address)
        assert "frame-ancestors *" in got.headers["content-security-policy"]
        assert "x-frame-options" not in got.headers
    got = client.get("/figure/council/bins.svg")
    assert "frame-ancestors 'self'" in got.headers["content-security-policy"]
    assert got.headers["x-frame-options"] == "SAMEORIGIN"


def test_an_embedded_figure_has_words_table_and_source_and_no_markup_of_others(client):
    text = client.get("/embed/council/bins?council=aldby").text
    assert "<h1>Aldby: bins, 2024-25, beside usual peers</h1>" in text
    assert "&lt;b&gt;More&lt;/b&gt;" in text
    assert "&lt;/script&gt;" in text
    assert '<td class="n">−1.50</td>' in text
    assert "%, 2024-25. Source: S." in text
    assert 'href="http://pound.example/council?council=aldby"' in text
    begin = text.index('id="figure">') + len('id="figure">')
    told = json.loads(text[begin : text.index("</script>", begin)])
    assert told["data"][0]["name"] == "</script>"


def test_an_embedded_table_opens_by_itself_where_there_is_no_drawing(client):
    text = client.get("/embed/council/words").text
    assert "<details open>" in text
    assert "plotly" not in text
