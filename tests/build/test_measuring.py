"""A family's rows are complete: a status for every gap, a row for every responsible council."""

from datetime import date

import duckdb
import polars as pl
import pytest

from data.build.contract import create_contract
from data.build.measuring import MeasureError, compute
from data.build.records import Absent, Family, Measure, Source

COUNCILS = [
    ("AAA", "unitary", "England", None, None),
    ("BBB", "unitary", "England", None, None),
    ("CCC", "district", "England", None, None),
    ("NEW", "unitary", "England", date(2023, 4, 1), None),
    ("OLD", "unitary", "England", None, date(2023, 3, 31)),
    ("WWW", "welsh", "Wales", None, None),
]
MEASURE = Measure(
    slug="made_up",
    family="made_up",
    key="k",
    title="T",
    official_title="T",
    question="Q?",
    service="education",
    kind="outcome",
    describes="council",
    unit="%",
    decimals=1,
    polarity="higher",
    numerator="n",
    denominator="d",
    interval_method="none",
    caveats=[],
    nations=["England"],
    sources=["made-up"],
)
SOURCE = Source(
    slug="made-up",
    title="T",
    publisher="P",
    licence="OGL-UK-3.0",
    attribution="A",
    landing_url="https://example.org/",
    published="2024-01-01",
    coverage="England",
    use="publish",
    about="A test.",
)


@pytest.fixture
def database():
    con = duckdb.connect()
    create_contract(con)
    con.execute("INSERT INTO service VALUES ('education', 'Schools', 'Education', '.', NULL, 0)")
    for council, kind, nation, starts, ends in COUNCILS:
        con.execute(
            "INSERT INTO council BY NAME SELECT $1 AS council, $1 AS name, $1 AS official_name, "
            "[] AS other_names, lower($1) AS slug, [] AS gss_before, $2 AS class, "
            "'single' AS tier, $3 AS nation, false AS sparse, $4::DATE AS starts, $5::DATE AS ends",
            [council, kind, nation, starts, ends],
        )
        if kind != "district":
            con.execute(
                "INSERT INTO responsibility BY NAME SELECT 'education' AS service, "
                "$1 AS council, 'g' AS comparison_group",
                [council],
            )
    for year in (2022, 2023):
        con.execute(
            "INSERT INTO period VALUES ($1, 'financial', $2, $3)",
            [f"{year}-{year - 1999}", date(year, 4, 1), date(year + 1, 3, 31)],
        )
    return con


def values(database, rows, measure=MEASURE, source=SOURCE):
    sql = "SELECT measure, council, period, value::DOUBLE AS value, n::DOUBLE AS numerator, "
    sql += "d::DOUBLE AS denominator FROM member, (VALUES " + ", ".join(rows)
    sql += ") t (council, period, value, n, d)"
    family = Family(slug="made_up", measures=[measure], sql=sql)
    return compute(database, family, {"made-up": source})


def status(frame):
    return {(c, p): s for c, p, s in frame.select("council", "period", "status").iter_rows()}


def test_a_responsible_council_without_a_row_gets_one_with_a_status(database):
    found = status(values(database, ["('AAA', '2022-23', 50, 1, 2)"]))
    assert found == {
        ("AAA", "2022-23"): "published",
        ("BBB", "2022-23"): "not_submitted",
        ("OLD", "2022-23"): "not_submitted",
    }


def test_a_gap_that_nobody_explains_says_that_the_file_has_no_figure(database):
    found = values(database, ["('AAA', '2022-23', 50, 1, 2)"]).filter(council="BBB")
    assert "no figure for this council" in found["note"][0]


def test_a_council_has_rows_only_for_years_of_its_life(database):
    found = status(values(database, ["('AAA', '2023-24', 50, 1, 2)"]))
    assert ("NEW", "2023-24") in found and ("OLD", "2023-24") not in found


def test_a_council_that_does_not_run_the_service_is_left_out(database):
    found = status(
        values(database, ["('AAA', '2022-23', 50, 1, 2)", "('CCC', '2022-23', 9, 1, 2)"])
    )
    assert not [council for council, _ in found if council == "CCC"]


def test_a_nation_without_a_file_has_rows_that_say_so(database):
    absent = Absent(status="not_held", note="On StatsWales.")
    measure = MEASURE.model_copy(update={"absent_nations": {"Wales": absent}})
    found = values(database, ["('AAA', '2022-23', 50, 1, 2)"], measure)
    row = found.row(by_predicate=pl.col("council") == "WWW", named=True)
    assert (row["status"], row["note"]) == ("not_held", "On StatsWales.")


def test_a_class_without_any_figure_has_rows_that_say_so(database):
    absent = Absent(status="not_collected", note="Districts only.")
    measure = MEASURE.model_copy(update={"absent_classes": {"unitary": absent}})
    found = values(database, ["('AAA', '2022-23', 50, 1, 2)"], measure)
    notes = {row["council"]: (row["status"], row["note"]) for row in found.iter_rows(named=True)}
    assert notes["AAA"] == ("published", None)
    assert notes["BBB"] == ("not_collected", "Districts only.")


def test_a_period_without_any_figure_can_be_declared(database):
    absent = Absent(status="not_collected", note="No such line yet.")
    measure = MEASURE.model_copy(update={"absent_periods": {"2022-23": absent}})
    found = values(database, ["('AAA', '2023-24', 50, 1, 2)"], measure)
    row = found.filter(period="2022-23", council="BBB").row(0, named=True)
    assert (row["status"], row["note"]) == ("not_collected", "No such line yet.")


@pytest.fixture
def passed_on(database):
    """BBB had the duty until the end of 2022, in the middle of 2022-23."""
    database.execute(
        "UPDATE responsibility SET ends = DATE '2022-12-31', reason = 'Passed on.' "
        "WHERE council = 'BBB'"
    )
    return database


def test_a_nought_under_a_duty_that_passed_on_is_no_figure(passed_on):
    rows = ["('AAA', '2023-24', 50, 1, 2)", "('BBB', '2023-24', 0, 0, 2)"]
    found = values(passed_on, rows).filter(council="BBB").row(0, named=True)
    assert (found["value"], found["status"]) == (None, "not_responsible")
    assert found["note"] == "Passed on."


def test_a_council_without_a_row_after_its_duty_has_one_that_says_so(passed_on):
    assert status(values(passed_on, ["('AAA', '2023-24', 50, 1, 2)"]))["BBB", "2023-24"] == (
        "not_responsible"
    )


def test_a_figure_of_a_part_of_the_year_is_shown_and_not_compared(passed_on):
    rows = ["('AAA', '2022-23', 50, 1, 2)", "('BBB', '2022-23', 30, 1, 2)"]
    found = values(passed_on, rows).filter(council="BBB").row(0, named=True)
    assert (found["value"], found["status"]) == (30, "not_comparable")
    assert "Passed on." in found["note"]


def test_what_describes_the_place_outlasts_a_duty(passed_on):
    measure = MEASURE.model_copy(update={"describes": "place"})
    rows = ["('AAA', '2023-24', 50, 1, 2)", "('BBB', '2023-24', 40, 1, 2)"]
    assert status(values(passed_on, rows, measure))["BBB", "2023-24"] == "published"


def test_figures_of_a_derived_source_say_derived(database):
    source = SOURCE.model_copy(update={"use": "derived"})
    found = status(values(database, ["('AAA', '2022-23', 50, 1, 2)"], MEASURE, source))
    assert found["AAA", "2022-23"] == "derived"


def test_wilson_limits_stand_on_the_measures_scale(database):
    # Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662.
    measure = MEASURE.model_copy(update={"interval_method": "wilson", "per": 100})
    rows = values(database, ["('AAA', '2022-23', 30.8, 81, 263)"], measure)
    row = rows.filter(pl.col("council") == "AAA").row(0, named=True)
    assert row["lower"] == pytest.approx(25.53, abs=0.01)
    assert row["upper"] == pytest.approx(36.62, abs=0.01)


def test_sql_without_a_value_column_is_refused_by_name(database):
    family = Family(slug="made_up", measures=[MEASURE], sql="SELECT measure FROM member")
    with pytest.raises(MeasureError, match="council"):
        compute(database, family, {"made-up": SOURCE})


def test_a_period_without_any_figure_is_no_period_of_the_measure(database):
    rows = ["('AAA', '2022-23', 50, 1, 2)", "('AAA', '2023-24', NULL, NULL, NULL)"]
    assert {period for _, period in status(values(database, rows))} == {"2022-23"}
