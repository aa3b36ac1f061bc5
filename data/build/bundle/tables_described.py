"""The edition's tables as a Frictionless data package: columns, keys and words of the contract."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from data.build.checksums import digest_of
from data.build.documenting import words_of_columns
from data.build.publishing import contract_tables

PROFILE = "data-package"
LICENCES = [
    {
        "name": "OGL-UK-3.0",
        "title": "Open Government Licence v3.0; some sources have others: DATA-LICENCE.md",
    }
]
# DuckDB's word for a type, its brackets taken off -> Frictionless'.
TYPES = {
    "VARCHAR": "string",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "TINYINT": "integer",
    "SMALLINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
}
COLUMNS = """
SELECT column_name, data_type, is_nullable FROM duckdb_columns()
WHERE schema_name = 'main' AND table_name = $table ORDER BY column_index
"""
WORDS = "SELECT comment FROM duckdb_tables() WHERE schema_name = 'main' AND table_name = $table"
KEYS = """
SELECT constraint_type, constraint_column_names, referenced_table, referenced_column_names
FROM duckdb_constraints() WHERE schema_name = 'main' AND table_name = $table
ORDER BY constraint_index
"""


def describe_tables(
    database: duckdb.DuckDBPyConnection,
    about: Mapping[str, Any],
    folder: Path,
    panels: Sequence[Path],
) -> dict[str, Any]:
    """``folder`` is the bundle's, with edition/ and panels/; ``panels`` are CSV files in it."""
    tables = [one for one in contract_tables(database) if _file(folder, one).exists()]
    words_of = words_of_columns(database)
    resources = [_table(database, one, folder, words_of) for one in tables]
    return {
        "profile": PROFILE,
        "name": "public-pound",
        "title": about["title"],
        "description": about["description"],
        "version": about["edition"],
        "licenses": LICENCES,
        "sources": [
            {"title": f"{row['publisher']}, {row['title']}", "path": row["landing_url"]}
            for row in about["sources"]
        ],
        "resources": resources + [_panel(one, folder) for one in panels],
    }


def _table(
    database: duckdb.DuckDBPyConnection,
    table: str,
    folder: Path,
    words_of: Mapping[tuple[str, str, str], str],
) -> dict[str, Any]:
    ((words,),) = database.execute(WORDS, {"table": table}).fetchall()
    fields = [
        _field(name, kind, nullable, words_of[("main", table, name)])
        for name, kind, nullable in database.execute(COLUMNS, {"table": table}).fetchall()
    ]
    schema: dict[str, Any] = {"fields": fields}
    for kind, columns, other, referenced in database.execute(KEYS, {"table": table}).fetchall():
        if kind == "PRIMARY KEY":
            schema["primaryKey"] = list(columns)
        elif kind == "FOREIGN KEY" and _file(folder, other).exists():
            reference = {"resource": _name(other), "fields": list(referenced)}
            key = {"fields": list(columns), "reference": reference}
            schema.setdefault("foreignKeys", []).append(key)
    return {
        "name": _name(table),
        "title": table,
        "description": words,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        **_weighed(_file(folder, table), folder),
        "schema": schema,
    }


def _field(name: str, kind: str, nullable: bool, words: str) -> dict[str, Any]:
    told = {
        "name": name,
        "type": "array" if kind.endswith("[]") else TYPES[kind],
        "description": words,
    }
    return told | ({} if nullable else {"constraints": {"required": True}})


def _panel(file: Path, folder: Path) -> dict[str, Any]:
    return {
        "name": _name(file.stem),
        "title": file.stem,
        "description": f"Its columns are told in {file.stem}_datapackage.json.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_weighed(file, folder),
    }


def _weighed(file: Path, folder: Path) -> dict[str, Any]:
    return {
        "path": file.relative_to(folder).as_posix(),
        "bytes": file.stat().st_size,
        "hash": f"sha256:{digest_of(file)}",
    }


def _file(folder: Path, table: str) -> Path:
    return folder / "edition" / f"{table}.parquet"


def _name(table: str) -> str:
    return table.replace("_", "-")
