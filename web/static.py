"""Files that never change while they keep their address: compressed once, cached for a year.

Streamlit serves its own scripts uncompressed and the app's `static/` without cache headers,
because it expects a proxy in front. One machine has none, and the chart library alone is 4.7 MB.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from web.compressing import Compressor, coding_for

SMALLEST_WORTH_IT_BYTES = 1_000
# Above it a file is streamed as it lies: to compress it would hold it in memory, once a reader.
LARGEST_WORTH_IT_BYTES = 10_000_000
COMPRESSIBLE = {".css", ".csv", ".geojson", ".html", ".js", ".json", ".map", ".svg", ".txt"}
PIECE_BYTES = 64_000
FOR_A_YEAR = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


class CompressedFiles(StaticFiles):
    """A folder of files. `always_fresh`: the names carry a hash of the content.

    Otherwise an address with `?v=...` is taken as one version, and one without is checked again
    by the browser at each use (which costs a 304, not the file). `instead`: files of ours by the
    beginning of the path that they stand in for; their content is not what that path names, so
    they are checked at each use too.
    """

    def __init__(
        self,
        folder: Path,
        *,
        always_fresh: bool = False,
        instead: Mapping[str, Path] = MappingProxyType({}),
    ) -> None:
        super().__init__(directory=folder, check_dir=False)
        self.always_fresh = always_fresh
        self.instead = instead
        self.compressor = Compressor()

    async def get_response(self, path: str, scope: Scope) -> Response:
        ours = next((file for name, file in self.instead.items() if path.startswith(name)), None)
        if ours is not None:
            response = self.file_response(ours, ours.stat(), scope)
        else:
            response = await super().get_response(path, scope)
        versioned = ours is None and (self.always_fresh or b"v=" in scope["query_string"])
        response.headers["Cache-Control"] = FOR_A_YEAR if versioned else ASK_AGAIN
        response.headers["X-Content-Type-Options"] = "nosniff"
        if isinstance(response, FileResponse) and Path(path).suffix in COMPRESSIBLE:
            response.headers["Vary"] = "Accept-Encoding"
            size = response.stat_result.st_size if response.stat_result else 0
            worth_it = SMALLEST_WORTH_IT_BYTES <= size <= LARGEST_WORTH_IT_BYTES
            if worth_it and (coding := _coding(scope)):
                return await self._compressed(response, coding)
        return response

    async def _compressed(self, response: FileResponse, coding: str) -> Response:
        made_at = response.stat_result.st_mtime_ns if response.stat_result else 0
        make = self.compressor.body
        try:
            body = await run_in_threadpool(make, str(response.path), made_at, coding)
        except FileNotFoundError:
            # Since it was looked up: maps and downloads are put together anew while this runs.
            raise HTTPException(404) from None
        headers = {k: v for k, v in response.headers.items() if k not in _OF_THE_PLAIN_BODY}
        return InPieces(body, headers=headers | {"Content-Encoding": coding})


class InPieces(Response):
    """A body that all who ask share, handed on as it is taken: whoever takes nothing of it would
    else have a copy of a megabyte lying here."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = {"status": self.status_code, "headers": self.raw_headers}
        await send({"type": "http.response.start", **start})
        for begin in range(0, len(self.body), PIECE_BYTES):
            piece = bytes(self.body[begin : begin + PIECE_BYTES])
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


_OF_THE_PLAIN_BODY = {"content-length", "accept-ranges"}


def _coding(scope: Scope) -> str | None:
    headers = Headers(scope=scope)
    return None if "range" in headers else coding_for(headers.get("accept-encoding", ""))


class FilesFirst:
    """ASGI middleware: answers the prefixes it is given from folders, passes the rest on.

    A middleware and not a route, because Streamlit keeps `/static` for itself.
    """

    def __init__(self, app: ASGIApp, folders: dict[str, CompressedFiles]) -> None:
        self.app = app
        self.folders = folders

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        for prefix, files in self.folders.items():
            if scope["type"] == "http" and scope["path"].startswith(prefix + "/"):
                inner = dict(scope, root_path=scope.get("root_path", "") + prefix)
                try:
                    await files(inner, receive, send)
                except HTTPException as error:
                    plain = PlainTextResponse(error.detail, error.status_code, error.headers)
                    await plain(scope, receive, send)
                return
        await self.app(scope, receive, send)
