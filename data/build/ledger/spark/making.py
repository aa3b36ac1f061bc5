"""The driver's part: files, then names, then councils, then suppliers, then the proof."""

import math
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import duckdb

from data.build.checksums import write_checksums
from data.build.ledger.accounts import Entry, fill_accounts
from data.build.ledger.bounds import only_build, put, put_right
from data.build.ledger.engines import Engine
from data.build.ledger.gathering import (
    fill_small,
    fill_suppliers,
    number_wordings,
    resolve_names,
)
from data.build.ledger.listing import Listed, numbered
from data.build.ledger.making import (
    NOTE,
    Numbered,
    Places,
    entries_of,
    fill_rows_of_files,
    jobs_of,
    opened,
    payments_in,
)
from data.build.ledger.persons import show_shard
from data.build.ledger.placing import show
from data.build.ledger.proving import FILES, SUMS, WORDS_SUMMED, NotProven, prove
from data.build.ledger.publishers import Publisher
from data.build.ledger.spark.cluster import Cluster
from data.build.ledger.spark.run_folder import RunFolder, code_version, read_account, run_key
from data.build.ledger.spark.tasks import SUMS as SUMMED
from data.build.ledger.spark.tasks import (
    Council,
    File,
    read_file,
    tell_words,
    write_payments_of,
)
from data.build.ledger.summing import add_up
from data.build.ledger.writing import BY_SUPPLIER, copy, part_of, write_small
from data.build.publishing import fresh_of
from far_ledger.blocks import write_blocks
from sql_text import quoted

# Rows that one task sorts by supplier.
ROWS_OF_A_PART = 20_000_000
# What the tasks of a council need of what the driver made.
MADE = {
    "persons": "FROM person_elsewhere ORDER BY council",
    "link": "FROM link ORDER BY council",
    "named": "FROM named ORDER BY supplier",
    "word": "FROM word ORDER BY council",
    "wording": "FROM ledger.wording ORDER BY wording",
    "supplier": "SELECT supplier, slug, name, kind, company_number, names FROM supplier_found "
    "ORDER BY supplier",
}
# One row for all the payments under a name; no words, of which the names do not depend.
NAMES = """
CREATE TABLE read AS
SELECT council, name, kind, told, company_number, vat_number, NULL::VARCHAR AS purpose,
       NULL::VARCHAR AS detail, NULL::VARCHAR AS department, NULL::VARCHAR AS category,
       NULL::VARCHAR AS expense_code, NULL::VARCHAR AS reference, sum(n)::BIGINT AS n
FROM read_parquet([{files}]) GROUP BY ALL
"""
Say = Callable[[str], None]


def make(
    mirror: Path,
    listed: list[Listed],
    publishers: dict[str, Publisher],
    places: Places,
    say: Say,
    engine: Engine,
) -> None:
    """Make the dataset that ``data.build.ledger.making.make`` makes, by tasks of a cluster.

    ``mirror`` and the folder of ``places.whole`` are seen by every worker at the same place. What
    tasks have finished is kept until the dataset is in place: run again, it is not done again.
    Raises BuildUnderWay when another process makes the same dataset.
    """
    with only_build(places.whole):
        _make(mirror, listed, publishers, places, say, engine)


def _make(
    mirror: Path,
    listed: list[Listed],
    publishers: dict[str, Publisher],
    places: Places,
    say: Say,
    engine: Engine,
) -> None:
    put_right(places.whole)
    files = numbered(listed, publishers)
    kept = places.whole.with_name(places.whole.name + ".parts")
    jobs = jobs_of(mirror, files, kept)
    hashes = {file: one.sha256 for file, one, _ in files}
    records = [one.model_dump_json() for one in publishers.values()]
    folder = RunFolder(kept.resolve() / run_key(jobs, hashes, records))
    _forget_others(kept, folder)
    folder.begin()
    with Cluster(engine, say) as cluster:
        say(f"Spark at {cluster.master}")
        entries = _read(cluster, files, folder, mirror, say)
        with opened(places, folder.place) as database:
            _gather(database, cluster, entries, folder, say)
            _write(database, cluster, entries, folder, say)
            _sum(database, entries, folder, places)
            say("Added up and proved the payments")
    fresh = fresh_of(places.whole)
    shutil.rmtree(fresh, ignore_errors=True)
    write_checksums(folder.whole)
    write_blocks(folder.whole)
    folder.whole.rename(fresh)
    put(fresh, places.whole)
    shutil.rmtree(kept, ignore_errors=True)


def _forget_others(kept: Path, folder: RunFolder) -> None:
    """Remove what builds of other files, records or code left."""
    for other in kept.glob("*"):
        if other.name != folder.place.name:
            shutil.rmtree(other, ignore_errors=True)


def _read(
    cluster: Cluster, files: list[Numbered], folder: RunFolder, mirror: Path, say: Say
) -> list[Entry]:
    sizes = {file: one.bytes for file, one, _ in files}
    jobs = jobs_of(mirror.resolve(), files, folder.read)
    wanted = [one for one in jobs if not folder.account_of(one.file).exists()]
    # The largest first: the last to end is then a small one.
    wanted.sort(key=lambda job: -sizes[job.file])
    cluster.run("Reading", read_file, [File(job, folder, code_version()) for job in wanted])
    entries = list(entries_of(files, (read_account(folder.account_of(one.file)) for one in jobs)))
    before = f", {len(jobs) - len(wanted):,} of them before" if len(wanted) < len(jobs) else ""
    say(f"Read {len(entries):,} files{before}: {sum(payments_in(entries)):,} payments")
    return entries


def _gather(
    database: duckdb.DuckDBPyConnection,
    cluster: Cluster,
    entries: list[Entry],
    folder: RunFolder,
    say: Say,
) -> None:
    """Resolve the names here, tell the words' meanings there, and number them here."""
    fill_accounts(database, entries)
    fill_rows_of_files(database, entries, folder.read)
    names = [quoted(folder.read / f"{one.file}.names.parquet") for one in entries if one.held]
    database.execute(NAMES.format(files=", ".join(names)))
    show_shard(database)
    resolve_names(database)
    _hand_out(database, folder, ["persons", "link", "named", "supplier"])
    say("Resolved suppliers")
    councils = _councils(entries, folder)
    missing = [one for one in councils if not (folder.told / f"{one.council}.parquet").exists()]
    cluster.run("Telling words", tell_words, missing)
    told = ", ".join(quoted(folder.told / f"{one.council}.parquet") for one in councils)
    database.execute(f"CREATE TABLE told AS FROM read_parquet([{told}])")
    number_wordings(database)
    fill_small(database)
    _hand_out(database, folder, ["word", "wording"])
    say("Told the meaning of words")


def _hand_out(database: duckdb.DuckDBPyConnection, folder: RunFolder, tables: list[str]) -> None:
    for table in tables:
        partial = folder.names / f"{table}.part"
        copy(database, MADE[table], partial, level=3)
        partial.replace(folder.names / f"{table}.parquet")


def _councils(entries: list[Entry], folder: RunFolder) -> list[Council]:
    """Give every council that has payments, the largest first."""
    files: dict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        if one.held:
            files[one.publisher.council].append(one)
    weight = {council: sum(payments_in(found)) for council, found in files.items()}
    return [
        Council(council, tuple(one.file for one in files[council]), folder, code_version())
        for council in sorted(files, key=lambda one: (-weight[one], one))
        if weight[council]
    ]


def _write(
    database: duckdb.DuckDBPyConnection,
    cluster: Cluster,
    entries: list[Entry],
    folder: RunFolder,
    say: Say,
) -> None:
    councils = _councils(entries, folder)
    missing = [one for one in councils if not _is_written(one)]
    cluster.run("Writing", write_payments_of, missing)
    for table in SUMMED:
        parts = ", ".join(
            quoted(folder.sums / f"{one.council}.{table}.parquet") for one in councils
        )
        database.execute(
            f"INSERT INTO ledger.{table} BY NAME FROM read_parquet([{parts}]) ORDER BY ALL"
        )
    say(f"Wrote the payments of {len(councils):,} councils")
    by_supplier = folder.whole / "payment_by_supplier"
    shutil.rmtree(by_supplier, ignore_errors=True)
    by_supplier.mkdir()
    payments = sum(payments_in(entries))
    parts_wanted = math.ceil(payments / ROWS_OF_A_PART)
    order = BY_SUPPLIER.split(", ")
    written = cluster.sort(folder.whole / "payment", by_supplier, order, parts_wanted)
    if written != payments:
        raise NotProven(f"{written:,} payments were sorted by supplier, of {payments:,}.")
    say("Sorted the payments by supplier")


def _is_written(one: Council) -> bool:
    return one.folder.sums_of(one.council).exists() and (
        part_of(one.council, one.folder.whole).exists()
    )


def _sum(
    database: duckdb.DuckDBPyConnection, entries: list[Entry], folder: RunFolder, places: Places
) -> None:
    show(database, "payment", folder.whole / "payment")
    show(database, "payment_by_supplier", folder.whole / "payment_by_supplier")
    fill_suppliers(database)
    add_up(database, whole=True, published=sum(payments_in(entries)), note=NOTE)
    prove(database, places.services, FILES | SUMS | WORDS_SUMMED)
    write_small(database, folder.whole)
