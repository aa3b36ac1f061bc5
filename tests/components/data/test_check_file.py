"""Check your file: what an officer is told, and what a hostile file cannot do."""

import gzip
import io
import json
import subprocess
import sys
import tempfile
import zipfile

import pytest

from components.data.check_file import sandbox
from components.data.check_file.code import HELPFUL, REQUIRED, lacking, mending
from components.data.check_file.sandbox import plain_name, read_apart
from components.data.check_file.upload import section

GOOD = (
    "Payment date,Department,Supplier name,Purpose,Net amount,Irrecoverable VAT,Merchant category\n"
    + "".join(
        f"{day:02}/05/2024,Adult care,Acme Care Ltd,Home care,{day}00.50,0,Care\n"
        for day in range(1, 29)
    )
)
HOSTILE = GOOD.replace("Acme Care Ltd", "\u202e<script>alert(1)</script>").replace(
    "Home care", '"=HYPERLINK(""http://evil.example"",""x"")"'
)


def test_a_good_file_reads_to_the_penny_and_lacks_nothing():
    checked = read_apart("May 2024.csv", GOOD.encode())
    (read,) = checked.readings
    assert not checked.failure
    assert (read["rows"], read["set_aside"]) == (28, 0)
    assert read["amount_total_gbp"] == pytest.approx(sum(range(1, 29)) * 100 + 14)
    assert lacking(read["columns"], REQUIRED) == []
    assert {one.field for one in lacking(read["columns"], HELPFUL)} >= {"reference", "body"}
    assert checked.first_rows.height == 28


def test_what_is_lacking_is_named_with_its_mending():
    two_columns = "Date,Supplier,Amount\n" + "01/05/2024,Acme Ltd,700.00\n" * 5
    (read,) = read_apart("a.csv", two_columns.encode()).readings
    assert {one.field for one in lacking(read["columns"], REQUIRED)} == {
        "department",
        "purpose",
        "irrecoverable_vat",
        "category",
    }
    assert all(one.mend.endswith(".") for one in REQUIRED + HELPFUL)


def test_what_to_mend_is_said():
    titled = ("Spend over 500\n\n" + GOOD).replace("Acme", "Caf\u00e9 \u00a3").encode("cp1252")
    (read,) = read_apart("a.csv", titled).readings
    advice = " ".join(mending(read))
    assert "UTF-8" in advice and "column names" in advice


def test_one_repeat_is_one_and_two_are_two():
    rows = GOOD.splitlines(keepends=True)
    for more, words in ((1, "1 exact repeat of"), (2, "2 exact repeats of")):
        (read,) = read_apart("a.csv", "".join(rows + rows[1 : 1 + more]).encode()).readings
        assert words in " ".join(mending(read))


def test_banking_details_are_warned_of_before_anything_else():
    from streamlit.testing.v1 import AppTest

    def page():
        from components.data.check_file.upload import section

        section()

    lines = GOOD.splitlines()
    text = "\n".join([lines[0] + ",Sort Code", *[f"{line},20-00-00" for line in lines[1:]]]) + "\n"
    app = AppTest.from_function(page, default_timeout=60).run()
    app.file_uploader[0].upload("a.csv", text.encode(), "text/csv").run()
    (warning,) = app.error
    assert "Do not publish yet" in warning.value and "Sort Code" in warning.value
    assert not any("Sort Code" in one.value for one in app.markdown)


def test_a_refusal_is_said_once():
    from streamlit.testing.v1 import AppTest

    def page():
        from components.data.check_file.upload import section

        section()

    app = AppTest.from_function(page, default_timeout=60).run()
    app.file_uploader[0].upload("a.csv", b"", "text/csv").run()
    text = " ".join(str(one.value) for one in [*app.markdown, *app.warning])
    assert text.count("the file is empty") == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.csv", b"<!DOCTYPE html><html><title>403</title></html>"),
        ("empty.csv", b""),
        ("noise.xlsx", b"PK\x03\x04" + bytes(range(256)) * 40),
        ("half.csv.gz", gzip.compress(GOOD.encode())[:80]),
        ("nul.csv", b"\0" * 5000),
    ],
    ids=["page", "empty", "noise", "half", "nul"],
)
def test_a_damaged_file_is_refused_in_a_sentence(name, content):
    (read,) = read_apart(name, content).readings
    told = json.dumps(read)
    assert read["refused"] and "Traceback" not in told
    # Where it lay meanwhile was shown to whoever sent it.
    assert tempfile.gettempdir() not in told


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\x.csv", "a;rm -rf ~.csv", "\u202evsc.csv", "." * 300, ""]
)
def test_a_name_is_only_a_name(name):
    plain = plain_name(name)
    assert plain and "/" not in plain and "\\" not in plain and not plain.startswith(".")
    assert len(plain) <= 120
    (read,) = read_apart(name, GOOD.encode()).readings
    assert read["rows"] == 28


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are set on Linux only")
def test_a_bomb_ends_its_reader_and_nothing_else(monkeypatch):
    monkeypatch.setattr(sandbox, "LARGEST_MEMORY_BYTES", 1_200_000_000)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.csv", b"a,b\n" * 50_000_000)
    checked = read_apart("bomb.zip", made.getvalue())
    assert checked.failure or all(one["refused"] for one in checked.readings)


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", b"PK\x03\x04broken"), ("a.csv", b"a,b\n1,2\n")]
)
def test_no_place_of_this_machine_is_told(name, content):
    """The folder of the copy stood in the answer."""
    (read,) = read_apart(name, content).readings
    assert read["file"] == name
    assert tempfile.gettempdir() not in str(read)


def test_rows_set_aside_without_end_are_told_in_part():
    """50 KB of them took the site's own process from 0.9 to 2.5 GB."""
    header, *_ = GOOD.splitlines()
    rows = f"{header}\n" + "01/04/2024,,Acme Ltd,no amount\n" * 300_000
    checked = read_apart("aside.zip", zipped({"aside.csv": rows.encode()}))
    told = sum(len(one["set_aside_rows"]) for one in checked.readings)
    assert told <= sandbox.ROWS_TOLD
    assert len(json.dumps(checked.readings)) < sandbox.LARGEST_ANSWER_BYTES


def test_members_without_end_are_told_in_part():
    """Sixty thousand of them drew sixty thousand sections."""
    checked = read_apart("many.zip", zipped({f"{n}.csv": b"a" for n in range(6_000)}))
    assert len(checked.readings) <= sandbox.FILES_TOLD


def test_zips_in_zips_are_unpacked_up_to_one_bound(monkeypatch):
    """Eight kilobytes ran for a minute: each level had a bound of its own."""
    inner = zipped({"bomb.csv": b"0" * 90_000_000})
    outer = zipped({f"{n}.zip": inner for n in range(40)})
    assert len(outer) < 5_000_000
    checked = read_apart("nested.zip", outer)
    assert checked.failure or len(checked.readings) <= sandbox.FILES_TOLD


@pytest.mark.skipif(not sandbox._without_network(), reason="this system lets no one leave its net")
def test_the_reader_has_no_network():
    look = "import socket; print([name for _, name in socket.if_nameindex()])"
    seen = subprocess.run(
        [*sandbox._without_network(), sys.executable, "-c", look], capture_output=True, check=True
    )
    assert seen.stdout.strip() in (b"['lo']", b"[]")


LOOK = """
import sys
from pathlib import Path
from components.data.check_file.confined import confine, of_the_program
if not confine(of_the_program(), [Path(sys.argv[1])]):
    sys.exit(77)
import polars
def tried(action):
    try: action()
    except PermissionError: return "no"
    return "yes"
outside, own = Path(sys.argv[2]), Path(sys.argv[1], "own")
print(*map(tried, [outside.read_text, lambda: outside.write_text("x"), lambda: own.write_text("x"),
    lambda: Path("/etc/passwd").read_text(), lambda: Path(".git", "config").read_text()]))
"""


def test_the_reader_has_the_program_and_its_own_folder_and_no_other(tmp_path):
    own, outside = tmp_path / "own", tmp_path / "secret.txt"
    own.mkdir()
    outside.write_text("secret")
    looked = subprocess.run(
        [sys.executable, "-c", LOOK, own, outside], capture_output=True, text=True, check=False
    )
    if looked.returncode == 77:
        pytest.skip("this system has no Landlock")
    assert looked.stdout.split() == ["no", "no", "yes", "no", "no"], looked.stderr


def test_the_reader_knows_no_key_of_ours(monkeypatch, tmp_path):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    assert "secret" not in sandbox._environment(tmp_path).values()


def test_a_cell_of_a_million_digits_is_told_and_the_rest_is_read():
    """It took the whole minute, and all that was said is that it took too long."""
    long = GOOD + f"29/05/2024,Adult care,Acme Care Ltd,Home care,{'9' * 1_000_000},0,Care\n"
    (read,) = read_apart("May 2024.csv", long.encode()).readings
    assert (read["rows"], read["set_aside"]) == (28, 1)
    assert "1,000,000 characters" in read["set_aside_rows"][0]["reason"]


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(sandbox, "LONGEST_SECONDS", 0.01)
    assert read_apart("a.csv", GOOD.encode()).failure


def test_hostile_content_is_shown_as_text():
    from streamlit.testing.v1 import AppTest

    def page():
        from components.data.check_file.upload import section

        section()

    app = AppTest.from_function(page, default_timeout=60).run()
    app.file_uploader[0].upload(
        "May <b>2024</b> $x$ :red[y].csv", HOSTILE.encode(), "text/csv"
    ).run()
    assert not app.exception
    text = "\n".join(str(one.value) for one in [*app.markdown, *app.subheader, *app.warning])
    assert "<script>" not in text and "<b>" not in text
    assert "28 payments" in text
    (name,) = [one.value for one in app.subheader]
    assert "$" not in name.replace("\\$", "") and ":red[" not in name
    shown = " ".join(str(one.value.to_dict()) for one in app.dataframe)
    assert "<script>" in shown, "as text in a cell"
    assert "\u202e" not in shown
    assert section.__name__ == "section"
