"""Counties, and councils made since an index, have the income deprivation of their residents."""

from pathlib import Path

import duckdb
import pytest

SQL = Path("data/tables/context.income.sql")
WORLD = """
CREATE SCHEMA raw;
CREATE TABLE raw.deprivation
    (council VARCHAR, period VARCHAR, domain VARCHAR, average_score DOUBLE, source VARCHAR);
INSERT INTO raw.deprivation VALUES
    ('ONE', '2025', 'Income Deprivation', 0.10, 's'), ('TWO', '2025', 'Income', 0.40, 's'),
    ('ONE', '2025', 'Income Deprivation Affecting Children Index', 0.9, 's'),
    ('ONE', '2025', 'Income Deprivation Affecting Children', 0.2, 's'),
    ('TWO', '2025', 'Income Deprivation Affecting Children', 0.4, 's'),
    ('OLD', '2019', 'Income', 0.20, 's'), ('BYE', '2019', 'Income', 0.30, 's'),
    ('GON', '2019', 'Income', 0.90, 's'), ('ONE', '2025', 'Crime', 0.7, 's');
CREATE TABLE council (council VARCHAR, class VARCHAR, county VARCHAR, ends DATE);
INSERT INTO council VALUES
    ('CTY', 'county', NULL, NULL), ('ONE', 'district', 'CTY', NULL),
    ('TWO', 'district', 'CTY', NULL),
    ('OLD', 'district', 'WAS', '2023-03-31'), ('BYE', 'district', 'WAS', '2023-03-31'),
    ('WAS', 'county', NULL, '2023-03-31'), ('NEW', 'unitary', NULL, NULL),
    ('GON', 'district', 'CTY', '2019-03-31');
CREATE TABLE succession (predecessor VARCHAR, successor VARCHAR, takes_effect DATE, kind VARCHAR);
INSERT INTO succession VALUES
    ('OLD', 'NEW', '2023-04-01', 'merged'), ('BYE', 'NEW', '2023-04-01', 'merged'),
    ('WAS', 'NEW', '2023-04-01', 'split'), ('GON', 'ONE', '2019-04-01', 'merged');
CREATE TABLE population (council VARCHAR, year INTEGER, residents BIGINT,
    share_0_15_pct DOUBLE, share_65_plus_pct DOUBLE);
INSERT INTO population VALUES
    ('ONE', 2022, 100, 10, 20), ('TWO', 2022, 300, 30, 20), ('ONE', 2024, 900, 10, 20),
    ('OLD', 2019, 100, NULL, NULL), ('BYE', 2019, 300, NULL, NULL), ('GON', 2019, 50, NULL, NULL);
"""


@pytest.fixture(scope="module")
def made():
    with duckdb.connect() as database:
        database.execute(WORLD)
        rows = database.sql(SQL.read_text("utf-8")).fetchall()
    return {(council, indicator, period): value for council, indicator, period, value, _ in rows}


def test_a_county_has_its_districts_mean_by_residents(made):
    assert made["CTY", "income_deprived_pct", "2025"] == pytest.approx((10 * 100 + 40 * 300) / 400)


def test_of_children_the_children_are_counted(made):
    children = (20 * 10 + 40 * 90) / 100
    assert made["CTY", "children_income_deprived_pct", "2025"] == pytest.approx(children)


def test_a_council_made_since_has_that_of_who_came_before(made):
    assert made["NEW", "income_deprived_pct", "2019"] == pytest.approx(27.5)
    assert made["WAS", "income_deprived_pct", "2019"] == pytest.approx(27.5)


def test_nobody_else_is_given_one(made):
    assert set(made) == {
        ("CTY", "income_deprived_pct", "2025"),
        ("CTY", "children_income_deprived_pct", "2025"),
        ("NEW", "income_deprived_pct", "2019"),
        ("WAS", "income_deprived_pct", "2019"),
    }
