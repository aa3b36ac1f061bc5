"""What is kept for another run is used while it is made from the same, and goes when it is not."""

import json

import pytest

from benchmarks.made_from import NotOurs, begun, law, ledger_of

SOURCE = {"rows": 8, "ledger": "a"}


def test_what_was_made_from_the_same_stays_and_what_was_not_goes(tmp_path):
    folder, file = tmp_path / "8", tmp_path / "councils.duckdb"
    assert not begun(folder, SOURCE) and not begun(file, SOURCE)
    folder.mkdir()
    (folder / "payment.parquet").write_text("payments")
    file.write_text("tables")
    assert begun(folder, SOURCE) and begun(file, SOURCE)
    assert (folder / "payment.parquet").exists() and file.exists()
    other = SOURCE | {"ledger": "b"}
    assert not begun(folder, other) and not begun(file, other)
    assert not folder.exists() and not file.exists()
    assert json.loads((tmp_path / "8.made_from.json").read_text("utf-8")) == other


def test_an_empty_folder_is_begun_in(tmp_path):
    (tmp_path / "8").mkdir()
    assert not begun(tmp_path / "8", SOURCE)
    assert not (tmp_path / "8").exists()


@pytest.mark.parametrize("name", ["1/letters/will.odt", "1"], ids=["folder", "file"])
def test_what_somebody_else_made_stays(tmp_path, name):
    """`--kept ~/x` took away whatever ~/x/1 held."""
    theirs = tmp_path / name
    theirs.parent.mkdir(parents=True, exist_ok=True)
    theirs.write_text("kept")
    with pytest.raises(NotOurs, match="move it away"):
        begun(tmp_path / "1", SOURCE)
    assert theirs.read_text() == "kept"
    assert not (tmp_path / "1.made_from.json").exists()


def test_another_ledger_and_another_contract_are_told(tmp_path):
    (tmp_path / "payment.parquet").write_bytes(b"12")
    first = ledger_of(tmp_path)
    (tmp_path / "payment.parquet").write_bytes(b"123")
    assert ledger_of(tmp_path) != first
    (tmp_path / "SHA256SUMS").write_text("1  payment.parquet\n")
    listed = ledger_of(tmp_path)
    (tmp_path / "SHA256SUMS").write_text("2  payment.parquet\n")
    assert ledger_of(tmp_path) != listed
    (tmp_path / "data").mkdir()
    contract = tmp_path / "data" / "ledger.sql"
    contract.write_text("CREATE TABLE a (b INTEGER)")
    before = law(tmp_path)
    contract.write_text("CREATE TABLE a (b BIGINT)")
    assert law(tmp_path) != before
