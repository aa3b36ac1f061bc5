"""`take/payments.csv?supplier=...`: the same address as the page's, as a file.

A route of our own, because Streamlit's downloads hold the whole file in memory for each reader.
"""

import logging
from collections.abc import AsyncGenerator, Callable, Generator
from typing import cast

import anyio
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from queries import EditionMissing, EditionUnknown, TookTooLong
from web.clients import NoPlace, Places, client_in
from web.patience import Gone, patient
from web.payments.files import as_csv, as_parquet, as_text
from web.payments.search_request import Download, download, edition_name
from web.payments.sending import before_the_end, begun, pieces

log = logging.getLogger(__name__)

PATH = "/take/payments.{kind}"
KINDS: dict[str, tuple[Callable[[Download], Generator[bytes, None, None]], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "parquet": (as_parquet, "application/vnd.apache.parquet"),
    "txt": (as_text, "text/plain; charset=utf-8"),
}
EACH, TOGETHER = 2, 20
OWN = "You have {} downloads running: please wait until one of them has come."
BUSY = "Too many downloads are running. Please try again in a minute."
WRONG = "This address asks for something that is not held here: {}. Please search again."
NO_KIND = "There is no such file: take payments.csv, payments.parquet or payments.txt."
SLOW = "This took too long to look up. Please try again in a minute."
NO_EDITION = "There are no payments to take yet."


class Payments:
    """An ASGI app; at most `each` downloads run in it for one client, `together` for all."""

    def __init__(self, each: int = EACH, together: int = TOGETHER) -> None:
        self.places = Places(each, together)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with self.places.one(client_in(scope)) as let_go:
                response = await run_in_threadpool(_response, Request(scope))
                await _sent(response, scope, receive, before_the_end(send, let_go))
        except NoPlace as full:
            said, status = (OWN.format(self.places.each), 429) if full.own else (BUSY, 503)
            answer = PlainTextResponse(said, status, {"Retry-After": "60"})
            await answer(scope, receive, send)


async def _sent(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Whole, or as far as the client took it; what the file was made of is let go either way."""
    try:
        await response(scope, receive, patient(send))
    except ClientDisconnect:
        log.info("A client left its download.")
    except Gone:
        log.info("A client took nothing of its download for a minute.")
        raise
    finally:
        if isinstance(response, StreamingResponse):
            with anyio.CancelScope(shield=True):
                await cast(AsyncGenerator[bytes], response.body_iterator).aclose()


def _response(request: Request) -> Response:
    kind = request.path_params["kind"]
    if kind not in KINDS:
        return PlainTextResponse(NO_KIND, 404)
    write, media_type = KINDS[kind]
    try:
        one = download(dict(request.query_params))
        if one.wrong:
            return PlainTextResponse(WRONG.format(", ".join(dict.fromkeys(one.wrong))), 400)
        headers = {
            "Content-Disposition": f'attachment; filename="{_file_name(kind)}"',
            "Cache-Control": "no-cache",
        }
        if request.method == "HEAD":
            return Response(None, 200, headers, media_type)
        # Several at once may want more memory than they have: told before an answer has begun.
        return StreamingResponse(pieces(begun(write(one))), 200, headers, media_type)
    except EditionMissing:
        return PlainTextResponse(NO_EDITION, 404)
    except TookTooLong:
        return PlainTextResponse(SLOW, 503, {"Retry-After": "60"})
    except EditionUnknown as error:
        return PlainTextResponse(str(error), 503, {"Retry-After": "60"})


def _file_name(kind: str) -> str:
    """Of our own words only: nothing that a reader typed stands in it."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in edition_name())
    return f"payments-{plain}{'-notes' if kind == 'txt' else ''}.{kind}"


def route() -> Route:
    return Route(PATH, Payments(), methods=["GET"])
