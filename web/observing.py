"""Every request counted, and told in the log by its kind: not by whom, nor for what."""

import logging
import time

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import tally
from web.patience import Gone

log = logging.getLogger("public_pound.requests")

# Beginnings of paths that have a kind of their own; in this order.
KINDS = {
    "/_stcore/upload_file": "upload",
    "/_stcore/stream": "socket",
    "/_stcore": "streamlit",
    "/api": "api",
    "/app/static": "static",
    "/brief": "brief",
    "/catalogue": "feed",
    "/edition": "download",
    "/embed": "figure",
    "/feed": "feed",
    "/figure": "figure",
    "/health": "health",
    "/media": "static",
    "/metrics": "metrics",
    "/static": "static",
    "/take": "download",
}
# Counted and not told: every page asks for many of the first, machines for the second.
UNTOLD = {"static", "health", "metrics", "streamlit"}
SWITCHED, REFUSED, LEFT, FAILED = 101, 403, 499, 500
# Of an answer, and of one that is given in a socket's place.
STARTS = {"http.response.start", "websocket.http.response.start"}


class Observed:
    """ASGI middleware, outside all others: what they refuse is counted as well."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        # A client that left before its answer began got none.
        status, sent, began = LEFT, 0, time.perf_counter()

        async def sending(message: Message) -> None:
            nonlocal status, sent
            if message["type"] in STARTS:
                status = message["status"]
            elif message["type"] == "websocket.accept":
                status = SWITCHED
            elif message["type"] == "websocket.close" and status == LEFT:
                status = REFUSED
            sent += len(message.get("body", b"") or message.get("bytes", b"") or b"")
            await send(message)

        try:
            if scope["type"] == "websocket":
                with tally.open_page():
                    await self.app(scope, receive, sending)
            else:
                await self.app(scope, receive, sending)
        except ClientDisconnect:
            # In the middle of what it sent: no fault, and nobody to be told of it.
            pass
        except Gone:
            # No fault either; its connection is cut off further out (web/sockets.py).
            raise
        except Exception:
            # Answered further out, once this has passed.
            status = FAILED if status == LEFT else status
            raise
        finally:
            seconds, kind = time.perf_counter() - began, kind_of(scope["path"])
            tally.requested(kind, status, seconds)
            if kind not in UNTOLD:
                told = {"kind": kind, "status": status, "ms": round(seconds * 1000), "bytes": sent}
                log.info("request", extra={"told": told})


def kind_of(path: str) -> str:
    for beginning, kind in KINDS.items():
        if path == beginning or path.startswith((beginning + "/", beginning + ".")):
            return kind
    return "page"
