"""The drawings of a brief: its charts and the QR code, as SVG or, for Word, as PNG."""

from functools import lru_cache
from io import BytesIO

from brief.document import Chart, Lines
from charts.brief_charts import bars_svg, lines_svg
from charts.picture.raster import png

SHARPNESS = 4


@lru_cache(maxsize=200)
def sharp_png(svg: str) -> bytes:
    """For print: four pixels for each point."""
    return png(svg, SHARPNESS)


def qr_svg(address: str) -> str:
    import segno

    made = BytesIO()
    segno.make(address, error="m").save(made, kind="svg", border=1, xmldecl=False, svgns=True)
    return made.getvalue().decode()


def chart_svg(one: Chart) -> str:
    if isinstance(one, Lines):
        return lines_svg(
            one.periods, [(line.name, line.values) for line in one.lines], one.band, money=one.money
        )
    return bars_svg(one.names, one.values, one.words)
