"""A request -> a figure as a file, a list of a page's figures, or a page of one for a frame."""

import json
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from queries import edition_key
from web.api.editions import present_edition
from web.api.formats import SMALLEST_WORTH_IT_BYTES, unzipped, zipped
from web.api.keeping import Kept, Made
from web.api.problems import Problem
from web.figures import embedding
from web.figures.asking import Asked, asked_of, figure_of, listed
from web.figures.files import MEDIA_TYPES, SHOWN, made
from web.figures.pages import Pages

ROOT = Path(__file__).parents[2]
# What decides on a figure beside the edition: another sentence is another file.
DECIDES = ("pages", "components", "findings", "charts", "queries", "inference", "web")
KEPT = Kept()
HTML = "text/html; charset=utf-8"
ZIPPED = {"json", "csv", "svg", "html"}


def figures(pages: Pages) -> Callable[[Request], Response]:
    return lambda request: _figure(request, pages)


def embeds(pages: Pages) -> Callable[[Request], Response]:
    return lambda request: _embed(request, pages)


def _figure(request: Request, pages: Pages) -> Response:
    """Raises Problem."""
    path = request.path_params.get("path", "")
    page, _, name = path.partition("/")
    if not name:
        asked = asked_of(request, page, None, pages)
        return _answer(request, asked, "json", lambda: (_list(asked, pages), ""))
    key, dot, kind = name.rpartition(".")
    if not dot or kind not in MEDIA_TYPES:
        if kind == "html":
            return _embed(request, pages, f"{page}/{key}")
        raise Problem(
            "not-found",
            "A figure ends in .json, .csv, .xlsx, .svg, .png or .html.",
            formats=[*MEDIA_TYPES, "html"],
        )
    asked = asked_of(request, page, key, pages)

    def make() -> tuple[bytes, str]:
        one = figure_of(asked, pages)
        return made(kind, one), one.file_stem

    return _answer(request, asked, kind, make)


def _embed(request: Request, pages: Pages, path: str = "") -> Response:
    page, _, key = (path or request.path_params.get("path", "")).partition("/")
    asked = asked_of(request, page, key, pages)

    def make() -> tuple[bytes, str]:
        return embedding.page_of(figure_of(asked, pages), asked, pages).encode(), ""

    return _answer(request, asked, "html", make)


def _list(asked: Asked, pages: Pages) -> bytes:
    told = {
        "page": asked.address(),
        "edition": present_edition(edition_key()),
        "figures": listed(asked, pages),
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _answer(
    request: Request, asked: Asked, kind: str, make: Callable[[], tuple[bytes, str]]
) -> Response:
    edition = present_edition(edition_key())
    decides = f"{edition_key()} {code_of_pages()} {asked} {kind}"
    tag = f'W/"{edition}-{sha256(decides.encode()).hexdigest()[:12]}"'
    headers = {"ETag": tag, "Cache-Control": "public, no-cache", "Vary": "Accept-Encoding"}
    headers["X-Edition"] = edition
    given = request.headers.get("if-none-match", "")
    if tag.removeprefix("W/") in {one.strip().removeprefix("W/") for one in given.split(",")}:
        return Response(None, 304, headers)
    one = KEPT.get(decides)
    if one is None:
        one = _made(kind, *make())
        KEPT.put(decides, one)
    body = one.body
    if one.zipped and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    elif one.zipped:
        body = unzipped(body)
    return Response(body, 200, headers | one.headers, MEDIA_TYPES.get(kind, HTML))


def _made(kind: str, body: bytes, stem: str) -> Made:
    headers = {}
    if stem:
        how = "inline" if kind in SHOWN else "attachment"
        headers["Content-Disposition"] = f'{how}; filename="{stem}.{kind}"'
    if kind in ZIPPED and len(body) >= SMALLEST_WORTH_IT_BYTES:
        return Made(headers, zipped(body), zipped=True)
    return Made(headers, body, zipped=False)


@lru_cache(maxsize=1)
def code_of_pages() -> str:
    """A digest of what pages are made by: their words are no part of the edition's name."""
    made_by = sha256()
    for folder in DECIDES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".sql"}:
                made_by.update(path.read_bytes())
    return made_by.hexdigest()[:16]
