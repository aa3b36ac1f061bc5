"""Feeds that a reader of feeds takes: valid Atom, the same news under the same name."""

import feedparser
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from queries import ask
from web.api.limits import Buckets
from web.api.routes import Api
from web.feeds.answering import feed_routes
from web.feeds.atom import Entry, Feed, document

pytestmark = pytest.mark.usefixtures("world")


@pytest.fixture
def client() -> TestClient:
    routes = feed_routes(Api(Buckets(burst=1000)), "Our Pound")
    return TestClient(Starlette(routes=routes), base_url="http://pound.example")


@pytest.mark.parametrize("address", ["changes.atom", "changes.atom?council=aldby"])
def test_what_changed_is_a_feed(client, address):
    got = client.get(f"/feed/{address}")
    assert got.headers["content-type"].startswith("application/atom+xml")
    read = feedparser.parse(got.content)
    assert (read.bozo, read.version) == (False, "atom10")
    assert read.feed.links[0].href == f"http://pound.example/feed/{address}"
    rows = ask("council/changes", council="MAA") if "aldby" in address else ask("edition/changes")
    assert len(read.entries) == rows.height
    assert len({one.id for one in read.entries}) == rows.height


def test_months_of_payments_are_a_feed(client):
    read = feedparser.parse(client.get("/feed/payments.atom?council=aldby").content)
    held = ask("payments/months", councils=["MAA"])
    assert (read.bozo, len(read.entries)) == (False, min(36, held.height))


def test_a_feed_that_is_known_is_not_sent_again(client):
    tag = client.get("/feed/changes.atom").headers["etag"]
    assert client.get("/feed/changes.atom", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("news.atom", 404, "not-found"),
        ("payments.atom", 400, "missing-parameter"),
        ("changes.atom?council=nowhere", 404, "unknown-council"),
        ("changes.atom?counsil=aldby", 400, "unknown-parameter"),
    ],
)
def test_what_is_no_feed_is_a_problem(client, address, status, kind):
    got = client.get(f"/feed/{address}")
    assert (got.status_code, got.json()["type"].split("#")[1]) == (status, kind)


def test_words_are_text_and_signs_without_a_place_are_left_out():
    feed = Feed("f", "A & <b>", "N", "h:1", "http://h/f", "http://h/p", "2026-01-02")
    read = feedparser.parse(
        document(feed, [Entry("k", "x\x00 < y", "w", "http://h/e", "2026-01-02")])
    )
    assert not read.bozo
    assert read.entries[0].id == "tag:h,2026:f/k"
    assert read.entries[0].title == "x < y"
