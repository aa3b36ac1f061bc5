"""Headers that keep the browser to this host.

The policy is the promise "no request to any other host" said to the browser, which then enforces
it. Scripts may evaluate because the map and chart libraries compile their own drawing code.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self' data: blob:",
        "connect-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "frame-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        # Maps stand in frames of our own pages; no other site shows these pages in one.
        "frame-ancestors 'self'",
    ]
)
# A figure alone may stand in a frame anywhere: it takes nothing in, so nothing is stolen by it.
EMBED = "/embed/"
EMBED_POLICY = CONTENT_SECURITY_POLICY.replace(
    "frame-ancestors 'self'", "frame-ancestors *"
).replace("form-action 'self'", "form-action 'none'")


class KeepToThisHost:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                embedded = scope["path"].startswith(EMBED) or _is_figure_page(scope["path"])
                policy = EMBED_POLICY if embedded else CONTENT_SECURITY_POLICY
                headers["Content-Security-Policy"] = policy
                if not embedded:
                    headers["X-Frame-Options"] = "SAMEORIGIN"
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _is_figure_page(path: str) -> bool:
    return path.startswith("/figure/") and path.endswith(".html")
