"""The database appears last, by one process at a time, and nothing of a killed one stays."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

import database_sum
from data.build import installing, paths
from data.build.checksums import Damaged
from data.build.installing import LOCK, install
from data.build.ledger.placing import LedgerMissing


@pytest.fixture
def place(world_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("edition", "ledger"):
        shutil.copytree(world_database.parent / name, tmp_path / name)
    moved = {
        "DATA": tmp_path,
        "EDITION": tmp_path / "edition",
        "LEDGER": tmp_path / "ledger",
        "LEDGER_WHOLE": tmp_path / "ledger_full",
        "DATABASE": tmp_path / "councils.duckdb",
        "MAPS": tmp_path / "maps",
        "TAKEAWAY": tmp_path / "downloads",
    }
    for name, path in moved.items():
        monkeypatch.setattr(paths, name, path)
    # The world has too few figures for the joined panel.
    monkeypatch.setattr(installing, "write_downloads", lambda *_: None)
    return tmp_path


def left(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir() if "part" in path.name)


def payments(place: Path) -> int:
    with duckdb.connect(place / "councils.duckdb", read_only=True) as database:
        return database.execute("SELECT count(*) FROM ledger.payment").fetchall()[0][0]


def test_all_is_there_and_nothing_beside_it(place):
    install()
    assert payments(place) > 0
    assert (place / "maps" / "manifest.json").exists()
    assert left(place) == []


def test_what_was_put_together_is_noted_before_it_takes_its_place(place, monkeypatch):
    """Cut off between the two, the last database is whole by the list that stands there."""
    install()
    first = (place / "councils.duckdb").read_bytes()
    assert not database_sum.is_damaged(place / "councils.duckdb")
    noted = database_sum.note

    def cut_off(fresh: Path, target: Path) -> None:
        noted(fresh, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(database_sum, "note", cut_off)
    with pytest.raises(KeyboardInterrupt):
        install()
    assert (place / "councils.duckdb").read_bytes() == first
    assert not database_sum.is_damaged(place / "councils.duckdb")
    with (place / "councils.duckdb").open("r+b") as file:
        kept = (place / "councils.duckdb").stat()
        file.seek(5_000)
        file.write(b"\xff\x00\xff")
    os.utime(place / "councils.duckdb", ns=(kept.st_atime_ns, kept.st_mtime_ns))
    assert database_sum.is_damaged(place / "councils.duckdb")


def test_what_a_killed_process_left_is_removed(place):
    for name in ("councils.duckdb.part", "councils.duckdb.77.part", "councils.duckdb.77.part.wal"):
        (place / name).write_bytes(b"half of it")
    install()
    assert left(place) == []


def test_the_database_is_not_replaced_before_the_maps_are_made(place, monkeypatch):
    """A kill between the two left new figures on old maps, and make called it up to date."""
    install()
    before = (place / "councils.duckdb").stat().st_ino

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(installing, "write_maps", killed)
    with pytest.raises(KeyboardInterrupt):
        install()
    assert (place / "councils.duckdb").stat().st_ino == before
    assert left(place) == []


def test_a_second_one_says_that_it_waits(place):
    lock = FileLock(place / LOCK)
    lock.acquire()
    said: list[str] = []

    def say(text: str) -> None:
        said.append(text)
        lock.release()

    install(say=say)
    assert said == ["Another process is assembling here: waiting for it."]


def test_a_killed_process_holds_nothing_up(place):
    code = (
        "import os, filelock; "
        f"filelock.FileLock({str(place / LOCK)!r}).acquire(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    said: list[str] = []
    install(say=said.append)
    assert said == []


def test_a_missing_ledger_is_said_and_can_be_meant(place):
    """It assembled with success, and no page had a payment."""
    shutil.rmtree(place / "ledger")
    with pytest.raises(LedgerMissing, match="There are no payments in"):
        install()
    assert not (place / "councils.duckdb").exists()
    install(without_payments=True)
    assert (place / "councils.duckdb").exists()


@pytest.mark.parametrize("folder", ["edition", "ledger"])
def test_one_flipped_bit_stops_it(place, folder):
    file = max((place / folder).glob("*.parquet"), key=lambda path: path.stat().st_size)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 4
    file.write_bytes(content)
    with pytest.raises(Damaged, match=file.name):
        install()


def test_make_leaves_the_database_as_it_was_noted():
    """It was touched afterwards, and a database of another time is one that nobody noted."""
    said = subprocess.run(
        ["make", "-n", "-B", "-o", ".venv/.runs", "data/councils.duckdb"],
        capture_output=True,
        text=True,
        cwd=paths.DATA.parent,
        check=True,
    ).stdout
    assert "data.build assemble" in said
    assert not [line for line in said.splitlines() if "touch" in line and "duckdb" in line]
