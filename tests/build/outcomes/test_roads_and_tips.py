"""Roads measured otherwise, and fly-tipping counted otherwise, are shown and not compared."""

import pytest


def cell(council, period, address, value, notes="[z]", authority="Somewhere", status=None):
    return {
        "council": council,
        "period": period,
        "source_column": address[0],
        "source_row": int(address[1:]),
        "value": value,
        "value_status": status,
        "notes": notes,
        "authority": authority,
    }


@pytest.fixture
def roads(world):
    only_u = "[7] applies to U60 and T61, [r] applies to T60"
    rows = [
        cell("AAA", "2023-24", "T60", 4.0, only_u),
        cell("AAA", "2024-25", "U60", 29.0, only_u),
        cell("BBB", "2024-25", "U12", 3.0, "[8] applies to U12"),
        cell("CON", "2024-25", "U51", 3.0, authority="Somewhere [note 15]"),
        cell("HCK", "2020-21", "Q98", 3.0, authority="Somewhere [note 7, 12]"),
        cell(
            "LND", "2020-21", "Q97", None, authority="Elsewhere [note 12]", status="not_submitted"
        ),
        cell("HCK", "2023-24", "T98", 3.0, authority="Somewhere [note 7, 12]"),
        cell("BUC", "2018-19", "O7", 6.0),
        cell("DST", "2017-18", "N8", 7.0),
        cell("IOS", "2024-25", "U99", None, status="not_responsible"),
        cell("BPC", "2024-25", "U88", None, status="not_comparable"),
    ]
    world.raw("road_condition", rows, roads="A")
    return {key[1:]: row for key, row in world.run("road_condition").items() if "_a_" in key[0]}


def test_only_the_cells_that_the_notes_name_are_not_comparable(roads):
    assert roads["AAA", "2024-25"]["status"] == "not_comparable"
    assert roads["AAA", "2024-25"]["value"] == 29.0
    assert "SCANNER" in roads["AAA", "2024-25"]["note"]
    assert (roads["AAA", "2023-24"]["status"], roads["AAA", "2023-24"]["note"]) == (
        "published",
        None,
    )


def test_a_number_in_an_authoritys_notes_does_not_flag_all_its_cells(roads):
    assert roads["HCK", "2023-24"]["status"] == "published"
    assert roads["HCK", "2023-24"]["note"] is None


def test_london_2020_to_2022_and_leeds_2025_carry_their_note(roads):
    assert "limited data" in roads["HCK", "2020-21"]["note"]
    assert "2024" in roads["CON", "2024-25"]["note"]
    assert "unaccredited" in roads["BBB", "2024-25"]["note"]


def test_what_the_publisher_does_not_show_keeps_its_reason(roads):
    assert roads["LND", "2020-21"]["status"] == "not_submitted"
    assert roads["BPC", "2024-25"]["status"] == "not_comparable"
    assert roads["BPC", "2024-25"]["value"] is None
    # Scilly is not asked: the row that says so is no figure.
    assert roads["IOS", "2024-25"]["status"] == "not_collected"


def test_years_before_a_council_was_made_are_its_countys_or_say_so(roads):
    assert roads["BKM", "2018-19"]["value"] == 6.0
    assert "before this council" in roads["DST", "2017-18"]["note"]


def tips(council, period, incidents, residents, basis):
    row = {"council": council, "period": period, "incidents": incidents, "residents": residents}
    return row | {"basis": basis, "incidents_status": None if incidents else "not_submitted"}


@pytest.fixture
def fly_tipping(world):
    world.bench.insert("source", _source())
    world.database.execute(
        "INSERT INTO population (council, year, residents, source) VALUES ('AAA', 2012, 2000, 's')"
    )
    rows = [
        tips("AAA", "2012-13", 10.0, None, ":"),
        tips("BBB", "2012-13", 10.0, None, ":"),
        tips("AAA", "2022-23", 30.0, 1000.0, "All incidents"),
        tips("BBB", "2022-23", 30.0, 1000.0, "Customer/public reported only"),
        tips("DDD", "2022-23", None, 1000.0, "All incidents"),
    ]
    world.raw("fly_tipping", rows)
    return {key[1:]: row for key, row in world.run("fly_tipping").items()}


def _source():
    import polars as pl

    names = "source title publisher licence attribution landing_url published coverage about"
    row = dict.fromkeys(names.split(), "s") | {"use": "publish"}
    empty = pl.Series([[]], dtype=pl.List(pl.String))
    return pl.DataFrame([row]).with_columns(known_problems=empty)


def test_the_rate_uses_the_publishers_population_or_ours(fly_tipping):
    assert fly_tipping["AAA", "2012-13"]["value"] == 5.0
    assert fly_tipping["AAA", "2022-23"]["value"] == 30.0
    assert fly_tipping["AAA", "2022-23"]["lower"] < 30 < fly_tipping["AAA", "2022-23"]["upper"]


def test_another_basis_of_counting_is_not_comparable(fly_tipping):
    assert fly_tipping["BBB", "2022-23"]["status"] == "not_comparable"
    assert "customer/public" in fly_tipping["BBB", "2022-23"]["note"]
    assert fly_tipping["AAA", "2022-23"]["status"] == "published"


def test_no_count_and_no_population_are_two_things(fly_tipping):
    assert fly_tipping["DDD", "2022-23"]["status"] == "not_submitted"
    assert fly_tipping["BBB", "2012-13"]["status"] == "not_collected"
    assert fly_tipping["BBB", "2012-13"]["value"] is None


def test_counties_do_not_clear_rubbish(fly_tipping):
    assert not [council for council, _ in fly_tipping if council == "YYY"]


def test_enforcement_is_counted_against_incidents_recorded_alike(world):
    year = {"period": "2022-23", "residents": 1000.0, "incidents_status": ""}
    world.raw(
        "fly_tipping",
        [
            year | {"council": "AAA", "incidents": 200.0, "basis": "All incidents"},
            year | {"council": "BBB", "incidents": 200.0, "basis": "Customer reported only"},
            year | {"council": "DDD", "incidents": 0.0, "basis": "All incidents"},
        ],
    )
    none = dict.fromkeys(("actions_status", "fixed_penalties_status", "prosecutions_status"), "")
    done = none | {"actions": 50.0, "fixed_penalties": 4.0, "prosecutions": 1.0}
    world.raw(
        "fly_tipping_action",
        [done | {"council": name, "period": "2022-23"} for name in ("AAA", "BBB", "DDD")],
    )
    found = world.run("fly_tipping_enforcement")
    row = found["fly_tipping_actions_per_100", "AAA", "2022-23"]
    assert (row["value"], row["numerator"], row["denominator"]) == (25.0, 50.0, 200.0)
    assert found["fly_tipping_penalties_per_1000", "AAA", "2022-23"]["value"] == 20.0
    assert (
        found["fly_tipping_prosecutions_per_1000", "BBB", "2022-23"]["status"] == "not_comparable"
    )
    assert found["fly_tipping_actions_per_100", "DDD", "2022-23"]["value"] is None
