"""`/feed/changes.atom` and `/feed/payments.atom`, of all councils or of one."""

from collections.abc import Callable
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from queries import ask, edition_key
from web.api.editions import present_edition
from web.api.parameters import council, nearest, shown
from web.api.problems import Problem
from web.api.routes import Api
from web.feeds.atom import Feed, document
from web.feeds.telling import changes, months
from web.figures.asking import root_of

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
FEEDS = ("changes.atom", "payments.atom")


def feed_routes(api: Api, name: str) -> list[BaseRoute]:
    """`name` is the installation's; limits and threads are those of the API."""
    return [Route("/feed/{path:path}", api.beside(feeds(name)))]


def feeds(name: str) -> Callable[[Request], Response]:
    return lambda request: _feed(request, name)


def _feed(request: Request, author: str) -> Response:
    """Raises Problem."""
    path = request.path_params.get("path", "")
    if path not in FEEDS:
        said = f"There is no feed “{shown(path)}”."
        raise Problem("not-found", said, nearest=nearest(path, FEEDS), feeds=list(FEEDS))
    about = _council(request)
    if about is None and path == "payments.atom":
        said = "Whose payments? Give a council, as council=leeds."
        raise Problem("missing-parameter", said, parameter="council")
    edition = present_edition(edition_key())
    query = f"?{urlencode({'council': about['slug']})}" if about else ""
    root, day = root_of(request), edition[:10]
    page = f"{root}{path.removesuffix('.atom')}{query}"
    whose = str(about["name"]) if about else "all councils"
    key, title = (about["council"], whose) if about else (None, whose)
    if path == "changes.atom":
        entries = changes(key, page, edition, day)
        title = f"{author}: what changed, {whose}"
    else:
        entries = months(str(key), whose, page, day)
        title = f"{author}: payments of {whose}, month by month"
    host = request.headers.get("host", "")
    feed = Feed(
        f"{path}/{key or 'all'}", title, author, host, f"{root}feed/{path}{query}", page, day
    )
    body = document(feed, entries)
    tag = f'W/"{sha256(body).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": "public, no-cache", "X-Edition": edition}
    if tag in request.headers.get("if-none-match", ""):
        return Response(None, 304, headers)
    return Response(body, 200, headers, MEDIA_TYPE)


def _council(request: Request) -> dict[str, str] | None:
    """Key, slug and name of the council that is asked for. Raises Problem."""
    asked = parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
    for name, _ in asked:
        if name != "council":
            said = f"A feed takes “council” alone, and not “{shown(name)}”."
            raise Problem("unknown-parameter", said, parameter=shown(name), nearest=["council"])
    if not asked:
        return None
    key = council("council", asked[-1][1])
    rows = ask("council/names").rows(named=True)
    return next(row for row in rows if row["council"] == key)
