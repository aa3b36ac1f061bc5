"""Names from published files, made safe to stand in a figure.

Plotly reads a little HTML in every label and hover text, so a supplier called `<b>` would change
the figure and one called `<a href=...>` would plant a link. Marks that turn the direction of
writing would let a name rewrite the figure beside it.
"""

import re
import textwrap
from html import escape

_TURNS_OR_CONTROLS = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)


def inert(text: object) -> str:
    """`text` as it reads, with markup shown rather than obeyed."""
    return escape(plain(text), quote=False)


def wrapped(text: object, width: int = 44) -> str:
    """`inert` text broken into lines of at most `width` characters, for narrow screens."""
    one = plain(text)
    lines = textwrap.wrap(one, width) if len(one) > width else [one]
    return "<br>".join(escape(line, quote=False) for line in lines)


def plain(text: object) -> str:
    """`text` on one line, without marks that turn the direction of writing or control it."""
    return " ".join(_TURNS_OR_CONTROLS.sub("", str(text)).split())
