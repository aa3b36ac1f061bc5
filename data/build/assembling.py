"""``data/edition/*.parquet`` -> ``data/councils.duckdb`` whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from data.build.checksums import require_whole
from data.build.judging import fill_judgements, has_judgements
from data.build.ledger.placing import LedgerFiles, place
from data.build.publishing import contract_tables, recover
from data.build.recording import SCHEMA_VERSION
from sql_text import quoted

# DuckDB 1.2 and later open this; 2.0's default would lock older readers out.
STORAGE = "v1.2.0"
# Views that nearly every page asks, kept as rows in the order in which they are asked: answers
# in half the time for 20 MB more. Their words stay in schema.sql.
KEPT = {
    "measure_value": "measure, council, period",
    "spending_per_head": "council, period, service, component",
    "comparable_peer": "council, model, service, peer",
    "newest_period": "council, measure",
}


class EditionMissing(Exception):
    """There is no edition to assemble."""


class EditionUnknown(Exception):
    """An edition that follows another version of the contract than this program's."""


def assemble(
    folder: Path,
    contract: Sequence[Path],
    target: Path,
    ledger: LedgerFiles | None = None,
    *,
    absent_is_empty: bool = False,
) -> None:
    """Make the database from the edition's Parquet files; it appears whole or not at all.

    ``contract`` are the SQL files of tables, views and macros, in order. The judgements that the
    contract has room for are made here, because they follow from the figures. With ``ledger`` the
    published payments are in it as schema ``ledger``. With ``absent_is_empty`` a table that the
    edition is older than has no rows.
    """
    recover(folder)
    if not folder.is_dir():
        raise EditionMissing(f"There is no edition in {folder}: run python -m data.build first.")
    require_whole(folder)
    require_known(folder / "edition.parquet")
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    with duckdb.connect() as database:
        database.execute(f"ATTACH {quoted(partial)} AS fresh (STORAGE_VERSION '{STORAGE}')")
        database.execute("USE fresh")
        for sql in contract:
            database.execute(sql.read_text("utf-8"))
        for table in contract_tables(database):
            if not absent_is_empty or (folder / f"{table}.parquet").exists():
                _load(database, table, folder / f"{table}.parquet")
        _keep_views(database)
        if has_judgements(database):
            fill_judgements(database)
        if ledger:
            place(database, ledger)
        database.execute("CHECKPOINT fresh; USE memory; DETACH fresh")
    partial.replace(target)


def require_known(file: Path) -> None:
    """Refuse an edition of another schema_version, rather than load a part of it."""
    if not file.exists():
        return  # loading says so
    versions = duckdb.sql(f"FROM {quoted(file)}").pl().to_dict(as_series=False)
    version = next(iter(versions.get("schema_version", [])), None)
    if version != SCHEMA_VERSION:
        raise EditionUnknown(
            f"The edition in {file.parent} follows version {version} of the contract and this "
            f"program reads version {SCHEMA_VERSION}: build it again with python -m data.build, "
            "or take the version of the program that belongs to it."
        )


# What DuckDB raises for rows that are not this table's, and not for the machine.
NOT_OF_THE_TABLE = (duckdb.ProgrammingError, duckdb.DataError, duckdb.IntegrityError)


def _keep_views(database: duckdb.DuckDBPyConnection) -> None:
    views = database.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    database.execute("CREATE SCHEMA kept")
    for view in [name for (name,) in views if name in KEPT]:
        order = KEPT[view]
        database.execute(f"CREATE TABLE kept.{view} AS FROM {view} ORDER BY {order}")
        database.execute(f"CREATE OR REPLACE VIEW {view} AS FROM kept.{view}")


def _load(database: duckdb.DuckDBPyConnection, table: str, file: Path) -> None:
    if not file.exists():
        raise EditionMissing(
            f"The edition has no {file.name}: it was made for another version of the program. "
            "Run python -m data.build again."
        )
    try:
        database.execute(f"INSERT INTO {table} BY NAME FROM {quoted(file)}")
    except NOT_OF_THE_TABLE as error:
        first = str(error).partition("\n")[0]
        raise EditionUnknown(
            f"{file.name} does not hold what the table {table} takes ({first}): it is damaged, or "
            "of another table or version. Take the edition's files again, or build them anew."
        ) from error
