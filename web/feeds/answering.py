"""`/feed/changes.atom`, `payments.atom`, `supplier.atom`, `search.atom`, and `releases.ics`."""

from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import partial
from hashlib import sha256
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from queries import edition_key, made_at
from web.api.editions import present_edition
from web.api.keeping import Kept, Made
from web.api.parameters import nearest, read, shown
from web.api.problems import Problem
from web.api.routes import Api
from web.feeds import calendar
from web.feeds.atom import Feed, document
from web.feeds.offered import OFFERED, Site
from web.figures.asking import root_of

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
RELEASES = "releases.ics"
FEEDS = (*OFFERED, RELEASES)
KEPT = Kept()


def feed_routes(api: Api, name: str) -> list[BaseRoute]:
    """`name` is the installation's; limits and threads are those of the API."""
    return [Route("/feed/{path:path}", api.beside(partial(_feed, author=name), may_cross=True))]


def _feed(request: Request, author: str) -> Response:
    """Raises Problem."""
    path = request.path_params.get("path", "")
    if path not in FEEDS:
        said = f"There is no feed “{shown(path)}”."
        raise Problem("not-found", said, nearest=nearest(path, FEEDS), feeds=list(FEEDS))
    root, query = root_of(request), request.scope["query_string"].decode("latin-1")
    # A due date is told apart from a late one by the day.
    key = (edition_key(), date.today(), author, root, path, query)
    made = KEPT.get(key)
    if made is None:
        made = _made(path, query, root, request.headers.get("host", ""), author)
        KEPT.put(key, made)
    if _is_known(request, made.headers):
        return Response(None, 304, made.headers)
    kind = calendar.MEDIA_TYPE if path == RELEASES else MEDIA_TYPE
    return Response(made.body, 200, made.headers, kind)


def _made(path: str, query: str, root: str, host: str, author: str) -> Made:
    edition = present_edition(edition_key())
    asked = parse_qsl(query, keep_blank_values=True)
    if path == RELEASES:
        read((), asked)
        page = f"{root}data?section=releases"
        body = calendar.document(author, host, page, edition, date.today())
    else:
        offer = OFFERED[path]
        site = Site(root, edition, edition[:10])
        news = offer.tells(read(offer.parameters, asked), site)
        updated = max((one.updated for one in news.entries), default=site.day)
        address = f"{root}feed/{path}" + (f"?{query}" if query else "")
        title = f"{author}: {news.title}"
        feed = Feed(news.key, title, author, host, address, news.page, updated)
        body = document(feed, news.entries)
    headers = {
        "ETag": f'W/"{sha256(body).hexdigest()[:16]}"',
        "Last-Modified": format_datetime(made_at(), usegmt=True),
        "Cache-Control": "public, no-cache",
        "X-Edition": edition,
    }
    return Made(headers, body, zipped=False)


def _is_known(request: Request, headers: dict[str, str]) -> bool:
    """By its tag; by the time alone where no tag is sent along."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        return headers["ETag"].removeprefix("W/") in tags or tags.strip() == "*"
    since = request.headers.get("if-modified-since", "")
    try:
        return bool(since) and _instant(since) >= _instant(headers["Last-Modified"])
    except ValueError:
        return False


def _instant(text: str) -> datetime:
    found = parsedate_to_datetime(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
