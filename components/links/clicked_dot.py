"""A dot that is clicked leads to its council's page."""

import polars as pl
import streamlit as st

PAGE = "pages/council.py"
HINT = "Click a dot to open that council’s page."


def follow(event: object, frame: pl.DataFrame) -> None:
    """Leave for the page of the council whose dot was clicked; say that one can be."""
    if isinstance(event, dict):
        st.caption(HINT)
    slug = dict(frame.select("council", "slug").iter_rows()).get(clicked(event))
    if slug:
        st.switch_page(PAGE, query_params={"council": slug})


def clicked(event: object) -> str | None:
    """The council key that a figure's selection carries."""
    # Where nothing could be drawn, what stands in its place has no selection.
    points = event.get("selection", {}).get("points") if isinstance(event, dict) else None
    key = points[0].get("customdata") if points else None
    return key[0] if isinstance(key, list) and key else key
