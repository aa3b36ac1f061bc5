"""The map in layers: coloured like the other maps, values sent, and nothing from elsewhere."""

import json
import re

import polars as pl
import pytest

from charts.layered_map import draw
from charts.map_colours import colour_range
from charts.palette import PALETTE
from tests.charts.conftest import HOSTILE

URL = "/app/static/maps/district.json"
WIDER = {"Regions": "/app/static/maps/region.json", "Counties": "/app/static/maps/county.json"}
HELD = re.compile(r"held = (.*), looks = (.*);")


@pytest.fixture
def councils(nation):
    return nation.with_columns(slug=pl.col("name").str.to_lowercase().str.replace(" ", "-"))


def mapped(frame, **changes):
    shown = {"title": "A measure", "geojson_url": URL, "wider": WIDER, "unit": "£ per head"}
    where = {"decimals": 0, "centre": {"lat": 52.9, "lon": -1.7}, "zoom": 5.0}
    return draw(frame, **shown | where | changes)


def layers(html):
    """What each layer holds and its looks, in the order of the document."""
    return [(json.loads(held), json.loads(looks)) for held, looks in HELD.findall(html)]


def test_nothing_is_fetched_but_shapes_and_leaflet(councils):
    html = mapped(councils)
    assert not re.search(r"https?://|//cdn|jquery|bootstrap", html, re.IGNORECASE)
    fetched = re.findall(r'(?:src|href|from) ?= ?"(/[^"]*)"', html)
    assert {one.split("?")[0] for one in fetched} == {
        URL, *WIDER.values(),
        "/app/static/vendor/leaflet/leaflet.js", "/app/static/vendor/leaflet/leaflet.css",
    }  # fmt: skip


def test_the_same_figures_give_the_same_document(councils):
    assert mapped(councils, peers=["C01"]) == mapped(councils, peers=["C01"])


@pytest.mark.parametrize("scale", ["continuous", "quantile"])
def test_colours_are_those_of_the_other_maps(councils, scale):
    held, looks = layers(mapped(councils, scale=scale))[0]
    colours = colour_range(councils.rows(named=True), scale)
    shades = colours.shades(PALETTE)
    assert held.keys() == set(councils["council"])
    for key, value in councils.select("council", "value").iter_rows():
        look = looks[held[key][0]]
        if value is None:
            assert look["fillColor"] == PALETTE.missing and look["dashArray"]
        else:
            assert look["fillColor"] == shades[colours.step(value)]
    assert "£107" in held["C07"][1] and "council?council=council-7" in held["C07"][2]


def test_a_reader_can_switch_every_layer(councils):
    html = mapped(councils, highlighted="C03", peers=["C01", "C02", "NOT"])
    (switches,) = re.findall(r"overlays :  {(.*?)},", html, re.DOTALL)
    assert re.findall(r'"(.*?)" :', switches)[1:] == ["Regions", "Counties", "Peers", "Council 3"]
    *_, peers, found = (held for held, _ in layers(html))
    assert (peers, found) == ({"C01": [0], "C02": [0]}, {"C03": [0]})


def test_a_hostile_name_is_shown_not_obeyed(councils):
    frame = councils.with_columns(name=pl.lit(HOSTILE), slug=pl.lit('x"><script>'))
    html = mapped(frame, title=HOSTILE, highlighted="C03")
    assert "alert" in html
    assert not re.search(r"<script>alert|<b>Bold|<a href=.?.x|\u202e|\\u202e", html)
    (words, link) = layers(html)[0][0]["C03"][1:]
    assert "<script" not in words + link and '<a href="x' not in words + link


def test_no_rows_no_map(councils):
    assert mapped(councils.clear()) is None
