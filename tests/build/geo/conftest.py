"""Geography is tested on the published edition, and against the mirror where one is at hand."""

import os
from pathlib import Path

import duckdb
import pytest

from data.build import paths


@pytest.fixture(scope="session")
def edition():
    """The edition's tables as views; these tests ask for the real one by name."""
    if not paths.EDITION.is_dir():
        pytest.skip("there is no edition in data/edition: run python -m data.build")
    con = duckdb.connect()
    for file in paths.EDITION.glob("*.parquet"):
        con.execute(f"CREATE VIEW {file.stem} AS FROM '{file}'")
    return con


@pytest.fixture(scope="session")
def mirror():
    """Folder with copies of the published files."""
    folder = os.environ.get("PUBLIC_POUND_MIRROR")
    if not folder:
        pytest.skip("needs the published files: set PUBLIC_POUND_MIRROR to a mirror of them")
    return Path(folder)


@pytest.fixture
def ask(edition):
    """Rows of a query on the edition."""
    return lambda sql, *given: edition.execute(sql, list(given)).fetchall()
