"""What names an engine, what one build's folder is called, and what a file's account keeps."""

from datetime import date
from pathlib import Path

import pytest

from data.build.ledger.comparing import differences
from data.build.ledger.engines import Engine, UnknownEngine
from data.build.ledger.shards import Job
from data.build.ledger.spark.run_folder import read_account, run_key, write_account
from tests.build.ledger.mirror import made

JOB = Job(1, Path("a.csv"), "MAA", False, date(2024, 4, 1), None, True, Path("somewhere"))


@pytest.mark.parametrize("name", ["local", "spark", "spark://127.0.0.1:7077"])
def test_an_engine_is_known(name: str):
    Engine(name).require_known()


@pytest.mark.parametrize("name", ["", "Spark", "spark://", "spark://host", "yarn", "local[4]"])
def test_what_is_no_engine_is_refused(name: str):
    with pytest.raises(UnknownEngine, match="There is no engine"):
        Engine(name).require_known()


def test_what_is_no_setting_is_refused():
    with pytest.raises(UnknownEngine, match="no setting"):
        Engine("spark", settings=("executor.memory=1g",)).require_known()


def test_a_cluster_on_this_machine_tries_a_part_again():
    assert Engine("spark", workers=3).master(attempts=4) == "local[3,4]"


def test_a_run_has_another_name_when_a_file_or_a_record_has_other_content():
    first = run_key([JOB], {1: "aa"}, ["record"])
    assert first == run_key([JOB], {1: "aa"}, ["record"])
    assert len({first, run_key([JOB], {1: "bb"}, ["record"]), run_key([JOB], {1: "aa"}, [""])}) == 3


def test_an_account_comes_back_as_it_was(tmp_path: Path):
    account = {
        "file": 1,
        "amount_pence": -5,
        "problems": ["“£” stands as œ"],
        "first_day": date(2024, 4, 1),
        "last_day": None,
        "months": {False: [date(2024, 4, 1)], True: []},
    }
    write_account(account, tmp_path / "1.json")
    assert read_account(tmp_path / "1.json") == account


def test_two_datasets_are_told_apart_by_a_row(whole: Path, payments_mirror: Path, tmp_path: Path):
    assert differences(whole, made(payments_mirror, tmp_path / "again")) == []
    file = payments_mirror / "payments" / "aldby" / "2022-04.csv"
    content = file.read_text("utf-8")
    file.write_text(content.replace("1200.50", "1200.51"), "utf-8")
    try:
        other = made(payments_mirror, tmp_path / "other")
    finally:
        file.write_text(content, "utf-8")
    found = differences(whole, other)
    assert any(line.startswith("payment/council=MAA: 2 rows") for line in found)
    assert any(line.startswith("supplier.parquet") for line in found)
