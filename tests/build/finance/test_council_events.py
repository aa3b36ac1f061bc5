"""Section 114 notices and exceptional support from made-up files of the published shape."""

import csv

import pytest

from data.build import paths
from tests.build.finance.event_files import event_files
from tests.build.finance.world import bench_of, filled

LEEDS = ("LDS", "Leeds", "metropolitan_district", "England", "E08000035")


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    bench = bench_of(event_files(tmp_path_factory.mktemp("events")), more=[LEEDS])
    return filled(bench, "council_event", "council_event.notices", "council_event.support")


def test_notices_are_as_exact_as_their_evidence(database):
    rows = database.execute(
        "SELECT happened, precision, evidence_url FROM council_event"
        " WHERE council = 'LDS' AND kind = 'section_114' ORDER BY happened"
    ).fetchall()
    assert rows == [
        ("2000-10", "month", "https://example.org/old"),
        ("2023-09-05", "day", "https://example.org/notice"),
    ]


def test_support_is_in_pounds_and_says_that_it_was_revised(database):
    rows = database.execute(
        "SELECT council, happened, value_gbp, says FROM council_event"
        " WHERE kind = 'exceptional_support'"
    ).fetchall()
    says = "Support agreed or requested, as listed. The page mentions a revision."
    assert rows == [("LDS", "2025-26", 95_600_000, says)]


def test_a_sum_that_a_later_page_lists_stands_beside_the_first(database):
    database.execute(
        "UPDATE declared.support_revision SET council = 'LDS', period = '2025-26', "
        "revised_gbp = '80000000', says = 'A later page lists 80.'"
    )
    database.execute("DELETE FROM council_event")
    filled_again = (paths.TABLES / "council_event.support.sql").read_text()
    assert database.execute(
        f"SELECT value_gbp, revised_gbp, says FROM ({filled_again}) WHERE council = 'LDS'"
    ).fetchall() == [
        (95_600_000, 80_000_000, "Support agreed or requested, as listed. A later page lists 80.")
    ]


def test_birminghams_support_is_shown_as_listed_first_and_as_revised():
    (row,) = csv.DictReader((paths.AREAS / "support_revision.csv").open())
    assert (row["council"], row["period"], row["revised_gbp"]) == ("BIR", "2024-25", "490000000")
