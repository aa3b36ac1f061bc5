"""Retries are bounded, spaced, and end in a clear failure."""

import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from data.build.fetch import Limits, errors
from tests.build.fetch.conftest import BODY, record
from tests.build.fetch.server import drip, stalled, status, whole


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_a_passing_failure_is_retried(publisher, desk, code):
    url = publisher.serve("/a.csv", status(code), status(code), whole(BODY))
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert desk.pauses == [1, 2]


def test_a_lasting_failure_ends(publisher, desk, refuses):
    said = refuses(errors.Unreachable, record(url=publisher.serve("/a.csv", status(503))))
    assert "attempts: 3" in said and "503" in said
    assert len(publisher.requests["/a.csv"]) == 3 and desk.pauses == [1, 2]


def test_the_publishers_wish_to_wait_is_heard(publisher, desk):
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    replies = [status(429, Retry_After="7"), status(503, Retry_After=later), whole(BODY)]
    desk.want(record(url=publisher.serve("/a.csv", *replies)))
    assert desk.pauses[0] == 7 and 20 < desk.pauses[1] <= 30


def test_waits_double_and_are_capped():
    limits = Limits(backoff_s=2, longest_wait_s=10)
    assert [limits.wait_s(n) for n in range(4)] == [2, 4, 8, 10]
    assert limits.wait_s(0, asked_s=3600) == 10
    assert limits.wait_s(0, asked_s=-5) == 0


@pytest.mark.parametrize("at", [0, 1000])
def test_silence_ends_the_attempt(publisher, desk, refuses, at):
    desk.limit(stall_s=0.1, attempts=2)
    said = refuses(errors.Unreachable, record(url=publisher.serve("/a.csv", stalled(BODY, at))))
    assert "no bytes for 0.1 seconds" in said
    assert len(publisher.requests["/a.csv"]) == 2


def test_a_server_that_never_answers_ends_the_attempt(publisher, desk, refuses):
    desk.limit(stall_s=0.1, attempts=1)
    url = publisher.serve("/a.csv", lambda handler: handler.server.closing.wait(30))
    assert "no bytes for 0.1 seconds" in refuses(errors.Unreachable, record(url=url))


def test_a_drip_is_not_waited_for(publisher, desk, refuses):
    """A byte every 10 ms is never silent: only the pace gives it away."""
    desk.limit(slow_window_s=0.2, slow_bytes_per_s=1000, attempts=1)
    file = record(url=publisher.serve("/a.csv", drip(BODY, 0.01)))
    assert "bytes came in" in refuses(errors.Unreachable, file)


def test_a_slow_but_steady_server_is_waited_for(publisher, desk):
    desk.limit(slow_window_s=0.05, slow_bytes_per_s=0.5)
    small = BODY[:40]
    url = publisher.serve("/a.csv", drip(small, 0.005))
    assert desk.want(record(body=small, url=url)).read_bytes() == small


def test_a_server_that_is_not_there_is_said_to_be_so(desk, refuses):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: connections are refused
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/a.csv"
        assert "could not be reached" in refuses(errors.Unreachable, record(url=url))
    assert len(desk.pauses) == desk.limits.attempts - 1
