"""Each check passes a sound small world and finds the one thing that is wrong in a broken one."""

from datetime import date

import duckdb
import pytest

from data.build import paths
from data.build.checking import FIELDS
from sql_header import fields

SOUND = """
INSERT INTO source
VALUES ('s', 'T', 'P', 'OGL-UK-3.0', 'A', 'https://example.org/', '2024', 'C', 'publish', 'x', [],
        NULL, NULL, NULL);
INSERT INTO period VALUES ('2021-22', 'financial', '2021-04-01', '2022-03-31'),
                          ('2024-25', 'financial', '2024-04-01', '2025-03-31');
INSERT INTO service VALUES ('education', 'Schools', 'Education', '.', NULL, 0);
INSERT INTO responsibility BY NAME SELECT 'education' AS service, council,
    'upper' AS comparison_group FROM (VALUES ('CTY'), ('UNI'), ('GON')) t (council);
INSERT INTO succession VALUES ('GON', 'UNI', '2023-04-01', 'became');
INSERT INTO deflator VALUES ('2021-22', 90, '2024-25', 'outturn', 's'),
                            ('2024-25', 100, '2024-25', 'outturn', 's');
INSERT INTO measure BY NAME
SELECT 'm' AS measure, 'f' AS family, 't' AS title, 't' AS official_title,
    'q' AS question, 'education' AS service, 'outcome' AS kind, 'council' AS describes, '%' AS unit,
    0 AS decimals, 'higher' AS polarity, 'n' AS numerator, 'd' AS denominator,
    'wilson' AS interval_method, 'not_money' AS price_basis, [] AS caveats, [] AS breaks,
    ['England'] AS nations, false AS headline, 0 AS position;
INSERT INTO value BY NAME SELECT 'm' AS measure, council, '2021-22' AS period, 50.0 AS value,
    40.0 AS lower, 60.0 AS upper, 'published' AS status, 's' AS source
    FROM (VALUES ('CTY'), ('GON')) t (council);
INSERT INTO value BY NAME SELECT 'm' AS measure, council, '2024-25' AS period, 50.0 AS value,
    40.0 AS lower, 60.0 AS upper, 'published' AS status, 's' AS source
    FROM (VALUES ('CTY'), ('UNI')) t (council);
INSERT INTO spending VALUES
    ('UNI', '2024-25', 'education', 'net_current_expenditure',
     10, 'published', NULL, 's', 'f', 1, 'A', NULL, false);
INSERT INTO neighbour_model VALUES ('a', 't', 'e', 's', 0, NULL, []);
INSERT INTO neighbour VALUES ('a', 'CTY', 'UNI', 1, NULL, NULL),
                             ('a', 'CTY', 'DIS', 2, NULL, NULL);
INSERT INTO place_code VALUES ('gss', 'E06', 'GON', NULL, '2023-04-01'),
                              ('gss', 'E06', 'UNI', '2023-04-01', NULL);
INSERT INTO postcode_sector VALUES ('LS1 1', 'UNI');
INSERT INTO control_total VALUES ('c', '2024', 'w', 100, 100, 'x', '', true, 's');
INSERT INTO source
VALUES ('kept', 'T', 'P', 'none-stated', 'A', 'https://example.org/', '2024', 'C', 'check', 'x',
        [], NULL, NULL, NULL),
       ('taken', 'T', 'P', 'MIT', 'A', 'https://example.org/', '2024', 'C', 'derived', 'x', [],
        NULL, NULL, NULL);
INSERT INTO reading VALUES ('s', 'f', 'outline', 1, 0, 0), ('kept', 'g', 'compared', 1, 0, 0);
CREATE SCHEMA declared;
CREATE TABLE declared.made_from AS
    FROM (VALUES ('boundary', 'boundary.sql', 'outline'),
                 ('control_total', 'control_total.geo.sql', 'compared')) t (made, file, dataset);
CREATE SCHEMA previous;
CREATE TABLE previous.value AS FROM value;
CREATE TABLE previous.spending AS FROM spending;
"""
COUNCILS = [
    ("CTY", "county", "upper", None, None, None),
    ("DIS", "district", "lower", "CTY", None, None),
    ("UNI", "unitary", "single", None, date(2023, 4, 1), None),
    ("GON", "unitary", "single", None, None, date(2023, 3, 31)),
]
# What is broken, and the check that must see it.
BROKEN = {
    "keys_are_unique": "INSERT INTO value FROM value LIMIT 1",
    "codes_mean_one_council": "INSERT INTO place_code VALUES ('gss', 'E06', 'CTY', NULL, NULL)",
    "councils_stand_in_their_years": "UPDATE value SET council = 'UNI' WHERE council = 'GON'",
    "published_sources_may_be_published": "UPDATE value SET source = 'kept'",
    "derived_figures_say_so": "UPDATE value SET source = 'taken'",
    "official_figures_come_first": "UPDATE value SET source = 'taken', status = 'derived' "
    "WHERE council = 'GON'",
    "issues_name_what_is_there": "INSERT INTO issue BY NAME SELECT 's' AS source, "
    "'f' AS source_file, 1 AS rows, 'x' AS field, 'k' AS kind, 'e' AS explanation, "
    "'nobody' AS who_can_mend, 'CTY' AS council, '1999-00' AS period",
    "missing_says_why": "UPDATE value SET status = 'suppressed' WHERE council = 'GON'",
    "numbers_are_finite": "UPDATE value SET value = 'inf'::DOUBLE WHERE council = 'GON'",
    "shares_are_shares": "UPDATE value SET value = 101, upper = 102 WHERE council = 'GON'",
    "limits_hold_the_value": "UPDATE value SET value = 61 WHERE council = 'GON'",
    "responsible_councils_have_rows": "DELETE FROM value WHERE council = 'GON'",
    "joint_figures_are_one_figure": "UPDATE value SET joint_lead = 'CTY' WHERE council = 'UNI'",
    "only_responsible_councils": "UPDATE responsibility SET ends = '2021-03-31' "
    "WHERE council = 'GON'",
    "controls_are_met": "UPDATE control_total SET ours = 101",
    "coverage_is_not_smaller": "UPDATE value SET value = NULL, status = 'suppressed'",
    "magnitudes_have_not_jumped": "UPDATE spending SET value_gbp = 10000",
    "geo_spending_has_residents": "DELETE FROM population WHERE council = 'UNI' AND year = 2024",
    "geo_population_adds_up": "UPDATE population SET residents = 999 WHERE council = 'CTY'",
    "geo_prices": "UPDATE deflator SET index = 101 WHERE period = '2024-25'",
    "geo_succession": "UPDATE succession SET takes_effect = '2023-04-02'",
    "geo_neighbours_are_ranked": "UPDATE neighbour SET rank = 3 WHERE rank = 2",
    "geo_responsible_bodies": "UPDATE council SET county = 'UNI' WHERE council = 'DIS'",
    "geo_postcodes_are_of_great_britain": "INSERT INTO postcode_sector VALUES ('BT1 1', 'UNI')",
}
# These count the real kingdom: tests/build/geo asks the edition itself.
OF_THE_KINGDOM = {"geo_counts", "geo_map_of_each_year"}


@pytest.fixture
def world():
    con = duckdb.connect()
    # Without references, so that a row can be broken where it stands.
    schema = paths.SCHEMA.read_text("utf-8")
    for council in ("council (council)", "service (service)", "measure (measure)"):
        schema = schema.replace(f" REFERENCES {council}", "")
    con.execute(schema)
    for council, kind, tier, county, starts, ends in COUNCILS:
        con.execute(
            "INSERT INTO council BY NAME SELECT $1 AS council, $1 AS name, $1 AS official_name, "
            "[] AS other_names, lower($1) AS slug, [] AS gss_before, $2 AS class, $3 AS tier, "
            "'England' AS nation, 'North East' AS region, $4 AS county, false AS sparse, "
            "$1 AS fire_authority, $1 AS police_authority, $5::DATE AS starts, $6::DATE AS ends",
            [council, kind, tier, county, starts, ends],
        )
    con.execute(SOUND)
    for council, *_, ends in COUNCILS:
        con.execute(
            "INSERT INTO population BY NAME SELECT $1 AS council, y::INTEGER AS year, "
            "100 AS residents, 's' AS source FROM range(2001, 2025) t (y) "
            "WHERE $2::DATE IS NULL OR y < 2023",
            [council, ends],
        )
    return con


def rows(world, check):
    sql = (paths.CHECKS / f"{check}.sql").read_text("utf-8").strip().rstrip(";")
    return world.execute(sql).fetchall()


@pytest.mark.parametrize("check", BROKEN)
def test_a_sound_world_passes(world, check):
    assert rows(world, check) == []


@pytest.mark.parametrize(("check", "harm"), BROKEN.items())
def test_what_is_broken_is_found(world, check, harm):
    world.execute(harm)
    assert rows(world, check)


def test_every_check_says_what_it_holds_and_how_hard():
    for path in paths.CHECKS.glob("*.sql"):
        about = fields(path.read_text("utf-8"), FIELDS)
        assert about["check"].endswith((".", ")")), path.name
        assert about["level"] in {"stop", "warn"}, path.name


def test_every_generic_and_geographic_check_is_tested():
    ours = {path.stem for path in paths.CHECKS.glob("geo_*.sql")}
    assert ours <= BROKEN.keys() | OF_THE_KINGDOM


CHECKED_ONLY = {
    "value": "UPDATE value SET source = 'kept' WHERE council = 'GON'",
    "measure_source": "INSERT INTO measure_source VALUES ('m', 'kept')",
    "spending": "UPDATE spending SET source = 'kept'",
    "finance": "INSERT INTO finance VALUES ('UNI', '2024-25', 'reserves', 'position', 1, 'gbp', "
    "'published', 'kept', 'f', 1, 'A')",
    "population": "UPDATE population SET source = 'kept' WHERE council = 'UNI'",
    "context": "INSERT INTO context_indicator VALUES ('pay', 'p', 'o', '£', 0, 'e', 0); "
    "INSERT INTO context VALUES ('UNI', 'pay', '2024-25', 1, 'kept')",
    "deflator": "UPDATE deflator SET source = 'kept' WHERE period = '2024-25'",
    "neighbour_model": "INSERT INTO neighbour_model VALUES ('b', 't', 'e', 'kept', 1, NULL, [])",
    "delivery": "INSERT INTO delivery_service VALUES ('d', 'education', 'p', 'o', 'e', 'homes', "
    "'homes', NULL, 0); INSERT INTO delivery_model VALUES ('own', 'p', 'o', 'e', 0); "
    "INSERT INTO delivery VALUES ('UNI', '2024-25', 'd', 'own', 's', 1, 1, 100, 'published', "
    "'kept', 'f', NULL)",
    "boundary": "INSERT INTO declared.made_from VALUES ('boundary', 'boundary.sql', 'compared')",
    "precept": "INSERT INTO declared.made_from VALUES ('precept', 'precept.sql', 'compared')",
}


@pytest.mark.parametrize(("made", "harm"), CHECKED_ONLY.items())
def test_nothing_is_published_from_a_source_that_is_compared_only(world, made, harm):
    world.execute(harm)
    found = rows(world, "published_sources_may_be_published")
    assert {row[0] for row in found} == {made}
    assert {row[2] for row in found} == {"kept"}


def test_every_table_that_names_a_source_is_looked_at(world):
    """But for those that say what a source is, what was wrong in it, or compare with it."""
    named = world.execute(
        "SELECT DISTINCT table_name FROM duckdb_columns() "
        "WHERE column_name = 'source' AND schema_name = 'main' AND NOT internal "
        "AND table_name IN (SELECT table_name FROM duckdb_tables())"
    ).fetchall()
    free = {"source", "source_address", "source_file", "reading", "issue", "control_total"}
    sql = (paths.CHECKS / "published_sources_may_be_published.sql").read_text("utf-8")
    assert [name for (name,) in named if name not in free and f"FROM {name}" not in sql] == []
