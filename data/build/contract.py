"""The contract as SQL: what an edition holds, and by which rules its figures are compared."""

import duckdb

from data.build import paths


def create_contract(database: duckdb.DuckDBPyConnection) -> None:
    """The empty tables of an edition, its views and the macros of comparison."""
    for path in paths.CONTRACT:
        database.execute(path.read_text("utf-8"))
