"""What a reader is told where there is no brief: a problem (RFC 9457) or, in a browser, a page."""

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from web.api.problems import Problem, problem_response

DOCUMENTATION = "api/v1/docs"
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><style>
body {{font: 18px/1.5 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem}}
</style></head><body><main><h1>{title}</h1><p>{said}</p>{nearest}
<p><a href="{root}">To the first page</a></p></main></body></html>"""


def refusal(one: Problem, request: Request) -> Response:
    """The way up to the server's root is relative: it holds under a path of a proxy's choosing."""
    root = "../" * max(request.url.path.count("/") - 1, 0) or "./"
    if "text/html" not in request.headers.get("accept", ""):
        return problem_response(one, f"{root}{DOCUMENTATION}")
    near = [escape(str(name)) for name in _nearest(one)]
    said = f"<p>Did you mean {' or '.join(near)}?</p>" if near else ""
    page = PAGE.format(title=escape(one.title), said=escape(one.said), nearest=said, root=root)
    return HTMLResponse(page, one.status, {"Cache-Control": "no-store", **one.headers})


def _nearest(one: Problem) -> list[object]:
    near = one.more.get("nearest")
    return near if isinstance(near, list) else []
