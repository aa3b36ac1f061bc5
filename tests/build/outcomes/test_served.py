"""Those whom services are for, and deprivation of each nation's own index. Needs a mirror."""

import csv
import gzip

import pytest

from tests.build.outcomes.mirror_world import values


def test_children_under_eighteen_are_those_that_the_department_divides_by(real, mirror):
    path = mirror / "outcomes/dfe_csc/cla_number_and_rate_per_10k_children.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8-sig") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["population_type"].startswith("Children looked after on 31 March")
            and row["time_period"] == "2025"
        ]
    (england,) = [row for row in rows if row["geographic_level"] == "National"]
    ours = {
        council: row["value"]
        for (council, period), row in values(real, "residents_0_17").items()
        if period == "2024-06-30" and row["value"]
    }
    assert ours["GAT"] == 40414
    assert sum(ours.values()) == int(england["population_estimate"]) == 12183016


def test_ages_add_up_to_all_residents(real):
    held = {name: values(real, f"residents_{name}") for name in ("0_15", "16_64", "65_plus")}
    residents = real.execute(
        "SELECT council, year || '-06-30', residents FROM population JOIN council USING (council) "
        "WHERE class <> 'other' AND share_0_15_pct IS NOT NULL"
    ).fetchall()
    assert len(residents) > 9000
    for council, period, everybody in residents:
        assert sum(rows[council, period]["value"] for rows in held.values()) == everybody


def test_adults_are_all_but_the_children(real):
    children, adults = values(real, "residents_0_17"), values(real, "residents_18_plus")
    younger, older = values(real, "residents_18_64"), values(real, "residents_65_plus")
    for key, row in adults.items():
        if row["value"] is not None:
            assert row["value"] == younger[key]["value"] + older[key]["value"]
            assert children[key]["value"] > 0
    assert children["ADU", "2024-06-30"]["status"] == "not_held"


def test_households_of_a_county_are_those_of_its_districts(real):
    districts = [
        council
        for (council,) in real.execute(
            "SELECT council FROM council WHERE county = 'KEN' AND ends IS NULL"
        ).fetchall()
    ]
    rows = values(real, "households")
    assert len(districts) == 12
    assert rows["KEN", "2025 Q2"]["value"] == pytest.approx(
        sum(rows[council, "2025 Q2"]["value"] for council in districts), abs=12
    )
    assert rows["BFS", "2021-03-21"]["value"] == 149208
    assert rows["CRF", "2021-03-21"]["value"] > 140_000


@pytest.mark.parametrize(
    ("measure", "council", "period", "path"),
    [
        ("deprivation_scotland", "CLK", "2020", "humaniverse_imd2020_scotland_ltla24.csv"),
        ("deprivation_wales", "AGY", "2019", "humaniverse_imd2019_wales_ltla22.csv"),
    ],
)
def test_deprivation_is_of_the_nations_own_index(real, mirror, measure, council, period, path):
    ((gss,),) = real.execute("SELECT gss FROM council WHERE council = ?", [council]).fetchall()
    with (mirror / "geo/context" / path).open(encoding="utf-8-sig") as file:
        (share,) = [row["Proportion"] for row in csv.DictReader(file) if gss in row.values()]
    row = values(real, measure)[council, period]
    assert row["value"] == pytest.approx(100 * float(share))
    assert row["status"] == "derived"


def test_deprivation_never_crosses_a_border(real):
    nations = real.execute(
        "SELECT measure, list(DISTINCT nation) FROM value JOIN council USING (council) "
        "WHERE measure LIKE 'deprivation_%' GROUP BY measure"
    ).fetchall()
    assert sorted(len(one) for _, one in nations) == [1, 1, 1, 1]
    assert values(real, "deprivation_england")["KEN", "2025"]["status"] == "not_held"
