"""What changed between two editions is counted, and what looks wrong is said aloud."""

import duckdb
import pytest
from rich.table import Table

from data.build.comparing import changed, compare_figures, compare_rows
from data.build.reporting import report


def edition(folder, rows, *, table="value"):
    folder.mkdir(exist_ok=True)
    body = ", ".join(f"('{m}', '{c}', '{p}', {v})" for m, c, p, v in rows)
    duckdb.sql(
        f"COPY (SELECT measure, council, period, value::DOUBLE AS value, 'published' AS status "
        f"FROM (VALUES {body}) t (measure, council, period, value)) TO '{folder}/{table}.parquet'"
    )
    return folder


BEFORE = [
    ("recycling", "AAA", "2022-23", 40),
    ("recycling", "BBB", "2022-23", 50),
    ("recycling", "CCC", "2022-23", "NULL"),
    ("roads", "AAA", "2022-23", 7),
]


@pytest.fixture
def before(tmp_path):
    return edition(tmp_path / "before", BEFORE)


def series(frame, name):
    return frame.filter(frame["series"] == name).row(0, named=True)


def test_added_dropped_and_revised_figures_are_counted(before, tmp_path):
    now = edition(
        tmp_path / "now",
        [
            ("recycling", "AAA", "2022-23", 44),
            ("recycling", "BBB", "2022-23", "NULL"),
            ("recycling", "CCC", "2022-23", 30),
            ("recycling", "AAA", "2023-24", 45),
            ("roads", "AAA", "2022-23", 7),
        ],
    )
    row = series(compare_figures(before, now), "recycling")
    assert (row["before"], row["now"]) == (2, 3)
    assert (row["added"], row["dropped"], row["revised"]) == (2, 1, 1)
    assert row["largest_revision"] == 4
    assert row["new_periods"] == "2023-24"


def test_what_is_the_same_is_not_listed(before, tmp_path):
    now = edition(tmp_path / "now", [*BEFORE[:3], ("roads", "AAA", "2022-23", 8)])
    assert changed(compare_figures(before, now))["series"].to_list() == ["roads"]


def test_thousands_taken_for_pounds_are_a_jump(before, tmp_path):
    now = edition(tmp_path / "now", [(m, c, p, f"{v} * 1000") for m, c, p, v in BEFORE])
    row = series(compare_figures(before, now), "recycling")
    assert (row["typical_ratio"], row["jumps"]) == (1000, 2)
    assert any("Look at" in part for part in report(before, now) if isinstance(part, str))


def test_an_ordinary_revision_is_no_alarm(before, tmp_path):
    now = edition(tmp_path / "now", [(m, c, p, f"{v} * 1.05") for m, c, p, v in BEFORE])
    assert not any("Look at" in part for part in report(before, now) if isinstance(part, str))


def test_a_new_series_and_a_lost_one_are_seen(before, tmp_path):
    now = edition(tmp_path / "now", [*BEFORE[:3], ("libraries", "AAA", "2022-23", 1)])
    figures = compare_figures(before, now)
    assert series(figures, "libraries")["added"] == 1
    assert series(figures, "roads")["dropped"] == 1


def test_rows_of_every_table_are_counted_even_where_one_edition_lacks_it(before, tmp_path):
    now = edition(tmp_path / "now", BEFORE[:3])
    duckdb.sql(f"COPY (SELECT 1 AS x) TO '{now}/hex.parquet'")
    rows = {name: counts for name, *counts in compare_rows(before, now).iter_rows()}
    assert rows == {"hex": [0, 1, 1, 0], "value": [4, 3, 0, 1]}


def test_a_column_of_one_edition_alone_does_not_make_rows_different(before, tmp_path):
    now = tmp_path / "now"
    now.mkdir()
    duckdb.sql(
        f"COPY (SELECT *, 'x' AS note FROM '{before}/value.parquet') TO '{now}/value.parquet'"
    )
    assert compare_rows(before, now).row(0)[3:] == (0, 0)


def test_many_new_periods_are_told_by_first_and_last(before, tmp_path):
    new = [("roads", "AAA", f"{year}-{year - 1999}", 7) for year in range(2018, 2022)]
    table = report(before, edition(tmp_path / "now", [*BEFORE, *new]))[1]
    assert list(table.columns[-1].cells) == ["2018-19 … 2021-22 (4)"]


def test_an_edition_beside_itself_has_no_change(before):
    parts = report(before, before)
    assert isinstance(parts[0], Table) and parts[0].row_count == 0
    assert parts[1] == "No figure differs in 2 series."
