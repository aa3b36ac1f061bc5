"""Which datasets each table and each measure family is made from, read from their SQL."""

import re
from pathlib import Path

import duckdb
import polars as pl

from data.build.records import Family
from data.build.tables import table_of

DATASET = re.compile(r"\braw\.(\w+)")
# What a reading declares as wanted by nobody stands in a table of its own beside the dataset's.
OTHER = "_other"


def datasets_of(sql: str) -> set[str]:
    """Names of the published datasets that an SQL text reads."""
    return {name.removesuffix(OTHER) for name in DATASET.findall(_without_remarks(sql))}


def describe_lineage(
    database: duckdb.DuckDBPyConnection, tables: list[Path], families: dict[str, Family]
) -> None:
    """Show to the checks as declared.made_from: contract table, the file that fills it, dataset."""
    texts = [(table_of(path), path.name, path.read_text("utf-8")) for path in tables]
    texts += [("value", f"{family.slug}.sql", family.sql) for family in families.values()]
    rows = [
        (table, file, dataset)
        for table, file, sql in sorted(texts)
        for dataset in sorted(datasets_of(sql))
    ]
    schema = {name: pl.String for name in ("made", "file", "dataset")}
    database.register("incoming", pl.DataFrame(rows, schema=schema, orient="row"))
    database.execute("CREATE SCHEMA IF NOT EXISTS declared")
    database.execute("CREATE OR REPLACE TABLE declared.made_from AS FROM incoming")
    database.unregister("incoming")


def _without_remarks(sql: str) -> str:
    return re.sub(r"--.*", "", sql)
