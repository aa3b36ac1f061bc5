"""A dot that is clicked leads to its council's page."""

import polars as pl
import streamlit as st

PAGE = "pages/council.py"
# Of an area of a map, and of a mark of any other figure.
KEYS = ("location", "customdata")
HINT = "Click a dot to open that council’s page."


def follow(event: object, frame: pl.DataFrame) -> None:
    """Leave for the page of the council whose dot was clicked; say that one can be."""
    if isinstance(event, dict):
        st.caption(HINT)
    slug = dict(frame.select("council", "slug").iter_rows()).get(clicked(event))
    if slug:
        st.switch_page(PAGE, query_params={"council": slug})


def clicked(event: object, *names: str) -> str | None:
    """The key that a figure's selection carries: a council's, or what stands under `names`.

    A page's socket takes anything in a selection's place; what no figure sends carries none.
    """
    # Where nothing could be drawn, what stands in its place has no selection.
    found = event
    for part in ("selection", "points"):
        found = found.get(part) if isinstance(found, dict) else None
    point = found[0] if isinstance(found, list) and found else None
    if not isinstance(point, dict):
        return None
    keys = [point.get(name) for name in names or KEYS]
    keys = [key[0] if isinstance(key, list) and key else key for key in keys]
    return next((key for key in keys if isinstance(key, str) and key), None)
