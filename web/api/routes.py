"""`/api/v1/...` as an ASGI app: limits first, then the answer in a thread of its own pool."""

import asyncio
import logging
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from queries import EditionMissing, EditionUnknown, PaymentsElsewhere, TookTooLong
from web.api.answering import answer
from web.api.apart import Apart
from web.api.documentation import page_of
from web.api.limits import Buckets
from web.api.openapi import document
from web.api.parameters import nearest, shown
from web.api.problems import Problem, problem_response
from web.api.resources import BY_PATH
from web.clients import client_in
from web.patience import patient

ROOT = "/api/v1"
METHODS = {"GET", "HEAD", "OPTIONS"}
# Half the cores, so that pages keep the machine; what waits longer is told to come again.
AT_ONCE = max(1, (os.cpu_count() or 2) // 2)
MOST_WAITING = 40
# For one's turn and the answer, where it is made in a thread: longer than a client listens.
LONGEST_WAIT_S = 45
# Answers that lie here until slow readers have taken them, and how long one may take no part of it.
MOST_HELD_BYTES = 200_000_000
LONGEST_QUERY = 8_000
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After, X-Edition, X-Total-Count",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}

log = logging.getLogger(__name__)


class Api:
    """`buckets` say how often a client may ask, `at_once` how many answers are made at a time.

    `of` makes the answers: the rows of the API, or, by the same law, figures of pages. The rows
    come from processes beside the server where there is `apart`, all else from threads.
    """

    def __init__(
        self,
        buckets: Buckets | None = None,
        at_once: int = AT_ONCE,
        most_waiting: int = MOST_WAITING,
        of: Callable[[Request], Response] | None = None,
        apart: Apart | None = None,
    ) -> None:
        self.of = of or _of
        self.apart = apart
        self.buckets = buckets or Buckets()
        self.pool = ThreadPoolExecutor(at_once, thread_name_prefix="api")
        self.most = at_once + most_waiting
        self.running = 0
        self.held_bytes = 0

    def beside(self, of: Callable[[Request], Response], *, may_cross: bool = False) -> "Api":
        """Other answers from the same threads, for the same allowance of each client.

        Where `of` can cross to another process, from those beside the server where there are any.
        """
        one = Api(self.buckets, of=of, apart=self.apart if may_cross else None)
        one.pool.shutdown(wait=False)
        one.pool = self.pool
        return one

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        try:
            response = await self._response(request)
        except Problem as problem:
            response = problem_response(problem, _docs(request))
        response.headers.update(CORS)
        if request.method == "HEAD":
            response.body = b""  # its length stays told
        self.held_bytes += len(response.body)
        try:
            await response(scope, receive, patient(send))
        finally:
            self.held_bytes -= len(response.body)

    async def _response(self, request: Request) -> Response:
        if request.method not in METHODS:
            allow = {"Allow": ", ".join(sorted(METHODS))}
            raise Problem("method-not-allowed", "There is nothing to write here.", allow)
        if request.method == "OPTIONS":
            return Response(None, 204, PREFLIGHT)
        self._require_patience(request)
        if len(request.scope["query_string"]) > LONGEST_QUERY:
            raise Problem("too-long", f"A query has at most {LONGEST_QUERY} characters.")
        if self.running >= self.most or self.held_bytes >= MOST_HELD_BYTES:
            raise Problem("busy", "Please ask again in a moment.", {"Retry-After": "5"})
        self.running += 1
        try:
            if self.apart:
                return await self.apart.response(partial(_made, self.of), request)
            loop = asyncio.get_running_loop()
            async with asyncio.timeout(LONGEST_WAIT_S):
                return await loop.run_in_executor(self.pool, _made, self.of, request)
        except TimeoutError:
            # What has not begun is not begun any more; what has is kept for the next who asks.
            said = "It has not come to this request in time. Please ask again in a minute."
            raise Problem("busy", said, {"Retry-After": "60"}) from None
        finally:
            self.running -= 1

    def _require_patience(self, request: Request) -> None:
        client = client_in(request.scope)
        if wait := self.buckets.wait_s(client, time.monotonic()):
            seconds = "a second" if wait == 1 else f"{wait} seconds"
            raise Problem(
                "too-many-requests",
                f"{self.buckets.per_second:g} requests a second are answered, after a burst of "
                f"{self.buckets.burst}. Please ask again in {seconds}.",
                {"Retry-After": str(wait)},
            )


def _docs(request: Request) -> str:
    """Where problems are told of, relative to the request: it holds behind any proxy."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    if path.startswith(ROOT + "/"):
        return "docs"
    return "../" * (path.count("/") - 1) + "api/v1/docs"


def _made(of: Callable[[Request], Response], request: Request) -> Response:
    try:
        return of(request)
    except PaymentsElsewhere as error:
        raise Problem("busy", str(error), {"Retry-After": "60"}) from None
    except (EditionMissing, EditionUnknown):
        raise Problem("no-edition", "There is no edition to answer from yet.") from None
    except TookTooLong:
        said = "The answer took too long to come. Please ask again in a minute."
        raise Problem("busy", said, {"Retry-After": "60"}) from None
    except Problem:
        raise
    except Exception:
        log.exception("The API could not answer %s", request.url.path)
        raise Problem("failed", "This answer could not be made; it is written down here.") from None


def _of(request: Request) -> Response:
    path = request.path_params.get("path", "")
    if path == "":
        # Relative: it holds under a path of a proxy's choosing.
        return RedirectResponse("v1/docs" if request.url.path.endswith("/v1") else "docs", 307)
    if path == "docs":
        return Response(page_of(), 200, {"Cache-Control": "no-cache"}, "text/html; charset=utf-8")
    if path == "openapi.json":
        return JSONResponse(document(), headers={"Cache-Control": "no-cache"})
    name, _, extension = path.partition(".")
    if name not in BY_PATH:
        raise Problem(
            "not-found",
            f"There is nothing at “{shown(path)}”.",
            nearest=nearest(name, BY_PATH),
            resources=list(BY_PATH),
        )
    query = request.scope["query_string"].decode("latin-1")
    return answer(BY_PATH[name], extension, query, request.headers)


def api_routes(api: Api | None = None) -> list[BaseRoute]:
    one = api or Api()
    return [Route(ROOT, one), Route(ROOT + "/{path:path}", one)]
