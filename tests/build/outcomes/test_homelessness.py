"""A year is the sum of four quarters or nothing; rates come from counts and households."""

import pytest

ITEMS = {
    "prevention_secured": 6.0,
    "prevention_ended_total": 10.0,
    "relief_secured": 4.0,
    "relief_ended_total": 20.0,
    "prevention_duty_owed": 30.0,
    "relief_duty_owed": 50.0,
    "ta_households": 80.0,
    "bb_households": 20.0,
    "households_000": 40.0,
    "ta_area_households_000": 40.0,
    # Wrong in the source in one quarter: never used.
    "homeless_per_1000": 0.619,
}
QUARTERS = ["2023 Q2", "2023 Q3", "2023 Q4", "2024 Q1", "2024 Q2"]


def quarter(council, period, **changed):
    rows = (ITEMS | changed).items()
    return [{"council": council, "period": period, "item": k, "value": v} for k, v in rows]


@pytest.fixture
def figures(world):
    rows = [row for period in QUARTERS for row in quarter("AAA", period)]
    rows += [row for period in QUARTERS for row in quarter("DDD", period, households_000=None)]
    for period in QUARTERS:
        gap = {"prevention_secured": None} if period == "2023 Q3" else {}
        none = {"ta_households": 0.0, "bb_households": 0.0} if period == "2024 Q2" else {}
        rows += quarter("BBB", period, **gap, **none)
    world.raw("homelessness", rows)
    return world.run("homelessness")


def test_four_quarters_make_a_year(figures):
    row = figures["homelessness_prevented", "AAA", "2023-24"]
    assert (row["value"], row["numerator"], row["denominator"]) == (60.0, 24.0, 40.0)
    assert row["lower"] < 60 < row["upper"]


def test_three_quarters_make_no_year(figures):
    row = figures["homelessness_prevented", "BBB", "2023-24"]
    assert (row["value"], row["status"]) == (None, "not_submitted")
    assert "3 of 4" in row["note"]


def test_a_year_that_is_not_over_is_not_shown(figures):
    assert not [key for key in figures if key[2] == "2024-25"]


def test_the_homeless_rate_is_worked_out_from_counts(figures):
    assert figures["homeless_per_1000", "AAA", "2023-24"]["value"] == 5.0


def test_households_come_from_the_other_table_where_one_has_none(figures):
    assert figures["homeless_per_1000", "DDD", "2023-24"]["value"] == 5.0


def test_temporary_accommodation_is_a_position_at_march_and_now(figures):
    found = {key[2] for key in figures if key[0] == "temporary_accommodation_per_1000"}
    assert found == {"2024 Q1", "2024 Q2"}
    assert figures["temporary_accommodation_per_1000", "AAA", "2024 Q1"]["value"] == 2.0


def test_a_share_of_nobody_is_no_figure(figures):
    row = figures["bed_and_breakfast_share", "BBB", "2024 Q2"]
    assert (row["value"], row["status"]) == (None, "not_collected")


def test_counties_house_nobody(figures):
    assert not [key for key in figures if key[1] == "YYY"]
