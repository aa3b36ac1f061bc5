"""Adult care by the council's own services and by others, from three generations of returns."""

import pytest

from data.build import paths
from data.build.records import load_sources
from tests.build.delivery.small_world import header, make, shares, write

FOLDER = "delivery/adult_social_care"
UNIT = f"{FOLDER}/pss_ex1_unit_costs_2012-13.csv.gz"
SPEND = f"{FOLDER}/pss-exp-eng-14-15-fin-coun-lev-exp-data.csv.gz"
WEEKS = f"{FOLDER}/pss-exp-eng-15-16-fin-act.csv.gz"


def unit_costs(folder):
    """Columns under the headers that the record looks for; every other figure is 10."""
    reading = next(
        table
        for table in load_sources(paths.SOURCES)["social-services-unit-costs"].table
        if table.files == [UNIT]
    )
    wanted = {n: p for n, p in reading.columns.items() if n != "authority"}
    headers = ["", *(pattern[4:].replace(".*", "") for pattern in wanted.values())]

    def row(authority, **figures):
        return [authority, *(figures.get(name, "10") for name in wanted)]

    rows = [["title"], [], headers, ["", "2.1"], ["", "Numerator"]]
    rows.append(row("212 - Leeds ", own_cost_65="1,000", other_cost_65="3,000", own_weeks_ld="-30"))
    rows.append(row("909 - Bristol", own_cost_65="..", own_weeks_pd="0", own_hours_home=".."))
    rows.append(row("TOTAL England", own_weeks_65="20", other_weeks_65="20"))
    rows.append(row("Copyright"))
    return write(folder, UNIT, rows, "cp1252")


def expenditure(folder):
    start = ["Long term", "Age 65 and over", "Total"]
    cost = "Gross total cost: "
    rows = [
        ["", "", "", "", "", "YH", "SW"],
        [
            "Support type",
            "Age category",
            "Summary",
            "Delivery mechanism",
            "Accounting category",
            "212 - Leeds",
            "909 - Bristol",
        ],
        [*start, "Total", f"{cost}own provision", "10", "1"],
        [*start, "Total", f"{cost}provision by others", "85.5", ":"],
        [*start, "Total", f"{cost}grants to voluntary org", "4.5", "0"],
        [*start, "Total", f"{cost}total expenditure", "100", "50"],
        [*start, "Total", "Income: total", "7", "7"],
        ["Long term", "Age 65 and over", "Physical support", "Total", f"{cost}own provision", 9, 9],
        ["Notes"],
    ]
    return write(folder, SPEND, rows, "cp1252")


def activity(folder):
    def row(code, provision, age, setting, asked, value):
        return ["1", code, "x", "Long term", provision, age, "any", setting, "-", asked, value, ""]

    rows = [
        header("activity"),
        row("212", "In house", "Age 65 and over", "Residential", "Mandatory", "10"),
        row("212", "In house", "Age 65 and over", "Residential", "Mandatory", "15"),
        row("212", "External", "Age 65 and over", "Residential", "Mandatory", "75"),
        row("212", "External", "Age 65 to 74", "Residential", "Voluntary", "70"),
        row("212", "External", "Age 65 and over", "Nursing", "Mandatory", "400"),
        row("909", "In house", "Age 65 and over", "Residential", "Mandatory", ""),
        row("909", "External", "Age 65 and over", "Residential", "Mandatory", "75"),
    ]
    return write(folder, WEEKS, rows)


@pytest.fixture
def world(tmp_path):
    files = unit_costs(tmp_path) | expenditure(tmp_path) | activity(tmp_path)
    tables = ("care_unit_costs", "care_expenditure", "care_activity")
    return make(files, *(f"delivery.{name}" for name in tables))


def test_thousands_become_pounds(world):
    found = shares(world, "LDS", "2012-13", "care_home_65_spending")
    assert found["own"][:2] == [1_000_000, 25]
    assert found["external"][:2] == [3_000_000, 75]


def test_three_groups_of_younger_adults_are_added(world):
    assert shares(world, "BST", "2012-13", "care_home_18_64_weeks")["own"][:2] == [20, 40]


def test_an_amount_below_nought_and_a_missing_one_take_the_shares_away(world):
    lost = shares(world, "BST", "2012-13", "care_home_65_spending")
    assert lost["own"][0] is None and lost["own"][2] == "not_submitted"
    assert [row[1] for row in lost.values()] == [None, None]
    odd = shares(world, "LDS", "2012-13", "care_home_18_64_weeks")
    assert [row[1] for row in odd.values()] == [None, None]
    assert all("below nought" in row[3] for row in odd.values())


def test_grants_stand_beside_contracts(world):
    found = shares(world, "LDS", "2014-15", "adult_long_term_care_65_spending")
    assert {m: row[:2] for m, row in found.items()} == {
        "own": [10_000, 10],
        "external": [85_500, 85.5],
        "voluntary": [4_500, 4.5],
    }


def test_unavailable_is_not_nought(world):
    found = shares(world, "BST", "2014-15", "adult_long_term_care_65_spending")
    assert found["external"][0] is None and found["external"][2] == "not_submitted"
    assert {row[1] for row in found.values()} == {None}


def test_weeks_of_the_two_ages_that_every_council_gives(world):
    found = shares(world, "LDS", "2015-16", "care_home_65_weeks")
    assert {m: row[:2] for m, row in found.items()} == {"own": [25, 25], "external": [75, 75]}
    lacking = shares(world, "BST", "2015-16", "care_home_65_weeks")
    assert lacking["own"][0] is None and {row[1] for row in lacking.values()} == {None}
