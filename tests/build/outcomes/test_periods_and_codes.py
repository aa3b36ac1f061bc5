"""How the outcome sources write years, quarters and codes, and what we make of it."""

from datetime import date

import polars as pl
import pytest

from data.build import periods
from data.build.readers.cells import of_parquet
from data.build.records import PeriodRule, Place, Reading
from data.build.resolving import resolve

PLACES = pl.DataFrame(
    {
        "scheme": ["dfe", "dfe"],
        "code": ["815", "815"],
        "council": ["NYK", "NYE"],
        "valid_from": [None, date(2023, 4, 1)],
        "valid_to": [date(2023, 4, 1), None],
    }
)


@pytest.mark.parametrize(
    ("text", "kind", "year_is", "label"),
    [
        ("2025", "financial", "ends", "2024-25"),
        ("2019 (Rev)", "financial", "ends", "2018-19"),
        ("2024-25 (OT)", "financial", "starts", "2024-25"),
        ("2016/17", "academic", "starts", "2016/17"),
        ("2016-18", "rolling", "starts", "2016 to 2018"),
        ("FYE 2008", "financial", "ends", "2007-08"),
        ("2022-01-01/P3Y", "rolling", "starts", "2022 to 2024"),
        ("2015-11-16/P1Y", "year_to", "starts", "Year to November 2016"),
        ("November 2024/25", "year_to", "starts", "Year to November 2025"),
        ("2021-09-01/P1Y", "academic", "starts", "2021/22"),
        ("2018 Q2", "quarter", "starts", "2018 Q2"),
        ("2021/22 Q1 - 2025/26 Q3", "quarter", "starts", "2025 Q4"),
        ("2024/25 Q4", "quarter", "starts", "2025 Q1"),
    ],
)
def test_a_publishers_period_gets_our_label(text, kind, year_is, label):
    assert periods.parse(text, kind, year_is).period == label


@pytest.mark.parametrize("text", ["0", "", "n/a"])
def test_what_is_no_year_is_refused(text):
    assert periods.parse(text, "financial", "ends") is None


def resolved(years, kind, prefix=""):
    reading = Reading(
        name="made_up",
        place=Place(scheme="dfe", column="number", ignore="^970$"),
        period=PeriodRule(kind=kind, column="years", year_is="ends", prefix=prefix),
    )
    frame = pl.DataFrame({"number": ["815"], "years": [years], "source_row": [2]})
    return resolve(frame, reading, PLACES, {}).kept.row(0, named=True)


@pytest.mark.parametrize(
    ("years", "kind", "council"),
    [
        ("2023", "financial", "NYK"),
        ("2024", "financial", "NYE"),
        # Pupils tested in summer 2023 are the new council's, though the year began under the old.
        ("2023", "academic", "NYE"),
        ("2022", "academic", "NYK"),
    ],
)
def test_a_number_that_changed_hands_belongs_to_who_is_in_office_at_the_periods_end(
    years, kind, council
):
    assert resolved(years, kind)["council"] == council


def test_years_that_end_in_a_named_month():
    assert resolved("2024", "year_to", "September ")["period"] == "Year to September 2024"


def test_a_whole_number_stored_as_a_float_is_matched_as_a_code(tmp_path):
    file = tmp_path / "made_up.parquet"
    pl.DataFrame({"number": [815.0, None], "share": [0.5, 1.0]}).write_parquet(file)
    cells = of_parquet(file)
    assert cells["c0"].to_list() == ["number", "815", None]
    assert cells["c1"].to_list() == ["share", "0.5", "1.0"]
