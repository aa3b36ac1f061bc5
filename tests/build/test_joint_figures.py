"""A figure that councils share is shown under each and counted under one."""

from datetime import date

import duckdb
import polars as pl
import pytest

from data.build import paths
from data.build.joint_figures import JointFigure, load_joint_figures, mark_joint

RECORD = JointFigure(
    measures=["made_up"],
    lead="AAA",
    partners=["BBB"],
    starts=date(2022, 4, 1),
    reason="They report together.",
    evidence="One row for both.",
)


@pytest.fixture
def database():
    con = duckdb.connect()
    con.execute(paths.SCHEMA.read_text("utf-8"))
    for key, name in (("AAA", "Aldby"), ("BBB", "Bexholme"), ("CCC", "Carrby")):
        con.execute(
            "INSERT INTO council BY NAME SELECT $1 AS council, $2 AS name, $2 AS official_name, "
            "[] AS other_names, lower($1) AS slug, [] AS gss_before, 'unitary' AS class, "
            "'single' AS tier, 'England' AS nation, false AS sparse",
            [key, name],
        )
    for year in (2021, 2022):
        con.execute(
            "INSERT INTO period VALUES ($1, 'financial', $2, $3)",
            [f"{year}-{year - 1999}", date(year, 4, 1), date(year + 1, 3, 31)],
        )
    return con


def marked(database, rows, record=RECORD):
    names = ["measure", "council", "period", "value", "note"]
    kinds = dict.fromkeys(names, pl.String) | {"value": pl.Float64}
    frame = pl.DataFrame([("made_up", *row) for row in rows], schema=kinds, orient="row")
    found = mark_joint(database, frame, [record])
    return {(r["council"], r["period"]): (r["joint_lead"], r["note"]) for r in found.to_dicts()}


def test_every_sharer_carries_the_lead_and_a_note_that_names_both(database):
    found = marked(
        database,
        [("AAA", "2022-23", 5, None), ("BBB", "2022-23", 5, "Late."), ("CCC", "2022-23", 5, None)],
    )
    words = "One figure for Aldby and Bexholme, counted once, under Aldby."
    assert found["AAA", "2022-23"] == ("AAA", words)
    assert found["BBB", "2022-23"] == ("AAA", f"Late. {words}")
    assert found["CCC", "2022-23"] == (None, None)


def test_years_before_the_record_are_each_councils_own(database):
    found = marked(database, [("AAA", "2021-22", 5, None), ("BBB", "2021-22", 6, None)])
    assert set(found.values()) == {(None, None)}


def test_three_sharers_are_listed_and_a_partner_without_a_figure_is_marked(database):
    record = RECORD.model_copy(update={"partners": ["BBB", "CCC"]})
    found = marked(database, [("AAA", "2022-23", 5, None), ("CCC", "2022-23", None, None)], record)
    words = "One figure for Aldby, Bexholme and Carrby, counted once, under Aldby."
    assert found["CCC", "2022-23"] == ("AAA", words)


def test_without_a_figure_of_the_lead_there_is_nothing_to_share(database):
    found = marked(database, [("AAA", "2022-23", None, None), ("BBB", "2022-23", 6, None)])
    assert set(found.values()) == {(None, None)}


def test_no_council_is_in_two_records_of_one_measure():
    seen = [
        (measure, council, record.starts)
        for record in load_joint_figures(paths.AREAS / "joint_figures.toml")
        for measure in record.measures
        for council in (record.lead, *record.partners)
    ]
    assert len(seen) == len(set(seen))
