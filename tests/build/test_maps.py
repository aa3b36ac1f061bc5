"""Map files hold the areas of a layer and year; their address changes with their content."""

import json

import duckdb
import pytest

from data.build.contract import create_contract
from data.build.maps import write_maps

SQUARE = '{"type":"Polygon","coordinates":[[[0,0],[0,%s],[1,1],[1,0],[0,0]]]}'


def database(path, *, height=1):
    """A county of two districts, and a unitary council that replaced a third district in 2020."""
    con = duckdb.connect(path)
    create_contract(con)
    councils = [
        ("CTY", "county", "upper"),
        ("ONE", "district", "lower"),
        ("TWO", "district", "lower"),
        ("OLD", "district", "lower"),
        ("UNI", "unitary", "single"),
    ]
    for council, kind, tier in councils:
        con.execute(
            "INSERT INTO council BY NAME SELECT $1 AS council, $1 AS name, $1 AS official_name, "
            "[] AS other_names, $1 AS slug, [] AS gss_before, $2 AS class, $3 AS tier, "
            "'England' AS nation, false AS sparse",
            [council, kind, tier],
        )
    areas = [
        ("district", "ONE", None, None),
        ("district", "TWO", None, None),
        ("county", "CTY", None, None),
        ("district", "OLD", None, 2019),
        ("district", "UNI", 2020, None),
    ]
    for layer, council, first, last in areas:
        for vintage in ("current", "history"):
            if vintage == "history" or council != "OLD":
                years = (first, last) if vintage == "history" else (None, None)
                con.execute(
                    "INSERT INTO boundary VALUES ($1, $2, $2, $2, $3, $4, $5, $6)",
                    [layer, council, *years, vintage, SQUARE % height],
                )
    con.execute(
        "INSERT INTO boundary VALUES ('region', 'E12', NULL, 'North', NULL, NULL, 'current', $1)",
        [SQUARE % height],
    )
    con.close()
    return path


def found(entries, layer):
    return [(e["first_year"], e["last_year"], e["areas"]) for e in entries if e["layer"] == layer]


def names(folder, file):
    return [f["properties"]["name"] for f in json.loads((folder / file).read_text())["features"]]


@pytest.fixture
def maps(tmp_path):
    entries = write_maps(database(tmp_path / "c.duckdb"), tmp_path / "maps")
    return entries, tmp_path / "maps"


def test_each_run_of_years_with_the_same_councils_has_its_map(maps):
    entries, folder = maps
    assert found(entries, "district") == [(2020, None, 3), (2014, 2019, 3)]
    assert names(folder, "district.json") == ["ONE", "TWO", "UNI"]
    assert names(folder, "district-2014.json") == ["OLD", "ONE", "TWO"]


def test_upper_is_counties_and_single_tier_councils(maps):
    _, folder = maps
    assert names(folder, "upper.json") == ["CTY", "UNI"]
    assert names(folder, "upper-2014.json") == ["CTY"]


def test_a_feature_is_found_by_its_council_or_code(maps):
    feature = json.loads((maps[1] / "district.json").read_text())["features"][0]
    assert feature["id"] == feature["properties"]["council"] == "ONE"
    region = json.loads((maps[1] / "region.json").read_text())["features"][0]
    assert (region["id"], region["properties"]["council"]) == ("E12", None)


def test_the_manifest_lists_what_is_written(maps):
    entries, folder = maps
    assert json.loads((folder / "manifest.json").read_text()) == entries
    for entry in entries:
        assert (folder / entry["address"].split("?")[0]).stat().st_size == entry["bytes"]


def test_the_address_changes_with_the_content_and_only_then(maps, tmp_path):
    first = {e["layer"]: e["address"] for e in maps[0]}
    again = write_maps(tmp_path / "c.duckdb", tmp_path / "maps")
    assert {e["layer"]: e["address"] for e in again} == first
    other = write_maps(database(tmp_path / "d.duckdb", height=2), tmp_path / "maps")
    assert {e["layer"]: e["address"] for e in other}["district"] != first["district"]


def test_files_of_maps_that_are_no_more_are_removed(maps, tmp_path):
    (tmp_path / "maps/district-1999.json").write_text("{}")
    write_maps(tmp_path / "c.duckdb", tmp_path / "maps")
    assert not (tmp_path / "maps/district-1999.json").exists()
