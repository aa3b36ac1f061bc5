"""One request to the API, as an ASGI server would put it."""

import asyncio
import gzip
import io
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl
from starlette.applications import Starlette
from starlette.datastructures import Headers

from tests.web.running import run
from web.api.limits import Buckets
from web.api.routes import ROOT, Api, api_routes

EXAMPLES = {"council": "aldby", "framework": "made_up", "postcode": "AA1 1ZZ"}


class Answer(NamedTuple):
    status: int
    headers: Headers
    raw: bytes

    @property
    def body(self) -> bytes:
        zipped = self.headers.get("content-encoding") == "gzip"
        return gzip.decompress(self.raw) if zipped else self.raw

    def json(self) -> Any:
        return json.loads(self.body)

    def frame(self) -> pl.DataFrame:
        if "parquet" in self.headers["content-type"]:
            return pl.read_parquet(io.BytesIO(self.body))
        return pl.read_csv(self.body, infer_schema_length=None)


def patient(at_once: int = 2, **given: int) -> Api:
    """An API that sends nobody away for asking often."""
    return Api(Buckets(1e9, 10**9), at_once, **given)


def get(
    path: str,
    query: str = "",
    headers: Mapping[str, str] | None = None,
    method: str = "GET",
    api: Api | None = None,
    client: str = "192.0.2.1",
) -> Answer:
    """`path` below /api/v1: "values.csv"."""
    app, sent = Starlette(routes=api_routes(api or patient())), []

    async def send(message: dict) -> None:
        sent.append(message)

    async def receive() -> dict:
        return await asyncio.Event().wait()  # a reader who stays

    scope = {
        "type": "http",
        "method": method,
        "path": f"{ROOT}/{path}" if path else ROOT,
        "query_string": query.encode(),
        "headers": [(k.lower().encode(), v.encode()) for k, v in (headers or {}).items()],
        "client": (client, 50_000),
    }
    run(app(scope, receive, send))
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), body)


def needed(resource) -> str:
    """The query string of what must be given."""
    return "&".join(
        f"{one.name}={EXAMPLES[one.name]}" for one in resource.parameters if one.required
    ).replace(" ", "+")
