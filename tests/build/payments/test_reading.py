import gzip
import io
import json
import zipfile
from datetime import date

import pytest
import xlsxwriter

from data.build.payments import read, read_all
from data.build.payments.overrides import Override, OverrideError, load_overrides
from data.build.payments.report import as_frame, as_json, total_gbp

HEADER = "Supplier Name,Payment Date,Net Amount\n"
ROWS = 'Alpha Ltd,03/04/2020,"1,000.50"\nBeta plc,04/04/2020,-20\nGamma,05/04/2020,7\n'


def reading(text: str, **kwargs):
    return read("made-up.csv", text.encode(), **kwargs)


def test_a_plain_file():
    found = reading(HEADER + ROWS)
    assert (len(found.payments), total_gbp(found), found.confidence) == (3, "987.50", 1.0)
    assert found.payments[0].line == 2 and found.payments[0].date == date(2020, 4, 3)
    assert found.payments[0].texts["supplier"] == "Alpha Ltd"


@pytest.mark.parametrize(
    "text",
    [
        "Payments over £500\n\nApril 2020\n" + HEADER + ROWS,
        "columns,text apar_name,payment_date,amount\n"
        + "".join(f",{line}\n" for line in (HEADER + ROWS).splitlines()),
        ROWS + HEADER,
        ","
        + HEADER.replace("\n", "," * 200 + "\n")
        + "".join(f",{line}\n\n\n" for line in ROWS.splitlines()),
        '"query select a,\n b\n from c"\n' + HEADER + ROWS,
    ],
    ids=["titles", "machine header", "header last", "blank columns and rows", "leaked SQL"],
)
def test_where_the_header_may_be(text):
    found = reading(text)
    assert (len(found.payments), total_gbp(found)) == (3, "987.50"), found.problems
    assert {"supplier", "date", "amount"} <= set(found.columns)


def test_no_header_is_read_by_the_values_and_is_less_sure():
    found = reading(ROWS)
    assert (len(found.payments), total_gbp(found)) == (3, "987.50")
    assert found.confidence < 0.6 and "no row names the columns" in found.problems


def test_rows_without_an_amount_are_set_aside_with_reason_and_line():
    found = reading(HEADER + ROWS + "Delta,06/04/2020,REDACTED\n" + HEADER + "Eps,06/04/2020,\n")
    assert [(row.line, row.reason) for row in found.set_aside] == [
        (5, "the amount is withheld"),
        (6, "a header repeated"),
        (7, "no amount"),
    ]
    assert len(found.payments) == 3


def test_a_grand_total_is_no_payment():
    found = reading(HEADER + ROWS + ",,987.50\n")
    assert total_gbp(found) == "987.50"
    assert found.set_aside[0].reason == "a grand total of the rows above"


def test_a_last_payment_without_name_or_date_stays():
    assert total_gbp(reading(HEADER + ROWS + ",,12.50\n")) == "1000.00"


def test_exact_repeats_are_kept_and_counted():
    found = reading(HEADER + ROWS + "Gamma,05/04/2020,7\n")
    assert (len(found.payments), found.repeated_rows) == (4, 1)


def test_a_file_that_holds_every_row_twice_says_so():
    assert any("twice too high" in problem for problem in reading(HEADER + ROWS + ROWS).problems)


def test_an_impossible_date_is_flagged_and_its_payment_kept():
    found = reading(HEADER + ROWS + "Delta,31/09/2017,5\n")
    assert found.payments[-1].date is None
    assert any("31/09/2017" in problem and "line 5" in problem for problem in found.problems)


def test_a_wrong_year_against_the_name_is_flagged():
    found = read("2022-05.csv", (HEADER + ROWS).encode())
    assert any("the file's name says 2022-05" in problem for problem in found.problems)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\r\n \r\n", "empty"),
        (b"<!DOCTYPE html><html><title>403</title></html>", 'web page, titled "403"'),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04broken", "cannot be opened"),
        (b"uprn,name,easting,northing,tenure\n1,Hall,4,5,Free\n", "land and property"),
        (b"Contract Title,Supplier,Start Date,End Date,Contract Value\na,b,c,d,1\n", "contracts"),
        (b"Some,Words\nof,prose\n", "no column of amounts"),
    ],
)
def test_what_is_refused_and_why(content, reason):
    found = read("x.csv", content)
    assert reason in found.refused
    assert not found.payments and found.confidence == 0


def test_the_sheets_of_a_workbook_each_by_its_own_header():
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for month, name, header in (
            (4, "Apr", ["SUPPLIER", "Date", "TOTAL"]),
            (5, "May", ["* Date", "Total Invoice Amount", "* SUPPLIER FINAL"]),
        ):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, header)
            for row in (1, 2):
                for place, title in enumerate(header):
                    if "Date" in title:
                        sheet.write_datetime(row, place, date(2023, month, row), day)
                    else:
                        sheet.write(row, place, "A Ltd" if "SUPP" in title else 10.25)
        book.add_worksheet("Notes").write(0, 0, "These are payments")
    found = read("x.xlsx", buffer.getvalue())
    assert (len(found.payments), total_gbp(found)) == (4, "41.00")
    assert {row.sheet for row in found.payments} == {"Apr", "May"}
    assert any("'Notes'" in problem for problem in found.problems)


def test_gzip_zip_and_the_same_bytes_twice(tmp_path):
    content = (HEADER + ROWS).encode()
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(content))
    (tmp_path / "b.csv").write_bytes(content)
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("in.csv", content + b"Delta,06/04/2020,1\n")
        archive.writestr("__MACOSX/._in.csv", b"\0")
    first, second, third = read_all([tmp_path / name for name in ("a.csv.gz", "b.csv", "c.zip")])
    assert len(first.payments) == 3
    assert "published twice" in second.refused and "a.csv.gz" in second.refused
    assert third.file.endswith("c.zip!in.csv") and len(third.payments) == 4


def test_an_override_settles_what_the_evidence_cannot():
    said = Override(
        files="*.csv",
        why="the second amount is the one paid",
        date_order="mdy",
        columns={"amount": "Paid"},
        council="LDS",
    )
    text = "Supplier,Date,Amount,Paid\nA,04/03/2020,1.00,2.00\nB,05/03/2020,1.00,2.00\n"
    found = reading(text, override=said)
    assert (total_gbp(found), found.council) == ("4.00", "LDS")
    assert found.payments[0].date == date(2020, 4, 3)


def test_an_override_that_names_no_field_is_refused(tmp_path):
    (tmp_path / "x.toml").write_text(
        '[[override]]\nfiles = "x"\nwhy = "long enough to be"\ncolumns = {amuont = "A"}\n'
    )
    with pytest.raises(OverrideError, match="amuont"):
        load_overrides(tmp_path)


def test_the_records_of_the_project_are_right():
    load_overrides()


def test_hostile_names_are_kept_as_they_are_in_json_and_rows():
    name = '=HYPERLINK("x") <script>\u202e[red]'
    found = reading(f'{HEADER}"{name.replace(chr(34), chr(34) * 2)}",03/04/2020,1\n' + ROWS)
    assert as_frame(found)["supplier"][0] == name
    assert json.loads(json.dumps(as_json(found)))["rows"] == 4
    assert as_frame(found)["amount_pence"].to_list() == [100, 100050, -2000, 700]


def test_amounts_in_thousands_are_refused_not_read_as_pounds():
    found = reading("Supplier,Amount (£000),Date\nA,10,01/02/2024\n")
    assert "not in pounds" in found.refused


def test_fractions_of_a_penny_are_summed_before_they_are_rounded():
    found = reading(HEADER + ROWS + "D,06/04/2020,0.004\n" * 5)
    assert (total_gbp(found), found.payments[-1].amount_pence) == ("987.52", 0)
    assert any("fractions of a penny" in problem for problem in found.problems)


def test_a_pivot_table_is_read_without_its_total():
    found = reading("Row Labels,Sum of Amount\nAlpha Ltd,10.50\nBeta,5\nC,1\nGrand Total,16.50\n")
    assert (total_gbp(found), len(found.set_aside)) == ("16.50", 1)


def test_a_damaged_zip_is_refused_and_the_next_file_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in.csv", HEADER + ROWS * 50)
    content = bytearray((tmp_path / "a.zip").read_bytes())
    content[50:80] = bytes(30)
    (tmp_path / "a.zip").write_bytes(content)
    (tmp_path / "b.csv").write_text(HEADER + ROWS)
    damaged, good = read_all([tmp_path / "a.zip", tmp_path / "b.csv"])
    assert "cannot be unpacked" in damaged.refused
    assert len(good.payments) == 3
