"""`/robots.txt`: pages may be read by machines; what is made for each request may not."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

PATH = "/robots.txt"
KEPT_OUT = ("/take/", "/api/", "/brief/", "/figure/", "/embed/", "/metrics", "/_stcore/")
RULES = "User-agent: *\n" + "".join(f"Disallow: {one}\n" for one in KEPT_OUT)


async def rules(_request: Request) -> PlainTextResponse:
    return PlainTextResponse(RULES, headers={"Cache-Control": "public, max-age=86400"})


def route() -> Route:
    return Route(PATH, rules, methods=["GET"])
