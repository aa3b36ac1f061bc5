"""A checked working database -> ``data/edition/*.parquet``, whole and new, then swapped in."""

import shutil
from pathlib import Path

import duckdb

from data.build.checksums import write_checksums
from sql_text import quoted


def contract_tables(database: duckdb.DuckDBPyConnection, schema: str = "main") -> list[str]:
    """The contract's tables in the order of schema.sql, which respects their references."""
    rows = database.execute(
        "SELECT table_name FROM duckdb_tables() "
        "WHERE schema_name = ? AND NOT temporary ORDER BY table_oid",
        [schema],
    ).fetchall()
    return [name for (name,) in rows]


def publish(
    database: duckdb.DuckDBPyConnection,
    folder: Path,
    schema: str = "main",
    as_they_are: frozenset[str] = frozenset(),
) -> None:
    """Write every contract table as Parquet, rows in one fixed order, then swap folders.

    Tables that are known to be ``as_they_are`` in the folder are copied, not packed again.
    A build killed before the swap leaves the old edition; killed within it, ``recover``
    puts the old one back.
    """
    fresh = fresh_of(folder)
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for table in contract_tables(database, schema):
        if table in as_they_are:
            shutil.copyfile(folder / f"{table}.parquet", fresh / f"{table}.parquet")
            continue
        file = quoted(fresh / f"{table}.parquet")
        database.execute(
            f"COPY (SELECT * FROM {schema}.{table} ORDER BY ALL) TO {file} "
            "(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE 122880)"
        )
    write_checksums(fresh)
    swap(fresh, folder)


def swap(fresh: Path, folder: Path) -> None:
    """Put ``fresh`` in the place of ``folder``, whose edition stays beside it as the last one."""
    last = last_of(folder)
    shutil.rmtree(last, ignore_errors=True)
    if folder.exists():
        folder.rename(last)
    fresh.rename(folder)


def recover(folder: Path) -> None:
    """Undo a swap that was cut off between its two renames.

    Only then does a fresh folder stand beside a last one without an edition: whoever moves the
    edition away to begin anew does not get the last one back.
    """
    last = last_of(folder)
    if not folder.exists() and last.exists() and fresh_of(folder).exists():
        last.rename(folder)


def fresh_of(folder: Path) -> Path:
    """Where an edition is written before it takes its place."""
    return folder.with_name(folder.name + ".new")


def last_of(folder: Path) -> Path:
    """Where the edition before this one is kept, to say what changed."""
    return folder.with_name(folder.name + ".last")
