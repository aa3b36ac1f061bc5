"""`/brief/leeds.pdf?peers=...` as an ASGI app: limits first, then the file, made apart or kept."""

import asyncio
import logging
import re
import time
from hashlib import sha256
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from brief.document import Imprint
from brief.making import PARAMETERS, WRITERS, File, Wanted
from brief.reader import Refused, shown
from queries import EditionMissing, EditionUnknown, edition_key
from web.api.keeping import Kept, Made
from web.api.limits import Buckets
from web.api.problems import Problem
from web.beside import Ended
from web.brief.making_apart import Apart
from web.brief.refusals import refusal
from web.clients import client_of
from web.patience import patient

ROOT = "/brief"
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Two are made at a time, with 0.4 s of work each: the last of these waits some eight seconds.
MOST_WAITING = 40
PER_SECOND, BURST = 1.0, 20
MOST_KEPT, MOST_KEPT_BYTES = 100, 1_000_000
LONGEST_QUERY, LONGEST_NAME = 4_000, 200
# A proxy gives up after a minute; on a machine that is busy twenty briefs may take longer.
WAITS_S = 45.0
# Another number when briefs change: what a reader keeps of the old one is then asked anew.
SHAPE = 2
# A host as it may stand in a document; anything else leaves its address without one.
HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")

log = logging.getLogger(__name__)


class Briefs:
    """`buckets` say how often a client may ask for one that is not kept."""

    def __init__(
        self,
        imprint: Imprint,
        buckets: Buckets | None = None,
        apart: Apart | None = None,
        most_waiting: int = MOST_WAITING,
    ) -> None:
        self.imprint = imprint
        self.buckets = buckets or Buckets(PER_SECOND, BURST)
        self.apart = apart or Apart()
        self.most_waiting = most_waiting
        self.kept = Kept(MOST_KEPT, MOST_KEPT_BYTES)
        self.making: dict[object, asyncio.Task[Made]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        try:
            response = await self._response(request)
        except Problem as problem:
            response = refusal(problem, request)
        if request.method == "HEAD":
            response.body = b""  # its length stays told
        await response(scope, receive, patient(send))

    async def _response(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            raise Problem("method-not-allowed", "There is nothing to write here.", {"Allow": "GET"})
        wanted, kind = self._wanted(request)
        key = (_edition(), wanted, kind)
        tag = f'"{sha256(repr((SHAPE, key)).encode()).hexdigest()[:16]}"'
        fresh = {"ETag": tag, "Cache-Control": "public, no-cache"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(None, 304, fresh)
        made = self.kept.get(key)
        if made is None:
            made = await self._made_once(request, wanted, kind, key)
        return Response(made.body, 200, fresh | made.headers, MEDIA_TYPES[kind])

    def _wanted(self, request: Request) -> tuple[Wanted, str]:
        if len(request.scope["query_string"]) > LONGEST_QUERY:
            raise Problem("too-long", f"A query has at most {LONGEST_QUERY} characters.")
        subject = request.path_params.get("subject", "council")
        name, _, kind = request.path_params["file"].rpartition(".")
        if subject not in PARAMETERS or kind not in WRITERS or not 0 < len(name) <= LONGEST_NAME:
            kinds = ", ".join(f"leeds.{kind}" for kind in WRITERS)
            others = ", ".join(f"{subject}/…" for subject in PARAMETERS)
            raise Problem(
                "not-found",
                f"There is nothing at “{shown(request.path_params['file'])}”: a brief is at an "
                f"address like {kinds}, or below {others}.",
            )
        query = request.scope["query_string"].decode("latin-1")
        address = tuple(sorted(dict(parse_qsl(query)).items()))
        return Wanted(subject, name.lower(), address, _base(request), self.imprint), kind

    async def _made_once(self, request: Request, wanted: Wanted, kind: str, key: object) -> Made:
        """Whoever asks for the brief that is being made waits for that one: a link in a mail is
        opened by many at once."""
        self._may_ask(request)
        making = self.making.get(key)
        if making is None:
            if len(self.making) >= self.most_waiting:
                said = "Many briefs are being made. Please ask again in a moment."
                raise Problem("busy", said, {"Retry-After": "5"})
            making = asyncio.create_task(self._made(request.url.path, wanted, kind, key))
            self.making[key] = making
            making.add_done_callback(lambda done: self._over(key, done))
        # A reader who leaves, or has waited long enough, ends nobody else's brief: it is kept.
        try:
            return await asyncio.wait_for(asyncio.shield(making), WAITS_S)
        except TimeoutError:
            said = "The brief is still being made. Please ask again in half a minute."
            raise Problem("busy", said, {"Retry-After": "30"}) from None

    def _over(self, key: object, done: asyncio.Task[Made]) -> None:
        self.making.pop(key, None)
        if not done.cancelled():
            # Told to whoever waits; with nobody left it is no news for the log.
            done.exception()

    def _may_ask(self, request: Request) -> None:
        client = client_of(request.client.host if request.client else "")
        if wait := self.buckets.wait_s(client, time.monotonic()):
            said = f"Please ask again in {'a second' if wait == 1 else f'{wait} seconds'}."
            raise Problem("too-many-requests", said, {"Retry-After": str(wait)})

    async def _made(self, path: str, wanted: Wanted, kind: str, key: object) -> Made:
        try:
            made = _file(await self.apart.made(wanted, kind))
        except Refused as why:
            kinds = {"unknown-subject": "not-found"}
            raise Problem(kinds.get(why.kind, why.kind), why.said, nearest=why.nearest) from None
        except (EditionMissing, EditionUnknown):
            raise Problem("no-edition", "There is no edition to write a brief from yet.") from None
        except (Ended, TimeoutError):
            said = "The brief took too long. Please ask again in a moment."
            raise Problem("busy", said, {"Retry-After": "5"}) from None
        except Exception:
            log.exception("No brief could be made at %s", path)
            said = "This brief could not be made; it is written down here."
            raise Problem("failed", said) from None
        self.kept.put(key, made)
        return made


def _edition() -> str:
    try:
        return edition_key()
    except EditionMissing:
        raise Problem("no-edition", "There is no edition to write a brief from yet.") from None


def _file(one: File) -> Made:
    # Of our own words only: a slug and the edition's name.
    name = "".join(c if c.isascii() and (c.isalnum() or c in "-.") else "-" for c in one.name)
    headers = {"Content-Disposition": f'inline; filename="{name}"', "X-Edition": one.edition}
    return Made(headers, one.body, zipped=False)


def _base(request: Request) -> str:
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}" if HOST.fullmatch(host) else ""


def brief_routes(imprint: Imprint, briefs: Briefs | None = None) -> list[BaseRoute]:
    one = briefs or Briefs(imprint)
    return [Route(ROOT + "/{subject}/{file}", one), Route(ROOT + "/{file}", one)]
