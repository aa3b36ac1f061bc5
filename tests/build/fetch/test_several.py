import socket

import pytest

from data.build.fetch import errors, locate_all
from tests.build.fetch.conftest import BODY, LANDING, record
from tests.build.fetch.server import status, whole


def test_files_come_one_after_the_other(publisher, desk):
    url = publisher.serve("/a.csv", whole(BODY))
    wanted = [(record(f"finance/{n}.csv", url=url), LANDING) for n in "abc"]
    places = locate_all(wanted, mirror=None, cache=desk.cache, limits=desk.limits)
    assert {path: p.read_bytes() for path, p in places.items()} == {
        f"finance/{n}.csv": BODY for n in "abc"
    }


def test_one_run_names_every_file_that_is_missing(publisher, desk):
    good, gone = publisher.serve("/a.csv", whole(BODY)), publisher.serve("/b.csv", status(404))
    wanted = [
        (record(f"{n}.csv", url=url), LANDING)
        for n, url in zip("abcdef", [gone, good, gone, gone, gone, gone], strict=True)
    ]
    with pytest.raises(errors.SeveralMissing) as raised:
        locate_all(wanted, mirror=None, cache=desk.cache, limits=desk.limits)
    assert (
        set(raised.value.errors) == {"a.csv", "c.csv", "d.csv", "e.csv", "f.csv"}
        and raised.value.untried == 0
    )
    assert str(raised.value).count(LANDING) == 5
    assert desk.files() == ["b.csv"]


def test_a_network_that_is_down_is_not_tried_for_every_file(desk):
    desk.limit(attempts=1)
    with socket.socket() as taken, pytest.raises(errors.SeveralMissing) as raised:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/a.csv"
        wanted = [(record(f"{n}.csv", url=url), LANDING) for n in range(10)]
        locate_all(wanted, mirror=None, cache=desk.cache, limits=desk.limits)
    assert len(raised.value.errors) == 3 and raised.value.untried == 7
    assert "7 further files were not tried" in str(raised.value)
