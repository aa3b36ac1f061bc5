"""SVG -> PNG by typst, which draws SVG by itself and needs no browser."""

import re
from functools import cache
from pathlib import Path

import typst

# The letters of the pages, where the machine has no others.
FONTS = Path(__file__).parents[2] / "static" / "fonts"
SHARPNESS = 2  # pixels of the file for one of the drawing
POINTS_AN_INCH = 72
SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')
PAGE = """#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#image(bytes(sys.inputs.drawing), format: "svg", width: 100%)
"""


@cache
def _fonts() -> typst.Fonts:
    """Looked for once: it takes as long as a drawing."""
    return typst.Fonts(font_paths=[FONTS])


def png(svg: str, sharpness: int = SHARPNESS) -> bytes:
    """`sharpness` times as many pixels as points. Raises ValueError for what is no drawing."""
    size = SIZE.search(svg)
    if size is None:
        raise ValueError("An SVG begins with its width and height")
    page = PAGE.format(width=size[1], height=size[2])
    made = typst.compile(
        page.encode(),
        format="png",
        font_paths=_fonts(),
        ppi=float(sharpness * POINTS_AN_INCH),
        sys_inputs={"drawing": svg},
    )
    if not isinstance(made, bytes):
        raise ValueError("A drawing is one sheet")
    return made
