"""Section 114 notices and exceptional support from made-up files of the published shape."""

import pytest

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
