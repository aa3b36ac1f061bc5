"""An address -> the page's own figure, or a problem that says what the page says.

`/figure/council/spending-by-service.csv?council=leeds` is the address of the page with the figure's
key in it: every choice of the page is one of the figure.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.requests import Request

from web.api.parameters import nearest, shown
from web.api.problems import Problem
from web.figures.pages import Figure, PageRun, Pages

HOME = "home"
KEY = re.compile(r"[A-Za-z0-9_.:-]{1,120}")
# Of the address of a page, what opens its tabs and sections says nothing of a figure.
EVERY_TAB = "tabs"
OF_A_TAB = "tab_"
# `auto` follows the reader's own wish; a page that frames a figure knows best what it stands on.
THEME, THEMES = "theme", ("light", "dark", "auto")


@dataclass(frozen=True)
class Asked:
    """`page` and `key` as they stand in the address, `choices` those of the page."""

    page: str
    key: str | None
    choices: tuple[tuple[str, str], ...]
    root: str  # the app's own address, with a slash at its end
    theme: str = "light"  # of the page in a frame; no choice of the figure's own page

    def address(self, *more: tuple[str, str]) -> str:
        """That of the page itself."""
        page = "" if self.page == HOME else self.page
        query = urlencode([*self.choices, *more])
        return f"{self.root}{page}" + (f"?{query}" if query else "")


def asked_of(request: Request, page: str, key: str | None, pages: Pages) -> Asked:
    """Raises Problem."""
    if page not in pages.names:
        raise Problem(
            "not-found",
            f"There is no page “{shown(page)}”.",
            nearest=nearest(page, pages.names),
            pages=list(pages.names),
        )
    if key is not None and not KEY.fullmatch(key):
        raise Problem("unknown-figure", f"“{shown(key)}” is no name of a figure.")
    query = request.scope["query_string"].decode("latin-1")
    choices = parse_qsl(query, keep_blank_values=True)
    names = [name for name, _ in choices]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise Problem("bad-value", f"“{shown(twice[0])}” stands there twice.", parameter=twice[0])
    theme = dict(choices).get(THEME, THEMES[0])
    if theme not in THEMES:
        raise Problem(
            "unknown-value",
            f"“{shown(theme)}” is no theme: {', '.join(THEMES)} are.",
            parameter=THEME,
            nearest=nearest(theme, THEMES),
        )
    kept = tuple(one for one in choices if one[0] != THEME and not one[0].startswith(OF_A_TAB))
    return Asked(page, key, kept, root_of(request), theme)


def root_of(request: Request) -> str:
    """The app's address as the reader has it."""
    headers = Headers(scope=request.scope)
    scheme = headers.get("x-forwarded-proto", request.scope.get("scheme", "http")).split(",")[0]
    return f"{scheme}://{headers.get('host', '')}{request.scope.get('root_path', '')}/"


def figure_of(asked: Asked, pages: Pages) -> Figure:
    """Raises Problem."""
    run = _run(asked, pages)
    if run.found is None and not run.failed:
        # It may stand in a section that the address does not open.
        run = _run(asked, pages, (EVERY_TAB, "all"))
    if run.refused:
        raise Problem("unknown-value", " ".join(run.refused), page=asked.address())
    if run.found is None:
        raise _missing(asked, run)
    _require_read(asked, run, pages)
    return run.found


def listed(asked: Asked, pages: Pages) -> list[dict[str, str]]:
    """Every figure of the page as it is asked for, and where each is had. Raises Problem."""
    run = _run(asked, pages, (EVERY_TAB, "all"))
    if run.refused:
        raise Problem("unknown-value", " ".join(run.refused), page=asked.address())
    _require_read(asked, run, pages)
    query = urlencode(asked.choices)
    end = f"?{query}" if query else ""
    return [
        {
            "figure": one.key,
            "title": one.title,
            "period": one.period,
            "unit": one.unit,
            **{
                kind: f"{asked.root}figure/{asked.page}/{one.key}.{kind}{end}"
                for kind in ("json", "csv", "xlsx", "svg", "png")
            },
            "embed": f"{asked.root}embed/{asked.page}/{one.key}{end}",
        }
        for one in run.listed
    ]


def _run(asked: Asked, pages: Pages, *more: tuple[str, str]) -> PageRun:
    try:
        run = pages.run("" if asked.page == HOME else asked.page, asked.address(*more), asked.key)
    except TimeoutError:
        raise Problem(
            "busy", "The page took too long to come to this figure.", {"Retry-After": "30"}
        ) from None
    if run.failed:
        raise Problem("failed", "The page could not be made; it is written down here.")
    return run


def _missing(asked: Asked, run: PageRun) -> Problem:
    said = f"The page “{asked.page}” has no figure “{shown(asked.key or '')}” with these choices."
    keys = [one.key for one in run.listed]
    return Problem(
        "unknown-figure",
        " ".join([said, *run.said[:2]]),
        page=asked.address(),
        nearest=nearest(asked.key or "", keys),
        figures=keys,
    )


def _require_read(asked: Asked, run: PageRun, pages: Pages) -> None:
    """A name that the page does not look at is a slip of the pen, and is said."""
    names = [name for name, _ in asked.choices if name != EVERY_TAB]
    unread = [name for name in names if name not in run.read]
    if unread and asked.key is not None:
        # What is chosen below the figure is the page's all the same.
        whole = _run(Asked(asked.page, None, asked.choices, asked.root), pages, (EVERY_TAB, "all"))
        run = whole
        unread = [name for name in unread if name not in whole.read]
    if unread:
        raise Problem(
            "unknown-parameter",
            f"The page “{asked.page}” does not ask for “{shown(unread[0])}” with these choices.",
            parameter=unread[0],
            nearest=nearest(unread[0], run.read),
            parameters=sorted(run.read),
        )
