"""The made-up mirror as files, and the dataset that is made of it once."""

from pathlib import Path

import duckdb
import pytest

from tests.build.ledger.mirror import FILES, made


@pytest.fixture(scope="session")
def payments_mirror(tmp_path_factory) -> Path:
    mirror = tmp_path_factory.mktemp("payments_mirror")
    for place, text in FILES.items():
        path = mirror / "payments" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return mirror


@pytest.fixture(scope="session")
def whole(payments_mirror: Path, tmp_path_factory) -> Path:
    return made(payments_mirror, tmp_path_factory.mktemp("ledger") / "whole")


@pytest.fixture
def rows(whole: Path):
    """Ask the dataset that was made; a table is named with its folder, as ``{whole}/x.parquet``."""

    def ask(sql: str) -> list[tuple]:
        with duckdb.connect() as database:
            return database.execute(sql.format(whole=whole)).fetchall()

    return ask
