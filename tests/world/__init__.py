"""A small made-up country in the production contract. Nothing here is a council's figure.

Written as an edition is: the production schema, its publisher and its assembler.
"""

from pathlib import Path

import duckdb
import polars as pl

from data.build import paths
from data.build.assembling import assemble
from data.build.checksums import write_checksums
from data.build.contract import create_contract
from data.build.ledger.placing import LedgerFiles
from data.build.ledger.summing import add_sums, sum_words
from data.build.publishing import publish
from data.build.reading import Bench
from data.build.recording import describe_services
from data.build.records import load_services
from data.build.tables import fill
from sql_text import quoted
from tests.world import delivery, figures, frameworks, money, payments, places, said


def make_world(folder: Path) -> Path:
    """Publish and assemble the world in `folder`; gives the path of its database."""
    database = duckdb.connect()
    create_contract(database)
    bench = Bench(database)
    # Single councils that run a service besides their class are real ones.
    services = [one.model_copy(update={"councils": {}}) for one in load_services(paths.SERVICES)]
    describe_services(bench, services)
    for table, rows in places.TABLES.items():
        insert(bench, table, rows)
    fill(database, paths.TABLES / "responsibility.sql")
    for part in (figures, money, delivery, frameworks, said):
        for table, rows in part.tables().items():
            insert(bench, table, rows)
    publish(database, folder / "edition")
    _publish_ledger(bench, folder / "ledger")
    ledger = LedgerFiles(paths.LEDGER_CONTRACT, folder / "ledger", folder / "ledger_full")
    assemble(folder / "edition", paths.CONTRACT, folder / "councils.duckdb", ledger)
    return folder / "councils.duckdb"


def _publish_ledger(bench: Bench, folder: Path) -> None:
    database = bench.database
    database.execute(paths.LEDGER_CONTRACT.read_text("utf-8"))
    for table, rows in payments.tables().items():
        insert(bench, f"ledger.{table}", rows)
    add_sums(database, whole=False, published=5_000, note="Made up.")
    sum_words(database)
    publish(database, folder, "ledger")
    database.execute(f"COPY source TO {quoted(folder / 'source.parquet')}")
    write_checksums(folder)


def insert(bench: Bench, table: str, rows: list[dict]) -> None:
    frame = pl.DataFrame(rows, infer_schema_length=None)
    # Lists that are empty in every row have no type of their own.
    untyped = [name for name, kind in frame.schema.items() if kind == pl.List(pl.Null)]
    bench.insert(table, frame.with_columns(pl.col(untyped).cast(pl.List(pl.String))))
