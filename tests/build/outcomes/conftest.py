"""A small world for the outcome measures' own SQL, and the real one where a mirror is at hand."""

import os
from pathlib import Path

import pytest

from tests.build.outcomes import mirror_world
from tests.build.outcomes.small_world import SmallWorld


@pytest.fixture
def world() -> SmallWorld:
    return SmallWorld()


@pytest.fixture(scope="session")
def mirror() -> Path:
    folder = os.environ.get("PUBLIC_POUND_MIRROR")
    if not folder:
        pytest.skip("PUBLIC_POUND_MIRROR names no mirror folder")
    return Path(folder)


@pytest.fixture(scope="session")
def made_of_mirror(mirror):
    """The real outcome measures: (database, bench)."""
    return mirror_world.make(mirror)


@pytest.fixture(scope="session")
def real(made_of_mirror):
    return made_of_mirror[0]
