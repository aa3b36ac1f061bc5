"""One client can't close the site to the others: open pages and files sent are bounded."""

import asyncio

import pytest

from tests.web.running import run
from web import bounds
from web.bounds import Bounds

UPLOAD = "/_stcore/upload_file/session/file"


def sent(app: Bounds, size: int = 10, said: str | None = None, client: str = "192.0.2.1") -> int:
    """The status that a client gets for a file of so many bytes."""
    got: list[dict] = []

    async def receive() -> dict:
        return {"type": "http.request", "body": b"x" * size, "more_body": False}

    async def send(message: dict) -> None:
        got.append(message)

    length = [(b"content-length", (said if said is not None else str(size)).encode())]
    scope = {"type": "http", "method": "PUT", "path": UPLOAD, "headers": length}
    run(app(scope | {"client": (client, 1)}, receive, send))
    return got[0]["status"] if got else 0


class Streamlit:
    """Takes a file as Streamlit does: whole, into memory."""

    def __init__(self) -> None:
        self.held: list[int] = []

    async def __call__(self, scope, receive, send) -> None:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        self.held.append(len(message["body"]))
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})


def test_files_are_taken_for_a_while_and_then_one_by_one():
    """Twenty-five files of 20 MB came in nine seconds, and stayed for three minutes."""
    app = Bounds(Streamlit())
    answers = [sent(app) for _ in range(25)]
    assert answers == [204] * bounds.FILES_AT_ONCE + [429] * 15
    assert sent(app, client="192.0.2.2") == 204
    assert not app.uploads.taken


def test_all_clients_together_are_bounded_as_well():
    app = Bounds(Streamlit())
    answers = [sent(app, client=f"192.0.2.{number}") for number in range(40)]
    assert answers.count(204) == bounds.ALL_AT_ONCE


@pytest.mark.parametrize("said", ["21000001", "", "-1", "many", "999999999999"])
def test_a_file_that_is_too_large_or_does_not_say_is_refused_unread(said):
    inner = Streamlit()
    assert sent(Bounds(inner), said=said) == 413
    assert inner.held == []


def test_a_file_of_exactly_what_a_page_takes_is_taken():
    """It got 413, because a form stands round it."""
    assert sent(Bounds(Streamlit()), said=str(20 * 1024 * 1024 + 300)) == 204


def test_a_body_longer_than_it_said_is_broken_off():
    inner = Streamlit()
    assert sent(Bounds(inner), size=5_000, said="50") == 0
    assert inner.held == []


def test_one_client_leaves_pages_to_the_others(monkeypatch):
    monkeypatch.setattr(bounds, "PAGES_EACH", 2)
    opened: list[str] = []
    refused: list[dict] = []

    async def app(scope, receive, send) -> None:
        opened.append(scope["client"][0])
        await receive()

    async def all_of_it() -> None:
        one, leave = Bounds(app), asyncio.Event()

        async def receive() -> dict:
            await leave.wait()
            return {"type": "websocket.disconnect"}

        async def send(message: dict) -> None:
            refused.append(message)

        async def page(client: str) -> None:
            await one({"type": "websocket", "client": (client, 1)}, receive, send)

        pages = [asyncio.create_task(page(c)) for c in ("a", "a", "a", "b")]
        await asyncio.sleep(0.05)
        leave.set()
        await asyncio.gather(*pages)
        assert not one.pages.taken

    run(all_of_it())
    assert opened == ["a", "a", "b"]
    assert [message["code"] for message in refused] == [1013]


def test_a_refused_page_is_told_why_in_a_sentence(monkeypatch):
    """A browser's socket got 403 and no word."""
    monkeypatch.setattr(bounds, "PAGES_EACH", 0)
    told: list[dict] = []

    async def send(message: dict) -> None:
        told.append(message)

    scope = {"type": "websocket", "extensions": {"websocket.http.response": {}}}
    run(Bounds(Streamlit())(scope, None, send))
    assert told[0]["status"] == 429
    assert (b"retry-after", b"30") in told[0]["headers"]
    assert told[1]["body"].endswith(b"come later.")


def test_answers_that_one_client_takes_nothing_of_are_counted(monkeypatch):
    """However many it left lying, another was begun."""
    monkeypatch.setattr(bounds, "ANSWERS_EACH", 3)
    statuses: list[int] = []

    async def all_of_it() -> None:
        begun = asyncio.Event()

        async def app(scope, receive, send) -> None:
            await begun.wait()

        async def send(message: dict) -> None:
            statuses.append(message.get("status", 0))

        one = Bounds(app)
        scope = {"type": "http", "method": "GET", "path": "/static/a.js", "headers": []}
        each = [
            asyncio.create_task(one(scope | {"client": (client, 1)}, None, send))
            for client in ("a", "a", "a", "a", "b")
        ]
        await asyncio.sleep(0.02)
        begun.set()
        await asyncio.gather(*each)
        assert not one.answers.taken

    run(all_of_it())
    assert [status for status in statuses if status] == [429]


@pytest.mark.parametrize("path", ["/health", "/metrics"])
def test_a_server_is_well_that_has_no_answer_left(monkeypatch, path):
    """Whoever took all answers had every replica taken out of its cluster."""
    monkeypatch.setattr(bounds, "ANSWERS_TOGETHER", 0)
    came = []

    async def app(scope, receive, send) -> None:
        came.append(scope["path"])

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "client": ("a", 1)}
    run(Bounds(app)(scope, None, None))
    assert came == [path]


def test_one_who_asks_without_a_pause_waits_and_others_do_not(monkeypatch):
    """Ten pages without a pause made another reader's click ten times as long."""
    monkeypatch.setattr(bounds, "RUNS_AT_ONCE", 3)
    came: list[str] = []

    async def app(scope, receive, send) -> None:
        while True:
            await receive()
            came.append(scope["client"][0])

    async def receive() -> dict:
        await asyncio.sleep(0.001)
        return {"type": "websocket.receive", "text": "again"}

    async def all_of_it() -> None:
        one = Bounds(app)
        pages = [
            asyncio.create_task(one({"type": "websocket", "client": (c, 1)}, receive, no_send))
            for c in ("a", "a", "b")
        ]
        await asyncio.sleep(0.1)
        for page in pages:
            page.cancel()
        await asyncio.gather(*pages, return_exceptions=True)

    async def no_send(message: dict) -> None:
        pass

    run(all_of_it())
    # Three at once, and within a tenth of a second one or two more.
    assert 3 <= came.count("a") <= 5
    assert 3 <= came.count("b") <= 5
