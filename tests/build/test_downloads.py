"""What readers take away: whole, and the same as the edition."""

import shutil
from pathlib import Path

import duckdb
import polars as pl
import pytest

from data.build import paths
from data.build.downloads import CSV_ROWS, WHOLE, write_downloads
from data.build.ledger.placing import SCHEMA, LedgerFiles
from data.build.publishing import contract_tables

pytestmark = pytest.mark.skipif(
    not paths.DATABASE.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


@pytest.fixture(scope="module")
def assembled(tmp_path_factory):
    """A copy: the pages' tests have the edition itself open, locked down."""
    return Path(shutil.copy(paths.DATABASE, tmp_path_factory.mktemp("data")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory, assembled):
    folder = tmp_path_factory.mktemp("static") / "downloads"
    folder.mkdir()
    (folder / "of the last edition.csv").touch()
    ledger = LedgerFiles(paths.LEDGER_CONTRACT, paths.LEDGER, paths.LEDGER_WHOLE)
    write_downloads(assembled, paths.EDITION, folder, ledger)
    return folder


@pytest.fixture(scope="module")
def edition(assembled):
    with duckdb.connect(assembled, read_only=True) as database:
        yield database


def test_nothing_is_cut(folder, edition):
    for table in contract_tables(edition):
        rows = edition.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]
        assert pl.read_parquet(folder / f"{table}.parquet").height == rows
        csv = pl.read_csv(folder / f"{table}.csv", infer_schema=False, encoding="utf8")
        assert csv.height == rows, table


def test_every_table_of_payments_is_there_with_those_made_when_it_was_put_together(folder, edition):
    for table in contract_tables(edition, SCHEMA):
        rows = edition.execute(f"SELECT count(*) FROM {SCHEMA}.{table}").fetchall()[0][0]
        taken = folder / f"{SCHEMA}.{table}.parquet"
        assert pl.scan_parquet(taken).select(pl.len()).collect().item() == rows, table
        assert taken.with_suffix(".csv").exists() == (rows <= CSV_ROWS), table


def test_every_value_has_its_words_and_its_source(folder, edition):
    whole = pl.read_parquet(folder / f"{WHOLE}.parquet")
    assert whole.height == edition.execute("SELECT count(*) FROM value").fetchall()[0][0]
    told = ["measure_title", "unit", "council_name", "period", "status", "edition"]
    assert whole.select(told).null_count().sum_horizontal().sum() == 0
    sourced = whole.filter(pl.col("value").is_not_null())
    assert sourced["source_title"].null_count() == 0


@pytest.mark.parametrize("name", ["judgement", "spread"])
def test_what_is_judged_is_taken_away_with_its_words_and_names(folder, edition, name):
    taken = pl.read_parquet(folder / f"{name}.parquet")
    told = taken["measure_title"].null_count() + taken["edition"].null_count()
    held = edition.sql(f"FROM {name}").pl()
    assert (told, taken.height) == (0, held.height)
    assert taken.select(held.columns).sort(held.columns[:4]).equals(held.sort(held.columns[:4]))
    csv = pl.read_csv(folder / f"{name}.csv", infer_schema=False, encoding="utf8")
    assert csv.height == held.height
    if name == "judgement":
        assert csv["word"].to_list() == taken["word"].to_list()
        assert (
            taken.select("council_name", "model_title", "word").null_count().sum_horizontal()[0]
            == 0
        )


def test_the_whole_file_opens(folder, edition):
    with duckdb.connect(folder / paths.DATABASE.name, read_only=True) as copy:
        assert copy.sql("FROM edition").pl().equals(edition.sql("FROM edition").pl())


def test_files_of_the_last_edition_are_gone(folder):
    assert not (folder / "of the last edition.csv").exists()


def test_the_files_of_the_last_edition_are_not_kept(folder):
    assert not folder.with_name(folder.name + ".last").exists()
