"""The plain way: a good publisher, and what is said of a bad answer."""

from io import StringIO

import pytest
from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from data.build.fetch import errors
from tests.build.fetch.conftest import BODY, record
from tests.build.fetch.server import chunked, redirect, status, until_closed, whole, zipped


@pytest.mark.parametrize("reply", [whole(BODY), chunked(BODY), zipped(BODY), until_closed(BODY)])
def test_a_file_arrives_whole_and_leaves_nothing_else(publisher, desk, reply):
    file = record(url=publisher.serve("/a.csv", reply))
    assert desk.want(file).read_bytes() == BODY
    assert desk.files() == ["finance/outturn.csv"]


def test_a_file_is_downloaded_once(publisher, desk):
    file = record(url=publisher.serve("/a.csv", whole(BODY)))
    assert desk.want(file) == desk.want(file)
    assert len(publisher.requests["/a.csv"]) == 1


def test_plain_bytes_are_asked_for(publisher, desk):
    desk.want(record(url=publisher.serve("/a.csv", whole(BODY))))
    assert publisher.requests["/a.csv"][0]["accept-encoding"] == "identity"


def test_a_damaged_file_in_the_cache_is_replaced(publisher, desk):
    file = record(url=publisher.serve("/a.csv", whole(BODY)))
    desk.want(file).write_bytes(BODY[:-1])
    assert desk.want(file).read_bytes() == BODY


def test_a_failed_download_leaves_the_file_of_before_and_mentions_it(publisher, desk, refuses):
    file = record(url=publisher.serve("/a.csv", whole(BODY), status(404)))
    place = desk.want(file)
    place.write_bytes(b"older")
    assert f"that lies at {place} is not the one of the record" in refuses(errors.Moved, file)
    assert place.read_bytes() == b"older"


def test_the_publishers_file_name_never_names_a_place(publisher, desk, tmp_path):
    evil = whole(BODY, Content_Disposition='attachment; filename="../../evil.csv"')
    desk.want(record(url=publisher.serve("/a.csv", evil)))
    assert [p.name for p in tmp_path.rglob("*.csv")] == ["outturn.csv"]


def test_a_file_a_mirror_gzips_is_kept_as_published(publisher, desk):
    url = publisher.serve("/a.csv", whole(BODY))
    place = desk.want(record("finance/outturn.csv.gz", url=url, gzip_by_mirror=True))
    assert place.name == "outturn.csv" and place.read_bytes() == BODY


@pytest.mark.parametrize("code", [401, 403, 404, 410])
def test_a_moved_file_is_not_asked_for_again(publisher, desk, refuses, code):
    said = refuses(errors.Moved, record(url=publisher.serve("/a.csv", status(code))))
    assert str(code) in said and str(desk.cache / "finance/outturn.csv") in said
    assert "below a mirror folder" in said
    assert len(publisher.requests["/a.csv"]) == 1 and desk.files() == []


def test_another_client_error_is_not_retried(publisher, refuses):
    refuses(errors.Refused, record(url=publisher.serve("/a.csv", status(400))))
    assert len(publisher.requests["/a.csv"]) == 1


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/a.csv", "file:///a.csv", "a.csv", "http://["])
def test_an_address_that_is_not_on_the_web_is_refused(refuses, url):
    assert "web address" in refuses(errors.Refused, record(url=url))


def test_a_record_without_an_address_sends_the_reader_to_the_landing_page(desk, refuses):
    said = refuses(errors.NoAddress, record())
    assert str(desk.cache / "finance/outturn.csv") in said


def test_a_file_saved_by_hand_is_found(desk):
    place = desk.cache / "finance/outturn.csv"
    place.parent.mkdir(parents=True)
    place.write_bytes(BODY)
    assert desk.want(record()) == place


def test_too_many_announced_bytes_are_not_fetched(publisher, desk, refuses):
    desk.limit(max_bytes=len(BODY) - 1)
    said = refuses(errors.TooLarge, record(url=publisher.serve("/a.csv", whole(BODY))))
    assert f"{len(BODY):,}" in said and desk.files() == []


def test_too_many_unannounced_bytes_are_cut_off(publisher, desk, refuses):
    """Also the defence against a small compressed body that unfolds without end."""
    desk.limit(max_bytes=len(BODY) - 1)
    refuses(errors.TooLarge, record(url=publisher.serve("/a.csv", zipped(BODY))))
    assert desk.files() == []


def test_a_disk_that_refuses_is_a_sentence(desk, publisher):
    desk.cache.write_text("a file where the folder belongs")
    with pytest.raises(errors.NotWritten, match=r"outturn\.csv could not be read or written"):
        desk.want(record(url=publisher.serve("/a.csv", whole(BODY))))


class Watched(Progress):
    """Keeps (name as shown, bytes so far, bytes in all) of each update."""

    def __init__(self) -> None:
        super().__init__(console=Console(file=StringIO()))
        self.seen: list[tuple[str, int, int | None]] = []

    def update(self, task_id, **fields) -> None:
        super().update(task_id, **fields)
        name = Text.from_markup(self.tasks[0].description).plain
        self.seen.append((name, fields["completed"], fields["total"]))


def test_progress_is_told_in_bytes(publisher, desk):
    url, name = publisher.serve("/b.csv", redirect("/a.csv")), "odd [bold]name.csv"
    publisher.serve("/a.csv", whole(BODY))
    with Watched() as progress:
        desk.want(record(name, url=url), progress=progress)
    assert progress.seen[0] == (name, 0, len(BODY))
    assert progress.seen[-1] == (name, len(BODY), len(BODY))
    assert not progress.tasks


def test_progress_does_not_take_a_compressed_length_for_the_files(publisher, desk):
    with Watched() as progress:
        desk.want(record(url=publisher.serve("/a.csv", zipped(BODY))), progress=progress)
    assert progress.seen[-1] == ("outturn.csv", len(BODY), None)
