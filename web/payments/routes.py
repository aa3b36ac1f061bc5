"""`take/payments.csv?supplier=...`: the same address as the page's, as a file.

A route of our own, because Streamlit's downloads hold the whole file in memory for each reader.
"""

import asyncio
from collections.abc import Callable, Iterator

from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from queries import EditionMissing, EditionUnknown
from web.payments.files import as_csv, as_parquet, as_text
from web.payments.search_request import Download, download, edition_name

PATH = "/take/payments.{kind}"
KINDS: dict[str, tuple[Callable[[Download], Iterator[bytes]], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "parquet": (as_parquet, "application/vnd.apache.parquet"),
    "txt": (as_text, "text/plain; charset=utf-8"),
}
MOST_AT_ONCE = 3
# A reader who takes nothing for so long is gone, and others wait for the place.
PATIENCE_S = 60
BUSY = "Too many downloads are running. Please try again in a minute."
WRONG = "This address asks for something that is not held here: {}. Please search again."
NO_KIND = "There is no such file: take payments.csv, payments.parquet or payments.txt."
NO_EDITION = "There are no payments to take yet."


class Payments:
    """An ASGI app; at most `most_at_once` downloads run in it."""

    def __init__(self, most_at_once: int = MOST_AT_ONCE) -> None:
        self.free = most_at_once

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def patiently(message: Message) -> None:
            async with asyncio.timeout(PATIENCE_S):
                await send(message)

        if not self.free:
            await PlainTextResponse(BUSY, 503, {"Retry-After": "60"})(scope, receive, send)
            return
        self.free -= 1
        try:
            response = await run_in_threadpool(_response, Request(scope))
            await response(scope, receive, patiently)
        finally:
            self.free += 1


def _response(request: Request) -> Response:
    kind = request.path_params["kind"]
    if kind not in KINDS:
        return PlainTextResponse(NO_KIND, 404)
    try:
        one = download(dict(request.query_params))
    except EditionMissing:
        return PlainTextResponse(NO_EDITION, 404)
    except EditionUnknown as error:
        return PlainTextResponse(str(error), 503)
    if one.wrong:
        return PlainTextResponse(WRONG.format(", ".join(dict.fromkeys(one.wrong))), 400)
    write, media_type = KINDS[kind]
    headers = {
        "Content-Disposition": f'attachment; filename="{_file_name(kind)}"',
        "Cache-Control": "no-cache",
    }
    if request.method == "HEAD":
        return StreamingResponse(iter(()), 200, headers, media_type)
    return StreamingResponse(iterate_in_threadpool(write(one)), 200, headers, media_type)


def _file_name(kind: str) -> str:
    """Of our own words only: nothing that a reader typed stands in it."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in edition_name())
    return f"payments-{plain}{'-notes' if kind == 'txt' else ''}.{kind}"


def route() -> Route:
    return Route(PATH, Payments(), methods=["GET"])
