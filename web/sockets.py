"""How long a connection waits for a client that says nothing, or takes nothing of its answer.

uvicorn waits for both without an end. A proxy before it has bounds of its own (deploy/nginx.conf);
these hold where there is none, and are as wide.
"""

import asyncio
import socket
from collections import defaultdict
from typing import ClassVar

import h11
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from web.patience import Gone

LOOKS_EVERY_S = 5.0
# From the first byte of a request to the last of its headers, and from connecting to the first.
HEADERS_WITHIN_S = 20.0
# A body comes within a minute, and in a second more for so many bytes: 20 MB within 18 minutes.
BODY_WITHIN_S, BODY_BYTES_A_SECOND = 60.0, 20_000
TAKES_WITHIN_S = 60.0
# Of one address, connections on which no request has come yet. A browser opens a few ahead.
MOST_SILENT = 256
# What the system keeps of an answer for one socket. By itself it takes megabytes, and then says
# for a minute and a half of a reader at 10 kB/s that nothing was taken.
KEPT_BY_SYSTEM_BYTES = 128 * 1024


class Patient(H11Protocol):
    """One connection. Its bounds are the class's own, so that tests can be in a hurry."""

    looks_every_s = LOOKS_EVERY_S
    headers_within_s = HEADERS_WITHIN_S
    body_within_s = BODY_WITHIN_S
    takes_within_s = TAKES_WITHIN_S
    most_silent = MOST_SILENT
    # By address, in the order in which they came. In the event loop alone.
    silent: ClassVar[defaultdict[str, dict["Patient", None]]] = defaultdict(dict)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app = _ending(self.app, transport)
        self._host = self.client[0] if self.client else ""
        self._since_s, self._got = self.loop.time(), 0
        self._untaken, self._untaken_since_s = 0, self._since_s
        if (raw := transport.get_extra_info("socket")) is not None:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, KEPT_BY_SYSTEM_BYTES)
        self._looking = self.loop.call_later(self.looks_every_s, self._look)
        waiting = self.silent[self._host]
        waiting[self] = None
        if len(waiting) > self.most_silent:
            oldest = next(iter(waiting))
            # At once: many come before the loop tells that this one has gone.
            oldest._spoken()
            oldest.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self._spoken()
        self._looking.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        before = self.conn.their_state
        if before is h11.IDLE and not self.conn.trailing_data[0]:
            self._since_s = self.loop.time()
        super().data_received(data)
        if before is h11.IDLE and self.conn.their_state is not h11.IDLE:
            self._since_s, self._got = self.loop.time(), 0
            self._spoken()
        self._got += len(data)
        if self.transport.get_protocol() is not self:  # a page's socket, which is pinged
            self._looking.cancel()

    def on_response_complete(self) -> None:
        # A request that came behind the last one is begun in it.
        self._since_s, self._got = self.loop.time(), 0
        super().on_response_complete()

    def _spoken(self) -> None:
        waiting = self.silent.get(self._host)
        if waiting is not None:
            waiting.pop(self, None)
            if not waiting:
                del self.silent[self._host]

    def _look(self) -> None:
        if self._left():
            self.transport.abort()
        else:
            self._looking = self.loop.call_later(self.looks_every_s, self._look)

    def _left(self) -> bool:
        now_s = self.loop.time()
        untaken = self.transport.get_write_buffer_size()
        if untaken != self._untaken or not untaken:
            self._untaken, self._untaken_since_s = untaken, now_s
        if now_s - self._untaken_since_s > self.takes_within_s:
            return True
        if self.conn.their_state is h11.SEND_BODY:
            within_s = self.body_within_s + self._got / BODY_BYTES_A_SECOND
            return now_s - self._since_s > within_s
        # Between two requests uvicorn's own clock runs; it stops at the first byte.
        half = self in self.silent.get(self._host, ()) or bool(self.conn.trailing_data[0])
        idle = self.conn.their_state is h11.IDLE
        return idle and half and now_s - self._since_s > self.headers_within_s


def _ending(app: ASGIApp, transport: asyncio.Transport) -> ASGIApp:
    """`app`, whose clients that took nothing are cut off: uvicorn tells of an answer that is left
    without an end, but for a client that has gone, as of a fault."""

    async def answering(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await app(scope, receive, send)
        except Gone:
            transport.abort()
            while (await receive())["type"] != "http.disconnect":
                pass

    return answering
