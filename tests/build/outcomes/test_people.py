"""Care, children, schools, health, inspections: noughts, dashes, two codes, joint figures."""

import pytest


def test_noughts_of_the_care_survey_are_missing_figures(world):
    rows = [
        {"council": "AAA", "value": 0.0},
        {"council": "YYY", "value": 0.4},
        {"council": "BBB", "value": None},
    ]
    world.raw("oflog_adult_care", rows, code="ASC2", period="2019-20")
    found = world.run("adult_social_care")
    zero = found["care_quality_of_life", "AAA", "2019-20"]
    assert (zero["value"], zero["status"]) == (None, "not_submitted")
    assert "missing" in zero["note"]
    assert found["care_quality_of_life", "YYY", "2019-20"]["value"] == 0.4
    assert found["care_quality_of_life", "BBB", "2019-20"]["status"] == "not_submitted"


def lait(council, indicator, value, period="2024-25"):
    status = None if value is not None else "suppressed"
    row = {"council": council, "indicator": indicator, "value": value, "value_status": status}
    return row | {"period": period}


def test_a_percentage_with_a_published_denominator_has_an_interval(world):
    world.raw(
        "lait",
        [
            lait("AAA", "ReReferral", 25.0),
            lait("AAA", "CPP_Total_NumRef", 1000.0),
            lait("BBB", "ReReferral", None),
        ],
    )
    found = world.run("lait")
    row = found["re_referrals", "AAA", "2024-25"]
    assert (row["numerator"], row["denominator"]) == (250.0, 1000.0)
    assert row["lower"] < 25 < row["upper"]
    assert found["re_referrals", "BBB", "2024-25"]["status"] == "suppressed"
    assert found["re_referrals", "BBB", "2024-25"]["lower"] is None


def test_counts_that_give_another_percentage_are_left_out(world):
    shares = [("AAA", 54.0), ("BBB", 50.0)]
    rows = [lait(council, "CareLeaverEET", value) for council, value in shares]
    for council, _ in shares:
        rows += [lait(council, "CareLeaverEETNum", 333.0), lait(council, "NoCareLeavers", 617.0)]
    world.raw("lait", rows)
    found = world.run("lait")
    assert found["care_leavers_in_work_or_study", "AAA", "2024-25"]["numerator"] == 333.0
    odd = found["care_leavers_in_work_or_study", "BBB", "2024-25"]
    assert (odd["value"], odd["numerator"], odd["lower"]) == (50.0, None, None)
    assert "another percentage" in odd["note"]


def counts(world, measure, council, period, numerator, denominator, number=None):
    table = "childrens_counts" if council else "childrens_counts_other"
    world.database.execute(
        f"INSERT INTO raw.{table} VALUES (?, ?, ?, ?, ?, ?)",
        [measure, council, period, number, numerator, denominator],
    )


def test_counts_of_the_departments_own_files_come_before_a_rounded_percentage(world):
    world.raw("lait", [lait("AAA", "LACStable_2016on", 12.0), lait("BBB", "LACStable_2016on", 9.0)])
    # Numerator and denominator stand in rows of their own.
    counts(world, "placement_moves", "AAA", "2024-25", 47.0, None)
    counts(world, "placement_moves", "AAA", "2024-25", None, 400.0)
    found = world.run("lait")
    row = found["placement_moves", "AAA", "2024-25"]
    assert (row["value"], row["numerator"], row["denominator"]) == (11.75, 47.0, 400.0)
    assert row["source"] == "childrens-social-care-counts"
    assert row["lower"] < 11.75 < row["upper"]
    whole = found["placement_moves", "BBB", "2024-25"]
    assert (whole["value"], whole["lower"]) == (9.0, None)
    assert whole["source"] == "local-authority-interactive-tool"


def test_a_rounded_value_beside_counts_widens_its_limits_by_half_a_step(world):
    rows = [lait("AAA", "LACStable_2016on", 12.0), lait("BBB", "LACStable_2016on", 12.0)]
    rows += [lait("AAA", "LACStableNum_2016on", 47.0), lait("AAA", "LACnum", 400.0)]
    rows += [lait("BBB", "LACStableNum_2016on", 48.0), lait("BBB", "LACnum", 400.0)]
    world.raw("lait", rows)
    found = world.run("lait")
    rounded = found["placement_moves", "AAA", "2024-25"]
    exact = found["placement_moves", "BBB", "2024-25"]
    assert exact["value"] == 100 * 48 / 400
    width = {c: r["upper"] - r["lower"] for c, r in (("exact", exact), ("rounded", rounded))}
    assert width["rounded"] == pytest.approx(width["exact"] + 1, abs=0.1)


def test_agency_staff_are_a_share_of_all_who_work_there(world):
    world.raw("lait", [lait("AAA", "Work_Force_Agecy_Rate", 20.0, "Year to September 2025")])
    counts(world, "agency_social_workers", "AAA", "Year to September 2025", 20.0, 80.0)
    row = world.run("lait")["agency_social_workers", "AAA", "Year to September 2025"]
    assert (row["value"], row["denominator"]) == (20.0, 100.0)


def test_dorsets_figures_under_the_former_countys_number_are_its_own(world):
    rows = [lait("DOR", "FirstYJS", 232.0, "2020"), lait("DST", "FirstYJS", None, "2020")]
    rows += [lait("DOR", "FirstYJS", 300.0, "2017")]
    world.raw("lait", rows)
    found = world.run("lait")
    assert found["first_time_young_offenders", "DST", "2020"]["value"] == 232.0
    assert found["first_time_young_offenders", "DOR", "2017"]["value"] == 300.0
    assert ("first_time_young_offenders", "DOR", "2020") not in found


HEART = "Preventable cardiovascular mortality (England)"


def els(council, indicator, value, period="2022 to 2024", notes=None, mark=None, **more):
    row = {"council": council, "indicator": indicator, "value": value, "period": period}
    row |= {"lower": value and value - 1, "upper": value and value + 1}
    return row | {"notes": notes, "mark": mark, "areacd": "E"} | more


@pytest.fixture
def local(world):
    absence = "Persistent absences for pupils looked after by local authorities"
    rows = [
        els("BRY", HEART, 36.0, notes="Obsolete code since 2025 (replaced by E08000038)"),
        els("BRY", HEART, 35.0, notes="This data has been aggregated"),
        els("OLD", "museums", 3.0, period="2024-25", notes="Obsolete code since 2023"),
        els("DDD", "museums", 4.0, period="2024-25"),
        els("AAA", absence, 20.0, period="2024-25"),
        els("BUC", absence, 21.0, period="2018-19"),
        els("BUC", HEART, 31.0, period="2011 to 2013"),
        els("HCK", absence, None, period="2024-25", mark="c"),
        els("LND", absence, None, period="2024-25", mark="z"),
        els("BBB", absence, None, period="2024-25", mark="x"),
    ]
    world.raw("els", rows)
    joint = [els(None, HEART, 30.0, areacd="E67000001"), els(None, HEART, 40.0, areacd="E67000002")]
    joint = [{k: v for k, v in row.items() if k != "council"} for row in joint]
    world.raw("els_other", joint)
    return world.run("local_statistics")


def test_a_council_with_two_codes_has_one_row_from_the_code_of_today(local):
    assert local["preventable_heart_deaths", "BRY", "2022 to 2024"]["value"] == 35.0


def test_a_council_that_is_no_more_has_no_figure(local):
    assert ("museums", "OLD", "2024-25") not in local
    assert local["museums", "DDD", "2024-25"]["value"] == 4.0


@pytest.mark.parametrize(("council", "value"), [("HCK", 30), ("LND", 30), ("CON", 40), ("IOS", 40)])
def test_joint_figures_stand_with_both_councils(local, council, value):
    row = local["preventable_heart_deaths", council, "2022 to 2024"]
    assert row["value"] == value and row["note"].startswith("One figure for")
    assert row["joint_lead"] == {"HCK": "HCK", "LND": "HCK", "CON": "CON", "IOS": "CON"}[council]
    assert (row["lower"], row["upper"]) == (value - 1, value + 1)


def test_earlier_years_are_the_countys_for_what_councils_do_not_for_places(local):
    assert local["children_in_care_absence", "BKM", "2018-19"]["value"] == 21.0
    assert local["preventable_heart_deaths", "BUC", "2011 to 2013"]["value"] == 31.0


def test_each_mark_of_a_missing_figure_has_its_status(local):
    status = {k[1]: row["status"] for k, row in local.items() if k[0] == "children_in_care_absence"}
    assert status["HCK"] == "suppressed"
    assert status["LND"] == "not_collected"
    assert status["BBB"] == "not_submitted"


def ofsted(council, grade, published, link="https://example.org/1"):
    row = {"council": council, "grade": grade, "published": published, "link": link}
    return row | {"period": "2026-06-29", "source": "ofsted-children-latest"}


def test_a_judgement_is_a_word_with_a_date_and_a_link(world):
    latest = [
        ofsted("AAA", "requires improvement", "27/10/23"),
        ofsted("BBB", "outstanding", "27/10/2023"),
        ofsted("YYY", "nan", "17/06/26"),
    ]
    world.raw("ofsted_children", latest)
    row = {"council": "AAA", "judgement": 4.0, "published": "2018-07-02T00:00:00"}
    row |= {"period": "2019-03-31", "source": "ofsted-five-year"}
    world.raw(
        "ofsted_five_year", [row, row | {"council": "BBB", "judgement": None, "published": None}]
    )
    send = {"council": "AAA", "grade": "2.0", "published": "04/02/25", "link": "l"}
    world.raw("ofsted_send", [send | {"period": "2026-06-29", "source": "ofsted-send-latest"}])
    found = world.run("ofsted")
    now = found["ofsted_children", "AAA", "2026-06-29"]
    assert now["value"] == 3
    assert now["note"] == (
        "Requires improvement; report published 27 October 2023; https://example.org/1"
    )
    assert found["ofsted_children", "BBB", "2026-06-29"]["note"].endswith(
        "27 October 2023; https://example.org/1"
    )
    then = found["ofsted_children", "AAA", "2019-03-31"]
    assert (then["value"], then["note"]) == (4, "Inadequate; report published 2 July 2018")
    assert found["ofsted_children", "YYY", "2026-06-29"]["status"] == "not_submitted"
    assert found["ofsted_children", "BBB", "2019-03-31"]["status"] == "not_collected"
    assert found["ofsted_send", "AAA", "2026-06-29"]["note"].startswith("Inconsistent experiences")
    assert found["ofsted_send", "BBB", "2026-06-29"]["status"] == "not_collected"


def test_health_checks_only_rise_so_only_the_newest_quarter_is_shown(world):
    name = "People receiving an NHS Health Check"
    rows = [
        {"council": "AAA", "period": "2021 Q2", "value": 1.0},
        {"council": "AAA", "period": "2025 Q4", "value": 30.0},
    ]
    world.raw("fingertips", rows, indicator=name, sex="Persons", value_status=None)
    found = world.run("public_health")
    assert ("health_checks", "AAA", "2021 Q2") not in found
    assert found["health_checks", "AAA", "2025 Q4"]["value"] == 30.0
    # The compilation has no counties: none is said to have failed to report.
    assert found["health_checks", "YYY", "2025 Q4"]["status"] == "not_held"
