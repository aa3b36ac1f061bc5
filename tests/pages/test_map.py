"""The Map page on the small world, and its figures beside those of the other pages."""

import json
import random
import re

import polars as pl
import pytest

import queries
from components.map.areas import WHOLE, boundary_year, on_offer, without_boundary
from components.map.choices import NATIONS
from components.map_shapes import FOLDER, SERVED_AT, shapes
from queries import ask
from tests.pages.opening import choice, opened, words

SEED = 20260102
in_the_world = pytest.mark.usefixtures("world")
of_the_edition = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


def drawn(page) -> list[dict]:
    """The plotly figures of the page, as the browser gets them."""
    return [json.loads(one.proto.spec) for one in page.get("plotly_chart")]


def councils_drawn(figure: dict) -> set[str]:
    return {key for trace in figure["data"] for key in trace.get("customdata") or []}


@in_the_world
def test_it_opens_bare_on_boundaries():
    page = opened("map")
    assert not page.exception
    (figure,) = drawn(page)
    assert figure["data"][0]["type"] == "choroplethmap"
    assert figure["data"][0]["geojson"].startswith(SERVED_AT)


@in_the_world
def test_both_maps_stand_side_by_side_and_hold_the_same_councils():
    page = opened("map", view="both", measure="roads_poor")
    boundaries, hexagons = drawn(page)
    assert boundaries["layout"]["map"]["style"] == "white-bg"
    assert councils_drawn(hexagons) == councils_drawn(boundaries) >= {"MAA", "CSH"}


@in_the_world
def test_a_council_without_a_hexagon_is_said_not_lost():
    address = {"measure": "bins_recycled", "areas": "single", "period": "2019-20"}
    page = opened("map", view="hexagons", **address)
    assert "OLD" not in councils_drawn(drawn(page)[0])
    assert "2 councils have ended since" in words(page)


@in_the_world
def test_a_council_that_does_not_run_the_service_is_nowhere():
    page = opened("map", measure="roads_poor", areas="upper")
    (figure,) = drawn(page)
    keys = councils_drawn(figure)
    assert {"MAA", "CSH", "UNB"} <= keys
    assert not {"DIA", "DIB", "LND", "SCA"} & keys
    # Of eleven, two give no scale: MAC is measured otherwise, MAE is withheld.
    n = len(keys - {"MAC", "MAE"})
    assert f"over {n} councils" in words(page)


@in_the_world
def test_lines_of_wider_areas_lie_over_england_alone():
    (figure,) = drawn(opened("map", outlines="county"))
    assert figure["layout"]["map"]["layers"][0]["source"].startswith(f"{SERVED_AT}/county.json")
    (figure,) = drawn(opened("map", outlines="county", nation="Scotland"))
    assert not figure["layout"]["map"].get("layers")


@in_the_world
def test_layers_are_a_frame_with_the_figures_of_the_table():
    address = {"measure": "roads_poor", "council": "aldby", "peers": "ons_global"}
    page = opened("map", view="layers", **address)
    assert not page.exception
    (frame,) = page.get("iframe")
    assert re.findall("[a-z]+://", frame.proto.srcdoc) == []
    held = json.loads(re.search(r"held = (.*), looks", frame.proto.srcdoc)[1])
    table = page.dataframe[0].value
    assert len(held) == len(table) > 5
    said = {words.split("</b>")[0].removeprefix("<b>"): words for _, words, _ in held.values()}
    for name, value in zip(table["Council"], table["Figure"], strict=True):
        assert value != value or f"{value:,.1f}%" in said[name], name
    assert frame.proto.alt.startswith("Map of")


@in_the_world
def test_one_nation_at_a_time():
    page = opened("map", nation="Scotland", measure="bins_recycled")
    assert councils_drawn(drawn(page)[0]) == {"SCA", "SCB"}
    assert "nations measure differently" in words(page)


@in_the_world
def test_money_is_real_by_default_and_cash_on_demand():
    address = {"nation": "Scotland", "measure": "cost_per_bin", "period": "2017-18"}
    real, cash = (drawn(opened("map", prices=one, **address))[0] for one in ("real", "cash"))
    ratio = real["data"][0]["z"][0] / cash["data"][0]["z"][0]
    assert ratio == pytest.approx(100 / 80)


@in_the_world
def test_ended_councils_stand_in_their_own_years_only():
    then, now = (
        councils_drawn(drawn(opened("map", measure="bins_recycled", areas="single", period=one))[0])
        for one in ("2019-20", "2022-23")
    )
    assert {"OLD", "OLE"} <= then and "UNA" not in then
    assert "UNA" in now and not {"OLD", "OLE"} & now


@in_the_world
def test_a_found_council_is_read_out_and_linked():
    page = opened("map", measure="bins_recycled", council="elmby")
    said = words(page)
    assert "**Elmby: no figure.**" in said
    assert "Small numbers" in said
    links = {one.proto.label: one.proto.query_string for one in page.get("page_link")}
    assert "council=elmby" in links["Everything about Elmby"]


@in_the_world
def test_the_peers_of_a_found_council_are_outlined():
    address = {"measure": "roads_poor", "council": "aldby", "peers": "ons_global"}
    page = opened("map", **address)
    *_, among, chosen = drawn(page)[0]["data"]
    # Of its neighbours one is Scottish and one sparse: they are compared with nobody here.
    assert set(among["locations"]) == {"MAB", "UNC"}
    assert chosen["locations"] == ["MAA"]
    assert "2 peers, Most alike overall" in words(page)
    assert "No peers are outlined" in words(opened("map", **address | {"peers": "nobody"}))


@in_the_world
def test_choosing_writes_the_address():
    page = opened("map")
    choice(page, "nation").set_value("Scotland").run()
    assert page.query_params["nation"] == "Scotland"
    assert not page.exception


@in_the_world
@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("nation", "nation"),
        ("measure", "measure"),
        ("areas", "group of councils"),
        ("period", "period"),
        ("view", "map"),
        ("scale", "scale"),
        ("outlines", "outlines"),
        ("council", "council"),
    ],
)
def test_a_hostile_address_is_a_sentence(name, what):
    page = opened("map", **{name: "<script>'; DROP"})
    assert not page.exception
    said = words(page)
    assert f"asks for the {what}" in said
    assert "<script>" not in said


def offers(nation: str, measure: str):
    groups = ask("map/groups", measure=measure, nation=nation).rows(named=True)
    about = ask("measure/about", measure=measure).row(0, named=True)
    return on_offer(groups, about)


@of_the_edition
def test_a_map_shows_the_figures_of_the_council_page():
    rng = random.Random(SEED)
    compared = 0
    for nation in NATIONS:
        measures = ask("map/measures", nation=nation)["measure"].to_list()
        for measure in rng.sample(measures, min(12, len(measures))):
            areas = rng.choice([one for one in offers(nation, measure) if one.key != WHOLE])
            periods = ask("map/periods", measure=measure, nation=nation)["period"].to_list()
            period = rng.choice(periods)
            mapped = ask(
                "map/values", measure=measure, period=period, nation=nation, prices="real",
                groups=list(areas.groups),
            )  # fmt: skip
            for row in rng.sample(mapped.rows(named=True), min(8, mapped.height)):
                trend = ask(
                    "council/measure_trend", council=row["council"], model="same_class", others=[],
                    measure=measure,
                ).filter(pl.col("period") == period).row(0, named=True)  # fmt: skip
                seen = (row["value"], row["lower"], row["upper"], row["status"], row["source"])
                own = ("value", "lower", "upper", "status", "source")
                assert seen == tuple(trend[one] for one in own), (measure, period, row["council"])
                compared += 1
    assert compared > 200


@of_the_edition
def test_it_opens_on_what_councils_decide_on_in_the_newest_year():
    page = opened("map")
    assert choice(page, "measure").value == "spend_decided"
    assert "2024-25" in words(page)
    assert "come from a published compilation" not in words(page)


@of_the_edition
def test_whole_areas_are_those_of_the_home_page():
    for period in ("2012-13", "2017-18", "2023-24"):
        takes = {"measure": "spend_total", "nation": "England", "prices": "real"}
        mapped = ask("map/whole_areas", period=period, **takes).select("council", "value", "status")
        home = ask("national/spending", period=period, service="total")
        home = home.select("council", "value", "status")
        both = mapped.join(home, on="council", how="inner", suffix="_home")
        assert both.height == mapped.height > 280
        assert both["value"].is_null().equals(both["value_home"].is_null())
        assert (both["value"] - both["value_home"]).abs().max() < 1e-6
        known = both.filter(pl.col("value").is_not_null())
        assert known["status"].to_list() == known["status_home"].to_list()


@of_the_edition
@pytest.mark.skipif(not FOLDER.exists(), reason="no maps are assembled")
def test_every_council_with_a_figure_has_its_boundary():
    rng, features = random.Random(SEED), {}
    for nation in NATIONS:
        measures = ask("map/measures", nation=nation)["measure"].to_list()
        for measure in rng.sample(measures, min(15, len(measures))):
            periods = ask("map/periods", measure=measure, nation=nation).rows(named=True)
            for areas in offers(nation, measure):
                period = rng.choice(periods)
                takes = {"measure": measure, "period": period["period"], "nation": nation}
                frame = (
                    ask("map/whole_areas", prices="real", **takes)
                    if areas.key == WHOLE
                    else ask("map/values", prices="real", groups=list(areas.groups), **takes)
                )
                year = boundary_year(frame, period["starts"], period["ends"])
                file = shapes(areas.layer, year).rsplit("/", 1)[1].split("?")[0]
                if file not in features:
                    found = json.loads((FOLDER / file).read_text("utf-8"))["features"]
                    features[file] = {one["id"] for one in found}
                known = frame.filter(pl.col("value").is_not_null())["council"]
                # A publisher may give councils from before and after a change in one period.
                said = set(without_boundary(frame, year)["council"])
                assert set(known) - said <= features[file], (measure, period["period"], file)
                assert len(said) <= 2, (measure, period["period"], said)


@of_the_edition
@pytest.mark.parametrize(
    ("nation", "measure"),
    [
        ("Scotland", "scotland_total"),
        ("Wales", "wales_total"),
        ("Northern Ireland", "northern_ireland_total"),
    ],
)
def test_every_nation_opens_on_all_its_spending_in_the_newest_year(nation, measure):
    """Northern Ireland opened on museums in 2021, Scotland on the cost of home care in 2022-23."""
    page = opened("map", nation=nation)
    assert not page.exception
    assert choice(page, "measure").value == measure
    assert ("2023-24" if nation == "Northern Ireland" else "2024-25") in words(page)
