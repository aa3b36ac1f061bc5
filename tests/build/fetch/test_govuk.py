"""An asset that moved is looked up on its gov.uk page by file name, never guessed."""

import json

import pytest

from data.build.fetch import errors, govuk
from tests.build.fetch.conftest import BODY, record
from tests.build.fetch.server import Reply, status, whole

SLUG = "outturn-2023-to-2024"
PAGE = f"/api/content/government/statistics/{SLUG}"


@pytest.fixture(autouse=True)
def api(publisher, monkeypatch):
    monkeypatch.setattr(govuk, "CONTENT_API", publisher.url("/api/content/"))


def listing(*urls: str) -> Reply:
    attachments = [{"title": "a file", "url": url} for url in urls] + [{"title": "no address"}]
    return whole(json.dumps({"details": {"attachments": attachments}}).encode())


def test_the_present_address_is_used_when_the_recorded_one_is_gone(publisher, desk):
    new = publisher.serve("/media/2/RSX%20(2023-24).csv", whole(BODY))
    publisher.serve(PAGE, listing(publisher.url("/media/2/RS_2023-24.csv"), new))
    old = "/media/1/rsx%20%282023-24%29.csv?download=1"
    file = record(url=publisher.url(old), govuk_slug=SLUG)
    assert desk.want(file).read_bytes() == BODY
    assert len(publisher.requests[old]) == 1


def test_an_address_that_works_needs_no_page(publisher, desk):
    url = publisher.serve("/media/1/a.csv", whole(BODY))
    desk.want(record(url=url, govuk_slug=SLUG))
    assert not publisher.requests[PAGE]


def test_a_record_with_a_page_alone_goes_by_its_own_name(publisher, desk):
    publisher.serve(PAGE, listing(publisher.serve("/media/2/outturn.csv", whole(BODY))))
    file = record("finance/outturn.csv.gz", govuk_slug=SLUG, gzip_by_mirror=True)
    assert desk.want(file).read_bytes() == BODY


def test_a_slug_with_a_slash_is_the_path_of_the_page(publisher, desk):
    path = "government/statistical-data-sets/live-tables"
    page = listing(publisher.serve("/media/2/outturn.csv", whole(BODY)))
    publisher.serve(f"/api/content/{path}", page)
    assert desk.want(record(govuk_slug=path)).read_bytes() == BODY


def test_the_moved_file_is_verified_like_any_other(publisher, refuses):
    publisher.serve(PAGE, listing(publisher.serve("/media/2/outturn.csv", whole(BODY + b"x,1\n"))))
    refuses(errors.OtherEdition, record(govuk_slug=SLUG))


def test_a_renamed_file_is_not_guessed_at(publisher, refuses):
    renamed = publisher.serve("/media/2/outturn_v2.csv", whole(BODY))
    publisher.serve(PAGE, listing(renamed))
    said = refuses(errors.Moved, record(govuk_slug=SLUG))
    assert "outturn_v2.csv" in said and not publisher.requests["/media/2/outturn_v2.csv"]


def test_two_files_of_one_name_are_not_chosen_between(publisher, refuses):
    publisher.serve(PAGE, listing("/media/2/outturn.csv", "/media/3/outturn.csv"))
    assert "lists 2 files" in refuses(errors.Moved, record(govuk_slug=SLUG))


@pytest.mark.parametrize(
    "answer",
    [status(404), status(500), whole(b"<html>"), whole(b"[]"), whole(b"{}"), listing()],
    ids=["404", "500", "page", "list", "bare", "none"],
)
def test_a_page_that_says_nothing_ends_in_the_landing_page(publisher, refuses, answer):
    publisher.serve(PAGE, answer)
    refuses(errors.Moved, record(url=publisher.url("/gone.csv"), govuk_slug=SLUG))


def test_a_broken_connection_to_the_page_is_a_sentence(publisher, refuses):
    publisher.serve(PAGE, lambda handler: setattr(handler, "close_connection", True))
    assert "did not say" in refuses(errors.Moved, record(govuk_slug=SLUG))
