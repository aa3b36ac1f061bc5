"""How dry recycling is collected: each council in its one way, and no way that nobody knows."""

import pytest

from data.build.tables import TableError
from tests.build.delivery.small_world import make, shares, write, wrong_rows

PATH = "delivery/waste/dry_recycling_collection_system_2021-22_309_districts_transcribed.csv.gz"
HEADER = [
    "financial_year",
    "lad21cd",
    "collection_system",
    "household_waste_tonnes_as_printed",
    "household_recycled_tonnes_as_printed",
]


def world_of(folder, system="Two stream"):
    database_files = write(folder, PATH, [HEADER, ["2021-22", "E08000035", system, 300, 100]])
    return make(database_files, "delivery.recycling")


def test_a_council_has_one_way_and_none_of_the_others(tmp_path):
    world = world_of(tmp_path)
    assert shares(world, "LDS", "2021-22", "dry_recycling_collection") == {
        "co_mingled": [0, 0, "derived", None],
        "two_stream": [1, 100, "derived", None],
        "multi_stream": [0, 0, "derived", None],
    }
    assert wrong_rows(world, "delivery_shares_add_up") == 0


def test_a_word_that_the_codebook_lacks_stops_the_build(tmp_path):
    with pytest.raises(TableError):
        world_of(tmp_path, "Sacks")
