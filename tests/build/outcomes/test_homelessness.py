"""A year is the sum of four quarters or nothing; rates come from counts and households."""

import pytest

ITEMS = {
    "prevention_secured": 6.0,
    "prevention_ended_total": 10.0,
    "relief_secured": 4.0,
    "relief_ended_total": 20.0,
    "prevention_duty_owed": 30.0,
    "relief_duty_owed": 50.0,
    "assessments_total": 100.0,
    "owed_duty_total": 80.0,
    "ta_households": 80.0,
    "ta_households_with_children": 40.0,
    "ta_children": 60.0,
    "bb_children_over_6wks": 4.0,
    "bb_households": 20.0,
    "households_000": 40.0,
    "ta_area_households_000": 40.0,
    # Wrong in the source in one quarter: never used.
    "homeless_per_1000": 0.619,
}
QUARTERS = ["2023 Q2", "2023 Q3", "2023 Q4", "2024 Q1", "2024 Q2"]


def quarter(council, period, **changed):
    """The items of a quarter; None is no return, "-" the publisher's own mark."""
    marks = {None: "not_submitted", "-": "not_collected"}
    return [
        {"council": council, "period": period, "item": item}
        | {"value": None if amount in marks else amount, "value_status": marks.get(amount)}
        for item, amount in (ITEMS | changed).items()
    ]


@pytest.fixture
def figures(world):
    rows = [row for period in QUARTERS for row in quarter("AAA", period)]
    rows += [row for period in QUARTERS for row in quarter("DDD", period, households_000=None)]
    for period in QUARTERS:
        gap = {"prevention_secured": None} if period == "2023 Q3" else {}
        none = {"ta_households": 0.0, "bb_households": 0.0, "bb_children_over_6wks": "-"}
        none = none if period == "2024 Q2" else {}
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


def test_the_newest_four_quarters_make_a_year_of_their_own(figures):
    newest = {key[2] for key in figures if key[0] == "homelessness_prevented"}
    assert newest == {"2023-24", "Year to June 2024"}
    row = figures["homeless_per_1000", "AAA", "Year to June 2024"]
    assert (row["value"], row["numerator"], row["denominator"]) == (5.0, 200.0, 40_000.0)


def test_a_quarter_stands_in_a_measure_of_its_own(figures):
    row = figures["homeless_quarter_per_1000", "AAA", "2024 Q2"]
    assert row["value"] == 1.25
    kinds = {(key[0], len(key[2]) == 7 and "Q" in key[2]) for key in figures}
    assert len(kinds) == len({measure for measure, _ in kinds}), "a quarter beside a year"


def test_families_are_counted_apart(figures):
    assert figures["families_in_temporary_accommodation_per_1000", "AAA", "2024 Q2"]["value"] == 1.0
    row = figures["families_in_bed_and_breakfast_over_6_weeks", "AAA", "2024 Q2"]
    assert (row["value"], row["numerator"]) == (1.0, 4.0)


def test_nobody_in_bed_and_breakfast_is_no_family_there(figures):
    row = figures["families_in_bed_and_breakfast_over_6_weeks", "BBB", "2024 Q2"]
    assert (row["value"], row["status"]) == (0.0, "published")
    assert "counted as none" in row["note"]


def test_a_handful_in_bed_and_breakfast_is_withheld(world):
    few = {"bb_households": 3.0, "bb_children_over_6wks": "-"}
    world.raw("homelessness", quarter("AAA", "2024 Q2") + quarter("BBB", "2024 Q2", **few))
    row = world.run("homelessness")["families_in_bed_and_breakfast_over_6_weeks", "BBB", "2024 Q2"]
    assert (row["value"], row["status"]) == (None, "suppressed")


def test_the_homeless_rate_is_worked_out_from_counts(figures):
    assert figures["homeless_per_1000", "AAA", "2023-24"]["value"] == 5.0


def test_households_come_from_the_other_table_where_one_has_none(figures):
    assert figures["homeless_per_1000", "DDD", "2023-24"]["value"] == 5.0


def test_temporary_accommodation_is_a_position_at_the_end_of_each_quarter(figures):
    found = {key[2] for key in figures if key[0] == "temporary_accommodation_per_1000"}
    assert found == set(QUARTERS)
    assert figures["temporary_accommodation_per_1000", "AAA", "2024 Q1"]["value"] == 2.0


def test_a_share_of_nobody_is_no_figure(figures):
    row = figures["bed_and_breakfast_share", "BBB", "2024 Q2"]
    assert (row["value"], row["status"]) == (None, "not_collected")


def test_counties_house_nobody(figures):
    assert not [key for key in figures if key[1] == "YYY"]
