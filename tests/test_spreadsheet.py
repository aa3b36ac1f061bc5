"""CSV files that a spreadsheet opens as data."""

import csv
import io
import zipfile

import fastexcel
import polars as pl
import pytest

from spreadsheet import inert, to_csv, to_xlsx, write_csv

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "  =1",
    "＝1",
    "＠x",
    "=HYPERLINK(0)",
]
HARMLESS = ["Leeds", "a-b", "1", "", "'=1", "St. John's", "£5", "x=1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_would_be_a_formula_gets_an_apostrophe(text):
    assert inert(pl.DataFrame({"name": [text]}))["name"].item() == "'" + text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_is_left_alone(text):
    assert inert(pl.DataFrame({"name": [text]}))["name"].item() == text


def test_numbers_stay_numbers_and_nothing_stays_nothing():
    frame = pl.DataFrame({"value": [-1.5, None], "rows": [-2, 3], "name": [None, "a"]})
    assert inert(frame).equals(frame)


def test_a_list_is_one_cell_and_cannot_be_a_formula_either():
    frame = pl.DataFrame({"notes": [["=1", "b"], [], None]})
    assert inert(frame)["notes"].to_list() == ["'=1; b", "", None]


def test_the_file_reads_back_as_the_frame(tmp_path):
    frame = pl.DataFrame({"name": ['£ é, "x"', "b\nc"], "value": [-0.1, 1e9]})
    write_csv(frame, tmp_path / "x.csv")
    content = (tmp_path / "x.csv").read_bytes()
    assert content == to_csv(frame)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["name"] for row in rows] == frame["name"].to_list()
    assert [float(row["value"]) for row in rows] == frame["value"].to_list()


def test_a_workbook_holds_text_as_text_and_numbers_as_numbers():
    frame = pl.DataFrame(
        {"name": HOSTILE, "value": [1.5] * len(HOSTILE), "list": [["a", "b"]] * len(HOSTILE)}
    )
    book = fastexcel.read_excel(to_xlsx([("Source", "=1+1")], {"Rows": frame}))
    assert book.sheet_names == ["Notes", "Rows"]
    rows = book.load_sheet("Rows").to_polars()
    assert rows["value"].to_list() == [1.5] * len(HOSTILE)
    assert rows["list"].to_list() == ["a; b"] * len(HOSTILE)
    notes = book.load_sheet("Notes", header_row=None).to_polars()
    assert notes.row(0) == ("Source", "=1+1")


def test_a_workbook_has_no_formula_and_no_link(tmp_path):
    frame = pl.DataFrame(
        {"name": ["=HYPERLINK(1)", "http://127.0.0.1/"], "value": [None, float("nan")]}
    )
    made = zipfile.ZipFile(io.BytesIO(to_xlsx([], {"Rows": frame})))
    sheet = made.read("xl/worksheets/sheet2.xml").decode()
    assert "<f>HYPERLINK" not in sheet
    assert "hyperlink" not in sheet


def test_marks_that_turn_the_writing_do_not_leave():
    frame = pl.DataFrame({"name": ["Honest \u202eDtl drawkcab", "\u2066=1+1"]})
    straight = ["Honest Dtl drawkcab", "'=1+1"]
    assert inert(frame)["name"].to_list() == straight
    assert to_csv(frame).decode("utf-8-sig").splitlines() == ["name", *straight]


def test_what_a_terminal_would_obey_does_not_leave():
    """An escape in a name rewrote the line above it where the file was shown."""
    frame = pl.DataFrame({"name": ["Ltd\x1b[2K\x1b[1A", "\x1b=1+1", "two\nlines"]})
    assert inert(frame)["name"].to_list() == ["Ltd[2K[1A", "'=1+1", "two\nlines"]
