"""Which council becomes what: the hand-kept tables, and the rows that are made of them."""

import csv
from pathlib import Path

import pytest

from data.build import paths
from data.build.checking import run_checks
from tests.build.finance.world import bench_of, filled

WORLD = [
    ("CTY", "Upper", "county", "England", None),
    ("AAA", "Aldby", "district", "England", "CTY"),
    ("BBB", "Bexholme", "district", "England", "CTY"),
    ("CCC", "Cawdale", "unitary", "England", None),
    ("DDD", "Dunwick", "unitary", "England", None),
]
REORGANISATIONS = """
INSERT INTO declared.reorganisation VALUES
('upper', 'Upper and Cawdale', 'CTY', 'CCC', 'decided', '2026-03-25', 'day', '2028-04-01', '2',
 'East; West', 'Two councils.', 'https://example.org/decision', '2026-06'),
('dunwick', 'Dunwick', 'XXX', 'DDD', 'proposed', '2025-11', 'month', '2028-04-01', NULL,
 NULL, 'Consulted on.', 'https://example.org/proposal', '2025-11')
"""
PARTS = """
INSERT INTO declared.reorganisation_part VALUES
('upper', 'AAA', 'East', 'whole', 'https://example.org/east', '2026-06'),
('upper', 'BBB', 'East', 'part', 'https://example.org/b', '2026-06'),
('upper', 'BBB', 'West', 'part', 'https://example.org/b', '2026-06')
"""


@pytest.fixture(scope="module")
def database():
    bench = bench_of({})
    made = bench.database
    made.execute("DELETE FROM declared.reorganisation; DELETE FROM declared.reorganisation_part")
    for council, name, kind, nation, county in WORLD:
        made.execute(
            "INSERT INTO council BY NAME SELECT ? AS council, ? AS name, ? AS official_name, "
            "[] AS other_names, ? AS slug, [] AS gss_before, ? AS class, 'single' AS tier, "
            "? AS nation, ? AS county, false AS sparse",
            [council, name, name, name.lower(), kind, nation, county],
        )
    made.execute(REORGANISATIONS)
    made.execute(PARTS)
    return filled(bench, "reorganisation", "reorganisation_part", "council_event.reorganisation")


def test_a_county_passes_its_services_to_every_new_council(database):
    rows = database.execute(
        "SELECT council, successor, extent FROM reorganisation_part ORDER BY ALL"
    ).fetchall()
    assert rows == [
        ("AAA", "East", "whole"),
        ("BBB", "East", "part"),
        ("BBB", "West", "part"),
        ("CCC", None, "unknown"),
        ("CTY", "East", "services"),
        ("CTY", "West", "services"),
        ("DDD", None, "unknown"),
    ]


def test_each_council_is_told_what_becomes_of_it(database):
    rows = database.execute(
        "SELECT council, kind, happened, precision, says FROM council_event ORDER BY council"
    ).fetchall()
    decided = ("reorganisation_decided", "2026-03-25", "day")
    assert rows == [
        ("AAA", *decided, "Two councils. All of its area goes to East."),
        ("BBB", *decided, "Two councils. Part of its area goes to East and West."),
        ("CCC", *decided, "Two councils."),
        (
            "CTY",
            *decided,
            "Two councils. The new councils take over its services, each for its own area.",
        ),
        ("DDD", "reorganisation_proposed", "2025-11", "month", "Consulted on."),
    ]


def test_a_new_council_that_nobody_goes_to_is_found(database, tmp_path):
    name = "reorganisations_are_whole.sql"
    (tmp_path / name).write_text((paths.CHECKS / name).read_text())
    assert run_checks(database, tmp_path) == []
    database.execute(
        "DELETE FROM reorganisation_part WHERE extent IN ('part', 'unknown') AND council <> 'DDD'"
    )
    assert run_checks(database, tmp_path)[0].check == "reorganisations_are_whole"


def areas(name: str) -> list[dict[str, str]]:
    with (Path(paths.AREAS) / f"{name}.csv").open() as file:
        return list(csv.DictReader(file))


def test_the_hand_kept_tables_fit_each_other():
    known = {row["reorganisation"]: row for row in areas("reorganisation")}
    parts = areas("reorganisation_part")
    assert {row["reorganisation"] for row in parts} <= set(known)
    for row in parts:
        assert row["successor"] in known[row["reorganisation"]]["successors"].split("; ")
    for row in known.values():
        named = len(row["successors"].split("; ")) if row["successors"] else None
        assert named in (None, int(row["new_councils"] or 0))


def test_surrey_becomes_two_councils_on_1_april_2027():
    surrey = next(row for row in areas("reorganisation") if row["reorganisation"] == "surrey")
    assert (surrey["state"], surrey["takes_effect"]) == ("decided", "2027-04-01")
    into = {
        name: {row["council"] for row in areas("reorganisation_part") if row["successor"] == name}
        for name in ("East Surrey", "West Surrey")
    }
    assert into["East Surrey"] == {"ELM", "EPS", "MOL", "REI", "TAN"}
    assert into["West Surrey"] == {"GRT", "RUN", "SPE", "SUR", "WAE", "WOI"}
