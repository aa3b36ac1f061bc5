"""The drill's own word: an answer that never comes is a fault."""

import socket

from tests.faults import odd_requests


def test_a_server_that_says_nothing_does_not_count_as_held(monkeypatch):
    monkeypatch.setattr(odd_requests, "WITHIN_S", 0.2)
    monkeypatch.setattr(odd_requests, "_all", lambda: iter([("/", b"GET / HTTP/1.1\r\n\r\n")]))
    monkeypatch.setattr(odd_requests, "own_address", lambda _: "127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        number, faults = odd_requests.odd_requests(listening.getsockname()[1])
    assert number == 1
    (said,) = faults
    assert said.startswith("/: no whole head")
