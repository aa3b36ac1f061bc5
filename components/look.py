"""The installation's colours as the palette of the figures, for light screens and for dark ones."""

from dataclasses import asdict, replace
from functools import cache

import streamlit as st

from charts.palette import DARK, PALETTE, Palette
from components.branding import brand


def palette() -> Palette:
    """That of the reader's screen; the light one for files and for whoever asks by program."""
    return _of("dark" if st.context.theme.type == "dark" else "light")


@cache
def _of(screen: str) -> Palette:
    fixed, own = (DARK, brand().dark) if screen == "dark" else (PALETTE, brand().colours)
    # The support marks what is open and has the focus: no figure has any.
    return replace(fixed, **{name: c for name, c in asdict(own).items() if name != "support"})
