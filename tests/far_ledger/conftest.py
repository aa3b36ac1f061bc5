"""A dataset of made-up payments, and editions of the world whose payments lie elsewhere."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import queries
from data.build import paths
from data.build.assembling import assemble
from data.build.ledger.fetching import fetch_small
from data.build.ledger.placing import LedgerFiles
from far_ledger import store
from far_ledger.place import SETTING, Place, place_from
from queries.door import Door
from tests.build.ledger.mirror import FILES, made
from tests.far_ledger.object_store import BUCKET, StoreServer, store_of


@pytest.fixture(scope="session")
def dataset(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dataset")
    for place, text in FILES.items():
        path = folder / "mirror" / "payments" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return made(folder / "mirror", folder / "whole")


@pytest.fixture
def held(dataset: Path, tmp_path: Path) -> Path:
    """A copy of the dataset that may be hurt."""
    return Path(shutil.copytree(dataset, tmp_path / "held"))


@pytest.fixture
def server(held: Path) -> Iterator[StoreServer]:
    with store_of(held) as server:
        yield server


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Place]:
    """Set where the payments lie, with a cache of this test's own."""

    def tell(address: str, endpoint: str = "", **more: str) -> Place:
        monkeypatch.setenv(SETTING, address)
        monkeypatch.setenv(f"{SETTING}_CACHE", str(tmp_path / "cache"))
        monkeypatch.setenv(f"{SETTING}_ENDPOINT", endpoint)
        for name, value in more.items():
            monkeypatch.setenv(f"{SETTING}_{name}", value)
        place = place_from()
        assert place
        return place

    monkeypatch.setattr(store, "LEFT_ALONE_S", 0.0)
    monkeypatch.setattr(store, "CONNECTS_WITHIN_S", 0.5)
    monkeypatch.setattr(store, "ANSWERS_WITHIN_S", 0.5)
    return tell


@pytest.fixture
def in_store(told: Callable[..., Place], server: StoreServer) -> Place:
    return told(f"s3://{BUCKET}", server.endpoint)


@pytest.fixture(scope="session")
def far_edition(world_database: Path, dataset: Path, tmp_path_factory) -> Path:
    """The world with payments that lie elsewhere: where, a test says."""
    folder = tmp_path_factory.mktemp("far")
    place = Place(str(dataset), folder / "cache")
    small = fetch_small(place, folder / "ledger_far")
    ledger = LedgerFiles(paths.LEDGER_CONTRACT, folder / "none", small, elsewhere=place)
    target = folder / "councils.duckdb"
    assemble(world_database.parent / "edition", paths.CONTRACT, target, ledger)
    return target


@pytest.fixture
def anew(far_edition: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let the queries read that edition, as a server does that starts."""

    def start() -> None:
        monkeypatch.setattr(queries, "EDITION", far_edition)
        door = Door(queries.LOCKED_DOWN, queries.SCHEMA_VERSION)
        monkeypatch.setattr(queries, "_answers", door)

    return start
