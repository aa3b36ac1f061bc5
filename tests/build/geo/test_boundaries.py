"""Shapes are valid, fit each other without gaps or overlaps, and run clockwise."""

import json

import pytest
import shapely

LAYERS = {
    "district": 361,
    "county": 21,
    "combined_authority": 15,
    "region": 12,
    "nation": 4,
}


def shapes(ask, layer, vintage="current"):
    sql = "SELECT code, geojson FROM boundary WHERE layer = $1 AND vintage = $2 ORDER BY code"
    return {code: shapely.from_geojson(text) for code, text in ask(sql, layer, vintage)}


@pytest.mark.parametrize(("layer", "count"), LAYERS.items())
def test_every_area_of_today_is_there_and_valid(ask, layer, count):
    found = shapes(ask, layer)
    assert len(found) == count
    assert [code for code, shape in found.items() if not shape.is_valid or shape.is_empty] == []


def test_every_shape_of_the_past_is_valid(ask):
    found = shapes(ask, "district", "history") | shapes(ask, "county", "history")
    assert len(found) == 436
    kinds = {shape.geom_type for shape in found.values()}
    assert kinds <= {"Polygon", "MultiPolygon"}
    assert [code for code, shape in found.items() if not shape.is_valid or shape.is_empty] == []


def test_districts_do_not_overlap(ask):
    found = list(shapes(ask, "district").values())
    left, right = shapely.STRtree(found).query(found, predicate="intersects")
    pairs = [(found[a], found[b]) for a, b in zip(left, right, strict=True) if a < b]
    assert len(pairs) > 700
    assert max(shapely.intersection(a, b).area for a, b in pairs) < 1e-7


@pytest.mark.parametrize("layer", ["region", "nation"])
def test_wider_areas_cover_exactly_what_districts_do(ask, layer):
    whole = shapely.union_all(list(shapes(ask, "district").values()))
    wider = shapely.union_all(list(shapes(ask, layer).values()))
    assert shapely.symmetric_difference(whole, wider).area < 1e-3 * whole.area


def test_a_county_is_the_union_of_its_districts(ask):
    counties = shapes(ask, "county")
    districts = shapes(ask, "district")
    rows = ask(
        "SELECT county.gss, list(d.gss) FROM council d JOIN council county "
        "ON county.council = d.county WHERE d.ends IS NULL AND county.ends IS NULL GROUP BY 1"
    )
    assert len(rows) == 21
    for county, codes in rows:
        union = shapely.union_all([districts[code] for code in codes])
        gap = shapely.symmetric_difference(union, counties[county]).area
        assert gap < 1e-3 * union.area, county


def test_outer_rings_run_clockwise(ask):
    for text, code in ask("SELECT geojson, code FROM boundary"):
        shape = json.loads(text)
        polygons = shape["coordinates"]
        if shape["type"] == "Polygon":
            polygons = [polygons]
        for outer, *holes in polygons:
            assert not shapely.is_ccw(shapely.linearrings(outer)), code
            assert all(shapely.is_ccw(shapely.linearrings(hole)) for hole in holes), code


def test_coordinates_are_degrees_of_the_united_kingdom(ask):
    for shape in shapes(ask, "nation").values():
        west, south, east, north = shape.bounds
        assert -9 < west < east < 2 and 49.8 < south < north < 61


@pytest.mark.parametrize(
    ("year", "count"),
    [(2014, 391), (2018, 391), (2019, 382), (2020, 379), (2021, 374), (2022, 374), (2023, 361)],
)
def test_the_dated_map_has_the_councils_of_the_year(ask, year, count):
    sql = (
        "SELECT count(DISTINCT council) FROM boundary WHERE vintage = 'history' "
        "AND layer = 'district' AND coalesce(valid_from <= $1, true) "
        "AND coalesce(valid_to >= $1, true)"
    )
    assert ask(sql, year) == [(count,)]


def test_names_are_the_registers(ask):
    sql = "SELECT DISTINCT name FROM boundary WHERE code = 'E07000083'"
    assert ask(sql) == [("Tewkesbury",)]
    assert ask("SELECT count(*) FROM boundary WHERE name LIKE '%orth Gloucestershire'") == [(0,)]
