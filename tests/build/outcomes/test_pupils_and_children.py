"""Figures made of two indicators of the tool, and what its own numbers may not say."""

import csv
import gzip
from pathlib import Path

import polars as pl
import pytest

from tests.build.outcomes.mirror_world import values

# Gateshead, Leeds, Devon: a metropolitan district, a large one, a county.
NUMBERS = {"GAT": 390, "LDS": 383, "DEV": 878}


def lait(indicator: str, council: str, period: str, value: float | None) -> dict:
    return {
        "indicator": indicator,
        "council": council,
        "period": period,
        "value": value,
        "value_status": "suppressed" if value is None else None,
    }


def combined(world, rows):
    world.raw("lait", rows)
    return world.run("lait_combined")


def test_a_gap_is_the_others_less_the_group_in_the_order_of_its_words(world):
    rows = combined(
        world,
        [
            lait("FSP_Gooddev_FSM_Other", "AAA", "2024/25", 72.4),
            lait("FSP_Gooddev_FSM", "AAA", "2024/25", 47.1),
        ],
    )
    assert rows["readiness_gap_free_meals", "AAA", "2024/25"]["value"] == pytest.approx(25.3)


def test_a_gap_without_one_of_its_groups_is_none(world):
    rows = combined(
        world,
        [
            lait("FSP_Gooddev_FSM_Other", "AAA", "2024/25", 72.4),
            lait("FSP_Gooddev_FSM", "AAA", "2024/25", None),
            lait("FSP_Gooddev_FSM_Other", "BBB", "2024/25", 70),
            lait("FSP_Gooddev_FSM", "BBB", "2024/25", 50),
        ],
    )
    row = rows["readiness_gap_free_meals", "AAA", "2024/25"]
    assert (row["value"], row["status"]) == (None, "suppressed")


def test_a_sum_with_a_part_suppressed_is_no_sum_and_says_what_the_other_is(world):
    rows = combined(
        world,
        [
            lait("LAC_ceased_SGO%", "AAA", "2024-25", 29),
            lait("LAC_ceased_CAO%", "AAA", "2024-25", None),
            lait("LAC_ceased_SGO%", "BBB", "2024-25", 29),
            lait("LAC_ceased_CAO%", "BBB", "2024-25", 6),
        ],
    )
    partial = rows["left_care_to_wider_family", "AAA", "2024-25"]
    assert (partial["value"], partial["status"]) == (None, "suppressed")
    assert "29" in partial["note"]
    assert rows["left_care_to_wider_family", "BBB", "2024-25"]["value"] == 35


def test_the_rest_of_a_whole_has_its_pounds(world):
    rows = combined(
        world,
        [
            lait("TotalLACFinance", "AAA", "2024-25", 47562083),
            lait("C&YPExpenditure", "AAA", "2024-25", 71594526),
        ],
    )
    row = rows["childrens_spending_not_on_care", "AAA", "2024-25"]
    assert row["value"] == pytest.approx(33.5674, abs=1e-4)
    assert (row["numerator"], row["denominator"]) == (24032443, 71594526)


def test_reoffending_of_an_area_that_is_no_more_is_nobodys_figure(world):
    world.raw(
        "lait",
        [
            lait("ReoffYO15-17", "SOM", "2021-22", 40),
            lait("ReoffYO15-17", "SOM", "2023-24", 41),
            lait("ReoffYO15-17", "DOR", "2023-24", 28),
            lait("ReoffYO15-17", "AAA", "2023-24", 35),
        ],
    )
    rows = world.run("lait")
    assert rows["youth_reoffending_15_17", "SOM", "2021-22"]["value"] == 40
    assert ("youth_reoffending_15_17", "SOM", "2023-24") not in rows
    assert rows["youth_reoffending_15_17", "DST", "2023-24"]["value"] is None
    assert rows["youth_reoffending_15_17", "AAA", "2023-24"]["value"] == 35


# Measure, its period, the year in the file, and how the file's cells make it.
FROM_CELLS = [
    ("readiness_gap_free_meals", "2024/25", "2025", ("FSP_Gooddev_FSM_Other", "FSP_Gooddev_FSM")),
    ("ks2_disadvantage_gap", "2024/25", "2025", ("NonDAP_NEW_KS2_RWM", "DAP_NEW_KS2_RWM")),
    ("attainment_8_disadvantage_gap", "2024/25", "2025", ("NonDAP_KS4_ATT8", "DAP_KS4_ATT8")),
    ("two_year_olds_in_funded_childcare", "2024/25", "2025", ("%_2yr_olds",)),
    ("three_and_four_year_olds_in_funded_childcare", "2024/25", "2025", ("%_3&4yr_olds",)),
    ("severe_absence", "2024/25", "2025", ("TotSevPerAbNew",)),
    ("ks2_sen_support", "2024/25", "2025", ("NEW_KS2_RWM_Sen_W/Osta",)),
    ("ks2_ehc_plan", "2024/25", "2025", ("NEW_KS2_RWM_Sen_Withsta",)),
    ("attainment_8_sen_support", "2024/25", "2025", ("SEN_WoStat_AVG_Attain8_Score",)),
    ("attainment_8_ehc_plan", "2024/25", "2025", ("SEN_Stat_AVG_Attain8_Score",)),
    ("sustained_destination", "2022/23", "2023", ("SusEdOverall_All",)),
    ("sustained_destination_sen_support", "2022/23", "2023", ("SusEdOverall_SEN_NoStat_incSpec",)),
    ("sustained_destination_ehc_plan", "2022/23", "2023", ("SusEdOverall_SEN_Stat_incSpec",)),
    ("youth_reoffending_15_17", "2023-24", "2024", ("ReoffYO15-17",)),
    ("youth_reoffending_10_14", "2023-24", "2024", ("ReoffYO",)),
    ("children_in_care_difficulties", "2024-25", "2025", ("Emotional_LAC",)),
    ("children_in_care_foster_care", "2024-25", "2025", ("LAC_Foster_Placements",)),
    ("children_in_care_childrens_homes", "2024-25", "2025", ("LAC_SecHome_And_ChildHome",)),
    ("children_in_care_with_parents", "2024-25", "2025", ("LAC_Parents_OR_Others",)),
    ("children_in_care_own_lodgings", "2024-25", "2025", ("LAC_Ind_SInd_Liv_Arr",)),
    ("children_in_care_other_residential", "2024-25", "2025", ("LAC_Other_Res_Settings",)),
    ("children_in_care_other_placements", "2024-25", "2025", ("LAC_Other_Place_Inc_Unreg",)),
    ("under_18_conceptions", "2022", "2022", ("Under18concep",)),
]


@pytest.fixture(scope="session")
def cells(mirror):
    frame = pl.read_parquet(mirror / "outcomes/lait/bds_long_0.parquet")
    return {
        (row["Short Desc"], row["Years"], int(row["LA Number"])): row["Values"]
        for row in frame.filter(pl.col("LA Number").is_not_null()).iter_rows(named=True)
    }


@pytest.mark.parametrize(("measure", "period", "year", "keys"), FROM_CELLS)
def test_a_measure_is_the_cells_of_the_file(real, cells, measure, period, year, keys):
    ours = values(real, measure)
    for council, number in NUMBERS.items():
        published = [cells[key, year, number] for key in keys]
        if "-" in published:
            expected = None
        else:
            first, *rest = map(float, published)
            expected = pytest.approx(first - sum(rest), abs=1e-6)
        assert ours[council, period]["value"] == expected, council


def test_the_gap_of_england_is_that_of_the_release(cells):
    assert float(cells["FSP_Gooddev_FSM_Other", "2025", 970]) == 72.5
    assert float(cells["FSP_Gooddev_FSM", "2025", 970]) == 51.3


def counts(mirror: Path, name: str, number: int, **where: str) -> dict[str, str]:
    """The one row of a file of the department for a council, by its three-digit number."""
    with gzip.open(mirror / f"outcomes/dfe_csc/{name}.csv.gz", "rt", encoding="utf-8-sig") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["old_la_code"] == str(number)
            and all(row[column] == value for column, value in where.items())
        ]
    assert len(rows) == 1
    return rows[0]


NEED = {"time_period": "202425", "social_care_group": "CINO at 31 March"}
LEAVERS = {"time_period": "2025", "care_leaver_age": "17 to 18 years"}


@pytest.mark.parametrize(("council", "number"), NUMBERS.items())
def test_a_measure_with_counts_is_what_the_counts_say(real, mirror, council, number):
    ks2 = counts(mirror, "ks2_la", number, **NEED)
    ks4 = counts(mirror, "ks4_la", number, **NEED)
    plans = counts(mirror, "d5_cpps_at31march_by_duration_2013_to_2025", number, time_period="2025")
    homes = "la_care_leavers_accommodation_suitability"
    suitable = [
        counts(mirror, homes, number, **LEAVERS, breakdown=what)["care_leaver_count"]
        for what in ("Accommodation considered suitable", "Suitability total")
    ]
    busy = [
        counts(mirror, "la_care_leavers_activity", number, **LEAVERS, breakdown=what)[
            "care_leaver_count"
        ]
        for what in ("Total in education, employment or training", "Total")
    ]
    for measure, period, top, bottom, per in [
        (
            "children_in_need_ks2",
            "2024/25",
            ks2["t_rwm_met_expected_standard"],
            ks2["t_rwm_eligible_pupils"],
            100,
        ),
        ("children_in_need_attainment_8", "2024/25", ks4["t_att8"], ks4["t_pupils"], 1),
        (
            "protection_plans_over_two_years",
            "2024-25",
            plans["2_years_or_more"],
            plans["CPP_At31"],
            100,
        ),
        ("care_leavers_suitable_home_17_18", "2024-25", *suitable, 100),
        ("care_leavers_in_work_or_study_17_18", "2024-25", *busy, 100),
    ]:
        row = values(real, measure)[council, period]
        if not (top.replace(".", "").isdigit() and bottom.isdigit()):
            assert row["value"] is None, measure
            continue
        assert row["value"] == pytest.approx(per * float(top) / float(bottom)), measure
        assert (row["numerator"], row["denominator"]) == (float(top), float(bottom)), measure


def test_spending_not_on_care_is_the_rest_of_two_cells(real, cells):
    for council, number in NUMBERS.items():
        care = float(cells["TotalLACFinance", "2024-25 (OT)", number])
        whole = float(cells["C&YPExpenditure", "2024-25 (OT)", number])
        row = values(real, "childrens_spending_not_on_care")[council, "2024-25"]
        assert row["value"] == pytest.approx(100 * (whole - care) / whole)
