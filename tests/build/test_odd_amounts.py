"""Amounts that no year and no other council explains are noted; the usual ups and downs are not."""

from datetime import date

import duckdb
import pytest

from data.build import paths
from data.build.odd_amounts import note_odd_amounts

YEARS = range(2010, 2020)
COUNCILS = ["AAA", "BBB", "CCC", "DDD", "EEE"]
USUAL_GBP = {"education": 100e6, "planning": 20e6, "total": 120e6}


@pytest.fixture
def database():
    """Five councils that spend alike, a little more or less from year to year."""
    con = duckdb.connect()
    con.execute(paths.SCHEMA.read_text("utf-8"))
    con.execute(
        "INSERT INTO source VALUES ('s', 'T', 'P', 'MIT', 'A', 'https://example.org/', '2024', "
        "'C', 'publish', 'x', [], NULL, NULL, NULL)"
    )
    for service in USUAL_GBP:
        con.execute(
            "INSERT INTO service BY NAME SELECT $1 AS service, $1 AS plain_name, "
            "$1 AS official_name, '.' AS explanation, 0 AS position",
            [service],
        )
    for year in YEARS:
        label = f"{year}-{year - 1999}"
        con.execute(
            "INSERT INTO period VALUES ($1, 'financial', $2, $3)",
            [label, date(year, 4, 1), date(year + 1, 3, 31)],
        )
        con.execute("INSERT INTO deflator VALUES ($1, 100, '2019-20', 'outturn', 's')", [label])
    for number, council in enumerate(COUNCILS):
        con.execute(
            "INSERT INTO council BY NAME SELECT $1 AS council, $1 AS name, $1 AS official_name, "
            "[] AS other_names, lower($1) AS slug, [] AS gss_before, 'unitary' AS class, "
            "'single' AS tier, 'England' AS nation, false AS sparse",
            [council],
        )
        for service, usual in USUAL_GBP.items():
            con.execute(
                "INSERT INTO responsibility BY NAME SELECT $1 AS service, $2 AS council, "
                "'g' AS comparison_group",
                [service, council],
            )
            for year in YEARS:
                amount = usual * (1 + 0.01 * number + 0.02 * (year % 3))
                con.execute(
                    "INSERT INTO spending BY NAME SELECT $1 AS council, $2 AS period, "
                    "$3 AS service, 'net_current_expenditure' AS component, $4 AS value_gbp, "
                    "'published' AS status, 's' AS source, 'f' AS source_file, 1 AS source_row, "
                    "'A' AS source_column",
                    [council, f"{year}-{year - 1999}", service, amount],
                )
    return con


def set_amount(database, council, period, amount_gbp):
    where = "council = $2 AND period = $3 AND service = 'planning'"
    database.execute(
        f"UPDATE spending SET value_gbp = $1 WHERE {where}", [amount_gbp, council, period]
    )


def notes(database):
    return database.execute(
        "SELECT council, period, note FROM spending WHERE note IS NOT NULL ORDER BY ALL"
    ).fetchall()


def test_usual_ups_and_downs_are_not_odd(database):
    assert note_odd_amounts(database) == 0
    assert notes(database) == []


def test_a_negative_amount_of_one_year_is_noted_and_an_issue(database):
    set_amount(database, "BBB", "2017-18", -13.2e6)
    assert note_odd_amounts(database) == 1
    [(council, period, note)] = notes(database)
    assert (council, period) == ("BBB", "2017-18")
    assert note.startswith("Below nought")
    kind, content, who = database.execute(
        "SELECT kind, content, who_can_mend FROM issue"
    ).fetchone()
    assert (kind, who) == ("odd amount", "publisher")
    assert content == "BBB, 2017-18: -13,200,000 pounds"


def test_a_service_that_earns_more_than_it_costs_every_year_is_not_odd(database):
    for year in YEARS:
        set_amount(database, "CCC", f"{year}-{year - 1999}", -13e6 - 1e5 * (year % 3))
    assert note_odd_amounts(database) == 0


def test_a_negative_year_of_the_whole_class_is_not_odd(database):
    for council in COUNCILS:
        set_amount(database, council, "2017-18", -13e6)
    assert note_odd_amounts(database) == 0


def test_an_amount_several_times_every_other_year_is_noted(database):
    set_amount(database, "DDD", "2016-17", 110e6)
    assert note_odd_amounts(database) == 1
    [(council, period, note)] = notes(database)
    assert (council, period) == ("DDD", "2016-17")
    assert note.startswith("Several times any other year")


def test_a_small_amount_changes_nothing(database):
    set_amount(database, "AAA", "2016-17", -1e6)
    assert note_odd_amounts(database) == 0
