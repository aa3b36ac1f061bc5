"""Figures of places in the nations, cell by cell as the files have them. Needs a mirror."""

import csv
import gzip

import pytest

from tests.build.outcomes.mirror_world import values

NISRA = "outcomes/northern_ireland/nisra_local_stats_11_councils.csv.gz"
CPOP = "outcomes/scotland/cpop_CPPcleandata.csv.gz"


def rows(mirror, path):
    with gzip.open(mirror / path, "rt", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def gss_of(real):
    """Councils of today alone: some files go on for those that are no more."""
    asked = "SELECT gss, council FROM council WHERE gss IS NOT NULL AND ends IS NULL"
    return dict(real.execute(asked).fetchall())


@pytest.mark.parametrize(
    ("measure", "cell", "period"),
    [
        ("municipal_waste_recycled_ni", ("Env_waste", "perc", "LACMWR"), "2024-25"),
        ("municipal_waste_landfilled_ni", ("Env_waste", "perc", "LACMWL"), "2024-25"),
        ("life_expectancy_women_ni", ("LE", "value", "Females"), "2022 to 2024"),
        ("life_expectancy_men_ni", ("LE", "value", "Males"), "2022 to 2024"),
        ("school_leavers_five_gcses_ni", ("Attainment", "value", ""), "2024/25"),
        ("school_leavers_unemployed_ni", ("Destination", "perc", "destUnempUnkpct"), "2024/25"),
        ("special_needs_pupils_ni", ("AllSchools", "perc", "SEN"), "2024/25"),
        ("free_meals_primary_ni", ("Primary", "perc", "FSME"), "2024/25"),
        ("employment_rate_ni", ("LMS", "perc", "EMPR"), "2024"),
    ],
)
def test_northern_irelands_councils_have_the_cells_of_the_file(real, mirror, measure, cell, period):
    council = gss_of(real)
    theirs = {
        (council[row["gss"]], period): float(row["value"])
        for row in rows(mirror, NISRA)
        if (row["group"], row["stat"], row["measure"]) == cell and row["gss"] != "N92000002"
    }
    ours = {key: row["value"] for key, row in values(real, measure).items()}
    assert len(theirs) == 11
    assert ours == pytest.approx(theirs, abs=0.0001)


def test_crime_is_counted_against_the_residents_of_the_same_file(real, mirror):
    found = {
        (row["gss"], row["group"], row["measure"]): row["value"]
        for row in rows(mirror, NISRA)
        if row["stat"] == "value"
    }
    for gss, council in gss_of(real).items():
        if gss.startswith("N09"):
            rate = 1000 * float(found[gss, "crime", "allcrime"]) / float(found[gss, "MYETotal", ""])
            row = values(real, "recorded_crime_per_1000_ni")[council, "2025-26"]
            assert row["value"] == pytest.approx(rate)
            assert row["lower"] < rate < row["upper"]


# The compiler labels each figure by one financial year; the period is what its Metadata says.
@pytest.mark.parametrize(
    ("measure", "indicator", "label", "period"),
    [
        ("dwelling_fires_scotland", "Dwelling Fires", "2021/22", "2021-22"),
        ("early_deaths_scotland", "Early Mortality", "2021/22", "2021"),
        (
            "babies_of_healthy_weight_scotland",
            "Healthy Birthweight",
            "2021/22",
            "2019-20 to 2021-22",
        ),
        ("fuel_poverty_scotland", "Fuel Poverty", "2019/20", "2017 to 2019"),
        ("fragility_scotland", "Fragility", "2010/11", "2009 to 2011"),
    ],
)
def test_scotlands_outcomes_are_raw_data_of_the_period_meant(
    real, mirror, measure, indicator, label, period
):
    theirs = sorted(
        float(row["value"])
        for row in rows(mirror, CPOP)
        if row["Indicator"] == indicator
        and row["Type"] == "Raw data"
        and row["Year"] == label
        and row["CPP"] != "Scotland"
    )
    found = [row for (_, one), row in values(real, measure).items() if one == period]
    assert len(theirs) == 32
    assert sorted(row["value"] for row in found) == pytest.approx(theirs)
    assert {row["status"] for row in found} == {"derived"}


@pytest.mark.parametrize(
    ("measure", "file", "indicator"),
    [
        ("business_births", "business-demography", "Business births"),
        ("business_survival_three_years", "business-demography", "Three-year survival rate"),
        ("gva_per_hour", "gross-value-added", "Gross value added per hour worked"),
        ("employment_rate", "employment-rate", "Employment rate"),
    ],
)
def test_the_economy_is_as_ons_has_it(real, mirror, measure, file, indicator):
    council = gss_of(real)
    theirs = {
        (council[row["areacd"]], row["period"][:4]): float(row["observation"])
        for row in rows(mirror, f"outcomes/ons_els/{file}.csv.gz")
        if row["indicator"] == indicator and row["areacd"] in council and row["observation"]
    }
    ours = {key: row["value"] for key, row in values(real, measure).items() if row["value"]}
    assert len(theirs) > 1000
    assert {key: ours[key] for key in theirs} == pytest.approx(theirs)
