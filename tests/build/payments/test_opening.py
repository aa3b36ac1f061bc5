"""Files inside files, files twice, and files that would do harm."""

import gzip
import io
import json
import zipfile

import pytest
from typer.testing import CliRunner

from data.build.__main__ import app
from data.build.payments import read, read_all, unpacking
from tests.build.payments.gallery.case import HEADER, ROWS, lines, table

TEXT = table()
NEXT = TEXT.replace("/04/", "/05/")


def zipped(**files: str | bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def readings(folder, **files: bytes):
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return list(read_all([folder / name for name in files]))


def test_a_zip_of_months_is_a_reading_a_month_and_one_bad_month_spoils_no_other(tmp_path):
    content = zipped(**{"a/04.csv": TEXT, "a/.hidden": "x", "a/bad.csv": "", "a/05.csv": NEXT})
    april, bad, may = readings(tmp_path, months=content)
    assert [len(april.payments), len(may.payments)] == [4, 4]
    assert april.file.endswith("months!a/04.csv") and bad.refused == "the file is empty"


def test_a_zip_in_a_zip_is_opened_and_no_deeper(tmp_path):
    once = zipped(**{"in.csv": TEXT})
    (twice,) = readings(tmp_path, two=zipped(**{"in.zip": once}))
    assert len(twice.payments) == 4
    (deeper,) = readings(tmp_path, three=zipped(**{"in.zip": zipped(**{"in.zip": once})}))
    assert "zip inside a zip" in deeper.refused


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(unpacking, "LARGEST_BYTES", 10_000)
    bomb, pressed = readings(
        tmp_path, a=zipped(**{"a.csv": "0" * 20_000}), b=gzip.compress(b"0" * 20_000)
    )
    assert "unpacked it is over" in bomb.refused and "unpacked it is over" in pressed.refused


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (gzip.compress(TEXT.encode())[:40], "damaged"),
        (zipped(**{"a.csv": TEXT})[:60], "damaged"),
        (zipped(), "not text"),
        (zipped(**{"__MACOSX/a.csv": TEXT}), "holds no file"),
        (zipped(**{"word/document.xml": "<a/>"}), "Word document"),
        (zipped(**{"mimetype": "application/x", "a.txt": "b"}), "no column of amounts"),
    ],
)
def test_what_cannot_be_unpacked(tmp_path, content, reason):
    assert any(reason in found.refused for found in readings(tmp_path, a=content))


def test_one_line_of_a_million_signs_is_no_table():
    assert read("x.csv", b"a" * 1_000_000).refused
    assert "500,001 cells" in read("x.csv", b"a," * 500_000).refused
    assert read("x.csv", b'"' * 1_000_001).refused


def test_a_row_with_a_million_signs_in_a_cell_is_set_aside():
    """Looking for the names of columns and for days in it took the whole minute of a check."""
    long = ("9" * 1_000_000, *ROWS[0][1:])
    found = read("x.csv", table(rows=[*ROWS, long]).encode())
    assert len(found.payments) == len(ROWS)
    assert [(one.line, one.reason[:30]) for one in found.set_aside] == [
        (len(ROWS) + 2, "a cell of 1,000,000 characters")
    ]
    assert "every row has a cell of more" in read("x.csv", lines(long).encode()).refused


def test_the_same_payments_in_another_order_or_encoding_are_said(tmp_path):
    rows = [("Café Ltd", *ROWS[0][1:]), *ROWS[1:]]
    text, turned = table(rows=rows), lines(HEADER, *rows[::-1])
    first, second, third, other = readings(
        tmp_path,
        a=text.encode(),
        b=turned.encode(),
        c=text.encode("cp1252"),
        d=text.replace("640.00", "640.01").encode(),
    )
    assert (first.same_as, other.same_as) == ("", "")
    for found in (second, third):
        assert found.same_as == first.file and len(found.payments) == 4
        assert any("the same payments as" in text for text in found.problems)


def test_the_same_payments_under_exchanged_headings_are_said(tmp_path):
    header = (*HEADER, "Expense Area", "Expense Type")
    rows = [(*row, "Adults", "Services") for row in ROWS]
    turned = [*HEADER, "Expense Type", "Expense Area"]
    first, second, other = readings(
        tmp_path,
        a=lines(header, *rows).encode(),
        b=lines(turned, *rows).encode(),
        c=lines(header, *[(*row[:3], f"9{row[3]}", *row[4:]) for row in rows]).encode(),
    )
    assert (first.same_as, second.same_as, other.same_as) == ("", first.file, "")


def test_a_folder_of_good_and_bad_ends_well_and_says_each(tmp_path):
    (tmp_path / ".DS_Store").write_bytes(b"\0\1\2")
    for name, content in {"a.csv": TEXT, "b.csv": "", "c.pdf": "%PDF-1", "d/e.csv": NEXT}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    result = CliRunner().invoke(app, ["payments", str(tmp_path), "--json"])
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [entry["rows"] for entry in told] == [4, 0, 0, 4]
    assert [entry["refused"] for entry in told][1:3] == [
        "the file is empty",
        "the file is a PDF, not a table",
    ]


def test_a_folder_without_a_list_of_payments_fails(tmp_path):
    (tmp_path / "a.pdf").write_text("%PDF-1")
    assert CliRunner().invoke(app, ["payments", str(tmp_path)]).exit_code == 1
