"""Figures of well-known councils and totals, read by eye in the published files. Needs a mirror."""

import pytest

from tests.build.outcomes.mirror_world import values

# Read by eye in the published files and their releases: (measure, council, period, value).
BY_HAND = [
    ("children_in_care", "BPL", "2024-25", 183.6),
    ("attainment_8", "LDS", "2024/25", 45.5),
    ("ks2_reading_writing_maths", "BUC", "2024/25", 65),
    ("re_referrals", "LDS", "2024-25", 24.2),
    ("social_worker_turnover", "LDS", "Year to September 2025", 7),
    ("roads_a_poor", "DBY", "2024-25", 29),
    ("roads_b_c_poor", "DUR", "2024-25", 3),
    ("recycling_rate", "SOX", "2023-24", 62.9),
    ("recycling_rate", "SOX", "2022-23", 61.6),
    ("recycling_rate", "STR", "2023-24", 61.0),
    ("recycling_rate", "THE", "2023-24", 61.9),
    ("fly_tipping_per_1000", "LDS", "2022-23", 14.18631145),
    ("temporary_accommodation_per_1000", "NWM", "2025 Q1", 57.7),
    ("temporary_accommodation_per_1000", "WSM", "2025 Q1", 32.9),
    ("temporary_accommodation_per_1000", "SWK", "2025 Q1", 30.2),
    ("families_in_temporary_accommodation_per_1000", "GAT", "2025 Q4", 0.322),
    ("families_in_bed_and_breakfast_over_6_weeks", "BIR", "2025 Q4", 10.7),
    ("business_births", "GAT", "2024", 11.44),
    ("gva_per_hour", "GAT", "2023", 32.16),
    ("municipal_waste_recycled_ni", "BFS", "2024-25", 39.4),
    ("fly_tipping_actions_per_100", "GAT", "2022-23", 1.482),
    ("planning_extensions", "LDS", "Year to September 2025", 36.6),
    ("housing_delivery_test", "NOW", "2022-23", 111),
    ("housing_delivery_test", "ADU", "2022-23", 81),
    ("healthy_life_expectancy_women", "BNS", "2022 to 2024", 55.3),
    ("healthy_life_expectancy_men", "NYE", "2022 to 2024", 64.5),
    ("child_poverty_before_housing_costs", "SHF", "2024-25", 28.52876439),
    ("carer_quality_of_life", "DAL", "2016-17", 7.6),
    ("ofsted_children", "BNS", "2026-06-29", 2),
]


@pytest.mark.parametrize(("measure", "council", "period", "value"), BY_HAND)
def test_well_known_figures(real, measure, council, period, value):
    text = str(float(value))
    digits = len(text.split(".")[1])
    assert values(real, measure)[council, period]["value"] == pytest.approx(
        value, abs=0.51 / 10**digits
    )


def test_controls_are_the_published_totals(real):
    controls = {
        (control, period): (published, ours, equal)
        for control, period, published, ours, equal in real.execute(
            "SELECT control, period, published, ours, must_equal FROM control_total"
        ).fetchall()
    }
    assert controls["fly_tipping_england", "2022-23"] == (1082673, 1082673, True)
    assert controls["net_additional_dwellings_england", "2024-25"] == (208600, 208600, True)
    assert controls["planning_decisions_districts", "Year to September 2025"][:2] == (
        303215,
        297893,
    )
    assert controls["planning_decisions_england", "Year to September 2025"][1] == 303215
    assert controls["planning_extensions_england", "Year to September 2025"][1] == 121516
    assert controls["fly_tipping_actions_england", "2022-23"] == (531595, 531595, True)
    assert controls["residents_northern_ireland_nisra", "2024"] == (1927855, 1927855, True)
    assert controls["municipal_waste_recycled_northern_ireland", "2024-25"][0] == 50.4
    assert controls["business_births_england", "2024"][0] == 11.21
    assert controls["spending_on_children_in_care_england", "2024-25"] == (8955421, 8955421, True)
    services = controls["spending_on_childrens_services_england", "2024-25"]
    assert services == (16012356, 16012356, True)
    assert controls["children_in_need_ks2_england", "2024/25"][0] == 30
    assert controls["children_in_need_attainment_8_england", "2024/25"][0] == 17.3
    assert controls["homelessness_ta_households", "2025 Q1"][0] == 131140
    assert controls["homelessness_ta_households", "2025 Q4"][:2] == (134210, 124142)
    assert controls["families_in_temporary_accommodation", "2025 Q4"][0] == 3.51
    assert controls["homelessness_assessments_total", "2025 Q4"][0] == 84250
    assert controls["recycling_rate_england", "2023-24"][:2] == (42.3, 42.3)
    assert all(ours == published for published, ours, equal in controls.values() if equal)


def test_five_authorities_zeros_are_missing(real):
    ours = values(real, "care_quality_of_life")
    for council in ("KEN", "TRF", "WOK", "LND", "IOS"):
        assert ours[council, "2019-20"]["value"] is None
    assert not [row for row in ours.values() if row["value"] == 0]


def test_judgements_are_as_many_as_the_notes_count(real):
    now = [r["value"] for (_, p), r in values(real, "ofsted_children").items() if p == "2026-06-29"]
    assert [now.count(grade) for grade in (1, 2, 3, 4)] == [46, 63, 29, 13]
    assert now.count(None) == 2


def test_barnsley_and_sheffield_have_one_row_a_year(real):
    twice = real.execute(
        "SELECT measure, council, period FROM value GROUP BY ALL HAVING count(*) > 1"
    ).fetchall()
    assert twice == []
    for council in ("BNS", "SHF"):
        assert values(real, "greenhouse_gases_per_person")[council, "2023"]["value"] is not None


def test_councils_with_joint_figures_of_deaths_have_them(real):
    ours = values(real, "preventable_heart_deaths")
    assert ours["HCK", "2022 to 2024"]["value"] == ours["LND", "2022 to 2024"]["value"]
    assert ours["CON", "2022 to 2024"]["value"] == ours["IOS", "2022 to 2024"]["value"]


def test_nothing_of_the_outcome_sources_is_set_aside(made_of_mirror):
    _, bench = made_of_mirror
    assert [i for i in bench.issues if i["source_file"].startswith("outcomes/")] == []


def test_every_service_area_of_england_has_an_outcome(real):
    covered = real.execute(
        "SELECT service, count(DISTINCT measure) FROM measure JOIN value USING (measure) "
        "JOIN council c USING (council) WHERE kind = 'outcome' AND c.nation = 'England' "
        "AND value IS NOT NULL GROUP BY service"
    ).fetchall()
    wanted = (
        "adult_social_care children education highways environment planning housing "
        "culture public_health"
    )
    assert set(wanted.split()) <= {service for service, _ in covered}
    assert sum(count for _, count in covered) >= 40


def test_the_five_blocks_of_the_delivery_test_are_read_as_what_they_are(real):
    blocks = dict(
        real.execute("SELECT block, count(*) FROM raw.housing_delivery GROUP BY 1").fetchall()
    )
    assert blocks["joint plan"] == 14
    assert blocks["reorganised, scored jointly"] == 7
    assert blocks["former council"] == 3
    said = real.execute(
        "SELECT lower(consequence), count(*) FROM (FROM raw.housing_delivery UNION ALL BY NAME "
        "FROM raw.housing_delivery_other) WHERE gss LIKE 'E%' GROUP BY 1"
    ).fetchall()
    assert dict(said) == {"none": 203, "presumption": 63, "buffer": 29, "action plan": 18}


def test_deaths_are_those_of_all_persons_not_of_men_or_women(real):
    ours = values(real, "preventable_deaths_under_75")
    england = real.execute(
        "SELECT DISTINCT sex FROM raw.fingertips WHERE indicator LIKE 'Under 75%'"
    ).fetchall()
    assert {sex for (sex,) in england} == {"Persons", "Male", "Female"}
    assert len(ours) == len({key for key in ours})


def test_headlines_are_few_for_every_class(real):
    counts = real.execute(
        "SELECT c.class, count(DISTINCT m.measure) FROM value v JOIN measure m USING (measure) "
        "JOIN council c USING (council) WHERE m.headline AND v.value IS NOT NULL "
        "AND c.ends IS NULL GROUP BY c.class"
    ).fetchall()
    assert all(4 <= count <= 12 for _, count in counts), counts
