"""A figure as JSON, CSV, Excel, SVG or PNG."""

from collections.abc import Callable, Mapping

from charts.picture.page import svg
from charts.picture.raster import png
from charts.picture.table import table_svg
from charts.wording import joined
from web.api.formats import written
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
    return _MADE[kind](one)


def _as_json(one: Figure) -> bytes:
    return written("json", one.rows, one.facts())


def _as_svg(one: Figure) -> bytes:
    sheet = one.sheet()
    if sheet is None:
        return _as_table(one).encode()
    return svg(sheet, PICTURE_WIDTH, title=one.title, words=one.finding).encode()


def _as_table(one: Figure) -> str:
    """What is words or a table on its page is drawn as one."""
    facts = one.facts()
    of_what = f"{facts.get('unit')}, {facts.get('period')}"
    notes = [f"{of_what[:1].upper()}{of_what[1:]}. Source: {source_words(facts)}."]
    caveats = facts.get("caveats")
    notes += [str(line) for line in caveats] if isinstance(caveats, (list, tuple)) else []
    notes.append(str(facts.get("citation") or f"Edition {facts.get('edition')}"))
    return table_svg(
        one.table, title=one.title, finding=one.finding, notes=notes, width=PICTURE_WIDTH
    )


def _as_png(one: Figure) -> bytes:
    return png(_as_svg(one).decode())


def source_words(facts: Mapping[str, object]) -> str:
    """The titles of the sources of a figure's facts, in a sentence."""
    held = facts.get("sources")
    titles = (
        [str(s["title"]) for s in held if isinstance(s, dict)] if isinstance(held, list) else []
    )
    return joined(titles) if titles else "none"


_MADE: dict[str, Callable[[Figure], bytes]] = {
    "json": _as_json,
    "csv": lambda one: one.csv(),
    "xlsx": lambda one: one.xlsx(),
    "svg": _as_svg,
    "png": _as_png,
}
