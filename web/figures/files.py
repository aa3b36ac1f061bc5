"""A figure as JSON, CSV, Excel, SVG or PNG."""

from collections.abc import Callable
from typing import Any

from charts.picture.page import svg
from charts.picture.raster import png
from web.api.formats import written
from web.api.problems import Problem
from web.figures.pages import Figure

PICTURE_WIDTH = 1000
MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
}
# Shown where they stand; the others are saved.
SHOWN = {"json", "svg", "png"}


def made(kind: str, one: Figure) -> bytes:
    """Raises Problem for a picture of what is no drawing."""
    return _MADE[kind](one)


def _as_json(one: Figure) -> bytes:
    return written("json", one.rows, one.facts())


def _as_svg(one: Figure) -> bytes:
    return svg(_sheet(one), PICTURE_WIDTH, title=one.title, words=one.finding).encode()


def _as_png(one: Figure) -> bytes:
    return png(_as_svg(one).decode())


def _sheet(one: Figure) -> dict[str, Any]:
    sheet = one.sheet()
    if sheet is None:
        raise Problem(
            "no-drawing",
            f"“{one.title}” is words or a table, and no drawing: take it as json, csv or xlsx.",
            formats=["json", "csv", "xlsx"],
        )
    return sheet


_MADE: dict[str, Callable[[Figure], bytes]] = {
    "json": _as_json,
    "csv": lambda one: one.csv(),
    "xlsx": lambda one: one.xlsx(),
    "svg": _as_svg,
    "png": _as_png,
}
