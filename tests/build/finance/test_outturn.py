"""Spending from every generation of outturn files, and from compiled tables in between."""

import pytest

from data.build.records import SourceFile
from tests.build.finance.outturn_files import (
    JSON_2024,
    RS_2010,
    RSX_2022,
    RSX_2024,
    TREE,
    all_files,
    rsx,
    rsx_sheet,
)
from tests.build.finance.world import bench_of, declared, filled


@pytest.fixture(scope="module")
def spending(tmp_path_factory):
    bench = bench_of(all_files(tmp_path_factory.mktemp("files")))
    filled(bench, "spending", "spending.compiled")
    return bench.database


def cell(spending, council, period, service, component="net_current_expenditure"):
    """value_gbp, status, source_row, source_column of one figure; None when there is no row."""
    found = spending.execute(
        "SELECT value_gbp, status, source_row, source_column FROM spending"
        " WHERE council = ? AND period = ? AND service = ? AND component = ?",
        [council, period, service, component],
    ).fetchall()
    assert len(found) <= 1
    return found[0] if found else None


def test_the_first_column_of_a_service_counts(spending):
    assert cell(spending, "LDS", "2010-11", "education") == (
        300_000,
        "published",
        8,
        "RS LA Data 2010-11 (1)!F",
    )


def test_one_column_of_social_care_is_not_split(spending):
    assert cell(spending, "BST", "2010-11", "social_care_combined")[0] == 80_000
    assert cell(spending, "BST", "2010-11", "children") is None


def test_totals_and_classes_are_no_authorities(spending):
    total = spending.execute(
        "SELECT sum(value_gbp) FROM spending WHERE period = '2010-11' AND service = 'total'"
    )
    assert total.fetchall() == [(750_000,)]


def test_a_negative_line_of_a_later_workbook_is_kept(spending):
    assert cell(spending, "LDS", "2017-18", "central")[0] == -2_000


@pytest.mark.parametrize("period", ["2017-18", "2021-22", "2022-23"])
def test_no_return_is_no_zero(spending, period):
    assert cell(spending, "ADU", period, "education")[:2] == (None, "not_submitted")


def test_what_a_service_is_made_of(spending):
    parts = {
        c: cell(spending, "LDS", "2022-23", "education", c)[0]
        for c in ("employees", "running_expenses", "sales_fees_charges", "net_current_expenditure")
    }
    assert parts == {
        "employees": 60_000,
        "running_expenses": 50_000,
        "sales_fees_charges": 5_000,
        "net_current_expenditure": 100_000,
    }


def test_the_greater_london_authority_counts_once(spending):
    assert cell(spending, "E5100", "2022-23", "total")[0] == 1_000_000


def test_certified_is_known_only_where_the_file_says_so(spending):
    marks = spending.execute(
        "SELECT DISTINCT council, period, certified FROM spending"
        " WHERE council IN ('LDS', 'E5100') AND period BETWEEN '2021' AND '2024'"
    ).fetchall()
    assert set(marks) == {
        ("LDS", "2021-22", None),
        ("E5100", "2021-22", None),
        ("LDS", "2022-23", True),
        ("E5100", "2022-23", False),
    }


def test_an_official_year_is_never_overwritten_by_a_compiled_one(spending):
    assert cell(spending, "LDS", "2021-22", "education")[:2] == (100_000, "published")


def test_a_line_that_the_compiler_left_out_is_no_zero(spending):
    assert cell(spending, "LDS", "2018-19", "education")[:2] == (240_000, "derived")
    assert cell(spending, "LDS", "2018-19", "police")[:2] == (None, "not_held")


def test_a_total_with_a_line_of_weight_missing_is_not_given(spending):
    # Leeds had central services in the years around; they are missing here, so perhaps negative.
    assert cell(spending, "LDS", "2018-19", "total")[:2] == (None, "not_held")


def test_a_total_without_any_official_year_around_is_not_given(spending):
    assert cell(spending, "ADU", "2018-19", "total")[:2] == (None, "not_held")


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """Leeds' schools passed to another body in April 2021; Bristol runs children's services."""
    bench = bench_of(all_files(tmp_path_factory.mktemp("moved")))
    bench.database.execute(
        "INSERT INTO responsibility VALUES"
        " ('education', 'LDS', 'g', NULL, '2021-03-31', 'Passed on.'),"
        " ('children', 'BST', 'g', NULL, NULL, NULL)"
    )
    bench.database.execute(
        "UPDATE raw.outturn_rsx SET value = 0"
        " WHERE council = 'LDS' AND period = '2021-22' AND header LIKE 'RSX-edu-%'"
    )
    filled(bench, "spending", "spending.compiled")
    return bench.database


def note(spending, council, period, service):
    where = "council = ? AND period = ? AND service = ? AND component = 'net_current_expenditure'"
    return spending.execute(f"SELECT note FROM spending WHERE {where}", [council, period, service])


def test_a_nought_under_a_duty_that_passed_on_is_no_figure(moved):
    assert cell(moved, "LDS", "2021-22", "education")[:2] == (None, "not_responsible")
    assert note(moved, "LDS", "2021-22", "education").fetchall() == [("Passed on.",)]
    assert cell(moved, "LDS", "2017-18", "education")[1] == "published"


def test_money_left_in_a_line_after_the_duty_passed_on_stays(moved):
    assert cell(moved, "LDS", "2022-23", "education")[:2] == (100_000, "published")
    assert note(moved, "LDS", "2022-23", "education").fetchall() == [("Passed on.",)]


def test_a_line_that_a_return_did_not_have_is_said(moved):
    assert cell(moved, "BST", "2010-11", "children")[:2] == (None, "not_collected")
    assert "one line" in note(moved, "BST", "2010-11", "children").fetchall()[0][0]


def test_where_negative_lines_are_kept_the_sum_is_the_total(spending):
    assert cell(spending, "LDS", "2024-25", "total")[:2] == (90_000, "derived")
    assert cell(spending, "LDS", "2024-25", "highways")[:2] == (-5_000, "derived")
    assert cell(spending, "ADU", "2024-25", "total")[:2] == (None, "not_submitted")


def test_the_official_year_replaces_the_compiled_one(tmp_path):
    files = all_files(tmp_path) | {RSX_2024: rsx_sheet(tmp_path)}
    database = filled(bench_of(files), "spending", "spending.compiled")
    assert cell(database, "LDS", "2024-25", "education") == (100_000, "published", 8, "N")
    assert cell(database, "LDS", "2024-25", "education", "employees")[0] == 60_000
    assert cell(database, "ADU", "2024-25", "total")[:2] == (None, "not_submitted")
    assert cell(database, "E5100", "2024-25", "total")[0] == 40_000
    used = database.execute(
        "SELECT DISTINCT source, status FROM spending WHERE period = '2024-25' ORDER BY ALL"
    ).fetchall()
    official = "revenue-outturn-rsx"
    assert used == [(official, "not_submitted"), (official, "published")]


def test_declaring_an_official_file_replaces_a_compiled_year(tmp_path):
    """All it takes is a record with [[file]] and [[table]]: no code, no SQL."""
    files = all_files(tmp_path)
    official = "finance/england_ro/RSX_2024-25_data_by_LA.csv"
    sources = declared(files)
    like = next(r for r in sources["revenue-outturn-rsx"].table if r.files == [RSX_2022])
    reading = like.model_copy(update={"files": [official], "constants": {"year": "2024-25"}})
    sources["revenue-outturn-rsx-2024-25"] = sources["revenue-outturn-rsx"].model_copy(
        update={
            "slug": "revenue-outturn-rsx-2024-25",
            "file": [SourceFile(path=official, sha256="0" * 64, bytes=1)],
            "table": [reading],
        }
    )
    files[official] = rsx(tmp_path / "rsx24.csv", certified=True)
    database = filled(bench_of(files, sources), "spending", "spending.compiled")
    assert cell(database, "LDS", "2024-25", "education")[:2] == (100_000, "published")
    used = database.execute(
        "SELECT DISTINCT source FROM spending WHERE period = '2024-25'"
    ).fetchall()
    assert used == [("revenue-outturn-rsx-2024-25",)]


def test_nothing_of_the_files_is_lost(tmp_path):
    bench = bench_of(all_files(tmp_path))
    assert {(i["kind"], i["content"]) for i in bench.issues} == set()
    assert {r["path"] for r in bench.readings} >= {RS_2010, RSX_2022, TREE, JSON_2024}
