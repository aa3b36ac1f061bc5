"""A server that is stopped breaks requests off without a word, and leaves nothing behind."""

import asyncio
import logging
import sys
from concurrent.futures import Future

from tests.web.running import run
from web import stopping
from web.api.routes import Api


def record(error: BaseException) -> logging.LogRecord:
    try:
        raise error
    except BaseException:
        return logging.LogRecord("uvicorn.error", 40, "", 1, "Exception", (), sys.exc_info())


def test_what_is_broken_off_is_no_error():
    """Six requests that were broken off filled 332 lines."""
    assert not stopping._is_no_breaking_off(record(asyncio.CancelledError()))
    assert stopping._is_no_breaking_off(record(ValueError()))


def test_processes_beside_the_server_are_waited_for():
    closed = []

    class Beside:
        def close(self, *, wait: bool = False) -> None:
            closed.append(wait)

    stopping.end([Beside(), Beside()])
    assert closed == [True, True]


def test_who_waits_too_long_for_a_turn_is_told(monkeypatch):
    """A hundred lists of figures were asked for at once: half of the clients waited in vain."""
    monkeypatch.setattr("web.api.routes.LONGEST_WAIT_S", 0.05)
    held, sent = asyncio.Event(), []

    class Pool:
        def submit(self, *_: object) -> Future[None]:
            return Future()  # a turn that never comes

    api = Api()
    api.pool.shutdown()
    api.pool = Pool()  # type: ignore[assignment]

    async def send(message: dict) -> None:
        sent.append(message)

    async def receive() -> dict:
        await held.wait()
        return {"type": "http.disconnect"}

    scope = {"type": "http", "method": "GET", "path": "/figure/council", "headers": []}
    run(api(scope | {"query_string": b"", "path_params": {}}, receive, send))
    assert sent[0]["status"] == 503 and not api.running
