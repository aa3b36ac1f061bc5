"""A map coloured by fifths: as many councils in each, none set by the smallest places."""

import polars as pl
import pytest

from charts.map_colours import colour_key, colour_range
from charts.national_map import draw, draw_hexagons
from charts.palette import PALETTE, contrast

URL = "/app/static/maps/district.json"
SHOWN = {"unit": "£ per head", "scale": "quantile"}


def test_each_step_holds_a_fifth_of_the_councils(nation):
    areas = draw(nation, geojson_url=URL, **SHOWN).data[0]
    placed = dict(zip(areas.locations, areas.z, strict=True))
    by_step = [sum(1 for c, z in placed.items() if c != "LND" and z == n + 0.5) for n in range(5)]
    assert by_step == [10] * 5
    assert (areas.zmin, areas.zmax) == (0, 5)
    assert placed["C00"] < placed["C49"] == placed["LND"]


def test_sparse_councils_set_no_cut(nation):
    rows = nation.with_columns(note=pl.lit(None, pl.String)).rows(named=True)
    without = [row for row in rows if row["council"] != "LND"]
    assert colour_range(rows, "quantile") == colour_range(without, "quantile")


def test_the_scale_is_a_continuous_one_that_jumps(nation):
    areas = draw(nation, geojson_url=URL, **SHOWN).data[0]
    assert len([t for t in draw(nation, geojson_url=URL, **SHOWN).data if t.showscale is None]) == 1
    stops = [stop for stop, _ in areas.colorscale]
    assert stops == pytest.approx([0, 0.2, 0.2, 0.4, 0.4, 0.6, 0.6, 0.8, 0.8, 1])
    tints = list(dict.fromkeys(colour for _, colour in areas.colorscale))
    against_white = [contrast(tint, "#ffffff") for tint in tints]
    assert len(tints) == 5
    assert against_white == sorted(against_white)


def test_the_key_names_the_values_at_which_colours_change(nation):
    rows = [{"value": float(v), "sparse": False} for v in range(101)]
    key = colour_key(colour_range(rows, "quantile"), "%", 0, PALETTE)
    assert key["ticktext"] == ["20%", "40%", "60%", "80%"]
    assert key["tickvals"] == [1, 2, 3, 4]


def test_hexagons_are_filled_in_the_same_five_colours(nation):
    figure = draw_hexagons(nation, **SHOWN)
    filled = [t for t in figure.data if t.fill == "toself" and not t.fillpattern.shape]
    assert len(filled) == 5
    assert sum(list(trace.x).count(None) for trace in filled) == 51


@pytest.mark.parametrize("values", [[5.0, 5.0, 5.0], [5.0], [None], []])
def test_equal_or_no_values_are_one_step(values):
    colours = colour_range([{"value": v, "sparse": False} for v in values], "quantile")
    assert (colours.low, colours.high, colours.cuts) == (0, 1, ())
    assert len(colours.colours(PALETTE)) == 2
    if values and values[0]:
        assert colours.low < colours.place(values[0]) < colours.high


def test_the_continuous_scale_stays_as_it_was(nation):
    areas = draw(nation, geojson_url=URL, unit="£ per head").data[0]
    assert list(areas.z)[:3] == [100.0, 101.0, 102.0]
    assert areas.zmin == pytest.approx(100.98)
