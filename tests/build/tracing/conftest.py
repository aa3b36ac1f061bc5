"""A tracer on the assembled edition and, where one is at hand, on the published files."""

import shutil
from pathlib import Path

import duckdb
import pytest

from data.build import paths
from data.build.records import load_families, load_sources
from data.build.tracing import Tracer
from tests.build.tracing.needs import MIRROR


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """A copy: the pages' tests have the edition itself open, locked down."""
    copy = shutil.copy(paths.DATABASE, tmp_path_factory.mktemp("data"))
    with duckdb.connect(copy, read_only=True) as database:
        yield database


@pytest.fixture(scope="module")
def tracer(database):
    mirror = Path(MIRROR) if MIRROR else None
    return Tracer(database, load_sources(paths.SOURCES), load_families(paths.MEASURES), mirror)
