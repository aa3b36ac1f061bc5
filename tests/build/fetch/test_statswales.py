"""A dataset of StatsWales is asked for by its id, and said to be gone in words."""

import json

import pytest

from data.build.fetch import errors, statswales
from tests.build.fetch.conftest import BODY, record
from tests.build.fetch.server import Reply, chunked, cut, status, whole

DATASET = "213aeb99-18eb-42c9-b00e-e4b716e82cdf"
ABOUT = f"/v2/{DATASET}"
ROWS = f"{ABOUT}/data?format=csv"


@pytest.fixture(autouse=True)
def api(publisher, monkeypatch):
    monkeypatch.setattr(statswales, "API", publisher.url("/v2/"))


def described(dataset: str = DATASET) -> Reply:
    return whole(json.dumps({"id": dataset, "published_revision": {"id": "7"}}).encode())


def wanted(body: bytes = BODY, **fields):
    return record("finance/wales.csv", body, statswales=DATASET, **fields)


def test_the_rows_of_a_dataset_are_streamed_and_verified(publisher, desk):
    publisher.serve(ABOUT, described())
    publisher.serve(ROWS, chunked(BODY, Content_Type="text/csv"))
    assert desk.want(wanted()).read_bytes() == BODY


def test_an_address_that_is_gone_leads_to_the_dataset(publisher, desk):
    publisher.serve(ABOUT, described())
    publisher.serve(ROWS, whole(BODY))
    assert desk.want(wanted(url=publisher.url("/old.csv"))).read_bytes() == BODY


def test_a_withdrawn_dataset_is_a_sentence(publisher, refuses):
    publisher.serve(ABOUT, status(404))
    said = refuses(errors.Moved, wanted())
    assert f"no dataset {DATASET} any more" in said and not publisher.requests[ROWS]


@pytest.mark.parametrize(
    "answer",
    [status(500), whole(b"<html>"), whole(b"[]"), described("another")],
    ids=["500", "page", "list", "another"],
)
def test_an_answer_that_describes_no_dataset_is_a_sentence(publisher, refuses, answer):
    publisher.serve(ABOUT, answer)
    assert "StatsWales" in refuses(errors.Moved, wanted())


def test_a_broken_connection_is_a_sentence(publisher, refuses):
    publisher.serve(ABOUT, lambda handler: setattr(handler, "close_connection", True))
    assert "did not say whether" in refuses(errors.Moved, wanted())


def test_a_revision_is_told_from_the_file_of_the_record(publisher, refuses):
    publisher.serve(ABOUT, described())
    publisher.serve(ROWS, whole(BODY + b"x,1\n"))
    assert "revised" in refuses(errors.OtherEdition, wanted())


def test_rows_that_break_off_are_never_taken(publisher, refuses, desk):
    publisher.serve(ABOUT, described())
    publisher.serve(ROWS, cut(BODY, 100))
    refuses(errors.Unreachable, wanted())
    assert "wales.csv" not in desk.files()


def test_an_id_that_is_none_is_refused_in_the_record():
    with pytest.raises(ValueError, match="statswales"):
        record(statswales="local-government-finance")
