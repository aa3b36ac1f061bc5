"""The installation's colours as the palette of the figures."""

from functools import cache

from charts.palette import Palette
from components.branding import brand


@cache
def palette() -> Palette:
    colours = brand().colours
    return Palette(
        accent=colours.accent, text=colours.text, ground=colours.ground, panel=colours.panel
    )
