import json

import polars as pl
from typer.testing import CliRunner

from data.build.__main__ import app

TEXT = "Supplier Name,Payment Date,Net Amount\nAlpha Ltd,03/04/2020,10.25\nBeta,04/04/2020,x\n"


def run(*arguments):
    return CliRunner().invoke(app, ["payments", *map(str, arguments)])


def test_one_json_object_per_file_and_the_rows(tmp_path):
    good, page, out = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "rows.parquet"
    good.write_text(TEXT)
    page.write_text("<html></html>")
    result = run(good, page, "--json", "--council", "LDS", "--out", out)
    read, refused = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 0
    assert (read["rows"], read["set_aside"], read["amount_total_gbp"]) == (1, 1, 10.25)
    assert (read["date_min"], read["council"], read["encoding"]) == ("2020-04-03", "LDS", "ascii")
    assert read["set_aside_rows"][0]["line"] == 3
    assert "web page" in refused["refused"] and refused["amount_total_gbp"] is None
    assert pl.read_parquet(out)["amount_pence"].to_list() == [1025]


def test_a_folder_stands_for_its_files_and_the_table_says_all(tmp_path):
    (tmp_path / "a.csv").write_text(TEXT)
    result = run(tmp_path)
    assert result.exit_code == 0 and "10.25" in result.stdout


def test_it_fails_only_when_nothing_could_be_read(tmp_path):
    (tmp_path / "a.csv").write_text("")
    assert run(tmp_path / "a.csv", tmp_path / "absent.csv").exit_code == 1


def test_a_place_that_cannot_be_written_is_said_before_anything_is_read(tmp_path):
    (tmp_path / "a.csv").write_text(TEXT)
    result = run(tmp_path / "a.csv", "--out", tmp_path / "absent" / "rows.parquet")
    assert result.exit_code == 2 and "there is no folder" in result.output
