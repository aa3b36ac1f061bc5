"""Under each figure: its files, its address for programs, the code that shows it elsewhere."""

from html import escape
from math import ceil
from typing import Any

import streamlit as st

from components.figure.citation import OF_A_TAB, in_address, view_address
from components.run_record import record
from components.tabs import EVERY

HOME = "home"
PICTURES = {"png": "PNG", "svg": "SVG"}
ROWS = {"csv": "CSV", "xlsx": "Excel"}
# Title, finding, source and the closed table of an embedded figure, beside the drawing.
AROUND_PX, NO_DRAWING_PX = 250, 320
EMBED = """<iframe src="{address}" title="{title}" width="100%" height="{height}"
  style="border:0" loading="lazy"></iframe>
<script src="{root}app/static/look/embed-host.js" async></script>"""
COPY = '<button type="button" data-copies="pre">Copy</button>'


def take(key: str, title: str, picture: Any) -> None:
    """`picture` is the plotly figure, or None where there is none to take."""
    page, root = _where()
    query = _query()
    kinds = (PICTURES if picture is not None else {}) | ROWS
    # Relative: they hold under a path of a proxy's choosing.
    links = [_link(f"figure/{page}/{key}.{kind}{query}", kinds[kind], title) for kind in kinds]
    code = EMBED.format(
        address=escape(f"{root}embed/{page}/{key}{query}"),
        title=escape(title),
        height=_height(picture),
        root=escape(root),
    )
    address = f"{root}figure/{page}/{key}.json{query}"
    st.html(
        f'<div class="take"><span>Take it away: {" ".join(links)}</span>'
        f"<details><summary>Embed it, or ask for it by program</summary>"
        f"<p>On a page of yours:</p><pre>{escape(code)}</pre>{COPY}"
        f'<p>Its data at an address that stays: <a href="figure/{page}/{key}.json'
        f'{escape(query)}">{escape(address)}</a>. The endings csv, xlsx'
        f"{', png and svg' if picture is not None else ''} work too.</p></details></div>"
    )


def _link(address: str, words: str, title: str) -> str:
    return (
        f'<a href="{escape(address)}" download>{words}'
        f'<span class="unseen"> of {escape(title)}</span></a>'
    )


def _where() -> tuple[str, str]:
    """The page as it stands in addresses, and the app's own address."""
    address = view_address().split("?")[0]
    root, _, page = address.rpartition("/")
    return page or HOME, f"{root}/" if root else ""


def _query() -> str:
    """What of the address the page has read before it came to this figure."""
    choices = {
        name: st.query_params[name]
        for name in sorted(st.query_params)
        if name in record().read and name != EVERY and not name.startswith(OF_A_TAB)
    }
    query = in_address(choices)
    return f"?{query}" if query else ""


def _height(picture: Any) -> int:
    if picture is None:
        return NO_DRAWING_PX
    return ceil(picture.layout.height or NO_DRAWING_PX) + AROUND_PX
