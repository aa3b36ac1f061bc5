"""Scotland's benchmarks: shares, periods, councils without homes, zeros that mean missing."""

import csv
import gzip

import pytest

from data.build import paths
from data.build.records import load_families
from tests.build.finance.world import bench_of

FOLDER = "finance/scotland_lgbf"
NEWER = "finance/scotland/lgbf_2026-07_real_7_indicators.csv.gz"
NEWER_COLUMNS = ["Indicators_Information_Code", "LA_Information_LocalAuthority"]
NEWER_COLUMNS += ["LA_Data_LGBF_Year", "LA_Data_LA_IndicatorReal", "LA_Data_LA_Numerator_real"]
NEWER_COLUMNS += ["LA_Data_LA_Den_Real", "Scotland_Data_Scotland_Num_Real"]
# At prices of 2024-25: a pound of 2022-23 is 1.1 of them.
NEWER_ROWS = [
    ["CHN01", "Aberdeen City", "2022-23", "5500", "55", "10"],
    ["ENV01a", "Glasgow City", "2022-23", "66", "6.6", "100"],
    ["CHN01", "Aberdeen City", "2023-24", "5250", "52.5", "10"],
    ["CHN01", "Aberdeen City", "2024-25", "6000", "60", "10"],
    ["ENV04b", "Aberdeen City", "2024-25", "0.3", "", ""],
]
COLUMNS = ["", "LocalAuthority", "IndicatorCode", "Year", "IndicatorCash_LA", "NumeratorCash_LA"]
COLUMNS += ["DenominatorCash_LA", "IndicatorCash_Scotland", "NumeratorCash_Scotland"]
ROWS = [
    ["Aberdeen City", "CHN01", "2022-23", "5000", "50", "10"],
    ["Glasgow City", "ENV01a", "2022-23", "50", "5", "100"],
    ["Glasgow City", "CHN01", "2022-23", "", "60", ""],
    ["Aberdeen City", "CHN04", "2021-22", "0.6", "", ""],
    ["Aberdeen City", "CHN12b", "2018-19", "0", "", ""],
    ["Aberdeen City", "ENV04b", "2021-23", "0.25", "", ""],
    ["Aberdeen City", "HSN03", "2022-23", "0.9", "90", "100"],
    ["Aberdeen City", "ECON01", "2021-22", "0.59", "378", "4400"],
    ["", "", "", "", "", ""],
]
INDICATORS = [
    ["CHN01", "Cost", "1000"],
    ["CHN04", "Percentage", ""],
    ["CHN12b", "Score", ""],
    ["ENV04b", "Percentage", ""],
    ["ENV01a", "Cost", "1000"],
    ["HSN03", "Percentage", "1"],
    ["ECON01", "Percentage", "1"],
]


@pytest.fixture(scope="module")
def values(tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    data = folder / "lgbf.csv.gz"
    with gzip.open(data, "wt", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *([i, *row, "", ""] for i, row in enumerate(ROWS))])
    info = folder / "info.csv"
    heading = ["Code", "MeasureType", "Numerator_Multipier", "Title", "Ranking_Type"]
    with info.open("w", encoding="utf-8-sig", newline="") as file:
        rows = [[*row, "", ""] for row in INDICATORS]
        csv.writer(file).writerows(
            [[*heading, "Denominator_Multiplier"], *([*r, ""] for r in rows)]
        )
    files = {
        f"{FOLDER}/LGBF_ScotDataCash_ISSpatialHub.csv.gz": data,
        f"{FOLDER}/Indicator Information.csv": info,
    }
    newer = folder / "newer.csv.gz"
    with gzip.open(newer, "wt", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([NEWER_COLUMNS, *([*row, ""] for row in NEWER_ROWS)])
    files[NEWER] = newer
    database = bench_of(files).database
    database.execute(
        "INSERT INTO deflator BY NAME SELECT period, index, '2024-25' base, 'outturn' status,"
        " 'gdp-deflator' source FROM (VALUES ('2023-24', 100), ('2024-25', 105)) t (period, index)"
    )
    family = load_families(paths.MEASURES)["lgbf"]
    members = [f"('{m.slug}', '{m.key}')" for m in family.measures]
    database.execute(
        f"CREATE TEMP TABLE member AS SELECT * FROM (VALUES {', '.join(members)}) t (measure, key)"
    )
    rows = database.sql(family.sql.strip().rstrip(";")).pl().iter_rows(named=True)
    return {(r["measure"], r["council"], r["period"]): r for r in rows}


def test_money_comes_in_pounds(values):
    row = values["lgbf_chn01", "ABE", "2022-23"]
    assert (row["value"], row["numerator"], row["denominator"]) == (5000, 50_000, 10)


def test_an_empty_cell_is_missing(values):
    assert values["lgbf_chn01", "GLG", "2022-23"]["value"] is None


def test_shares_come_in_per_cent_and_school_years_are_school_years(values):
    assert values["lgbf_chn04", "ABE", "2021/22"]["value"] == 60


def test_pooled_years_are_named(values):
    assert values["lgbf_env04b", "ABE", "2021 to 2023"]["value"] == 25


def test_no_score_of_zero(values):
    assert values["lgbf_chn12b", "ABE", "2018/19"]["value"] is None


def test_a_council_without_homes_is_not_responsible(values):
    row = values["lgbf_hsn03", "GLG", "2022-23"]
    assert (row["value"], row["status"]) == (None, "not_responsible")


def test_a_share_that_contradicts_its_counts_is_not_shown(values):
    row = values["lgbf_econ01", "ABE", "2021-22"]
    assert (row["value"], row["status"]) == (None, "not_comparable")


def test_costs_are_no_verdict():
    family = load_families(paths.MEASURES)["lgbf"]
    assert {m.polarity for m in family.measures if m.kind == "spend"} == {"neither"}


def test_money_of_a_newer_release_comes_back_to_pounds_of_its_own_year(values):
    kept = values["lgbf_chn01", "ABE", "2022-23"]
    assert (kept["value"], kept["status"], kept["source"]) == (5000, None, None)
    revised = values["lgbf_env01a", "GLG", "2022-23"]
    assert revised["value"] == pytest.approx(60)
    assert (revised["status"], revised["source"]) == ("derived", "lgbf-2026-07")
    # The extract in cash lacks this year: by the price index.
    assert values["lgbf_chn01", "ABE", "2023-24"]["value"] == pytest.approx(5000)
    newest = values["lgbf_chn01", "ABE", "2024-25"]
    assert (newest["value"], newest["numerator"], newest["status"]) == (6000, 60_000, None)


def test_the_label_of_the_last_year_spans_the_years_of_the_survey(values):
    assert values["lgbf_env04b", "ABE", "2023 to 2025"]["value"] == pytest.approx(30)
