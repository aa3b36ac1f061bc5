"""Checks return wrong rows; those at level stop keep the edition from being published."""

import duckdb
import pytest

from data.build import paths
from data.build.checking import FIELDS, ChecksFailed, require_sound, run_checks
from sql_header import fields


def check(folder, name, level, sql):
    (folder / f"{name}.sql").write_text(f"-- check: {name} holds\n-- level: {level}\n{sql}")


def test_only_checks_that_find_rows_are_reported(tmp_path):
    check(tmp_path, "good", "stop", "SELECT 1 WHERE false")
    check(tmp_path, "odd", "warn", "SELECT 7 AS council")
    findings = run_checks(duckdb.connect(), tmp_path)
    assert [(f.check, f.level, f.says) for f in findings] == [("odd", "warn", "odd holds")]
    require_sound(findings)


def test_a_stop_names_the_check_and_shows_the_rows(tmp_path):
    check(tmp_path, "wrong", "stop", "SELECT 'LDS' AS council")
    with pytest.raises(ChecksFailed, match=r"(?s)wrong holds.*LDS"):
        require_sound(run_checks(duckdb.connect(), tmp_path))


def test_a_check_that_cannot_run_stops_the_build(tmp_path):
    check(tmp_path, "broken", "warn", "SELECT * FROM nowhere")
    with pytest.raises(ChecksFailed, match="broken"):
        run_checks(duckdb.connect(), tmp_path)


@pytest.mark.parametrize("path", sorted(paths.CHECKS.glob("*.sql")), ids=lambda path: path.stem)
def test_every_check_of_the_project_says_what_it_holds(path):
    about = fields(path.read_text("utf-8"), FIELDS)
    assert about.get("check", "").endswith(".")
    assert about.get("level") in {"stop", "warn"}
