"""The HTML that comes before anything has run: title, finding, colours, frame, mark.

Streamlit sends one file for every address, called "Streamlit". A link that is shared shows what
that file says, and the page wears the frame's style sheet from its first moment.
"""

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from queries import EditionMissing, EditionUnknown, PaymentsElsewhere, TookTooLong
from queries.searching import ADDRESS
from web.bundle import Bundle
from web.linked_data import as_script, dataset
from web.previews import Preview, payments_held, preview

# The page itself says why; its head is then as plain as that of any page.
CANNOT_SAY = (EditionMissing, EditionUnknown, PaymentsElsewhere, TookTooLong)

STATIC = Path(__file__).parents[1] / "static"
# Addresses of Streamlit's own and of files: no page of ours begins so.
OTHERS = (
    "/_stcore",
    "/static",
    "/app/",
    "/media",
    "/component",
    "/take",
    "/api",
    "/figure",
    "/embed",
    "/feed",
    "/edition/",
    "/catalogue.jsonld",
)
ICON = re.compile(r'<link rel="shortcut icon"[^>]*>')
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
ROOT = re.compile(r'<div id="root"></div>')
SLUG = re.compile(r"[A-Za-z0-9-]{1,80}")
LONGEST_DESCRIPTION = 300
# The answer stands there while the scripts that draw the page come, seconds on a slow line, and
# goes when the page has its own heading. No heading itself: a page has one.
UNTIL_DRAWN = """<div id="until-drawn"><p>{title}</p><p>{finding}</p></div>
<div id="root"></div>
<script>new MutationObserver((_,watch)=>{{if(document.querySelector("#root h1"))
{{watch.disconnect();document.getElementById("until-drawn")?.remove()}}}}).observe(
document.getElementById("root"),{{childList:true,subtree:true}})</script>"""


class Installation(NamedTuple):
    """Of brand.toml, what the first HTML wears; colours by name, `mark` a file of static/."""

    name: str
    strapline: str
    mark: str
    light: Mapping[str, str]
    dark: Mapping[str, str]


class FirstHtml:
    """ASGI middleware: puts head and words of this installation into the HTML that passes."""

    def __init__(
        self,
        app: ASGIApp,
        installation: Installation,
        previewed: Callable[[str, Mapping[str, str]], Preview] = preview,
        bundle: Bundle | None = None,
    ) -> None:
        self.app = app
        self.installation = installation
        self.previewed = previewed
        self.bundle = bundle
        self.look = _look(installation)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(OTHERS):
            await self.app(scope, receive, send)
            return
        await self.app(_whole(scope), receive, Rewriting(self, scope, send))

    def page(self, html: str, scope: Scope) -> str:
        """`html` with this installation's head for the address of `scope`."""
        one = self.installation
        said = self._said(scope)
        title = f"{said.title} · {one.name}" if said.title else one.name
        finding = (said.finding or one.strapline)[:LONGEST_DESCRIPTION]
        head = "\n".join([f"<title>{escape(title)}</title>", *_tags(one, title, finding, scope)])
        html = ICON.sub(lambda _: self.look, html, count=1)
        html = TITLE.sub(lambda _: head, html, count=1)
        html = NOSCRIPT.sub(lambda _: _without_scripts(title, finding), html, count=1)
        if said.title:
            html = ROOT.sub(lambda _: _until_drawn(said.title, finding), html, count=1)
        return self.bundle.hinted(html, scope["path"]) if self.bundle else html

    def _said(self, scope: Scope) -> Preview:
        address = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        try:
            return self.previewed(scope["path"], address)
        except CANNOT_SAY:
            return Preview("", "", "")


class Rewriting:
    """Holds an HTML answer until it is whole, and sends it on rewritten."""

    def __init__(self, one: FirstHtml, scope: Scope, send: Send) -> None:
        self.one, self.scope, self.send = one, scope, send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self.start = message
        elif message["type"] == "http.response.body" and self.start is not None:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._rewritten(self.start)
        else:
            await self.send(message)

    async def _rewritten(self, start: Message) -> None:
        text = self.body.decode("utf-8")
        made = (await run_in_threadpool(self.one.page, text, self.scope)).encode("utf-8")
        headers = MutableHeaders(scope=start)
        headers["content-length"] = str(len(made))
        headers["cache-control"] = "no-cache"
        for of_the_file in ("etag", "last-modified"):
            if of_the_file in headers:
                del headers[of_the_file]
        await self.send(start)
        body = b"" if self.scope["method"] == "HEAD" else made
        await self.send({"type": "http.response.body", "body": body})


def _is_html(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return (
        start["status"] == 200
        and headers.get("content-type", "").startswith("text/html")
        and "content-encoding" not in headers
    )


def _whole(scope: Scope) -> Scope:
    """The request as one for the plain, whole file: only such an answer can be rewritten."""
    partial = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
    headers = [pair for pair in scope["headers"] if pair[0].lower() not in partial]
    return {**scope, "headers": headers}


def _tags(one: Installation, title: str, finding: str, scope: Scope) -> list[str]:
    said = {
        "og:type": "website",
        "og:site_name": one.name,
        "og:title": title,
        "og:description": finding,
        "og:url": _address(scope),
        "og:locale": "en_GB",
    }
    tags = [f'<meta name="description" content="{escape(finding)}">']
    tags += [f'<meta property="{name}" content="{escape(text)}">' for name, text in said.items()]
    return [
        *tags,
        '<meta name="twitter:card" content="summary">',
        *_feeds(scope),
        *_dataset(one, scope),
    ]


def _dataset(one: Installation, scope: Scope) -> list[str]:
    if not scope["path"].endswith("/data"):
        return []
    root = _address({**scope, "query_string": b""}).removesuffix("data")
    try:
        return [as_script(dataset(one.name, one.strapline, root))]
    except CANNOT_SAY:
        return []


def _feeds(scope: Scope) -> list[str]:
    """What a reader of feeds finds: the site's news, and those of what the address names."""
    asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
    council, name = asked.get("council", ""), asked.get("name", "")
    found = {"What changed": "feed/changes.atom"}
    if SLUG.fullmatch(council):
        found["What changed about this council"] = f"feed/changes.atom?council={council}"
        if _pays(council):
            found["New months of its payments"] = f"feed/payments.atom?council={council}"
    if scope["path"].endswith("/supplier") and SLUG.fullmatch(name):
        found["Who pays this supplier"] = f"feed/supplier.atom?name={name}"
    if scope["path"].endswith("/payments") and (query := urlencode(_known(asked))):
        found["Payments that this search finds"] = escape(f"feed/search.atom?{query}")
    return [
        f'<link rel="alternate" type="application/atom+xml" title="{title}" href="./{address}">'
        for title, address in found.items()
    ]


def _pays(council: str) -> bool:
    """Without an edition, or while its payments lie elsewhere, no feed is promised."""
    try:
        return payments_held(council)
    except CANNOT_SAY:
        return False


def _known(asked: Mapping[str, str]) -> dict[str, str]:
    """The parts of a search for payments that an address has."""
    return {name: text for name, text in asked.items() if name in ADDRESS and text}


def _address(scope: Scope) -> str:
    headers = Headers(scope=scope)
    scheme = headers.get("x-forwarded-proto", scope.get("scheme", "http")).split(",")[0]
    query = scope["query_string"].decode("latin-1")
    path = scope.get("root_path", "") + scope["path"]
    return f"{scheme}://{headers.get('host', '')}{path}" + (f"?{query}" if query else "")


def _look(one: Installation) -> str:
    """Mark, colours, style sheet and script; their addresses change with their content."""
    sheet, script = _file("look/frame.css"), _file("look/frame.js")
    mark = _file(one.mark)
    # Not a variable: the address would be taken as relative to the style sheet that uses it.
    colours = (
        f":root{{{_variables(one.light)}}}.st-key-brand a::before{{background-image:url({mark})}}"
    )
    dark = f"@media (prefers-color-scheme:dark){{:root{{{_variables(one.dark)}}}}}"
    font = _file("fonts/pound-serif-600.woff2", versioned=False)
    return "\n".join(
        [
            f'<link rel="icon" href="{mark}">',
            f'<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>',
            f"<style>{colours}{dark}</style>",
            f'<link rel="stylesheet" href="{sheet}">',
            # Not deferred: Streamlit's own script would wait for it, the last of all to come.
            f'<script async src="{script}"></script>',
        ]
    )


def _variables(colours: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())


def _file(name: str, versioned: bool = True) -> str:
    """Relative, as Streamlit's own are: it holds under a path of a proxy's choosing."""
    if not versioned:
        return f"./app/static/{name}"
    version = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"./app/static/{name}?v={version}"


def _until_drawn(title: str, finding: str) -> str:
    return UNTIL_DRAWN.format(title=escape(title), finding=escape(finding))


def _without_scripts(title: str, finding: str) -> str:
    return (
        f"<noscript><h1>{escape(title)}</h1><p>{escape(finding)}</p><p>These pages draw themselves "
        "with JavaScript. All that is behind them can be had without it: see "
        '<a href="./app/static/downloads/councils.duckdb">the database</a>.</p></noscript>'
    )
