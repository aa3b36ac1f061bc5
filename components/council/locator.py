"""Where the council lies: its own boundaries within its nation, beside its name."""

import json
from functools import lru_cache
from typing import Any

import streamlit as st

from charts.locator import locator_map
from charts.palette import Palette
from components.answers import answer
from components.look import palette
from queries import edition_key


def where_it_lies(about: dict[str, Any]) -> None:
    """Nothing where the edition has no boundaries of this council."""
    made = _drawn(edition_key(), about["council"], about["name"], about["nation"], palette())
    if made:
        st.html(f'<div class="where">{made}</div>')


@lru_cache(maxsize=1000)
def _drawn(_edition: object, council: str, name: str, nation: str, colours: Palette) -> str:
    for row in answer("council/boundary", council=council).frame.iter_rows():
        own, country = map(json.loads, row)
        return locator_map(country, own, f"Map: where {name} lies in {nation}", colours)
    return ""
