"""The small map beside a council's name: true to its shapes, ringed where it is too small."""

import re
from urllib.parse import unquote

from charts.locator import FINE, HEIGHT, LEAST_ISLAND, locator_map
from charts.palette import PALETTE


def square(west: float, south: float, side: float) -> list[list[list[float]]]:
    east, north = west + side, south + side
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


NATION = {"type": "MultiPolygon", "coordinates": [square(-4, 50, 4), square(3, 53.9, 0.01)]}


def drawn(council) -> str:
    return unquote(locator_map(NATION, council, "Map: <here>"))


def test_a_council_stands_where_its_corners_are():
    """The northern half-degree square of a nation 4 degrees high."""
    own = re.search(rf'<path d="M(\d+) (\d+)l[^"]*" fill="{PALETTE.accent}"', drawn(
        {"type": "Polygon", "coordinates": square(-4, 52, 2)}
    ))  # fmt: skip
    assert own and (int(own[1]), int(own[2])) == (0, HEIGHT * FINE // 2)


def test_a_small_council_is_ringed_and_a_large_one_is_not():
    assert "<circle" in drawn({"type": "Polygon", "coordinates": square(-1, 51, 0.1)})
    assert "<circle" not in drawn({"type": "Polygon", "coordinates": square(-3, 51, 2)})


def test_islands_too_small_to_see_are_left_out_of_the_nation():
    country = re.search(r'<path d="([^"]*)"', drawn(NATION))
    assert country and country[1].count("M") == 1
    assert LEAST_ISLAND > 1


def test_it_has_its_words_as_text():
    assert 'alt="Map: &lt;here&gt;"' in locator_map(NATION, NATION, "Map: <here>")
