"""A file that nobody here has seen is brought from where it is said to be, and told from others."""

import hashlib
import json
from datetime import date

import pytest

from data.build.fetch import errors, govuk, statswales
from data.build.fetch.unseen import bring
from data.build.records import SourceAddress
from tests.build.fetch.conftest import BODY, LANDING
from tests.build.fetch.server import cut, redirect, status, until_closed, whole

COLLECTION = "government/collections/outturn"
ASSET = "6a291c0b3b15d05a7ce31ffe"
DATASET = "213aeb99-18eb-42c9-b00e-e4b716e82cdf"


def address(**fields) -> SourceAddress:
    given = {"what": "Outturn", "kind": "newer", "said_by": "a note", "as_of": date(2026, 11, 29)}
    return SourceAddress(**(given | fields))


@pytest.fixture
def api(publisher, monkeypatch):
    monkeypatch.setattr(govuk, "CONTENT_API", publisher.url("/api/content/"))
    monkeypatch.setattr(statswales, "API", publisher.url("/v2/"))


@pytest.fixture
def wants(desk):
    return lambda one: bring(one, desk.cache, landing_url=LANDING, limits=desk.limits)


@pytest.fixture
def refused(wants, desk):
    def told(error: type[Exception], one: SourceAddress) -> str:
        with pytest.raises(error) as raised:
            wants(one)
        assert type(raised.value) is error
        assert not [name for name in desk.files() if not name.endswith(".json")]
        assert LANDING in str(raised.value) and "a note (2026-11-29)" in str(raised.value)
        return str(raised.value)

    return told


def page(*urls: str, pages: tuple[str, ...] = ()):
    said = {"details": {"attachments": [{"url": url} for url in urls]}}
    if pages:
        said["links"] = {"documents": [{"base_path": path} for path in pages]}
    return whole(json.dumps(said).encode())


def collection(publisher, *urls: str) -> None:
    """A collection of two pages, the second of which has the files."""
    publisher.serve(f"/api/content/{COLLECTION}", page(pages=("/one", "/two")))
    publisher.serve("/api/content/one", page("/media/aa/notes.pdf"))
    publisher.serve("/api/content/two", page(*urls))


def test_what_comes_is_described_for_a_record(publisher, wants):
    url = publisher.serve("/media/1f/outturn.csv", whole(BODY))
    brought = wants(address(url=url, bytes=len(BODY)))
    assert brought.path.name == "outturn.csv" and brought.path.read_bytes() == BODY
    digest = hashlib.sha256(BODY).hexdigest()
    assert brought.record("finance/outturn.csv", address(url=url)).splitlines() == [
        "[[file]]",
        'path = "finance/outturn.csv"',
        f'sha256 = "{digest}"',
        f"bytes = {len(BODY)}",
        f'url = "{url}"',
    ]


def test_an_asset_without_its_name_is_found_in_a_collection(publisher, api, wants):
    collection(publisher, publisher.serve(f"/media/{ASSET}/RSX_2023-24.csv", whole(BODY)))
    one = address(url=publisher.url(f"/media/{ASSET}/"), govuk_slug=COLLECTION)
    brought = wants(one)
    assert brought.path.name == "RSX_2023-24.csv"
    assert not publisher.requests[f"/media/{ASSET}/"]


def test_an_asset_that_has_another_id_by_now_is_named_among_what_is_offered(
    publisher, api, refused
):
    collection(publisher, "/media/bb/RSX_2023-24_revised.csv")
    one = address(url=publisher.url(f"/media/{ASSET}/"), govuk_slug=COLLECTION)
    said = refused(errors.Moved, one)
    assert f"no files of the asset {ASSET}" in said and "RSX_2023-24_revised.csv" in said


def test_an_asset_with_another_id_is_taken_by_its_name(publisher, api, wants):
    collection(publisher, publisher.serve("/media/bb/RSX_2023-24.csv", whole(BODY)))
    gone = publisher.url(f"/media/{ASSET}/RSX_2023-24.csv")
    assert wants(address(url=gone, govuk_slug=COLLECTION)).url.endswith("/bb/RSX_2023-24.csv")


def test_a_dataset_of_statswales_is_brought_under_its_id(publisher, api, wants):
    publisher.serve(f"/v2/{DATASET}", whole(json.dumps({"id": DATASET}).encode()))
    publisher.serve(f"/v2/{DATASET}/data?format=csv", whole(BODY))
    assert wants(address(statswales=DATASET)).path.name == f"statswales-{DATASET}.csv"


def test_an_address_that_is_gone_is_a_sentence(publisher, refused):
    publisher.serve("/outturn.csv", status(404))
    assert "no longer gives out" in refused(
        errors.Moved, address(url=publisher.url("/outturn.csv"))
    )


def test_a_page_in_the_files_place_is_no_data(publisher, refused):
    url = publisher.serve("/outturn.csv", whole(b"<!doctype html><p>Moved"))
    assert "web page" in refused(errors.NotTheFile, address(url=url))


def test_a_page_behind_a_redirect_is_no_data(publisher, refused):
    publisher.serve("/home", whole(b"<html>", Content_Type="text/html"))
    url = publisher.serve("/outturn.ods", redirect("/home"))
    assert "web page" in refused(errors.NotTheFile, address(url=url))


def test_another_size_than_was_said_is_another_edition(publisher, refused):
    url = publisher.serve("/outturn.csv", whole(BODY))
    assert "10 were said" in refused(errors.OtherEdition, address(url=url, bytes=10))


def test_another_hash_than_was_said_is_another_edition(publisher, refused):
    url = publisher.serve("/outturn.csv", whole(BODY))
    said = refused(errors.OtherEdition, address(url=url, sha256_begins="00ff"))
    assert "begin with 00ff" in said


def test_what_breaks_off_is_not_taken(publisher, refused):
    url = publisher.serve("/outturn.csv", cut(BODY, 100))
    refused(errors.Unreachable, address(url=url))


def test_what_may_be_cut_short_is_not_taken(publisher, refused):
    url = publisher.serve("/outturn.csv", until_closed(BODY))
    assert "cut short" in refused(errors.Damaged, address(url=url))
