"""Interruptions: what was received is kept, asked on from, and never joined to another edition."""

import gzip

import pytest

from data.build.fetch import errors
from tests.build.fetch.conftest import BODY, record
from tests.build.fetch.server import chunked, cut, stalled, status, whole, zipped

AT = 1000
REVISED = BODY.replace(b"council 1,", b"council X,")  # the same length: only validators tell


@pytest.mark.parametrize(
    "validator",
    [{"ETag": '"one"'}, {"Last_Modified": "Tue, 03 Jun 2025 08:30:00 GMT"}],
    ids=["etag", "date"],
)
def test_an_interrupted_file_is_resumed(publisher, desk, validator):
    url = publisher.serve("/a.csv", cut(BODY, AT, **validator), whole(BODY, **validator))
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert publisher.ranges("/a.csv") == [None, f"bytes={AT}-"]
    assert publisher.requests["/a.csv"][1]["if-range"] in validator.values()
    assert desk.files() == ["finance/outturn.csv"]


def test_a_later_run_resumes_what_an_earlier_one_left(publisher, desk, refuses):
    broken, good = cut(BODY, AT, ETag='"one"'), whole(BODY, ETag='"one"')
    file = record(url=publisher.serve("/a.csv", broken))
    desk.limit(attempts=1)
    assert "1,000 bytes on disk" in refuses(errors.Unreachable, file)
    assert desk.files() == ["finance/outturn.csv.part", "finance/outturn.csv.part.json"]
    publisher.serve("/a.csv", good)
    assert desk.want(file).read_bytes() == BODY
    assert publisher.ranges("/a.csv") == [None, f"bytes={AT}-"]


def test_what_came_before_a_stall_is_resumed(publisher, desk):
    desk.limit(stall_s=1)
    url = publisher.serve("/a.csv", stalled(BODY, AT, ETag='"one"'), whole(BODY, ETag='"one"'))
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert publisher.ranges("/a.csv")[1] == f"bytes={AT}-"


@pytest.mark.parametrize("validator", [{}, {"ETag": 'W/"weak"'}], ids=["none", "weak"])
def test_without_a_strong_validator_nothing_is_resumed(publisher, desk, validator):
    url = publisher.serve("/a.csv", cut(BODY, AT, **validator), whole(BODY, **validator))
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert publisher.ranges("/a.csv") == [None, None]


def test_a_server_that_ignores_range_starts_over(publisher, desk):
    good = whole(BODY, by_range=False, ETag='"one"')
    url = publisher.serve("/a.csv", cut(BODY, AT, ETag='"one"'), good)
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert publisher.ranges("/a.csv")[1] == f"bytes={AT}-"


def test_a_file_that_changed_between_parts_starts_over(publisher, desk):
    url = publisher.serve("/a.csv", cut(REVISED, AT, ETag='"one"'), whole(BODY, ETag='"two"'))
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert len(publisher.requests["/a.csv"]) == 2


def test_a_change_is_seen_although_the_server_ignores_if_range(publisher, desk):
    good = whole(BODY, if_range=False, ETag='"two"')
    url = publisher.serve("/a.csv", cut(REVISED, AT, ETag='"one"'), good)
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert publisher.ranges("/a.csv") == [None, f"bytes={AT}-", None]
    assert desk.pauses == [1, 0]  # seen in the headers, before the rest was fetched in vain


def test_parts_of_two_editions_under_one_etag_are_fetched_anew(publisher, desk):
    """The worst server: nothing in its headers tells; only the sha256 does."""
    url = publisher.serve("/a.csv", cut(REVISED, AT, ETag='"one"'), whole(BODY, ETag='"one"'))
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert publisher.ranges("/a.csv") == [None, f"bytes={AT}-", None]
    assert desk.pauses == [1]


SPAN = f"bytes {AT}-{len(BODY) - 1}/{len(BODY)}"


@pytest.mark.parametrize(
    "astray",
    [
        status(206, BODY[500:], Content_Range=f"bytes 500-{len(BODY) - 1}/{len(BODY)}"),
        status(206, BODY[AT:]),
        status(206, gzip.compress(BODY)[200:], Content_Range=SPAN, Content_Encoding="gzip"),
    ],
    ids=["elsewhere", "unsaid", "compressed"],
)
def test_a_part_that_does_not_fit_is_not_appended(publisher, desk, astray):
    good = whole(BODY, ETag='"one"')
    url = publisher.serve("/a.csv", cut(BODY, AT, ETag='"one"'), astray, good)
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert publisher.ranges("/a.csv") == [None, f"bytes={AT}-", None]
    assert desk.pauses == [1, 0]


def test_a_part_longer_than_the_file_is_thrown_away(publisher, desk):
    file = record(url=publisher.serve("/a.csv", cut(BODY * 2, len(BODY) + 5, ETag='"one"')))
    desk.limit(attempts=1)
    with pytest.raises(errors.Unreachable):
        desk.want(file)
    publisher.serve("/a.csv", whole(BODY, ETag='"one"'))
    desk.limit(attempts=2)
    assert desk.want(file).read_bytes() == BODY
    assert desk.pauses == [0]


@pytest.mark.parametrize("note", ["", "[]", '{"url": "https://x.example/", "etag": "\\"one\\""}'])
def test_a_part_of_unknown_origin_is_not_built_upon(publisher, desk, note):
    part = desk.cache / "finance/outturn.csv.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"something else")
    part.with_name(part.name + ".json").write_text(note)
    url = publisher.serve("/a.csv", whole(BODY, ETag='"one"'))
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert publisher.ranges("/a.csv") == [None]


def test_a_note_without_its_part_asks_for_the_whole(publisher, desk, refuses):
    file = record(url=publisher.serve("/a.csv", cut(BODY, AT, ETag='"one"')))
    desk.limit(attempts=1)
    refuses(errors.Unreachable, file)
    (desk.cache / "finance/outturn.csv.part").unlink()
    publisher.serve("/a.csv", whole(BODY, ETag='"one"'))
    assert desk.want(file).read_bytes() == BODY
    assert publisher.ranges("/a.csv") == [None, None]


@pytest.mark.parametrize(
    "broken",
    [cut(BODY, AT), chunked(BODY, ended=False), zipped(BODY, lost=20)],
    ids=["length", "chunked", "gzip"],
)
def test_a_body_cut_short_is_never_taken_as_whole(publisher, desk, refuses, broken):
    file = record(url=publisher.serve("/a.csv", broken))
    refuses(errors.Unreachable, file, accept_new_editions=True)
    assert len(publisher.requests["/a.csv"]) == desk.limits.attempts
    assert not (desk.cache / "finance/outturn.csv").exists()


def test_a_compressed_body_is_not_resumed_by_its_offset(publisher, desk):
    broken = zipped(BODY, lost=20, ETag='"one"')
    url = publisher.serve("/a.csv", broken, whole(BODY, ETag='"one"'))
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert publisher.ranges("/a.csv") == [None, None]
