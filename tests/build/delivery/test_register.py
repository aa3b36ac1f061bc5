"""Homes by sector and area: like types, every home once, an area without homes has none."""

import pytest

from data.build.tables import TableError
from tests.build.delivery.small_world import header, make, shares, write

DAY = "delivery/ofsted_providers/provider_at_march_{}.csv.gz"
ABOVE = [["title"], [""], [""]]
HOMES = [
    ["1", "Children's home", "Leeds", "Private", "4"],
    ["2", "Children's Home", "Leeds", "Private", "2"],
    ["3", "Secure children's home", "Leeds", "Local Authority", "10"],
    [
        "4",
        "Residential special school (registered as a children's home)",
        "Leeds",
        "Voluntary",
        "4",
    ],
    ["5", "Independent Fostering Agency", "Leeds", "Voluntary", ""],
    ["6", "Boarding School", "Leeds", "Academy", "300"],
    ["", "", "", "", ""],
]
LATER = [
    *HOMES[:4],
    ["7", "Supported Accommodation", "Leeds", "Private", "30"],
    ["8", "Supported Accommodation", "Glasgow City", "Private", "30"],
]


def world_of(folder, *rows):
    files = write(folder, DAY.format(2023), [*ABOVE, header("2023"), *HOMES, *rows])
    files |= write(folder, DAY.format(2025), [*ABOVE, header("2025"), *LATER])
    return make(files, "delivery.childrens_register")


def test_homes_and_places_by_sector(tmp_path):
    world = world_of(tmp_path)
    homes = shares(world, "LDS", "2023-03-31", "childrens_homes")
    assert {m: (v, s) for m, (v, s, _, _) in homes.items()} == {
        "private": (2, 50),
        "own": (1, 25),
        "voluntary": (1, 25),
    }
    places = shares(world, "LDS", "2023-03-31", "childrens_home_places")
    assert {m: (v, s) for m, (v, s, _, _) in places.items()} == {
        "private": (6, 30),
        "own": (10, 50),
        "voluntary": (4, 20),
    }


def test_supported_accommodation_is_never_counted_with_homes(tmp_path):
    world = world_of(tmp_path)
    before = shares(world, "LDS", "2023-03-31", "childrens_homes")
    assert shares(world, "LDS", "2025-03-31", "childrens_homes") == before
    assert shares(world, "LDS", "2025-03-31", "supported_accommodation")["private"][0] == 1
    assert shares(world, "LDS", "2023-03-31", "supported_accommodation") == {}


def test_an_area_without_a_home_has_none_and_no_share(tmp_path):
    found = shares(world_of(tmp_path), "BST", "2023-03-31", "childrens_homes")
    assert [v for v, _, _, _ in found.values()] == [0, 0, 0]
    assert all(s is None and "None in the area" in note for _, s, _, note in found.values())


def test_a_district_has_no_rows(tmp_path):
    assert shares(world_of(tmp_path), "ADU", "2023-03-31", "childrens_homes") == {}


def test_a_provider_outside_england_is_in_no_figure(tmp_path):
    assert shares(world_of(tmp_path), "GLG", "2025-03-31", "supported_accommodation") == {}


def test_a_home_without_places_takes_the_shares_of_places_away(tmp_path):
    world = world_of(tmp_path, ["9", "Children's home", "Leeds", "Private", ""])
    found = shares(world, "LDS", "2023-03-31", "childrens_home_places")
    assert {(v, s, status) for v, s, status, _ in found.values()} == {(None, None, "not_submitted")}


def test_a_sector_that_the_codebook_lacks_stops_the_build(tmp_path):
    with pytest.raises(TableError):
        world_of(tmp_path, ["9", "Children's home", "Leeds", "Moon authority", "1"])
