"""A checked working database -> ``data/edition/*.parquet``, whole and new, then swapped in."""

import shutil
from pathlib import Path

import duckdb


def contract_tables(database: duckdb.DuckDBPyConnection) -> list[str]:
    """The contract's tables in the order of schema.sql, which respects their references."""
    rows = database.execute(
        "SELECT table_name FROM duckdb_tables() "
        "WHERE schema_name = 'main' AND NOT temporary ORDER BY table_oid"
    ).fetchall()
    return [name for (name,) in rows]


def publish(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write every contract table as Parquet, rows in one fixed order, then swap folders.

    A build killed before the swap leaves the old edition; killed within it, ``recover``
    puts the old one back.
    """
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for table in contract_tables(database):
        database.execute(
            f"COPY (SELECT * FROM {table} ORDER BY ALL) TO '{fresh / table}.parquet' "
            "(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE 122880)"
        )
    swap(fresh, folder)


def swap(fresh: Path, folder: Path) -> None:
    """Put ``fresh`` in the place of ``folder``; the old one is kept until the new one stands."""
    old = folder.with_name(folder.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def recover(folder: Path) -> None:
    """Undo a swap that was cut off between its two renames."""
    old = folder.with_name(folder.name + ".old")
    if old.exists() and not folder.exists():
        old.rename(folder)
