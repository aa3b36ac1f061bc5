"""An answer is made once, and never given for another question or another edition."""

import pytest

from tests.web.api.calling import get
from web.api.answering import KEPT
from web.api.keeping import Kept, Made

pytestmark = pytest.mark.usefixtures("world")


def test_it_is_made_once(monkeypatch):
    first = get("values", "limit=5")
    monkeypatch.setattr("web.api.answering._page", None)  # whoever makes another fails
    again = get("values", "limit=5")
    assert (again.body, again.headers["link"]) == (first.body, first.headers["link"])


def test_each_question_has_its_own(monkeypatch):
    answers = [
        get("values", "limit=5").raw,
        get("values", "limit=6").raw,
        get("values.csv", "limit=5").raw,
        get("values", "limit=5", {"Accept": "text/csv"}).body,
        get("values", "limit=5", {"Accept-Encoding": "gzip"}).raw,
    ]
    assert len(set(answers)) == 4 and answers[2] == answers[3]
    monkeypatch.setattr("web.api.answering.edition_key", lambda: "another")
    assert KEPT.get(("another", "values", "", "json", "limit=5")) is None


def test_it_keeps_the_last_and_nothing_large():
    kept = Kept(most=2, most_bytes=10)
    for name in "abc":
        kept.put(name, Made({}, name.encode(), zipped=False))
        kept.get("a")
    assert [bool(kept.get(name)) for name in "abc"] == [True, False, True]
    kept.put("d", Made({}, b"x" * 11, zipped=False))
    assert kept.get("d") is None
