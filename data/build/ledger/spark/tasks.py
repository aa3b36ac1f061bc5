"""What a worker does with one file or one council: the local build's own functions."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa

from data.build import paths
from data.build.ledger.gathering import fill_categories, show_read, words_told
from data.build.ledger.persons import show_shard
from data.build.ledger.placing import show
from data.build.ledger.shards import WORDS, Job, make_shard
from data.build.ledger.spark.run_folder import (
    RunFolder,
    code_version,
    put,
    write_account,
)
from data.build.ledger.summing import sum_payments, sum_words
from data.build.ledger.writing import copy, part_of, write_council
from sql_text import quoted

MEMORY = "1GB"
# All that the resolution of names asks of the payments: one row for all under a name.
OF_NAMES = ["council", "name", "kind", "told", "company_number", "vat_number"]
# The last of them tells that a council is done (RunFolder.sums_of).
SUMS = ("month_total", "wording_sum", "supplier_year")
# What the driver made of the names and words, cut to one council.
TABLES = {
    "link": "FROM {link} WHERE council = {council}",
    "named": "FROM {named} SEMI JOIN link USING (supplier)",
    "word": "FROM {word} WHERE council = {council}",
}
LEDGER = {
    "wording": "SELECT * FROM {wording} SEMI JOIN word USING (wording)",
    "supplier": "SELECT *, 0 AS councils, 0 AS payments, 0 AS amount_pence FROM {supplier} "
    "SEMI JOIN link USING (supplier)",
}


class OtherCode(Exception):
    """A worker would read files with other code than the driver's."""


@dataclass(frozen=True)
class Council:
    """One council's part of the work: the shards of its files that count."""

    council: str
    files: tuple[int, ...]
    folder: RunFolder
    code: str


@dataclass(frozen=True)
class File:
    """One file to read, for the driver of this code."""

    job: Job
    folder: RunFolder
    code: str


def read_file(one: File) -> int:
    """Read a file into the run's folder; give its number. Raises OtherCode."""
    _require_same(one.code)
    with one.folder.attempt() as attempt:
        account = make_shard(replace(one.job, shards=attempt))
        payments = pl.read_parquet(attempt / f"{one.job.file}.payments.parquet")
        names = payments.group_by(OF_NAMES).agg(n=pl.len().cast(pl.Int64))
        names.write_parquet(attempt / f"{one.job.file}.names.parquet")
        put(sorted(attempt.glob("*.parquet")), one.folder.read)
        said = attempt / one.folder.account_of(one.job.file).name
        write_account(account, said)
        put([said], one.folder.read)
    return one.job.file


def tell_words(one: Council) -> str:
    """Write what the council's words mean; give its code."""
    _require_same(one.code)
    with one.folder.attempt() as attempt, _shard(one, attempt) as database:
        file = attempt / f"{one.council}.parquet"
        words_told(database).write_parquet(file)
        put([file], one.folder.told)
    return one.council


def write_payments_of(one: Council) -> str:
    """Write the council's payments in time, and their sums; give its code."""
    _require_same(one.code)
    with one.folder.attempt() as attempt, _shard(one, attempt) as database:
        made = {path.stem: quoted(path) for path in one.folder.names.glob("*.parquet")}
        made["council"] = quoted(one.council)
        for table, query in TABLES.items():
            database.execute(f"CREATE TABLE {table} AS {query.format(**made)}")
        written = part_of(one.council, attempt)
        written.parent.mkdir(parents=True)
        write_council(database, one.council, written, WORDS)
        _sum(database, attempt / "payment", made)
        sums = [attempt / f"{one.council}.{table}.parquet" for table in SUMS]
        for table, file in zip(SUMS, sums, strict=True):
            copy(database, f"FROM ledger.{table} ORDER BY ALL", file)
        put([written], part_of(one.council, one.folder.whole).parent)
        put(sums, one.folder.sums)
    return one.council


def write_sorted(batches: Iterable[pa.RecordBatch], file: Path) -> int:
    """Write payments in the order in which they come, as the local build would; give how many."""
    incoming = iter(batches)
    first = next(incoming, None)
    if first is None:
        return 0
    counted = [0]

    def all_of_them() -> Iterator[pa.RecordBatch]:
        counted[0] += first.num_rows
        yield first
        for batch in incoming:
            counted[0] += batch.num_rows
            yield batch

    partial = file.with_name(file.name + ".part")
    with duckdb.connect() as database:
        database.execute(f"SET threads = 1; SET memory_limit = '{MEMORY}'")
        database.register(
            "incoming", pa.RecordBatchReader.from_batches(first.schema, all_of_them())
        )
        copy(database, "FROM incoming", partial)
    partial.replace(file)
    return counted[0]


def _require_same(code: str) -> None:
    if code_version() != code:
        raise OtherCode(
            f"A worker has other code or libraries than the driver ({code_version()}, not {code}): "
            "bring every machine to the same state of the project and of requirements.txt."
        )


@contextmanager
def _shard(one: Council, spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database with view ``shard`` of the council's payments, persons left out."""
    with duckdb.connect() as database:
        database.execute(f"SET threads = 1; SET memory_limit = '{MEMORY}'")
        database.execute(f"SET temp_directory = {quoted(spill / 'spill')}")
        show_read(database, [one.folder.read / f"{n}.payments.parquet" for n in one.files])
        show_shard(database)
        database.execute(
            f"INSERT INTO person_elsewhere FROM {quoted(one.folder.names / 'persons.parquet')} "
            "WHERE council = $council",
            {"council": one.council},
        )
        yield database


def _sum(database: duckdb.DuckDBPyConnection, place: Path, made: dict[str, str]) -> None:
    database.execute(paths.LEDGER_CONTRACT.read_text("utf-8"))
    show(database, "payment", place)
    fill_categories(database)
    for table, query in LEDGER.items():
        database.execute(f"INSERT INTO ledger.{table} BY NAME {query.format(**made)}")
    sum_payments(database)
    sum_words(database)
