"""Feeds that a reader of feeds takes: valid Atom, the same news under the same name."""

import os
from datetime import date

import feedparser
import icalendar
import polars as pl
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from queries import ask
from tests.web.api.calling import get
from web.api.limits import Buckets
from web.api.routes import Api
from web.feeds import calendar
from web.feeds.answering import feed_routes
from web.feeds.atom import Entry, Feed, document
from web.feeds.calendar import _folded, _text

pytestmark = pytest.mark.usefixtures("world")


@pytest.fixture
def client() -> TestClient:
    routes = feed_routes(Api(Buckets(burst=1000)), "Our Pound")
    return TestClient(Starlette(routes=routes), base_url="http://pound.example")


def parsed(client, address):
    """The feed, held to be one that a reader of feeds takes."""
    read = feedparser.parse(client.get(f"/feed/{address}").content)
    assert (read.bozo, read.version) == (False, "atom10")
    assert read.feed.id and read.feed.title and read.feed.updated
    assert len({one.id for one in read.entries}) == len(read.entries)
    assert all(one.title and one.updated and one.link for one in read.entries)
    return read


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


def test_who_pays_a_supplier_is_a_feed(client):
    read = parsed(client, "supplier.atom?name=acme-care")
    held = ask(
        "supplier/months",
        supplier=ask("supplier/about", supplier_slug="acme-care")["supplier"].item(),
    )
    assert 0 < len(read.entries) == min(36, held.height)
    assert "Acme Care" in read.entries[0].title and "paid" in read.entries[0].title
    assert read.feed.links[1].href == "http://pound.example/supplier?name=acme-care"


@pytest.mark.parametrize(
    "asked", ["supplier=acme", "words=refuse", "council=aldby,carrby&least=100"]
)
def test_a_search_of_payments_is_a_feed(client, asked):
    read = parsed(client, f"search.atom?{asked}")
    rows = get("payments", f"{asked}&limit=50").json()
    assert 0 < len(read.entries) == min(50, rows["total"])
    days = [one.updated for one in read.entries]
    assert days == sorted(days, reverse=True) and read.feed.updated == days[0]
    assert read.entries[0].link.startswith("http://pound.example/payments?council=")


def test_a_search_has_one_name_in_whatever_order_it_is_asked(client):
    one, other = (
        parsed(client, f"search.atom?{asked}")
        for asked in ("supplier=acme&council=aldby", "council=MAA&supplier=acme&cards=with")
    )
    assert one.feed.id == other.feed.id
    assert [each.id for each in one.entries] == [each.id for each in other.entries]


def test_entries_keep_their_names_when_the_edition_is_put_together_anew(client, world):
    before = [one.id for one in parsed(client, "search.atom?supplier=acme").entries]
    os.utime(world)
    assert [one.id for one in parsed(client, "search.atom?supplier=acme").entries] == before


def test_by_time_alone_a_feed_is_not_sent_again_either(client):
    got = client.get("/feed/search.atom?supplier=acme")
    last = {"If-Modified-Since": got.headers["last-modified"]}
    assert client.get("/feed/search.atom?supplier=acme", headers=last).status_code == 304
    older = {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}
    assert client.get("/feed/search.atom?supplier=acme", headers=older).status_code == 200
    assert (
        client.get(
            "/feed/search.atom?supplier=acme", headers={"If-Modified-Since": "x"}
        ).status_code
        == 200
    )


DUE = [
    ("late", "Returns; of homes, and more", "due", date(2026, 3, 31), date(2026, 10, 31)),
    ("next", "Household’s " + "long name " * 9, "waiting", date(2027, 3, 31), date(2028, 2, 29)),
    ("none", "Awaited whole", "nothing", None, date(2025, 1, 31)),
    ("irregular", "Now and then", "irregular", None, None),
    ("over", "Ended", "once", None, date(2020, 1, 31)),
]


@pytest.fixture
def releases(monkeypatch):
    """Sources as `data/releases` tells of them: the world has none that are due."""
    rows = [
        {
            "source": source,
            "title": title,
            "state": state,
            "next_ends": ends,
            "next_due": due,
            "publisher": "Dep",
            "where_url": "https://example.org/a,b",
        }
        for source, title, state, ends, due in DUE
    ]
    monkeypatch.setattr(calendar, "ask", lambda _name, **_takes: pl.DataFrame(rows))
    return [row for row in rows if row["state"] in calendar.STATES]


def test_what_is_due_is_a_calendar(client, releases):
    got = client.get("/feed/releases.ics")
    assert got.headers["content-type"].startswith("text/calendar")
    assert all(len(line) <= 75 for line in got.content.split(b"\r\n"))
    read = icalendar.Calendar.from_ical(got.content)
    events = read.walk("VEVENT")
    assert [one.decoded("dtstart") for one in events] == [row["next_due"] for row in releases]
    assert len({one["uid"] for one in events}) == len(events)
    assert [str(one["summary"]) for one in events] == [f"Due: {row['title']}" for row in releases]
    assert not [one.errors for one in [read, *events] if one.errors]
    assert "by the end of February 2028" in events[1]["description"]
    assert client.get("/feed/releases.ics").content == got.content


@pytest.mark.parametrize("words", ["a, b; c\\d", "é" * 100, "x\r\nATTACH:evil", "£" * 37])
def test_any_words_stand_in_a_calendar(words):
    line = _folded(f"SUMMARY:{_text(words)}")
    text = f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n"
    assert all(len(part.encode()) <= 75 for part in text.split("\r\n"))
    read = icalendar.Event.from_ical(text)
    assert str(read["summary"]) == "".join(sign if sign >= " " else " " for sign in words)
    assert "ATTACH" not in read


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("news.atom", 404, "not-found"),
        ("payments.atom", 400, "missing-parameter"),
        ("changes.atom?council=nowhere", 404, "unknown-council"),
        ("supplier.atom?name=nobody", 404, "unknown-supplier"),
        ("supplier.atom?name=private-persons", 404, "unknown-supplier"),
        ("search.atom", 400, "missing-parameter"),
        ("search.atom?cards=with", 400, "missing-parameter"),
        ("search.atom?limit=3", 400, "unknown-parameter"),
        ("releases.ics?council=aldby", 400, "unknown-parameter"),
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
