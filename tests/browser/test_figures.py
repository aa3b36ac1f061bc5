"""Any figure of any page by itself: as files, and in a frame of another site's page."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest

from tests.browser.server import Server
from tests.browser.visit import Visit

PAGES = [
    "home",
    "council?council=leeds",
    "council?council=kent",
    "compare?council=cardiff",
    "service?service=environment",
    "explorer",
    "payments?council=leeds",
    "map?view=hexagons",
    "delivery",
    "together",
    "put_together",
]
HOST = """<!doctype html><title>A council's own page</title><p>Before</p>
<iframe src="{address}" title="A figure" width="100%" height="200" style="border:0"></iframe>
<script src="{server}/app/static/look/embed-host.js" async></script>"""


def got(server: Server, address: str) -> bytes:
    with urlopen(f"{server.url}/{address}", timeout=60) as answer:
        return answer.read()


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_of_a_page_is_had_by_itself(server: Server, page: str):
    listed = json.loads(got(server, f"figure/{page}"))["figures"]
    assert listed
    for one in listed[:3]:
        told = json.loads(got(server, one["json"].split("/", 3)[3]))
        assert (told["title"], told["period"]) == (one["title"], one["period"])
        assert told["unit"] and told["edition"] and told["page"]
        text = got(server, one["csv"].split("/", 3)[3]).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert len(rows) == len(told["data"])
        for row in rows[:1]:
            assert {"figure", "unit", "edition", "address"} <= row.keys()
            assert row["figure"] == one["title"]
        assert got(server, one["svg"].split("/", 3)[3]).startswith(b"<svg ")


def test_two_councils_files_are_told_apart(server: Server):
    names = set()
    for council in ("leeds", "kent"):
        address = f"{server.url}/figure/council/spending-by-service.csv?council={council}"
        with urlopen(address, timeout=60) as answer:
            names.add(answer.headers["Content-Disposition"])
            row = next(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"))))
        assert row["council_name"].lower() == council
        assert (row["period"], row["peers"]) == ("2024-25", "usual peers")
        assert row["price_base"] and row["publisher"] and "£ per head" in row["unit"]
    assert len(names) == 2


@contextmanager
def another_site(folder: Path) -> Iterator[str]:
    site = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=folder)
    )
    Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://localhost:{site.server_port}"
    site.shutdown()


def test_a_figure_stands_in_a_page_of_another_site_at_its_own_height(
    server: Server, desktop: Visit, tmp_path: Path
):
    embedded = f"{server.url}/embed/council/spending-by-service?council=leeds"
    (tmp_path / "index.html").write_text(HOST.format(address=embedded, server=server.url))
    hosts = set()
    desktop.page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    with another_site(tmp_path) as site:
        desktop.page.goto(site)
        figure = desktop.page.frame_locator("iframe")
        figure.locator(".js-plotly-plot .main-svg").first.wait_for()
        desktop.page.wait_for_function("document.querySelector('iframe').clientHeight > 500")
        high = figure.locator("html").evaluate("e => [e.scrollHeight, innerHeight]")
    assert high[0] <= high[1] + 1, "the frame is too low for its figure"
    assert figure.get_by_role("heading").inner_text().startswith("Leeds: spending by service")
    assert hosts == {site.split("//")[1], server.url.split("//")[1]}


def test_no_page_but_a_figure_alone_is_shown_by_another_site(
    server: Server, desktop: Visit, tmp_path: Path
):
    address = f"{server.url}/council?council=leeds"
    (tmp_path / "index.html").write_text(HOST.format(address=address, server=server.url))
    with another_site(tmp_path) as site:
        desktop.page.goto(site)
        desktop.page.wait_for_timeout(1_500)
        assert [one.url for one in desktop.page.frames[1:]] == ["chrome-error://chromewebdata/"]


def test_the_files_of_a_figure_stand_under_it(desktop: Visit):
    desktop.open("council?council=leeds")
    links = desktop.page.locator(".take").first.get_by_role("link")
    assert [one.split()[0] for one in links.all_inner_texts()] == ["PNG", "SVG", "CSV", "Excel"]
    with desktop.page.expect_download() as taken:
        links.nth(2).click()
    with taken.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert taken.value.suggested_filename.startswith("leeds-spending-by-service-2024-25")
    assert any(row["service"] == "total" for row in rows)
