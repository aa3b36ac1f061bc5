"""New homes and the Housing Delivery Test: joint plans, former boundaries, nothing required."""

import pytest


def block(council, name, measurement, kind="planning authority", consequence="None"):
    row = {"council": council, "authority": name, "measurement": measurement, "block": kind}
    return row | {"required": 100.0, "delivered": 90.0, "consequence": consequence}


@pytest.fixture
def homes(world):
    rows = [
        block("AAA", "A", 0.9, consequence="Action plan"),
        block("DDD", "D", 1.11, "joint plan"),
        block("IOS", "I", None),
        block("BMH", "Bournemouth", 0.22, "former council"),
        block("POL", "Poole", 0.59, "former council"),
    ]
    world.raw("housing_delivery", rows, period="2022-23")
    indicator = "Net additions to the housing stock (England)"
    rate = {"indicator": indicator, "period": "2024-25", "notes": ""}
    world.raw("els", [rate | {"council": "AAA", "value": 9.0}])
    world.raw("net_additional_dwelling", [{"council": "AAA", "period": "2024-25", "value": 412.0}])
    return world.run("housing_supply")


def test_the_measurement_is_a_percentage_with_its_homes(homes):
    row = homes["housing_delivery_test", "AAA", "2022-23"]
    assert (row["value"], row["numerator"], row["denominator"]) == (90.0, 90.0, 100.0)
    assert row["note"] == "Consequence: action plan."


def test_a_joint_plan_says_so(homes):
    assert "joint plan" in homes["housing_delivery_test", "DDD", "2022-23"]["note"]


def test_a_council_scored_on_former_boundaries_has_no_figure_of_its_own(homes):
    row = homes["housing_delivery_test", "BPC", "2022-23"]
    assert (row["value"], row["status"]) == (None, "not_comparable")
    assert "Bournemouth 22%, Poole 59%" in row["note"]


def test_where_nothing_was_required_nothing_is_measured(homes):
    assert homes["housing_delivery_test", "IOS", "2022-23"]["status"] == "not_collected"


def test_the_rate_of_new_homes_carries_the_count(homes):
    row = homes["net_additional_homes", "AAA", "2024-25"]
    assert (row["value"], row["numerator"]) == (9.0, 412.0)


def test_nations_recycling_rates_stay_apart(world):
    rows = [
        {"council": "WWW", "period": "2023-24", "value": 60.0},
        {"council": "SSS", "period": "2023", "value": 40.0},
    ]
    world.raw("recycling_nations", rows, value_status=None)
    found = world.run("recycling_nations")
    assert set(found) == {
        ("recycling_rate_wales", "WWW", "2023-24"),
        ("recycling_rate_scotland", "SSS", "2023"),
    }


def test_planning_decisions_are_counted_with_an_interval(world):
    row = {"council": "AAA", "extended": 40.0, "granted": 90.0, "decided": 100.0}
    world.raw("planning_decision", [row], period="Year to September 2025")
    found = world.run("planning_applications")
    share = found["planning_extensions", "AAA", "Year to September 2025"]
    assert share["value"] == 40.0 and share["lower"] < 40 < share["upper"]
    assert found["planning_granted", "AAA", "Year to September 2025"]["value"] == 90.0
