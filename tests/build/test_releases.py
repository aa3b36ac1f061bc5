"""What is held, what is due and where it is, from a few made-up sources."""

from datetime import date

import duckdb
import pytest
from rich.console import Console

from data.build import paths
from data.build.contract import create_contract
from data.build.records import load_sources
from data.build.releases import status

SOURCES = [
    # source, rhythm, months after, held to
    ("awaited", "year", 6, None),
    ("early", "year", -12, "2026-03-31"),
    ("ended", "once", None, "2025-03-31"),
    ("figures", "year", 6, None),
    ("payments", None, None, None),
    ("quarterly", "quarter", 3, "2026-03-31"),
    ("unsteady", "irregular", None, "2020-01-01"),
    ("yearly", "year", 6, "2025-03-31"),
]
TODAY = date(2026, 9, 29)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "status.duckdb"
    with duckdb.connect(path) as made:
        create_contract(made)
        for source, rhythm, after, to in SOURCES:
            made.execute(
                "INSERT INTO source VALUES (?, 'T', 'P', 'L', 'A', 'https://example.org/page', "
                "'2026', 'C', 'publish', 'About', [], ?, ?, ?)",
                [source, rhythm, after, to],
            )
        made.execute(
            "INSERT INTO period VALUES ('2025-26', 'financial', '2025-04-01', '2026-03-31')"
        )
        made.execute(
            "INSERT INTO council BY NAME SELECT 'AAA' AS council, 'A' AS name, 'A' AS "
            "official_name, [] AS other_names, 'a' AS slug, [] AS gss_before, 'unitary' AS class, "
            "'single' AS tier, 'England' AS nation, false AS sparse"
        )
        made.execute("INSERT INTO context_indicator VALUES ('hills', 'H', 'H', 'u', 0, 'E', 1)")
        made.execute("INSERT INTO context VALUES ('AAA', 'hills', '2025-26', 1, 'figures')")
        made.execute(
            "INSERT INTO source_address VALUES ('yearly', 'Outturn', 'newer', '2025-26', "
            "'https://example.org/outturn.csv', 'a note', '2026-09-01')"
        )
    return path


def test_what_is_due_goes_by_the_publishers_rhythm(database):
    with duckdb.connect(database, read_only=True) as found:
        rows = found.execute(
            "SELECT source, next_ends, next_due, release_state(rhythm, newest_ends, next_due, ?) "
            "FROM source_release ORDER BY source",
            [TODAY],
        ).fetchall()
    assert rows == [
        ("awaited", None, None, "nothing"),
        ("early", date(2027, 3, 31), date(2026, 3, 31), "due"),
        ("ended", None, None, "once"),
        ("figures", date(2027, 3, 31), date(2027, 9, 30), "waiting"),
        ("payments", None, None, None),
        ("quarterly", date(2026, 6, 30), date(2026, 9, 30), "waiting"),
        ("unsteady", None, None, "irregular"),
        ("yearly", date(2026, 3, 31), date(2026, 9, 30), "waiting"),
    ]


def printed(database, today: date) -> str:
    page = Console(width=200, record=True)
    for part in status(database, today):
        page.print(part)
    return page.export_text()


def test_the_command_says_what_is_held_due_and_where(database):
    text = printed(database, date(2026, 10, 1))
    line = next(line for line in text.splitlines() if "yearly" in line)
    assert "2025-03-31" in line and "Sep 2026" in line and "due" in line
    assert "Outturn, 2025-26: https://example.org/outturn.csv" in line
    assert "nothing held" in text and "2025-26" in text
    assert "payments" not in text
    assert "7 sources: 1 held up to the newest figure expected, 3 due, 1 awaited whole" in text


def test_where_no_file_is_known_the_page_is_given(database):
    line = next(line for line in printed(database, TODAY).splitlines() if "quarterly" in line)
    assert "https://example.org/page" in line


def test_every_record_says_how_often_its_publisher_brings_figures():
    without = [slug for slug, source in load_sources(paths.SOURCES).items() if not source.rhythm]
    assert without == [], "give each record a rhythm, and months_after where it is regular"
