"""Spending per head of those served is divided by the residents that its record names."""

import duckdb
import pytest

import queries

DIVIDED = [
    ("spend_children_per_child_under_18", "residents_0_17", "year(t.starts) || '-06-30'"),
    (
        "spend_adult_social_care_per_adult_18_plus",
        "residents_18_plus",
        "year(t.starts) || '-06-30'",
    ),
    ("spend_care_65_plus_per_resident", "residents_65_plus", "year(t.starts) || '-06-30'"),
    ("spend_care_18_64_per_resident", "residents_18_64", "year(t.starts) || '-06-30'"),
    ("spend_environment_per_household", "households", "year(t.starts) || ' Q2'"),
    ("wales_education_per_child", "residents_0_15", "year(t.starts) || '-06-30'"),
]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    if not queries.EDITION.exists():
        pytest.skip("there is no assembled edition (python -m data.build assemble)")
    link = tmp_path_factory.mktemp("edition") / "councils.duckdb"
    link.hardlink_to(queries.EDITION.resolve())
    with duckdb.connect(link, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize(("spending", "people", "when"), DIVIDED)
def test_the_divisor_is_those_who_are_served(database, spending, people, when):
    off, held = database.execute(
        f"SELECT count(*) FILTER (abs(s.denominator - r.value) > 1 "
        f"OR abs(s.value - s.numerator / s.denominator) > 1e-6), count(*) "
        f"FROM value s JOIN period t USING (period) "
        f"JOIN value r ON r.council = s.council AND r.measure = ? AND r.period = {when} "
        f"WHERE s.measure = ? AND s.value IS NOT NULL",
        [people, spending],
    ).fetchone()
    assert held > 100
    assert off == 0


def test_pages_say_who_divides():
    said = queries.ask("service/served", nation="England")
    assert "residents aged 0 to 17 at mid-year" in said["served"].to_list()
    assert queries.ask("service/served", nation="Northern Ireland").is_empty()
