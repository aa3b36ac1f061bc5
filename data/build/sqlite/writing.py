"""The edition's Parquet files -> one SQLite file, and metadata.json for datasette beside it."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from data.build import paths
from data.build.assembling import EditionMissing, require_known
from data.build.checksums import require_whole
from data.build.contract import create_contract
from data.build.documenting import words_of_columns
from data.build.keeping import name_of
from data.build.publishing import contract_tables
from sql_text import quoted

HERE = Path(__file__).parent
DATABASE = "public-pound"  # datasette names a database by its file
# Shapes of areas are half a page each, and nothing here draws them.
LEFT_OUT = {"boundary", "hex"}
KINDS = {
    "INTEGER": "INTEGER",
    "BIGINT": "INTEGER",
    "SMALLINT": "INTEGER",
    "TINYINT": "INTEGER",
    "BOOLEAN": "INTEGER",
    "DOUBLE": "REAL",
}
COLUMNS = """
SELECT column_name, data_type FROM duckdb_columns()
WHERE schema_name = 'main' AND table_name = $table ORDER BY column_index
"""
KEYS = """
SELECT constraint_type, constraint_column_names, referenced_table, referenced_column_names
FROM duckdb_constraints() WHERE schema_name = 'main' AND table_name = $table
ORDER BY constraint_index
"""
# What readers narrow by, beyond the keys.
INDEXED = (
    ("value", "council, period"),
    ("spending", "council, service, period"),
    ("finance", "council, period"),
)
AT_ONCE = 20_000


def write_sqlite(edition: Path, target: Path) -> Path:
    """Write ``target``/public-pound.db and ``metadata.json``; gives the file. Whole or not at all.

    Raises EditionMissing, EditionUnknown and Damaged.
    """
    if not (edition / "edition.parquet").exists():
        raise EditionMissing(f"There is no edition in {edition} to write.")
    require_whole(edition)
    require_known(edition / "edition.parquet")
    target.mkdir(parents=True, exist_ok=True)
    file, partial = target / f"{DATABASE}.db", target / f"{DATABASE}.db.part"
    partial.unlink(missing_ok=True)
    with duckdb.connect() as contract:
        create_contract(contract)
        tables = [one for one in contract_tables(contract) if one not in LEFT_OUT]
        tables = [one for one in tables if (edition / f"{one}.parquet").exists()]
        written = sqlite3.connect(partial, isolation_level=None)
        try:
            written.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
            for table in tables:
                _copy(contract, written, table, edition / f"{table}.parquet", tables)
            for table, columns in INDEXED:
                if table in tables:
                    written.execute(f"CREATE INDEX {table}_asked ON {table} ({columns})")
            # A script ends what was begun before it.
            written.executescript((HERE / "views.sql").read_text("utf-8"))
            written.execute("ANALYZE")
        finally:
            written.close()
        told = _metadata(contract, tables, name_of(edition))
    partial.replace(file)
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    (target / "metadata.json").write_text(text, "utf-8")
    return file


def _copy(
    contract: duckdb.DuckDBPyConnection,
    written: sqlite3.Connection,
    table: str,
    file: Path,
    tables: list[str],
) -> None:
    columns = contract.execute(COLUMNS, {"table": table}).fetchall()
    parts = [f'"{name}" {KINDS.get(kind, "TEXT")}' for name, kind in columns]
    primary = False
    for kind, names, other, referenced in contract.execute(KEYS, {"table": table}).fetchall():
        if kind == "PRIMARY KEY":
            primary = True
            parts.append(f"PRIMARY KEY ({_listed(names)})")
        elif kind == "FOREIGN KEY" and other in tables:
            parts.append(
                f'FOREIGN KEY ({_listed(names)}) REFERENCES "{other}" ({_listed(referenced)})'
            )
    # Without a number of its own for each row the file is a third smaller.
    apart = " WITHOUT ROWID" if primary else ""
    written.execute(f'CREATE TABLE "{table}" ({", ".join(parts)}){apart}')
    marks = ", ".join("?" for _ in columns)
    there = {row[0] for row in contract.execute(f"DESCRIBE FROM {quoted(file)}").fetchall()}
    chosen = ", ".join(_expression(name, kind, name in there) for name, kind in columns)
    rows = contract.execute(f"SELECT {chosen} FROM {quoted(file)} ORDER BY ALL")
    for part in _parts(rows):
        written.executemany(f'INSERT INTO "{table}" VALUES ({marks})', part)


def _expression(name: str, kind: str, there: bool) -> str:
    """A list becomes JSON, which datasette shows as one; a day its own text."""
    if not there:
        return "NULL"
    if kind.endswith("[]"):
        return f'CAST(to_json("{name}") AS VARCHAR)'
    return f'"{name}"' if kind in KINDS else f'CAST("{name}" AS VARCHAR)'


def _parts(rows: duckdb.DuckDBPyConnection) -> Iterator[list[Any]]:
    while part := rows.fetchmany(AT_ONCE):
        yield part


def _listed(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _metadata(
    contract: duckdb.DuckDBPyConnection, tables: list[str], edition: str
) -> dict[str, Any]:
    """Its words for datasette: those that are kept by hand, and the contract's."""
    kept = json.loads((HERE / "metadata.json").read_text("utf-8"))
    zenodo = json.loads((paths.DATA.parent / ".zenodo.json").read_text("utf-8"))
    told = {
        "title": zenodo["title"],
        "description": f"Edition {edition}. {zenodo['notes']}",
        "license": "Open Government Licence v3.0, and others: see the table source",
        "source": "Each figure's own: see the table source",
    }
    of_database = kept["databases"][DATABASE]
    words = words_of_columns(contract)
    meant = dict(
        contract.execute(
            "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'main'"
        ).fetchall()
    )
    for table in tables:
        names = [name for name, _ in contract.execute(COLUMNS, {"table": table}).fetchall()]
        of_table = of_database["tables"].setdefault(table, {})
        of_table["description"] = meant[table]
        of_table["columns"] = {name: words["main", table, name] for name in names}
    return told | {"databases": {DATABASE: of_database}}
