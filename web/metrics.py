"""`/metrics`: counts for those who run the server, in Prometheus' format, and for nobody else.

Streamlit's own counts at `/_stcore/metrics` are kept to the same networks.
"""

from ipaddress import ip_address

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

import tally

PATH = "/metrics"
PROXIED = {b"forwarded", b"x-forwarded-for", b"x-real-ip"}
OURS_ALONE = {PATH, "/_stcore/metrics"}


async def counts(_request: Request) -> Response:
    return Response(tally.told(), 200, {"Cache-Control": "no-store"}, tally.CONTENT_TYPE)


def route() -> Route:
    return Route(PATH, counts, methods=["GET"])


class KeptInside:
    """ASGI middleware: the addresses of counts are there for this machine and its own network,
    asked directly. Through a proxy nobody finds them, whether or not its word is taken.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].rstrip("/") in OURS_ALONE and not _near(scope):
            await PlainTextResponse("Not Found", 404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _near(scope: Scope) -> bool:
    if PROXIED & {name for name, _ in scope["headers"]}:
        return False
    client = scope.get("client")
    try:
        address = ip_address(client[0].partition("%")[0]) if client else None
    except ValueError:
        return False
    return address is not None and (address.is_loopback or address.is_private)
