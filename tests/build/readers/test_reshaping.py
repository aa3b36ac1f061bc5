"""A grid of cells is cut and named as its record says, and each row knows where it stood."""

import polars as pl
import pytest

from data.build.readers.cells import grid, letter, of_csv
from data.build.readers.nested import of_json
from data.build.readers.reshaping import ShapeError, shape
from data.build.records import Reading, Unpivot

SHEET = [
    ["Title of the table", None, None, None],
    ["Code", "Name", "Spending", None],
    [None, None, "2022-23", "2023-24"],
    ["E1", "Ayton", "1", "2"],
    [None, None, None, None],
    ["E2", "Beeford", "3", "4"],
    ["England", None, "4", "6"],
    ["Note 1", None, None, None],
]


def shaped(rows=SHEET, **declared):
    return shape(grid(rows), Reading(name="x", **declared))


def test_columns_are_found_by_header_position_and_pattern():
    frame = shaped(
        header_rows=[1], columns={"code": "Code", "name": "#1", "first": "re:^Spend"}, first_row=3
    )
    assert frame.columns == ["source_row", "code", "name", "first"]
    assert frame["first"].to_list() == ["1", "3", "4", None]


def test_rows_count_from_one_as_in_a_spreadsheet_and_blank_ones_are_dropped():
    frame = shaped(header_rows=[1], columns={"code": "Code"}, first_row=3)
    assert frame.select("source_row", "code").rows()[:2] == [(4, "E1"), (6, "E2")]


def test_a_table_ends_where_the_record_says():
    frame = shaped(
        header_rows=[1], columns={"code": "Code"}, first_row=3, stop_at={"code": "England"}
    )
    assert frame["code"].to_list() == ["E1", "E2", "England"]


def test_rows_can_be_chosen():
    frame = shaped(header_rows=[1], columns={"code": "Code"}, where={"code": "^E[0-9]"})
    assert frame["code"].to_list() == ["E1", "E2"]


def test_columns_become_rows_with_their_header_and_letter():
    frame = shaped(
        header_rows=[1, 2],
        fill_right=[1],
        columns={"code": "#0"},
        where={"code": "^E[0-9]"},
        unpivot=Unpivot(columns="20"),
    ).sort("source_row", "column_index")
    assert frame.select("code", "header", "source_column", "value").rows() == [
        ("E1", "Spending | 2022-23", "C", "1"),
        ("E1", "Spending | 2023-24", "D", "2"),
        ("E2", "Spending | 2022-23", "C", "3"),
        ("E2", "Spending | 2023-24", "D", "4"),
    ]


def test_constants_stand_on_every_row():
    frame = shaped(header_rows=[1], columns={"code": "Code"}, constants={"year": "2023-24"})
    assert frame["year"].unique().to_list() == ["2023-24"]


def test_without_declared_columns_headers_become_plain_names():
    frame = shaped([["LA code", "Total (£)", ""], ["E1", "5", "x"]])
    assert frame.columns == ["source_row", "la_code", "total"]


def test_a_missing_column_is_a_sentence_that_shows_what_the_file_has():
    with pytest.raises(ShapeError, match=r"no column 'Class'.*'Code', 'Name'"):
        shaped(header_rows=[1], columns={"class": "Class"})


def test_no_header_to_turn_into_rows_is_a_sentence():
    with pytest.raises(ShapeError, match="no column's header matches '1999'"):
        shaped(header_rows=[1], columns={"code": "Code"}, unpivot=Unpivot(columns="1999"))


def test_short_rows_end_in_null():
    assert grid([["a"], ["b", "c"]]).rows() == [("a", None), ("b", "c")]


@pytest.mark.parametrize(
    ("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_are_a_spreadsheets(index, name):
    assert letter(index) == name


def test_a_csv_keeps_line_breaks_inside_a_cell(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('\ufeffcode,"two\nlines"\nE1,"a ""quoted"" cell"\n', encoding="utf-8")
    assert of_csv(path, "utf-8-sig").rows() == [("code", "two\nlines"), ("E1", 'a "quoted" cell')]


def test_json_records_are_rows_with_nested_keys_joined(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"hexes": {"E1": {"q": 1, "at": {"r": 2}}, "E2": {"q": null}}}')
    frame = of_json(path, {"records": "hexes"})
    assert frame.rows() == [("key", "q", "at.r"), ("E1", "1", "2"), ("E2", None, None)]


def test_text_is_kept_as_published():
    frame = shape(pl.DataFrame({"c0": ["code", "007"]}), Reading(name="x"))
    assert frame["code"].to_list() == ["007"]
