"""Payments repeated for the benchmark: their sums, keys and marks; nothing of it is ever shown."""

from pathlib import Path

import duckdb
import pytest

from benchmarks.repeating import repeat


@pytest.fixture(scope="module")
def ask(whole: Path, tmp_path_factory):
    folder = tmp_path_factory.mktemp("a reader's copies") / "ledger_full"
    assert repeat(whole, folder, 30) == 42

    def asked(sql: str) -> list[tuple]:
        with duckdb.connect() as database:
            places = {"here": folder, "whole": whole}
            texts = {name: str(one).replace("'", "''") for name, one in places.items()}
            return database.execute(sql.format(**texts)).fetchall()

    return asked


@pytest.mark.parametrize("table", ["month_total", "supplier_year", "wording_sum", "supplier"])
def test_three_copies_are_three_times_as_much(ask, table):
    sums = "SELECT sum(payments), sum(amount_pence) FROM '{}/{}.parquet'"
    ((count, pence),) = ask(sums.format("{whole}", table))
    assert ask(sums.format("{here}", table)) == [(3 * count, 3 * pence)]


def test_each_copy_stands_under_councils_of_its_own(ask):
    assert ask("SELECT count(DISTINCT council) FROM '{here}/payment/**/*.parquet'") == [(6,)]


def test_every_payment_finds_what_it_points_at(ask):
    assert ask(
        "SELECT count(*) FROM '{here}/payment_by_supplier/*.parquet' "
        "JOIN '{here}/supplier.parquet' USING (supplier) "
        "JOIN '{here}/supplier_name.parquet' USING (published_name) "
        "JOIN '{here}/wording.parquet' USING (wording) "
        "JOIN '{here}/payment_file.parquet' USING (file)"
    ) == [(42,)]


def test_what_is_repeated_is_marked(ask):
    assert ask("SELECT count(*) FROM '{here}/supplier.parquet' WHERE name LIKE '%(copy 2)'") > [
        (0,)
    ]
    assert "benchmark" in ask("SELECT note FROM '{here}/holding.parquet'")[0][0]
