"""Text becomes numbers, periods and councils; what does not is an issue, and no row is lost."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.build.records import PeriodRule, Place, Reading
from data.build.resolving import normal_name, resolve

PLACES = pl.DataFrame(
    [
        ("gss", "E06000065", "NYE", None, None),
        ("gss", "E10000023", "NYK", None, None),
        ("ecode", "E6354", "TEE", None, date(2017, 4, 1)),
        ("ecode", "E6354", "WES", date(2017, 4, 1), None),
        ("name", "hammersmith and fulham", "HMF", None, None),
        ("name", "north yorkshire", "NYK", None, date(2023, 4, 1)),
        ("name", "north yorkshire", "NYE", date(2023, 4, 1), None),
    ],
    schema={
        "scheme": pl.String,
        "code": pl.String,
        "council": pl.String,
        "valid_from": pl.Date,
        "valid_to": pl.Date,
    },
    orient="row",
)


def rows(**columns):
    size = len(next(iter(columns.values())))
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    return frame.with_columns(pl.Series("source_row", range(1, size + 1), pl.Int64))


def numbers(texts, missing=None):
    reading = Reading(name="x", numbers=["n"], missing=missing or {})
    return resolve(rows(n=texts), reading, None, {})


def placed(codes, scheme="gss", years=None, ignore="", part=""):
    columns = {"code": codes} | ({"year": years} if years else {})
    reading = Reading(
        name="x",
        place=Place(scheme=scheme, column="code", ignore=ignore, part=part),
        period=PeriodRule(kind="financial", column="year") if years else None,
    )
    return resolve(rows(**columns), reading, PLACES, {})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", 1234.5),
        ("£2,000", 2000),
        (" 7 ", 7),
        ("-3", -3),
        ("12.5%", 12.5),
        ("1.5e3", 1500),
        ("0", 0),
        (".5", 0.5),
        ("340[r]", 340),
    ],
)
def test_numbers_as_people_write_them(text, value):
    kept = numbers([text]).kept.row(0, named=True)
    assert (kept["n"], kept["n_status"]) == (value, None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("...", "not_submitted"),
        ("[x]", "suppressed"),
        ("-", "not_collected"),
        ("", "not_submitted"),
    ],
)
def test_a_mark_for_missing_gets_the_status_of_the_record_and_is_no_issue(text, status):
    marks = {"...": "not_submitted", "[x]": "suppressed", "-": "not_collected"}
    found = numbers([text], marks)
    assert found.kept.row(0, named=True)["n"] is None
    assert found.kept.row(0, named=True)["n_status"] == status
    assert found.issues == []


def test_zero_is_not_missing():
    kept = numbers(["0", ""]).kept
    assert kept["n"].to_list() == [0, None]
    assert kept["n_status"].to_list() == [None, "not_submitted"]


def test_what_is_no_number_is_an_issue_with_its_first_row_and_count():
    found = numbers(["1", "see note", "see note", "1 2 x"])
    assert [(i["content"], i["source_row"], i["rows"]) for i in found.issues] == [
        ("see note", 2, 2),
        ("1 2 x", 4, 1),
    ]
    assert found.kept["n_status"].to_list() == [None, *["not_submitted"] * 3]


@given(st.floats(-1e12, 1e12).map(lambda x: round(x, 2)))
def test_any_amount_survives_its_thousands_commas_and_pound_sign(amount):
    text = f"£{abs(amount):,.2f}"
    assert numbers([text]).kept["n"].to_list() == [pytest.approx(abs(amount))]


def test_a_place_is_resolved_and_what_is_unknown_is_an_issue():
    found = placed(["E06000065", "E10000023", "E99999999"])
    assert found.kept["council"].to_list() == ["NYE", "NYK"]
    assert found.issues[0]["content"] == "E99999999"
    assert found.rows_set_aside == 1


def test_rows_declared_to_be_no_council_are_kept_apart():
    found = placed(["E06000065", "E92000001"], ignore="^E92")
    assert found.other["code"].to_list() == ["E92000001"]
    assert found.issues == []


@pytest.mark.parametrize(("year", "council"), [("2016-17", "TEE"), ("2017-18", "WES")])
def test_a_code_that_changed_hands_means_its_holder_at_the_time(year, council):
    assert placed(["E6354"], "ecode", [year]).kept["council"].to_list() == [council]


def test_without_a_period_the_present_holder_is_meant():
    assert placed(["E6354"], "ecode").kept["council"].to_list() == ["WES"]


@pytest.mark.parametrize(("year", "council"), [("2022-23", "NYK"), ("2023-24", "NYE")])
def test_one_name_of_a_county_and_its_successor_is_told_apart_by_year(year, council):
    assert placed(["North Yorkshire"], "name", [year]).kept["council"].to_list() == [council]


@pytest.mark.parametrize(
    "text",
    [
        "Hammersmith & Fulham",
        "HAMMERSMITH AND FULHAM",
        "Hammersmith  and   Fulham [note 3]",
        "Hammersmith and Fulham (London)",
    ],
)
def test_names_are_matched_without_case_marks_and_ampersands(text):
    assert placed([text], "name").kept["council"].to_list() == ["HMF"]


def test_an_unreadable_period_is_set_aside_with_its_rows_counted():
    found = placed(["E06000065"] * 3, years=["2022-23", "later", "later"])
    assert len(found.kept) == 1
    assert (found.issues[0]["kind"], found.issues[0]["rows"]) == ("unreadable period", 2)
    assert found.rows_set_aside == 2


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["E06000065", "E10000023", "E92000001", "x", "", None]),
            st.sampled_from(["2022-23", "2017-18", "never", None]),
        ),
        min_size=1,
    )
)
def test_rows_in_are_rows_kept_plus_other_plus_set_aside(content):
    codes, years = (list(column) for column in zip(*content, strict=True))
    found = placed(codes, years=years, ignore="^E92")
    assert len(found.kept) + len(found.other) + found.rows_set_aside == len(content)
    assert sum(issue["rows"] for issue in found.issues) == found.rows_set_aside


@given(st.text(max_size=40))
def test_a_normal_name_is_its_own_normal_name(text):
    assert normal_name(normal_name(text)) == normal_name(text)


def test_a_code_is_taken_out_of_a_longer_text():
    found = placed(["E10000023 - North Yorkshire", "North Yorkshire"], part=r"^(E\d{8}) - ")
    assert found.kept["council"].to_list() == ["NYK"]
    assert [issue["content"] for issue in found.issues] == ["North Yorkshire"]
