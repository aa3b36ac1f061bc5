"""A mirror of published files becomes a dataset in which every row is accounted for."""

import filecmp
import sys
import threading
from pathlib import Path
from types import ModuleType

import pytest

from data.build.ledger import making
from data.build.ledger.bounds import BuildUnderWay, as_it_stands, only_build, put
from data.build.privacy import PERSON, WORDS
from tests.build.ledger.mirror import made

OUTCOMES = "SELECT path, outcome, payments, set_aside FROM '{whole}/payment_file.parquet'"
PAID = "'{whole}/payment/**/*.parquet'"


def test_every_file_has_its_outcome(rows):
    found = {path.removeprefix("payments/"): rest for path, *rest in rows(OUTCOMES)}
    assert found == {
        "aldby/2022-04.csv": ["read", 4, 1],
        "aldby/2022-05-again.csv": ["read", 3, 0],
        "aldby/2022-05.csv": ["repeated", 0, 0],
        "aldby/2022-06.csv": ["read", 2, 0],
        "aldby/2022-07.csv": ["refused", 0, 0],
        "aldby/2022-08.csv": ["read", 2, 0],
        "aldby/old-2022-06.csv": ["superseded", 2, 0],
        "bexholme/2022-04_p.csv": ["read", 3, 0],
    }


def test_a_file_that_is_left_out_says_why(rows):
    reasons = dict(rows("SELECT outcome, reason FROM '{whole}/payment_file.parquet'"))
    assert "Access denied" in reasons["refused"]
    assert "aldby/2022-06.csv" in reasons["superseded"]
    assert "2022-05-again.csv" in reasons["repeated"]
    assert reasons["read"] is None


def test_only_payments_of_files_that_are_read_are_held(rows):
    assert rows(
        f"SELECT council, count(*), sum(amount_pence) FROM {PAID} GROUP BY 1 ORDER BY 1"
    ) == [
        ("MAA", 11, 120_050 + 160_000 - 10_025 + 195_000 + 111_000 + 113_000),
        ("MAB", 3, 4_300),
    ]


def test_an_exact_repeat_is_kept(rows):
    assert rows(f"SELECT count(*) FROM {PAID} WHERE reference = 'A2'") == [(2,)]


def test_a_row_set_aside_has_its_line_and_reason(rows):
    ((sheet, line, reason),) = rows("SELECT sheet, line, reason FROM '{whole}/set_aside.parquet'")
    assert (sheet, line) == ("", 5)
    assert "amount" in reason


def test_a_person_is_in_no_file_of_the_dataset(whole: Path):
    for path in whole.rglob("*.parquet"):
        content = path.read_bytes().lower()
        assert b"exampleton" not in content and b"his care" not in content, path.name


def test_a_person_is_masked_and_counted(rows):
    assert rows(
        "SELECT n.name, s.kind, s.payments FROM '{whole}/supplier_name.parquet' n "
        "JOIN '{whole}/supplier.parquet' s USING (supplier) WHERE kind = 'person'"
    ) == [(PERSON, "person", 2)]
    assert rows(
        f"SELECT DISTINCT purpose FROM {PAID} JOIN '{{whole}}/supplier.parquet' USING (supplier) "
        "JOIN '{whole}/wording.parquet' USING (wording) WHERE kind = 'person'"
    ) == [(WORDS,)]


def test_spellings_of_one_supplier_are_one(rows):
    assert rows(
        "SELECT councils, payments, amount_pence, list_sort(list(n.name)) "
        "FROM '{whole}/supplier.parquet' s JOIN '{whole}/supplier_name.parquet' n USING (supplier) "
        "WHERE s.name ILIKE 'acme%' GROUP BY ALL"
    ) == [(2, 3, 120_050 - 10_025 + 1_200, ["ACME CARE LIMITED", "Acme Care Ltd"])]


def test_a_payment_without_a_day_has_the_month_of_its_file(rows):
    found = rows(
        "SELECT reference, day::VARCHAR, month::VARCHAR "
        f"FROM {PAID} WHERE council = 'MAB' ORDER BY 1"
    )
    assert found == [
        ("B1", None, "2022-04-01"),
        ("B2", "2022-04-03", "2022-04-01"),
        # Four years after its file: an error of the publisher, not a day of payment.
        ("B3", None, "2022-04-01"),
    ]


def test_a_column_may_say_what_was_paid_by_card(rows):
    found = rows(f"SELECT reference, card FROM {PAID} WHERE month = '2022-08-01' ORDER BY 1")
    assert found == [("A10", False), ("A11", True)]


def test_the_sums_are_of_the_payments(rows):
    total = rows(f"SELECT count(*), sum(amount_pence) FROM {PAID}")
    for table in ("month_total", "supplier_year", "wording_sum", "supplier"):
        assert total == rows(
            f"SELECT sum(payments), sum(amount_pence) FROM '{{whole}}/{table}.parquet'"
        )


def test_two_runs_make_the_same_files(whole: Path, payments_mirror: Path, tmp_path: Path):
    again = made(payments_mirror, tmp_path / "again")
    ours = sorted(path.relative_to(whole) for path in whole.rglob("*.parquet"))
    assert ours == sorted(path.relative_to(again) for path in again.rglob("*.parquet"))
    assert filecmp.cmpfiles(whole, again, map(str, ours), shallow=False)[1:] == ([], [])


def test_a_build_that_is_cut_off_leaves_what_was_there(
    payments_mirror: Path, tmp_path: Path, monkeypatch
):
    folder = made(payments_mirror, tmp_path / "whole")
    before = {path: path.read_bytes() for path in folder.rglob("*.parquet")}

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(making, "write_by_supplier", killed)
    with pytest.raises(KeyboardInterrupt):
        made(payments_mirror, folder)
    assert {path: path.read_bytes() for path in folder.rglob("*.parquet")} == before


def test_files_are_read_by_several_processes_alike(
    whole: Path, payments_mirror: Path, tmp_path, monkeypatch
):
    # Tests of pages leave their script as the main module, which a new process would run again.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    two = made(payments_mirror, tmp_path / "two", workers=2)
    for name in ("payment_file.parquet", "payment_by_supplier/payments-01.parquet"):
        assert (two / name).read_bytes() == (whole / name).read_bytes()


def test_a_dataset_is_put_in_place_when_nobody_reads_the_old_one(tmp_path):
    """One that was swapped while it was read gave a database of two, or a missing file."""
    old, new = tmp_path / "whole", tmp_path / "whole.new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "named").write_text(folder.name)
    writer = threading.Thread(target=put, args=(new, old))
    with as_it_stands(old):
        writer.start()
        writer.join(0.3)
        assert writer.is_alive() and (old / "named").read_text() == "whole"
    writer.join(10)
    assert (old / "named").read_text() == "whole.new"


def test_a_second_build_ends_with_a_sentence_and_leaves_the_first_alone(payments_mirror, tmp_path):
    folder = tmp_path / "whole"
    (tmp_path / "whole.work").mkdir()
    with only_build(folder), pytest.raises(BuildUnderWay, match="Another build is writing"):
        made(payments_mirror, folder)
    assert (tmp_path / "whole.work").is_dir()
    with only_build(folder):
        pass
