"""Who reports waste together, and whose code is whose."""

import pytest


def rate(
    council, gss, period, recycled, status=None, landfill=None, region="X", type_="Collection"
):
    return {
        "council": council,
        "gss": gss,
        "period": period,
        "recycled_share": recycled,
        "recycled_share_status": status,
        "residual_kg_per_household": 400.0 if recycled else None,
        "landfill_share": landfill,
        "landfill_share_status": None if landfill is not None else "not_responsible",
        "region": region,
        "type": type_,
    }


@pytest.fixture
def waste(world):
    world.raw(
        "waste_rate",
        [
            rate("AAA", "E1", "2023-24", 0.629, landfill=0.05),
            rate("BBB", "E2", "2023-24", None, status="not_submitted"),
            rate("BKM", "E3", "2019-20", 0.5, landfill=0.1),
            rate("BKM", "E3", "2023-24", 0.511, landfill=0.1),
            rate("MSU", "E4", "2023-24", 0.419),
            rate("SOM", "E5", "2017-18", 0.523, landfill=0.4),
            rate("DDD", "E6", "2017-18", 0.4),
        ],
    )
    world.raw("waste_rate_other", [rate(None, "E50000008", "2023-24", 0.486)])
    tonnes = {
        "gss": "E1",
        "period": "2023-24",
        "household_tonnes": 1000.0,
        "recycled_tonnes": 629.0,
    }
    world.raw("waste_tonnes", [tonnes])
    world.raw("waste_tonnes_other", [tonnes | {"gss": "E50000008"}])
    return world.run("waste")


def recycling(waste, council, period):
    return waste["recycling_rate", council, period]


def test_a_share_is_shown_in_per_cent_with_its_tonnes(waste):
    row = recycling(waste, "AAA", "2023-24")
    assert (row["value"], row["numerator"], row["denominator"]) == (62.9, 629.0, 1000.0)
    assert row["lower"] is None  # weighed, not sampled


def test_an_incomplete_return_is_not_submitted(waste):
    assert recycling(waste, "BBB", "2023-24")["status"] == "not_submitted"


def test_the_old_countys_code_stands_for_the_council_that_followed(waste):
    assert recycling(waste, "BUC", "2023-24")["value"] == pytest.approx(51.1)
    assert recycling(waste, "BKM", "2019-20")["value"] == 50.0
    assert ("recycling_rate", "BKM", "2023-24") not in waste


@pytest.mark.parametrize("council", ["CAB", "SCA", "BAB", "MSU"])
def test_councils_that_report_together_show_the_joint_figure_and_say_so(waste, council):
    row = recycling(waste, council, "2023-24")
    assert row["value"] == pytest.approx(48.6 if council in ("CAB", "SCA") else 41.9)
    assert row["note"].startswith("One figure for")
    assert row["joint_lead"] == ("CAB" if council in ("CAB", "SCA") else "MSU")


def test_a_district_in_its_countys_partnership_has_no_figure_of_its_own(waste):
    row = recycling(waste, "MEN", "2017-18")
    assert (row["value"], row["status"]) == (None, "not_collected")
    assert "Somerset Waste Partnership" in row["note"]


def test_districts_have_no_landfill(waste):
    assert ("landfill_share", "DDD", "2017-18") not in waste
    assert waste["landfill_share", "AAA", "2023-24"]["value"] == 5.0
