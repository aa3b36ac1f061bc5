"""What is not the recorded file: another edition, a web page, something else altogether."""

import pytest

from data.build.fetch import errors
from data.build.fetch.kinds import why_not
from data.build.fetch.verify import NewEdition, warn
from tests.build.fetch.conftest import BODY, record
from tests.build.fetch.server import redirect, until_closed, whole

REVISED = BODY + b"council 400,2800\n"
PAGE = b"\n<!DOCTYPE html><html><body>This page has moved</body></html>" + b" " * len(BODY)


def test_another_edition_is_refused_by_default(publisher, desk, refuses):
    file = record(url=publisher.serve("/a.csv", whole(REVISED)))
    said = refuses(errors.OtherEdition, file)
    revised = record(body=REVISED)
    assert file.sha256 in said and revised.sha256 in said and "--accept-new-editions" in said
    assert desk.files() == [] and desk.reports == []


def test_another_edition_is_taken_when_asked_for_and_reported(publisher, desk):
    dated = whole(REVISED, Last_Modified="Tue, 03 Jun 2025 08:30:00 GMT")
    file = record(url=publisher.serve("/a.csv", dated))
    assert desk.want(file, accept_new_editions=True).read_bytes() == REVISED
    assert desk.reports == [
        NewEdition(
            path=file.path,
            origin=file.url,
            expected_sha256=file.sha256,
            found_sha256=record(body=REVISED).sha256,
            expected_bytes=len(BODY),
            found_bytes=len(REVISED),
            last_modified="Tue, 03 Jun 2025 08:30:00 GMT",
        )
    ]


def test_an_accepted_edition_is_reported_at_every_build_and_accepted_at_each(
    publisher, desk, refuses
):
    file = record(url=publisher.serve("/a.csv", whole(REVISED)))
    desk.want(file, accept_new_editions=True)
    desk.want(file, accept_new_editions=True)
    assert len(desk.reports) == 2 and len(publisher.requests["/a.csv"]) == 1
    refuses(errors.OtherEdition, file)


def test_the_recorded_edition_is_not_reported(publisher, desk):
    desk.want(record(url=publisher.serve("/a.csv", whole(BODY))), accept_new_editions=True)
    assert desk.reports == []


def test_another_edition_saved_by_hand_is_named_as_such(desk, refuses):
    place = desk.cache / "finance/outturn.csv"
    place.parent.mkdir(parents=True)
    place.write_bytes(REVISED)
    assert str(place) in refuses(errors.OtherEdition, record())
    assert desk.want(record(), accept_new_editions=True) == place and len(desk.reports) == 1


def test_an_edition_of_unknown_length_is_not_accepted(publisher, refuses):
    file = record(url=publisher.serve("/a.csv", until_closed(REVISED)))
    assert "cut short" in refuses(errors.Damaged, file, accept_new_editions=True)


@pytest.mark.parametrize("body", [BODY[: len(BODY) // 5], BODY * 5], ids=["smaller", "larger"])
def test_an_edition_of_another_magnitude_is_not_accepted(publisher, refuses, body):
    file = record(url=publisher.serve("/a.csv", whole(body)))
    assert "too different" in refuses(errors.Damaged, file, accept_new_editions=True)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "text/csv"])
def test_a_web_page_is_never_data(publisher, desk, refuses, kind):
    publisher.serve("/moved", whole(PAGE, Content_Type=kind))
    file = record(url=publisher.serve("/a.csv", redirect("/moved")))
    assert "it is a web page" in refuses(errors.NotTheFile, file, accept_new_editions=True)
    assert desk.files() == []


def test_changed_text_sent_as_html_is_not_accepted(publisher, refuses):
    file = record(url=publisher.serve("/a.csv", whole(REVISED, Content_Type="text/html")))
    refuses(errors.NotTheFile, file, accept_new_editions=True)


def test_the_recorded_bytes_are_the_file_whatever_their_label(publisher, desk):
    url = publisher.serve("/a.csv", whole(BODY, Content_Type="text/html"))
    assert desk.want(record(url=url)).read_bytes() == BODY


def test_a_workbook_is_not_a_csv(publisher, refuses):
    book = b"PK\x03\x04" + BODY
    file = record(url=publisher.serve("/a.csv", whole(book)))
    assert "binary" in refuses(errors.NotTheFile, file, accept_new_editions=True)


@pytest.mark.parametrize(
    ("name", "head", "why"),
    [
        ("a.csv", b"code,name\n", ""),
        ("a.csv", b"\xef\xbb\xbfcode,name\n", ""),
        ("a.csv", b"\xff\xfec\0o\0d\0e\0", ""),
        ("a.csv", b"<5,1\n", ""),
        ("a.csv", b"", "empty"),
        ("a.csv", b"\xef\xbb\xbf <HTML>", "web page"),
        ("a.csv", b"<?xml version='1.0'?>\n<!DOCTYPE x>\n<html xmlns='y'>", "web page"),
        ("a.csv", b"<!-- moved --><html>", "web page"),
        ("a.csv", b"%PDF-1.7", "binary"),
        ("a.csv", b"a\0b", "binary"),
        ("a.xlsx", b"PK\x03\x04", ""),
        ("a.XLSX", b"<html>", "web page"),
        ("a.xlsx", b"code,name\n", ".xlsx"),
        ("a.xls", b"\xd0\xcf\x11\xe0", ""),
        ("a.xls", b"code\tname", ".xls"),
        ("a.json", b' {"a": 1}', ""),
        ("a.json", b"error", ".json"),
        ("a.parquet", b"PAR1", ""),
        ("a.html", b"<!doctype html>", ""),
    ],
)
def test_the_first_bytes_tell_the_kind(name, head, why):
    found = why_not(name, head)
    assert why in found and bool(found) == bool(why)


def test_an_accepted_edition_is_logged_when_nobody_listens(caplog):
    warn(NewEdition("a.csv", "https://x.example/a.csv", "aa", "bb", 10, 1234))
    assert "1,234 bytes" in caplog.text and "https://x.example/a.csv" in caplog.text
