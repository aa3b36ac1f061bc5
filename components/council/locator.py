"""Where the council lies: its own boundaries within its nation, beside its name."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from charts.locator import locator_map
from charts.palette import Palette
from components.look import palette
from components.map_shapes import shape_file

# A council is in one of these; those of before the last changes are in the older files.
LAYERS = ("district", "upper", "county")
YEARS = (None, 2022, 2020, 2019, 2018)


def where_it_lies(about: dict[str, Any]) -> None:
    """Nothing where no boundaries are laid out, or none is known for this council."""
    made = _drawn(about["council"], about["name"], about["nation"], palette())
    if made:
        st.html(f'<div class="where">{made}</div>')


@lru_cache(maxsize=1000)
def _drawn(council: str, name: str, nation: str, colours: Palette) -> str:
    country = _shape("nation", None, "name", nation)
    for year in YEARS:
        for layer in LAYERS:
            own = _shape(layer, year, "council", council) if country else None
            if own:
                return locator_map(country, own, f"Map: where {name} lies in {nation}", colours)
    return ""


def _shape(layer: str, year: int | None, name: str, value: str) -> dict[str, Any] | None:
    file = shape_file(layer, year)
    return _shapes(file, name).get(value) if file else None


@lru_cache(maxsize=4)
def _shapes(file: Path, name: str) -> dict[str, dict[str, Any]]:
    features = json.loads(file.read_text("utf-8"))["features"]
    return {one["properties"][name]: one["geometry"] for one in features if one["geometry"]}
