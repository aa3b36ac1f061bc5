"""A publisher's web server on the loopback address that misbehaves as told.

``publisher.serve("/a.csv", reply, reply)`` scripts one path: each request takes the next reply,
the last one repeats. A reply is a function of the request handler.
"""

import gzip
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "Publisher"

    def do_GET(self) -> None:
        seen = self.server.requests[self.path]
        seen.append({key.lower(): value for key, value in self.headers.items()})
        replies = self.server.replies.get(self.path, [status(404)])
        replies[min(len(seen), len(replies)) - 1](self)

    def start(self, code: int, length: int | None = None, **headers: str) -> None:
        self.send_response(code)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet: what was asked is in ``requests``."""


class Publisher(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: dict[str, list[Reply]] = {}
        self.requests: dict[str, list[dict[str, str]]] = defaultdict(list)
        self.closing = threading.Event()

    def serve(self, path: str, *replies: Reply) -> str:
        self.replies[path] = list(replies)
        return self.url(path)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def ranges(self, path: str) -> list[str | None]:
        """The Range header of each request for ``path``, None where it had none."""
        return [headers.get("range") for headers in self.requests[path]]

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is part of the tests."""


def whole(body: bytes, *, by_range: bool = True, if_range: bool = True, **headers: str) -> Reply:
    """As a good server does, unless it is to ignore Range or If-Range."""

    def reply(handler: Handler) -> None:
        asked = handler.headers.get("Range")
        validator = handler.headers.get("If-Range")
        known = (headers.get("ETag"), headers.get("Last_Modified"))
        if not by_range or not asked or (if_range and validator and validator not in known):
            handler.start(200, len(body), **headers)
            handler.wfile.write(body)
            return
        start = int(asked.removeprefix("bytes=").removesuffix("-"))
        if start >= len(body):
            handler.start(416, 0, Content_Range=f"bytes */{len(body)}")
            return
        span = f"bytes {start}-{len(body) - 1}/{len(body)}"
        handler.start(206, len(body) - start, Content_Range=span, **headers)
        handler.wfile.write(body[start:])

    return reply


def cut(body: bytes, at: int, **headers: str) -> Reply:
    """Announces all of ``body`` and hangs up after ``at`` bytes."""

    def reply(handler: Handler) -> None:
        handler.start(200, len(body), **headers)
        handler.wfile.write(body[:at])
        handler.close_connection = True

    return reply


def until_closed(body: bytes, **headers: str) -> Reply:
    """Says no length: the end of the connection is the end of the file, or an accident."""

    def reply(handler: Handler) -> None:
        handler.start(200, Connection="close", **headers)
        handler.wfile.write(body)

    return reply


def chunked(body: bytes, *, ended: bool = True, **headers: str) -> Reply:
    def reply(handler: Handler) -> None:
        handler.start(200, Transfer_Encoding="chunked", **headers)
        for i in range(0, len(body), 100):
            piece = body[i : i + 100]
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        if ended:
            handler.wfile.write(b"0\r\n\r\n")
        handler.close_connection = not ended

    return reply


def zipped(body: bytes, *, lost: int = 0, **headers: str) -> Reply:
    """Content-Encoding gzip although nobody asked for it; ``lost`` bytes never arrive."""
    packed = gzip.compress(body)

    def reply(handler: Handler) -> None:
        handler.start(200, len(packed), Content_Encoding="gzip", **headers)
        handler.wfile.write(packed[: len(packed) - lost])
        handler.close_connection = bool(lost)

    return reply


def stalled(body: bytes, at: int, **headers: str) -> Reply:
    """Sends ``at`` bytes and then nothing, with the line kept open."""

    def reply(handler: Handler) -> None:
        handler.start(200, len(body), **headers)
        handler.wfile.write(body[:at])
        handler.wfile.flush()
        handler.server.closing.wait(30)
        handler.close_connection = True

    return reply


def drip(body: bytes, every_s: float) -> Reply:
    """One byte at a time: never silent, never finished."""

    def reply(handler: Handler) -> None:
        handler.start(200, len(body))
        for i in range(len(body)):
            if handler.server.closing.is_set():
                return
            handler.wfile.write(body[i : i + 1])
            handler.wfile.flush()
            time.sleep(every_s)

    return reply


def status(code: int, body: bytes = b"", **headers: str) -> Reply:
    def reply(handler: Handler) -> None:
        handler.start(code, len(body), **headers)
        handler.wfile.write(body)

    return reply


def redirect(to: str, code: int = 302) -> Reply:
    return status(code, Location=to)
