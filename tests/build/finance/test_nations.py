"""Spending of Wales, Scotland and Northern Ireland, each by its own lines."""

import pytest

from data.build import paths
from data.build.measuring import compute
from data.build.records import load_families, load_sources
from tests.build.finance.nation_files import nation_files
from tests.build.finance.world import bench_of, filled

PLACES = [
    ("CRF", "Cardiff", "welsh", "Wales", "W06000015"),
    ("ABE", "Aberdeen City", "scottish", "Scotland", "S12000033"),
    ("BFS", "Belfast", "northern_irish", "Northern Ireland", "N09000003"),
    ("FMO", "Fermanagh and Omagh", "northern_irish", "Northern Ireland", "N09000006"),
]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nations")
    bench = bench_of(nation_files(folder), more=PLACES)
    # Single councils that run a service besides their class are not in this world.
    bench.database.execute("DELETE FROM declared.service_council")
    filled(bench, "responsibility", "spending.nations")
    return bench.database


def cell(database, council, period, service):
    return database.execute(
        "SELECT value_gbp, status, source_row, source_column FROM spending"
        " WHERE council = ? AND period = ? AND service = ?",
        [council, period, service],
    ).fetchall()


def test_thousands_become_pounds_with_their_cell_and_say_that_they_are_derived(database):
    assert cell(database, "CRF", "2024-25", "education") == [(300_000, "derived", 3, "E")]
    assert cell(database, "ABE", "2024-25", "social_care_combined")[0][:2] == (50_000, "derived")
    assert cell(database, "ABE", "2024-25", "central")[0][0] == -3_000


def test_what_is_not_alike_has_a_service_of_its_own(database):
    assert cell(database, "CRF", "2024-25", "housing") == []
    assert cell(database, "CRF", "2024-25", "housing_with_benefit")[0][0] == 90_000
    groups = database.execute(
        "SELECT DISTINCT nation FROM responsibility JOIN council USING (council)"
        " WHERE service = 'housing_with_benefit'"
    ).fetchall()
    assert groups == [("Wales",)]


def test_prices_of_another_year_are_not_pounds_of_their_own(database):
    assert cell(database, "BFS", "2022-23", "waste") == []
    assert cell(database, "BFS", "2020-21", "remainder") == []
    assert cell(database, "BFS", "2023-24", "waste")[0][:2] == (2_000_000, "derived")
    assert cell(database, "BFS", "2023-24", "total")[0][:2] == (20_000_000, "derived")


def test_a_nought_between_amounts_is_a_gap_and_leaves_no_total(database):
    assert cell(database, "FMO", "2023-24", "community")[0][:2] == (None, "not_held")
    assert cell(database, "FMO", "2023-24", "total")[0][:2] == (None, "not_held")
    assert cell(database, "FMO", "2023-24", "waste")[0][0] == 1_000_000


def test_spending_per_resident_keeps_the_auditors_prices(database):
    database.execute(
        "INSERT INTO population BY NAME SELECT 'BFS' council, 2022 AS year, 100_000 residents,"
        " 'population-estimates' source UNION ALL SELECT 'CRF', 2024, 1_000, 'population-estimates'"
    )
    family = load_families(paths.MEASURES)["expenditure_of_nations"]
    rows = compute(database, family, load_sources(paths.SOURCES)).rows(named=True)
    values = {(r["measure"], r["council"], r["period"]): (r["value"], r["status"]) for r in rows}
    assert values["northern_ireland_total", "BFS", "2022-23"] == (250, "derived")
    assert values["wales_total", "CRF", "2024-25"] == (590, "derived")
    welsh = {council for measure, council, _ in values if measure.startswith("wales")}
    assert welsh == {"CRF"}


def test_no_line_of_a_nation_is_without_a_reason(database):
    rows = database.execute("SELECT nation, heading, because FROM declared.nation_line").fetchall()
    assert len(rows) == len({row[:2] for row in rows}) == 28
    assert all(because for *_, because in rows)
