"""A database older than its files is not measured: eighteen pages failed on one, quickly."""

import os
from pathlib import Path

import pytest

from benchmarks.edition_in_place import DATABASE, MADE_OF, Stale, require_current

MAKEFILE = (Path(__file__).parents[2] / "Makefile").read_text("utf-8")


def checkout(folder: Path, table_s: int) -> Path:
    for path, at_s in ((folder / DATABASE, 1_000), (folder / "data/edition/a.parquet", table_s)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.utime(path, (at_s, at_s))
    return folder


def test_a_database_newer_than_its_files_is_current(tmp_path):
    assert "is the one that its files make" in require_current(checkout(tmp_path, 900))


def test_a_stale_one_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(Stale, match=r"older than data/edition/a.parquet \(1 files are newer\)"):
        require_current(checkout(tmp_path, 1_100))


def test_none_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(Stale, match="has no database"):
        require_current(tmp_path)


def test_it_looks_at_what_make_looks_at():
    """Prefixes of make's are written out here, and its wildcards are ours."""
    rule = MAKEFILE.partition("\nUNIT")[0]
    for pattern in MADE_OF:
        folder, _, name = pattern.rpartition("/")
        if pattern != "data/*.sql":
            assert pattern in rule or (f"{folder}/," in rule and name in rule), pattern
    goal = next(line for line in MAKEFILE.splitlines() if line.startswith("data/councils.duckdb:"))
    assert all(f"data/{name}.sql" in goal for name in ("schema", "comparison", "ledger"))
