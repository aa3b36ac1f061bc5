import gzip
import os
from pathlib import Path

import pytest

from data.build.fetch import errors
from data.build.fetch.places import below
from tests.build.fetch.conftest import BODY, record

ZIPPED = "finance/outturn.csv.gz"


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    (tmp_path / "mirror/finance").mkdir(parents=True)
    return tmp_path / "mirror"


def test_the_mirror_is_read_where_it_lies(desk, mirror):
    (mirror / "finance/outturn.csv").write_bytes(BODY)
    assert desk.want(record(), mirror=mirror) == mirror / "finance/outturn.csv"
    assert not desk.cache.exists()


def test_a_mirror_is_never_completed_from_the_network(publisher, desk, mirror, refuses):
    said = refuses(errors.NotInMirror, record(url=publisher.url("/a.csv")), mirror=mirror)
    assert str(mirror / "finance/outturn.csv") in said and not publisher.requests


def test_a_missing_mirror_folder_is_a_sentence(desk, tmp_path, refuses):
    refuses(errors.NotInMirror, record(), mirror=tmp_path / "nowhere")


def test_a_changed_file_is_refused_with_both_sums(desk, mirror, refuses):
    changed = BODY.replace(b"7", b"8", 1)
    (mirror / "finance/outturn.csv").write_bytes(changed)
    said = refuses(errors.OtherEdition, record(), mirror=mirror)
    for part in (record().sha256, record(body=changed).sha256, "finance/outturn.csv"):
        assert part in said


def test_another_edition_in_the_mirror_is_taken_when_asked_for(desk, mirror):
    (mirror / "finance/outturn.csv").write_bytes(BODY + b"x,1\n")
    desk.want(record(), mirror=mirror, accept_new_editions=True)
    assert [e.found_bytes for e in desk.reports] == [len(BODY) + 4]


def test_a_page_saved_into_the_mirror_is_not_data(desk, mirror, refuses):
    (mirror / "finance/outturn.csv").write_bytes(b"<html>" + BODY)
    refuses(errors.NotTheFile, record(), mirror=mirror, accept_new_editions=True)


def test_a_gzipped_file_is_verified_by_its_content(desk, mirror):
    (mirror / ZIPPED).write_bytes(gzip.compress(BODY))
    assert desk.want(record(ZIPPED, gzip_by_mirror=True), mirror=mirror) == mirror / ZIPPED


def test_a_file_published_gzipped_is_verified_as_it_is(desk, mirror):
    packed = gzip.compress(BODY)
    (mirror / ZIPPED).write_bytes(packed)
    assert desk.want(record(ZIPPED, packed), mirror=mirror) == mirror / ZIPPED


def test_gzipped_content_that_changed_is_refused(desk, mirror, refuses):
    (mirror / ZIPPED).write_bytes(gzip.compress(BODY + b"x,1\n"))
    refuses(errors.OtherEdition, record(ZIPPED, gzip_by_mirror=True), mirror=mirror)


@pytest.mark.parametrize(
    "packed",
    [gzip.compress(BODY)[:-9], gzip.compress(BODY)[:40] + b"\xff" * 200, b"not gzip", b""],
    ids=["cut", "garbled", "plain", "empty"],
)
def test_a_damaged_gzip_is_refused_even_when_editions_are_accepted(desk, mirror, refuses, packed):
    (mirror / ZIPPED).write_bytes(packed)
    with pytest.raises((errors.Damaged, errors.NotTheFile)):
        desk.want(record(ZIPPED, gzip_by_mirror=True), mirror=mirror, accept_new_editions=True)


def test_a_file_saved_by_hand_need_not_be_gzipped(desk, mirror):
    (mirror / "finance/outturn.csv").write_bytes(BODY)
    file = record(ZIPPED, gzip_by_mirror=True)
    assert desk.want(file, mirror=mirror) == mirror / "finance/outturn.csv"


BAD = ["../a.csv", "a/../../b.csv", "/etc/hosts", "C:/a.csv", "a\\..\\b.csv", "a\0.csv", "", "."]


@pytest.mark.parametrize("path", BAD)
@pytest.mark.parametrize("mirrored", [True, False])
def test_a_record_cannot_name_a_place_outside(desk, mirror, refuses, path, mirrored):
    said = refuses(errors.UnsafePath, record(path), mirror=mirror if mirrored else None)
    assert "save it" not in said


def test_ordinary_odd_names_are_allowed(tmp_path):
    name = "tax/CTR_Table 9_2023-24 (10).ods"
    assert below(tmp_path, name) == tmp_path / "tax" / "CTR_Table 9_2023-24 (10).ods"


def test_a_real_mirror_is_never_written(desk):
    """Locating from the mirror of this machine, when there is one, leaves no trace in it."""
    folder = os.environ.get("PUBLIC_POUND_MIRROR")
    if not folder:
        pytest.skip("PUBLIC_POUND_MIRROR names no mirror folder")
    some = next(p for p in Path(folder).rglob("*.csv") if p.stat().st_size < 1_000_000)
    body, before = some.read_bytes(), some.stat()
    path = some.relative_to(folder).as_posix()
    assert desk.want(record(path, body), mirror=Path(folder)) == some
    assert some.stat().st_mtime_ns == before.st_mtime_ns
