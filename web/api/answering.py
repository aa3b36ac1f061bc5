"""A request for a resource -> rows, page, headers and body."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode

import polars as pl
from starlette.datastructures import Headers
from starlette.responses import Response

from queries import ask, edition_key, query_of
from web.api.editions import meant, present_edition, read_as_of, said_in
from web.api.formats import (
    MEDIA_TYPES,
    SMALLEST_WORTH_IT_BYTES,
    format_of,
    unzipped,
    written,
    zipped,
)
from web.api.keeping import Kept, Made
from web.api.parameters import MOST_ROWS, USUAL_ROWS, read
from web.api.problems import Problem
from web.api.resources import Resource

# Another number when the shape of answers changes: what was kept of the old one is then asked anew.
SHAPE = 1
KEPT = Kept()
LICENCE = "Each row's source has its own licence: see sources."


@dataclass(frozen=True)
class Page:
    """Rows `offset` to `offset + limit` of `total`."""

    frame: pl.DataFrame
    total: int
    limit: int
    offset: int


def answer(one: Resource, extension: str, query: str, headers: Headers) -> Response:
    """Raises Problem."""
    asked = parse_qsl(query, keep_blank_values=True)
    as_of = said_in(asked)
    if as_of and one.of_payments and meant(as_of).kept:
        raise Problem(
            "unknown-edition",
            "Payments and suppliers are no part of an edition: only those of today are here.",
            parameter="as_of",
            nearest=[present_edition(edition_key())],
        )
    with read_as_of(as_of):
        return _answer(one, extension, query, headers, asked)


def _answer(
    one: Resource, extension: str, query: str, headers: Headers, asked: list[tuple[str, str]]
) -> Response:
    values = read(one.accepts, asked)
    kind = format_of(extension, headers.get("accept", ""))
    edition = present_edition(edition_key())
    tag = _tag(one, kind, edition)
    kept = {"ETag": tag, "Cache-Control": "public, no-cache", "Vary": "Accept, Accept-Encoding"}
    if _is_known(tag, headers.get("if-none-match", "")):
        return Response(None, 304, kept)
    takes_gzip = "gzip" in headers.get("accept-encoding", "")
    key = (edition_key(), one.depends(), one.path, extension, kind, query)
    made = KEPT.get(key)
    if made is None:
        page = _page(one, values, kind)
        made = _made(page, kind, edition, _links(one, extension, asked, page))
        KEPT.put(key, made)
    if kind != "json":
        kept["Content-Disposition"] = f'attachment; filename="{one.path}-{_plain(edition)}.{kind}"'
    body = made.body
    if made.zipped and takes_gzip:
        kept["Content-Encoding"] = "gzip"
    elif made.zipped:
        body = unzipped(body)
    return Response(body, 200, kept | made.headers, MEDIA_TYPES[kind])


def _made(page: Page, kind: str, edition: str, links: Mapping[str, str]) -> Made:
    head: dict[str, object] = {
        "edition": edition,
        "licence": LICENCE,
        "total": page.total,
        "limit": page.limit,
        "offset": page.offset,
        "next": links.get("next"),
    }
    body = written(kind, page.frame, head)
    headers = {
        "X-Total-Count": str(page.total),
        "X-Edition": edition,
        "Link": _link_header(links),
    }
    if kind != "parquet" and len(body) >= SMALLEST_WORTH_IT_BYTES:
        return Made(headers, zipped(body), zipped=True)
    return Made(headers, body, zipped=False)


def _page(one: Resource, values: Mapping[str, object], kind: str) -> Page:
    whole = values["limit"] is None and kind != "json"
    limit = int(str(values["limit"] or (MOST_ROWS if whole else USUAL_ROWS)))
    offset = int(str(values["offset"]))
    if one.asks:
        frame, total = one.asks(values, limit, offset)
    elif one.paged:
        frame, total = _cut(one.query, one.takes(values), limit, offset)
    else:
        every = ask(one.query, **one.takes(values))
        frame, total = every.slice(offset, limit), every.height
    if whole and total - offset > limit:
        # A file that was cut would be taken for whole.
        raise Problem(
            "too-many-rows",
            f"This is {total} rows, and a file has at most {MOST_ROWS}. Narrow it by a parameter, "
            "or take it in parts with limit and offset.",
            total=total,
            most=MOST_ROWS,
        )
    return Page(frame, total, limit, offset)


def _cut(query: str, takes: dict[str, object], limit: int, offset: int) -> tuple[pl.DataFrame, int]:
    frame = ask(query, **takes, rows=limit, skip=offset)
    counted = frame
    if frame.is_empty() and offset:
        # Past the end no row is left to tell the total.
        counted = ask(query, **takes, rows=1, skip=0)
    total = int(counted["total"][0]) if counted.height else 0
    return frame.drop("total"), total


def _tag(one: Resource, kind: str, edition: str) -> str:
    """The edition's name and what else decides on the rows: its assembly, the query."""
    decides = f"{SHAPE} {edition_key()} {query_of(one.query).text} {one.depends()}"
    made_by = sha256(decides.encode()).hexdigest()[:8]
    return f'W/"{_plain(edition)}-{made_by}-{kind}"'


def _is_known(tag: str, if_none_match: str) -> bool:
    known = {one.strip().removeprefix("W/") for one in if_none_match.split(",")}
    return "*" in known or tag.removeprefix("W/") in known


def _links(
    one: Resource, extension: str, asked: list[tuple[str, str]], page: Page
) -> dict[str, str]:
    """Relation -> address, relative to the request: it holds behind any proxy."""
    others = [(name, text) for name, text in asked if name not in {"limit", "offset"}]
    name = f"{one.path}.{extension}" if extension else one.path

    def at(offset: int) -> str:
        return f"{name}?{urlencode([*others, ('limit', page.limit), ('offset', offset)])}"

    last = max(0, (page.total - 1) // page.limit * page.limit)
    links = {"first": at(0), "last": at(last)}
    if page.offset + page.limit < page.total:
        links["next"] = at(page.offset + page.limit)
    if page.offset:
        links["prev"] = at(max(0, min(page.offset, page.total) - page.limit))
    return links


def _link_header(links: Mapping[str, str]) -> str:
    pages = [f'<{address}>; rel="{relation}"' for relation, address in links.items()]
    return ", ".join([*pages, '<openapi.json>; rel="service-desc"', '<docs>; rel="service-doc"'])


def _plain(text: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in text)
