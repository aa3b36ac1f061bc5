"""What services are made of: the lines of RO3 and RO4, with what they do not say."""

import pytest

from tests.build.finance.line_files import (
    RO3_2023,
    RO3_2024,
    RO4_2024,
    ro3_2023,
    ro3_2024,
    ro4_2024,
)
from tests.build.finance.world import bench_of, filled

PLACES = [
    ("LDS", "Leeds", "metropolitan_district", "England", "E08000035"),
    ("ADU", "Adur", "district", "England", "E07000223"),
]
NET = "net_current_expenditure"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lines")
    files = {
        RO3_2023: ro3_2023(folder),
        RO3_2024: ro3_2024(folder),
        RO4_2024: ro4_2024(folder),
    }
    bench = bench_of(files, more=PLACES)
    bench.database.execute("DELETE FROM declared.service_council")
    filled(bench, "responsibility", "service_line")
    # Bristol's total of the year stands in a newer file than its lines.
    bench.database.execute(
        "INSERT INTO spending BY NAME SELECT 'BST' council, '2023-24' period, 'children' service,"
        " 'net_current_expenditure' component, 7000 AS value_gbp, 'published' status,"
        " 'revenue-outturn-rsx' source, 'made-up' source_file, 1 source_row, 'A' source_column"
    )
    filled(bench, "spending_line", "spending_line.housing", "control_total.lines")
    return bench.database


def cell(database, council, period, line, component=NET):
    found = database.execute(
        "SELECT value_gbp, status, source_row, source_column, note FROM spending_line"
        " WHERE council = ? AND period = ? AND line = ? AND component = ?",
        [council, period, line, component],
    ).fetchall()
    assert len(found) <= 1
    return found[0] if found else None


def test_a_line_is_pounds_with_its_cell(database):
    residential = cell(database, "LDS", "2024-25", "looked_after_residential")
    assert residential == (14_000, "published", 8, "K", None)
    assert cell(database, "LDS", "2024-25", "family_support", "employees")[0] == 2_000


def test_what_a_return_could_not_break_down_has_its_sum_alone(database):
    assert cell(database, "BST", "2024-25", "looked_after")[:2] == (30_000, "published")
    value, status, *_, note = cell(database, "BST", "2024-25", "looked_after_fostering")
    assert (value, status) == (None, "not_submitted")
    assert note == "The return could not break this down."


def test_lines_that_came_after_the_release_held_are_not_held(database):
    assert cell(database, "BST", "2023-24", "family_support")[:2] == (None, "not_held")
    assert cell(database, "LDS", "2023-24", "family_support")[:2] == (None, "not_submitted")


def test_a_nought_without_the_duty_is_left_out_and_money_is_kept(database):
    assert cell(database, "ADU", "2024-25", "family_support") is None
    assert cell(database, "E5100", "2024-25", "family_support")[0] == 2_000
    rows = database.execute(
        "SELECT count(*) FROM spending_line WHERE council = 'E5100' AND component = ?", [NET]
    )
    assert rows.fetchall() == [(1,)]


def test_housing_lines_add_to_its_total_with_what_is_left_over(database):
    named = ["nightly_accommodation", "hostels", "bed_and_breakfast", "homelessness_prevention"]
    left = {one: cell(database, "LDS", "2024-25", one)[0] for one in named}
    assert list(left.values()) == [5_000, 0, 2_000, -1_000]
    other = cell(database, "LDS", "2024-25", "homelessness_other")
    assert other[:2] == (4_000, "derived")
    assert other[3] == "I-E-F-G-H"
    assert cell(database, "LDS", "2024-25", "housing_other")[:2] == (15_500, "derived")
    assert cell(database, "LDS", "2024-25", "nightly_accommodation", "total_expenditure")[0] == 9000
    assert cell(database, "ADU", "2024-25", "hostels")[:2] == (None, "not_submitted")


def test_totals_of_classes_are_no_councils_but_a_control(database):
    found = database.execute(
        "SELECT published, ours, must_equal FROM control_total"
        " WHERE control = 'lines_england_housing'"
    ).fetchall()
    assert found == [(40_000, 25_500, False)]


def test_parts_of_a_line_are_of_its_service(database):
    wrong = database.execute(
        "SELECT l.line FROM service_line l LEFT JOIN service_line p ON p.line = l.part_of"
        " WHERE l.part_of IS NOT NULL AND (p.service IS DISTINCT FROM l.service"
        " OR p.part_of IS NOT NULL)"
    )
    assert wrong.fetchall() == []
