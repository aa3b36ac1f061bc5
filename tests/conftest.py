"""The small world, made once, and the way to put it in the edition's place."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine must not fail a test: none asserts how long it takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def packages_read_once() -> None:
    """Streamlit looks through every installed package for components whenever a page is opened
    without a browser, which is half of what opening it costs. None is installed while tests run.
    """
    from streamlit.components.v2 import manifest_scanner

    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture(scope="session")
def world_database(tmp_path_factory) -> Path:
    from tests.world import make_world

    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture
def world(world_database: Path, monkeypatch) -> Iterator[Path]:
    """`queries.ask` answers from the world for the length of a test."""
    import queries

    monkeypatch.setattr(queries, "EDITION", world_database)
    yield world_database


# Made once for all who ask, in half a minute: whoever asks is in the process that has made it.
COSTLY = {"made_of_mirror"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share what is made once for their file stay in one process; all others go to
    whichever is free. So the sixty seeds of one file are not the last thing that runs, alone.
    """
    for item in items:
        if item.get_closest_marker("xdist_group"):
            continue
        if costly := COSTLY.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group(min(costly)))
        elif "tests/browser/" in item.path.as_posix() or _shared_by_file(item):
            item.add_marker(pytest.mark.xdist_group(item.path.as_posix()))


def _shared_by_file(item: pytest.Item) -> bool:
    fixtures = getattr(item, "_fixtureinfo", None)
    found = fixtures.name2fixturedefs.values() if fixtures else ()
    return any(one.scope in {"class", "module", "package"} for each in found for one in each)


def pytest_make_parametrize_id(config, val, argname) -> str | None:
    """Packed bytes hold the time of packing: each process would call its test otherwise."""
    return f"{argname} of {len(val)} bytes" if isinstance(val, bytes) else None
