"""Answers are made in a process of lower priority beside the server, so that pages do not wait.

Twenty programs that ask once a second made pages five times slower from a thread: it holds the
interpreter's lock against every reader of a page, also while it waits for a core.
"""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

import queries
from web.api.problems import Problem
from web.beside import Ended, Processes

LONGEST_S = 60.0
# Of a request, what can cross to another process.
CROSSES = (
    "type",
    "method",
    "path",
    "root_path",
    "scheme",
    "server",
    "query_string",
    "headers",
    "path_params",
)
SLOW = "This answer took too long. Ask for less of it, by a parameter or by limit."
ENDED = "This answer ended before it was made. Please ask again in a moment."


class Said(NamedTuple):
    """An answer as it crosses back."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes


class Refused(NamedTuple):
    """A problem as it crosses back."""

    kind: str
    said: str
    headers: Mapping[str, str]
    more: Mapping[str, Any]


class Apart:
    """`processes` of them, started with the first request, and anew when one dies or hangs."""

    def __init__(self, processes: int = 1) -> None:
        self._processes = Processes(processes)
        self._turns = asyncio.Semaphore(processes)

    async def response(self, of: Callable[[Request], Response], request: Request) -> Response:
        """What `of`, a function of a module, answers. Raises Problem."""
        scope = {name: request.scope[name] for name in CROSSES if name in request.scope}
        # Waiting for one's turn is not counted.
        async with self._turns:
            try:
                made = await self._processes.made(LONGEST_S, _made, of, scope, queries.EDITION)
            except TimeoutError:
                raise Problem("busy", SLOW, {"Retry-After": "60"}) from None
            except Ended:
                raise Problem("busy", ENDED, {"Retry-After": "5"}) from None
        if isinstance(made, Refused):
            raise Problem(made.kind, made.said, made.headers, **made.more)
        response = Response(made.body, made.status)
        response.raw_headers = made.headers
        return response

    def close(self, *, wait: bool = False) -> None:
        """With `wait` until the pool has let go of what it shared with its processes."""
        self._processes.close(wait=wait)


def _made(
    of: Callable[[Request], Response], scope: dict[str, Any], edition: Path
) -> Said | Refused:
    # The server may read another than the usual one.
    queries.EDITION = edition
    try:
        response = of(Request(scope))
    except Problem as problem:
        return Refused(problem.kind, problem.said, problem.headers, problem.more)
    return Said(response.status_code, response.raw_headers, bytes(response.body))
