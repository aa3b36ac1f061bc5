"""A client that asks too often waits; others do not, and pages keep the machine."""

import pytest

from tests.web.api.calling import get, patient
from web.api.limits import MOST_CLIENTS, Buckets
from web.api.routes import MOST_HELD_BYTES, Api
from web.clients import client_of

pytestmark = pytest.mark.usefixtures("world")


def test_a_bucket_pays_for_a_burst_and_then_fills_steadily():
    buckets = Buckets(per_second=2, burst=3)
    assert [buckets.wait_s("a", 0) for _ in range(4)] == [0, 0, 0, 1]
    assert buckets.wait_s("b", 0) == 0
    assert buckets.wait_s("a", 0.5) == 0
    assert buckets.wait_s("a", 0.5) == 1
    assert [buckets.wait_s("a", 1_000) for _ in range(4)] == [0, 0, 0, 1]


def test_it_remembers_so_many_clients_and_no_more():
    buckets = Buckets()
    for number in range(MOST_CLIENTS + 5):
        buckets.wait_s(str(number), 0)
    assert len(buckets.held) == MOST_CLIENTS


def test_a_network_of_ipv6_is_one_client():
    assert client_of("2001:db8:1:2::1") == client_of("2001:db8:1:2:ffff::9")
    assert client_of("2001:db8:1:3::1") != client_of("2001:db8:1:2::1")
    assert client_of("fe80::1%eth0") and client_of("") == ""


def test_who_asks_too_often_is_told_when_to_come_again():
    api = Api(Buckets(per_second=0.001, burst=2))
    answers = [get("editions", api=api) for _ in range(3)]
    assert [one.status for one in answers] == [200, 200, 429]
    last = answers[-1]
    assert int(last.headers["retry-after"]) > 0 and last.json()["type"] == "docs#too-many-requests"
    assert last.headers["access-control-allow-origin"] == "*"
    assert get("editions", api=api, client="192.0.2.2").status == 200


def test_when_too_many_wait_it_says_so_and_gives_the_place_back():
    answer = get("editions", api=patient(at_once=1, most_waiting=-1))
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    one = patient(at_once=1, most_waiting=0)
    assert [get("editions", api=one).status for _ in range(3)] == [200] * 3
    assert get("nothing", api=one).status == 404
    assert one.running == 0


def test_answers_that_nobody_takes_do_not_fill_the_memory():
    one = patient()
    assert get("editions", api=one).status == 200 and one.held_bytes == 0
    one.held_bytes = MOST_HELD_BYTES
    assert get("editions", api=one).status == 503


def test_without_an_edition_it_says_so(monkeypatch, tmp_path):
    import queries

    monkeypatch.setattr(queries, "EDITION", tmp_path / "none.duckdb")
    answer = get("councils")
    assert answer.status == 503 and answer.json()["type"] == "docs#no-edition"
