"""Every council lies somewhere: its own boundaries, and its nation's round them."""

import json

import polars as pl
import pytest

import queries
from queries import ask

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


def test_only_those_that_ended_in_northern_ireland_in_2015_have_none():
    names = ask("council/names").filter(pl.col("class") != "other")
    without = [
        row["name"]
        for row in names.iter_rows(named=True)
        if ask("council/boundary", council=row["council"]).is_empty()
    ]
    gone = names.filter(nation="Northern Ireland").filter(pl.col("ends").is_not_null())
    assert without and set(without) == set(gone["name"])


@pytest.mark.parametrize("council", ["LDS", "CRA", "IOS"])
def test_it_lies_within_its_nation(council):
    own, country = map(json.loads, ask("council/boundary", council=council).row(0))
    assert own != country
    west, south, east, north = _box(own)
    around = _box(country)
    near = 0.01  # Degrees: both shapes are simplified.
    assert around[0] - near <= west < east <= around[2] + near
    assert around[1] - near <= south < north <= around[3] + near


def _box(shape: dict) -> tuple[float, float, float, float]:
    whole = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    points = [point for polygon in whole for point in polygon[0]]
    easts, norths = zip(*points, strict=True)
    return min(easts), min(norths), max(easts), max(norths)
