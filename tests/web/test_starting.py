"""What is typed at the start is read or refused in a sentence, and machines get their rules."""

import argparse

import pytest
from starlette.requests import Request

import serve
from tests.web.running import run
from web import robots


@pytest.mark.parametrize("text", ["0", "80", "65535"])
def test_a_port_is_read(text):
    assert serve._port(text) == int(text)


@pytest.mark.parametrize(
    "text", ["65536", "99999", "-1", "", "http", "8501.0", "٨٥٠١", "9" * 5_000]
)
def test_what_is_no_port_is_refused_in_a_sentence(text):
    """99999 was a traceback of the system's."""
    with pytest.raises(argparse.ArgumentTypeError, match="is no port"):
        serve._port(text)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("::1", "http://[::1]:8501"),
        ("::", "http://localhost:8501"),
        ("0.0.0.0", "http://localhost:8501"),
        ("192.0.2.7", "http://192.0.2.7:8501"),
    ],
)
def test_the_address_that_is_told_can_be_opened(host, shown):
    assert serve.address_of(host, 8501) == shown


def test_robots_get_rules_and_no_page():
    """They got the HTML of the first page."""
    answer = run(robots.rules(Request({"type": "http", "path": robots.PATH, "headers": []})))
    assert answer.media_type == "text/plain"
    assert answer.body.startswith(b"User-agent: *\n")
    kept_out = {line.split()[1] for line in answer.body.decode().splitlines()[1:]}
    # What is made for each request, wherever it is routed.
    assert {"/take/", "/api/", "/brief/", "/figure/", "/metrics"} <= kept_out
