"""The national map and its hexagons: values sent, not shapes; missing kept apart."""

import polars as pl
import pytest

from charts.hexagons import NO_FIGURE_KEY, centre
from charts.map_colours import colour_range
from charts.national_map import alt, draw, draw_hexagons
from tests.charts.conftest import HOSTILE, traces_named, words_of

URL = "/app/static/maps/district.json"
SHOWN = {"unit": "£ per head"}


def mapped(frame, **changes):
    return draw(frame, geojson_url=URL, **SHOWN | changes)


def test_shapes_are_named_by_address_and_values_by_council(nation):
    areas = mapped(nation).data[0]
    assert areas.geojson == URL
    assert areas.featureidkey == "properties.council"
    assert list(areas.locations) == list(areas.customdata)
    assert dict(zip(areas.locations, areas.z, strict=True))["C07"] == 107.0


def test_nothing_but_the_shapes_is_fetched(nation):
    figure = mapped(nation)
    # The one named style that asks for no tiles, glyphs or sprites.
    assert figure.layout.map.style == "white-bg"
    assert "http" not in figure.to_json()


def test_the_scale_is_clipped_and_sparse_councils_do_not_set_it(nation):
    areas = mapped(nation).data[0]
    assert areas.zmin == pytest.approx(100.98)
    assert areas.zmax == pytest.approx(148.02)
    assert 9000.0 in areas.z
    assert areas.colorbar.ticktext[-1] == "≥ £148"


def test_a_missing_figure_is_an_area_of_its_own_with_its_reason(nation):
    (missing,) = traces_named(mapped(nation), NO_FIGURE_KEY)
    assert list(missing.locations) == list(missing.customdata) == ["BFS"]
    assert "Not collected for this place or year" in missing.hovertext[0]
    assert "BFS" not in mapped(nation).data[0].locations


def test_the_readers_view_is_kept_as_long_as_the_view_is_the_same(nation):
    one, other = mapped(nation, view="nation"), mapped(nation, view="region")
    assert one.layout.map.uirevision == "nation"
    assert one.layout.map.uirevision != other.layout.map.uirevision


def test_a_click_fades_no_other_council(nation):
    for trace in mapped(nation).data:
        assert trace.unselected.marker.opacity == 1


def test_the_chosen_council_is_outlined(nation):
    outline = mapped(nation, highlighted="C07").data[-1]
    assert list(outline.locations) == ["C07"]
    assert outline.marker.line.width >= 2
    assert len(mapped(nation, highlighted="XXX").data) == 2


def test_peers_have_a_thinner_outline_than_the_chosen_council(nation):
    *_, among, chosen = mapped(nation, highlighted="C07", peers=["C01", "C02", "XXX"]).data
    assert list(among.locations) == ["C01", "C02"]
    assert among.marker.line.width < chosen.marker.line.width


def test_wider_areas_are_lines_fetched_like_the_shapes(nation):
    assert not mapped(nation).layout.map.layers
    (lines,) = mapped(nation, outlines_url="/app/static/maps/county.json").layout.map.layers
    assert (lines.source, lines.type) == ("/app/static/maps/county.json", "line")


def test_hexagons_stand_in_odd_rows_pushed_right():
    assert centre(0, 0) == (0, 0)
    assert centre(0, 1) == pytest.approx((0.5, 0.866), abs=0.001)


def test_hexagons_answer_with_the_council_key_and_are_hatched_when_missing(nation):
    figure = draw_hexagons(nation, **SHOWN)
    (points,) = [t for t in figure.data if t.mode == "markers"]
    assert list(points.customdata) == nation["council"].to_list()
    assert points.marker.opacity == 0
    (hatched,) = traces_named(figure, NO_FIGURE_KEY)
    assert hatched.fillpattern.shape == "/"
    assert len(hatched.x) == 8  # one hexagon: six corners, the first again, a gap


def test_every_hexagon_with_a_figure_is_filled_once(nation):
    figure = draw_hexagons(nation, **SHOWN)
    filled = [t for t in figure.data if t.fill == "toself" and not t.fillpattern.shape]
    assert sum(list(trace.x).count(None) for trace in filled) == 51


def test_councils_without_a_hexagon_are_left_out(nation):
    nation = nation.with_columns(q=pl.when(pl.col("council") != "C00").then("q"))
    (points,) = [t for t in draw_hexagons(nation, **SHOWN).data if t.mode == "markers"]
    assert "C00" not in points.customdata


def test_the_finding_in_words_leaves_sparse_councils_out(nation):
    assert alt(nation, title="spending per head", period="2023-24", **SHOWN) == (
        "Map of spending per head, 2023-24: median £125 per head over 50 councils, "
        "from Council 0 (£100 per head) to Council 49 (£149 per head). 1 council without a figure."
    )


def test_no_figures_are_still_a_map_of_reasons(nation):
    empty = nation.with_columns(value=pl.lit(None, pl.Float64), status=pl.lit("not_collected"))
    assert {trace.name for trace in mapped(empty).data} == {NO_FIGURE_KEY}
    assert draw_hexagons(empty, **SHOWN) is not None
    assert "no council has a figure" in alt(empty, title="T", period="2023-24", **SHOWN)


def test_no_rows_draw_nothing(nation):
    assert mapped(nation.clear()) is draw_hexagons(nation.clear(), **SHOWN) is None


@pytest.mark.parametrize("values", [[5.0], [5.0, 5.0, 5.0], [None, 5.0]])
def test_the_scale_has_a_length_even_when_all_are_the_same(values):
    rows = [{"value": value, "sparse": False} for value in values]
    colours = colour_range(rows)
    assert colours.low < colours.high


def test_hostile_names_are_shown_as_text(nation):
    frame = nation.with_columns(name=pl.lit(HOSTILE), note=pl.lit(HOSTILE))
    for figure in (mapped(frame, highlighted="C01"), draw_hexagons(frame, **SHOWN)):
        shown = " ".join(words_of(figure))
        assert "<script" not in shown
        assert "<a " not in shown


def test_a_missing_column_is_named(nation):
    with pytest.raises(ValueError, match="A map needs the columns q, r"):
        draw_hexagons(nation.drop("q", "r"), **SHOWN)


def test_a_rerun_sends_little(nation):
    whole = pl.concat([nation.with_columns(council=pl.col("council") + str(n)) for n in range(7)])
    assert len(mapped(whole).to_json()) < 120_000
    assert len(draw_hexagons(whole, **SHOWN).to_json()) < 250_000
