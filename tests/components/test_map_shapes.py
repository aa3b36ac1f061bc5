"""A map is fetched from the address of its layer and year, which carries its version."""

import json
import os

import pytest

from components.map_shapes import shapes

MANIFEST = [
    {"layer": "district", "first_year": 2023, "last_year": None, "address": "district.json?v=a"},
    {"layer": "county", "first_year": None, "last_year": None, "address": "county.json?v=b"},
    {
        "layer": "district",
        "first_year": 2014,
        "last_year": 2018,
        "address": "district-2014.json?v=c",
    },
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST))
    return tmp_path


@pytest.mark.parametrize(
    ("layer", "year", "address"),
    [
        ("district", None, "district.json?v=a"),
        ("district", 2024, "district.json?v=a"),
        ("district", 2016, "district-2014.json?v=c"),
        ("district", 2001, "district.json?v=a"),
        ("county", 2016, "county.json?v=b"),
    ],
)
def test_the_layer_of_the_year(folder, layer, year, address):
    assert shapes(layer, year, folder=folder) == f"/app/static/maps/{address}"


def test_a_new_edition_is_seen_without_a_restart(folder):
    shapes("district", folder=folder)
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace("?v=a", "?v=z"))
    os.utime(manifest, ns=(1, 1))
    assert shapes("district", folder=folder).endswith("?v=z")


def test_without_a_manifest_the_plain_address(tmp_path):
    assert shapes("district", folder=tmp_path) == "/app/static/maps/district.json"
