"""Only a page of this very address opens a socket.

Streamlit lets any page of a machine's own "localhost" in, whatever its port, and asks another host
for this machine's public address when a foreign page knocks, while every reader waits.
"""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

FOREIGN = 1008  # the socket protocol's word for a breach of rules


class SameOrigin:
    """ASGI middleware. `others` are further origins that an installation allows."""

    def __init__(self, app: ASGIApp, others: Collection[str] = ()) -> None:
        self.app = app
        self.others = {one.rstrip("/") for one in others}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not self._may(Headers(scope=scope)):
            # Before it is accepted: an HTTP refusal.
            reason = "pages of this address only"
            await send({"type": "websocket.close", "code": FOREIGN, "reason": reason})
        else:
            await self.app(scope, receive, send)

    def _may(self, headers: Headers) -> bool:
        # A program that is no browser sends no origin, and could send any.
        origin = headers.get("origin")
        return origin is None or origin in self.others or _host(origin) == headers.get("host", "")


def _host(origin: str) -> str | None:
    """The host with its port, or None for what is no address of a page."""
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None
