"""What goes wrong, as RFC 9457 says it: a type to look up, a title, a sentence, what would do."""

import json
from collections.abc import Mapping

from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
# Kind -> HTTP status and title. The documentation page tells them by these keys.
KINDS: dict[str, tuple[int, str]] = {
    "unknown-parameter": (400, "Unknown parameter"),
    "missing-parameter": (400, "A parameter is missing"),
    "bad-value": (400, "A value that cannot be read"),
    "unknown-value": (400, "A value that names nothing here"),
    "too-many-rows": (400, "More rows than one answer holds"),
    "too-wide": (400, "A search that would look at too many payments"),
    "unknown-council": (404, "Unknown council"),
    "unknown-supplier": (404, "Unknown supplier"),
    "not-found": (404, "No such address"),
    "unknown-edition": (404, "An edition that is not here"),
    "edition-too-old": (410, "An edition that can be taken, and no longer asked"),
    "unknown-figure": (404, "A figure that is not on that page"),
    "method-not-allowed": (405, "Reading only"),
    "not-acceptable": (406, "No such format"),
    "too-long": (414, "The address is too long"),
    "too-many-requests": (429, "Too many requests"),
    "failed": (500, "Something failed here"),
    "busy": (503, "Too much is asked at once"),
    "no-edition": (503, "There is no edition to read"),
}


class Problem(Exception):
    """`kind` is one of KINDS, `said` the sentence; `more` are members beside them."""

    def __init__(
        self, kind: str, said: str, headers: Mapping[str, str] | None = None, **more: object
    ) -> None:
        super().__init__(said)
        self.kind, self.said, self.more = kind, said, more
        self.status, self.title = KINDS[kind]
        self.headers = dict(headers or {})


def problem_response(one: Problem, docs: str = "docs") -> Response:
    """Its type is an address relative to the request: the place on the documentation page."""
    told = {
        "type": f"{docs}#{one.kind}",
        "title": one.title,
        "status": one.status,
        "detail": one.said,
        **one.more,
    }
    headers = {"Cache-Control": "no-store", **one.headers}
    return Response(json.dumps(told, ensure_ascii=False), one.status, headers, MEDIA_TYPE)
