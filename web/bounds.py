"""What one client may hold of the server: open pages, answers, and files that are sent to it.

Streamlit takes files of any open session, keeps them in memory and forgets them minutes after the
session has ended. A council's whole staff may stand behind one address, so the bounds are wide:
they keep one client from closing the site to the others.
"""

import asyncio
import time

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web import health, metrics
from web.api.limits import Buckets
from web.clients import NoPlace, Places, client_in

# Pages open at once: for one client, and in one process, which serves about a hundred readers well.
# One that is read holds under 1 MB; one that is run and not read 2.9, until two minutes after: so
# many together, all unread, and what a process holds without them stay within its 2 GB.
PAGES_EACH, PAGES_TOGETHER = 200, 400
# Answers under way, of whatever kind: each holds a socket, and pieces of what is not taken yet. A
# first visit through HTTP/2 asks for eighty-five scripts at once, and a council's staff have one
# address: eleven of them in the same instant.
ANSWERS_EACH, ANSWERS_TOGETHER = 1_000, 4_000
# Runs of pages for one client: 120 readers behind one address click so often. What comes faster
# waits its turn, so that one who asks without a pause leaves half a core to the others. At once as
# many as take a core three seconds: 150 made another reader wait half a minute on a busy machine.
RUNS_PER_SECOND, RUNS_AT_ONCE = 15.0, 60
# A file of exactly 20 MB, the most that a page takes, has a form round it.
LARGEST_UPLOAD_BYTES = 21_000_000
UPLOADS_EACH, UPLOADS_TOGETHER = 2, 6
# Files sent: one after another for a while, then one every half minute.
FILES_PER_SECOND, FILES_AT_ONCE = 1 / 30, 10
# All clients together: what is still in memory when the next one comes.
ALL_PER_SECOND, ALL_AT_ONCE = 1 / 5, 20
UPLOADS = "/_stcore/upload_file/"
# Asked by those who run the server: ten clients that hold all answers are no reason to stop it.
NOT_COUNTED = {health.PATH, metrics.PATH}
TOO_LARGE = "A file may have 20 MB."
TOO_MANY_PAGES = "Too many pages are open from your address. Please close some, or come later."
TOO_MANY_ANSWERS = "Too many answers to your address are under way. Please try again in a moment."
FULL = "Everything that can be held open is. Please try again in a moment."
TOO_MANY = "Too many files were sent. Please try again in a minute."


class Bounds:
    """ASGI middleware. Lives in the event loop."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.pages = Places(PAGES_EACH, PAGES_TOGETHER)
        self.answers = Places(ANSWERS_EACH, ANSWERS_TOGETHER)
        self.runs = Buckets(RUNS_PER_SECOND, RUNS_AT_ONCE)
        self.uploads = Places(UPLOADS_EACH, UPLOADS_TOGETHER)
        self.files = Buckets(FILES_PER_SECOND, FILES_AT_ONCE)
        self.all_files = Buckets(ALL_PER_SECOND, ALL_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._page(scope, receive, send)
        elif scope["type"] == "http" and scope["path"] not in NOT_COUNTED:
            await self._answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = client_in(scope)
        try:
            with self.pages.one(client):
                await self.app(scope, self._in_turn(client, receive), send)
        except NoPlace as full:
            # Before it is accepted, so that it costs no session.
            await _no_page(scope, send, full)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with self.answers.one(client_in(scope)):
                if _is_upload(scope):
                    await self._upload(scope, receive, send)
                else:
                    await self.app(scope, receive, send)
        except NoPlace as full:
            said, status = _full(full, TOO_MANY_ANSWERS)
            await PlainTextResponse(said, status, {"Retry-After": "5"})(scope, receive, send)

    def _in_turn(self, client: str, receive: Receive) -> Receive:
        """`receive` that hands on what a page asks for no faster than its client may ask."""

        async def receiving() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive":
                while wait_s := self.runs.wait_s(client, time.monotonic()):
                    await asyncio.sleep(wait_s)
            return message

        return receiving

    async def _upload(self, scope: Scope, receive: Receive, send: Send) -> None:
        client, now_s = client_in(scope), time.monotonic()
        length = Headers(scope=scope).get("content-length", "")
        if not length.isdigit() or int(length) > LARGEST_UPLOAD_BYTES:
            await PlainTextResponse(TOO_LARGE, 413)(scope, receive, send)
            return
        try:
            with self.uploads.one(client):
                wait_s = self.files.wait_s(client, now_s) or self.all_files.wait_s("", now_s)
                if wait_s:
                    await _refuse(scope, receive, send, wait_s)
                else:
                    await self.app(scope, _no_more_than(int(length), receive), send)
        except NoPlace:
            await _refuse(scope, receive, send, 30)


def _is_upload(scope: Scope) -> bool:
    return scope["method"] in {"PUT", "POST"} and scope["path"].startswith(UPLOADS)


def _no_more_than(length: int, receive: Receive) -> Receive:
    """`receive` that breaks off a body longer than it said it would be."""
    got = 0

    async def receiving() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        return message if got <= length else {"type": "http.disconnect"}

    return receiving


def _full(full: NoPlace, own: str) -> tuple[str, int]:
    return (own, 429) if full.own else (FULL, 503)


async def _no_page(scope: Scope, send: Send, full: NoPlace) -> None:
    """An HTTP refusal instead of a socket, with a sentence where the server can say one."""
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1013, "reason": "too many open pages"})
        return
    said, status = _full(full, TOO_MANY_PAGES)
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"retry-after", b"30")]
    start = {"type": "websocket.http.response.start", "status": status, "headers": headers}
    await send(start)
    await send({"type": "websocket.http.response.body", "body": said.encode()})


async def _refuse(scope: Scope, receive: Receive, send: Send, wait_s: int) -> None:
    answer = PlainTextResponse(TOO_MANY, 429, {"Retry-After": str(wait_s)})
    await answer(scope, receive, send)
