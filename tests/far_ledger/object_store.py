"""An object store on loopback that can be made to fail: what of the S3 protocol a reader asks.

Where moto is installed, its server stands beside this one (test_stores.py).
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

BUCKET = "payments"


class StoreServer(ThreadingHTTPServer):
    """Serves the files of ``folder`` as objects of one bucket, and counts what is asked."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.folder = folder
        self.asked: list[tuple[str, str, str]] = []
        self.silent = threading.Event()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def sent(self) -> int:
        """Bytes that were asked for by range."""
        ranges = [one for method, _, one in self.asked if method == "GET" and one]
        bounds = [one.removeprefix("bytes=").split("-") for one in ranges]
        return sum(int(last) - int(first) + 1 for first, last in bounds)


class Answering(BaseHTTPRequestHandler):
    server: StoreServer
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self._answer(with_content=False)

    def do_GET(self) -> None:
        self._answer(with_content=True)

    def _answer(self, with_content: bool) -> None:
        name = unquote(urlsplit(self.path).path).removeprefix(f"/{BUCKET}/")
        wanted = self.headers.get("Range", "")
        self.server.asked.append((self.command, name, wanted))
        if self.server.silent.is_set():
            self.close_connection = True
            return
        file = self.server.folder / name
        if not file.is_file():
            self._send(404, b"", {})
            return
        content = file.read_bytes()
        size = len(content)
        if wanted:
            first, last = wanted.removeprefix("bytes=").split("-")
            content = content[int(first) : int(last) + 1]
            told = {"Content-Range": f"bytes {first}-{int(first) + len(content) - 1}/{size}"}
            self._send(206, content, told)
        else:
            self._send(200, content if with_content else b"", {}, size)

    def _send(self, status: int, content: bytes, told: dict[str, str], size: int = -1) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content) if size < 0 else size))
        self.send_header("Last-Modified", "Mon, 30 Nov 2026 00:00:00 GMT")
        self.send_header("ETag", '"made-up"')
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def store_of(folder: Path) -> Iterator[StoreServer]:
    """Serve a folder for the length of a ``with``."""
    server = StoreServer(folder)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
