"""Area files are read as valid polygons with clockwise rings, whatever they were published as."""

import gzip
import json

import pytest
import shapely

from data.build.readers.geometry import of_areas
from data.build.records import Reading

# Anticlockwise, as the GeoJSON standard has it; map libraries want the other way round.
SQUARE = [[0, 51], [1, 51], [1, 52], [0, 52], [0, 51]]
# Two squares that meet in a point, and a square with a line to nowhere.
TOUCHING = [[0, 50], [1, 50], [1, 51], [2, 51], [2, 52], [1, 52], [1, 51], [0, 51], [0, 50]]
SPIKED = [[0, 50], [1, 50], [1, 50.5], [3, 50.5], [1, 50.5], [1, 51], [0, 51], [0, 50]]


def published(path, **rings):
    features = [
        {
            "type": "Feature",
            "properties": {"areacd": code, "start": None if code == "E1" else 2019.0},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for code, ring in rings.items()
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text)
    return path


def areas(path):
    columns = {"code": "areacd", "first_year": "start"}
    reading = Reading(name="x", reader="geometry", columns=columns, constants={"layer": "district"})
    return of_areas(path, reading)


@pytest.mark.parametrize("name", ["a.geojson", "a.geojson.gz"])
def test_properties_are_text_and_missing_ones_stay_missing(tmp_path, name):
    frame = areas(published(tmp_path / name, E1=SQUARE, E2=SQUARE))
    assert frame.drop("geojson").rows() == [
        (1, "E1", None, "district"),
        (2, "E2", "2019.0", "district"),
    ]


@pytest.mark.parametrize("ring", [SQUARE, SQUARE[::-1]])
def test_outer_rings_run_clockwise(tmp_path, ring):
    text = areas(published(tmp_path / "a.geojson", E1=ring))["geojson"][0]
    assert not shapely.from_geojson(text).exterior.is_ccw


@pytest.mark.parametrize(("ring", "area"), [(TOUCHING, 2), (SPIKED, 1)])
def test_a_shape_that_touches_itself_becomes_polygons_alone(tmp_path, ring, area):
    shape = shapely.from_geojson(areas(published(tmp_path / "a.geojson", E1=ring))["geojson"][0])
    assert shape.is_valid
    assert shape.geom_type in {"Polygon", "MultiPolygon"}
    assert shape.area == pytest.approx(area)


def test_coordinates_are_kept_to_about_ten_metres(tmp_path):
    ring = [[x + 0.000_04, y + 0.000_04] for x, y in SQUARE]
    text = areas(published(tmp_path / "a.geojson", E1=ring))["geojson"][0]
    assert shapely.from_geojson(text).bounds == (0, 51, 1, 52)
