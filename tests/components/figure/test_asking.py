"""The words to ask with: whose figure, what it says, where it stands, and nothing that runs."""

from urllib.parse import unquote

import pytest

from components.figure import asking

KNOWN = [{"publisher": "Home Office"}, {"publisher": "DfE"}, {"publisher": "DfE"}]


@pytest.fixture(autouse=True)
def somewhere(monkeypatch, world):
    monkeypatch.setattr(
        asking, "view_address", lambda: "https://pound.example/council?council=aldby"
    )


def test_it_says_what_where_and_by_whom():
    text = asking.asked_of("Aldby: roads, 2024-25", "£30 per head, the lowest of 9.", KNOWN)
    assert "Aldby: roads, 2024-25." in text
    assert "£30 per head, the lowest of 9." in text
    assert "Published by Home Office and DfE;" in text
    assert "https://pound.example/council?council=aldby" in text


def test_a_long_finding_is_cut_between_words():
    text = asking.asked_of("Title", "word " * 400, [])
    assert " …" in text
    assert "the publishers named beside the figure" in text
    assert len(asking.mail_link("Title", text)) < 2_000


def test_the_mail_link_keeps_every_character_apart():
    link = asking.mail_link("A & B?", "x=1&y=2\nz")
    assert link.startswith("mailto:?subject=A%20%26%20B%3F&body=")
    assert unquote(link.split("body=")[1]) == "x=1&y=2\nz"
