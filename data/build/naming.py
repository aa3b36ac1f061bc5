"""The name of an edition: made of what its tables say, however they are written down.

Two builds that publish the same rows have one name, whatever the order of rows, the version of
DuckDB or the packing of the files; one figure that differs gives another.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import duckdb

# One holds the name, the other tells of the edition before: neither is what the edition says.
APART = {"edition", "edition_change"}


def content_digest(database: duckdb.DuckDBPyConnection, tables: Iterable[str]) -> str:
    """sha256 over the rows of the tables: tables by name, a table's rows by their own hashes.

    A row is hashed as JSON, its columns by name, numbers to their last digit. ``tables`` are the
    names of the contract; the tables apart are left out.
    """
    kept = {name: name for name in tables if name not in APART}
    return _digest(database, kept)


def digest_of_files(folder: Path) -> str:
    """The same digest of an edition that is published."""
    files = {f.stem: f"'{f}'" for f in folder.glob("*.parquet") if f.stem not in APART}
    with duckdb.connect() as database:
        return _digest(database, files)


def built_from(hashes: list[str]) -> str:
    """Provenance, not the name: sha256 over the hashes of all source files, in order."""
    return hashlib.sha256("".join(sorted(hashes)).encode()).hexdigest()


def edition_name(newest: str, digest: str) -> str:
    """Day of the newest source (``2025-12-18``) and the start of the digest."""
    return f"{newest[:10]}-{digest[:8]}"


def _digest(database: duckdb.DuckDBPyConnection, relations: dict[str, str]) -> str:
    whole = hashlib.sha256()
    for name, relation in sorted(relations.items()):
        (rows,) = database.execute(
            "SELECT sha256(coalesce(string_agg(hash, '' ORDER BY hash), '')) FROM "
            f"(SELECT sha256(CAST(to_json(one) AS VARCHAR)) AS hash FROM {relation} one)"
        ).fetchone()
        whole.update(f"{name} {rows}\n".encode())
    return whole.hexdigest()
