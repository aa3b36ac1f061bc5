"""From a mirror of published files to the whole dataset of payments, put in place at the end."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.util import Finalize
from pathlib import Path
from threading import Event, Thread
from typing import Any

import duckdb

from data.build.checksums import write_checksums
from data.build.ledger.accounts import Entry, fill_accounts
from data.build.ledger.bounds import bound, only_build, put, put_right
from data.build.ledger.gathering import fill_small, fill_suppliers, gather
from data.build.ledger.listing import Listed, numbered
from data.build.ledger.placing import show
from data.build.ledger.proving import FILES, SUMS, WORDS_SUMMED, prove
from data.build.ledger.publishers import Publisher
from data.build.ledger.shards import WORDS, Job, make_shard
from data.build.ledger.summing import add_sums, sum_words
from data.build.ledger.writing import write_by_supplier, write_payments, write_small
from data.build.publishing import fresh_of
from far_ledger.blocks import write_blocks
from sql_text import quoted

# Files of this size take many seconds: begun last, one keeps the rest waiting.
LARGE = 1_500_000
Numbered = tuple[int, Listed, Publisher]
NOTE = "Every payment of the published files that this installation has read."


@dataclass(frozen=True)
class Places:
    """The contracts, the services, and where the whole dataset goes."""

    schema: Path
    contract: Path
    services: Path
    whole: Path


def make(
    mirror: Path,
    listed: list[Listed],
    publishers: dict[str, Publisher],
    places: Places,
    say: Callable[[str], None],
    workers: int = 2,
) -> None:
    """Read, mask, resolve, prove and write; what was there before stays until all of it is.

    Raises BuildUnderWay when another process makes the same dataset.
    """
    with only_build(places.whole):
        _make(mirror, numbered(listed, publishers), places, say, workers)


def _make(
    mirror: Path, files: list[Numbered], places: Places, say: Callable[[str], None], workers: int
) -> None:
    put_right(places.whole)
    fresh, work = fresh_of(places.whole), places.whole.with_name(places.whole.name + ".work")
    for folder in (fresh, work):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    try:
        entries = list(entries_of(files, _read(jobs_of(mirror, files, work), workers)))
        say(f"Read {len(entries):,} files: {sum(payments_in(entries)):,} payments")
        with opened(places, work) as database:
            _write(database, entries, fresh, work)
            say("Resolved suppliers and words, and wrote the payments")
            _sum(database, entries, fresh, places)
            say("Added up and proved the payments")
        write_checksums(fresh)
        write_blocks(fresh)
        put(fresh, places.whole)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def entries_of(files: list[Numbered], accounts: Iterable[dict[str, Any]]) -> Iterator[Entry]:
    """Set every file beside what reading gave of it, or beside the file that it repeats."""
    first = _first_of_each(files)
    read = {one["file"]: one for one in accounts}
    for file, listed, publisher in files:
        twin = "" if file in read else first[listed.sha256].path
        yield Entry(file, listed, publisher, read.get(file), twin)


def jobs_of(mirror: Path, files: list[Numbered], work: Path) -> list[Job]:
    """Give a job for every file whose bytes are those of no file before it."""
    first = _first_of_each(files)
    return [
        Job(
            file,
            mirror / listed.path,
            publisher.council,
            publisher.has_cards(listed.path),
            publisher.month_of(listed.path),
            publisher.months_ahead,
            publisher.month_from == "day",
            work,
        )
        for file, listed, publisher in files
        if first[listed.sha256] is listed
    ]


def _first_of_each(files: list[Numbered]) -> dict[str, Listed]:
    first: dict[str, Listed] = {}
    for _, listed, _ in files:
        first.setdefault(listed.sha256, listed)
    return first


def _read(jobs: list[Job], workers: int) -> Iterator[dict[str, Any]]:
    """Read several files at a time."""
    if workers == 1:
        yield from map(make_shard, jobs)
        return
    # A process that is started anew holds nothing of this one, and threads do not survive a fork.
    context = get_context("spawn")
    jobs = sorted(jobs, key=_largest_first)
    with ProcessPoolExecutor(workers, context, _end_with, (os.getpid(),)) as pool:
        yield from pool.map(make_shard, jobs, chunksize=4)


def _largest_first(job: Job) -> int:
    """Order large files before the others, which stay in the order of their councils."""
    size = job.path.stat().st_size
    return -size if size >= LARGE else 0


def _end_with(parent: int) -> None:
    """End this process when the one that started it is gone: a killed build leaves none behind."""
    ended = Event()

    def watch() -> None:
        while not ended.wait(timeout=1):
            if os.getppid() != parent:
                os._exit(1)

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    Finalize(None, lambda: (ended.set(), watcher.join()), exitpriority=10)


def payments_in(entries: list[Entry]) -> list[int]:
    """Give the number of payments of every file that counts."""
    return [entry.account["payments"] for entry in entries if entry.held]


def opened(places: Places, work: Path) -> duckdb.DuckDBPyConnection:
    """Give a database with the contract's tables, which spills into ``work``."""
    database = duckdb.connect()
    bound(database, work / "spill")
    database.execute(places.schema.read_text("utf-8"))
    database.execute(places.contract.read_text("utf-8"))
    return database


def _write(
    database: duckdb.DuckDBPyConnection, entries: list[Entry], fresh: Path, work: Path
) -> None:
    fill_accounts(database, entries)
    fill_rows_of_files(database, entries, work)
    gather(database, [work / f"{one.file}.payments.parquet" for one in entries if one.held])
    fill_small(database)
    write_payments(database, fresh, WORDS)


def fill_rows_of_files(
    database: duckdb.DuckDBPyConnection, entries: list[Entry], work: Path
) -> None:
    """Fill set_aside and repeated from what lies beside the shards."""
    database.execute(
        f"INSERT INTO ledger.set_aside BY NAME FROM {quoted(work / '*.aside.parquet')} ORDER BY ALL"
    )
    for one in entries:
        if one.held:
            database.execute(
                "INSERT INTO ledger.repeated BY NAME SELECT ? AS council, ?::INTEGER AS file, * "
                f"FROM {quoted(work / f'{one.file}.repeated.parquet')}",
                [one.publisher.council, one.file],
            )


def _sum(
    database: duckdb.DuckDBPyConnection, entries: list[Entry], fresh: Path, places: Places
) -> None:
    show(database, "payment", fresh / "payment")
    write_by_supplier(database, fresh)
    show(database, "payment_by_supplier", fresh / "payment_by_supplier")
    fill_suppliers(database)
    add_sums(database, whole=True, published=sum(payments_in(entries)), note=NOTE)
    sum_words(database)
    prove(database, places.services, FILES | SUMS | WORDS_SUMMED)
    write_small(database, fresh)
