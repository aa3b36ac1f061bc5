"""Time and memory of the judgements alone, and of each part of an assembly, in a copy."""

import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from multiprocessing.queues import Queue
from pathlib import Path
from typing import NamedTuple

import duckdb

from data.build import paths
from data.build.assembling import assemble
from data.build.downloads import write_downloads
from data.build.judging import fill_judgements
from data.build.ledger.placing import LedgerFiles
from data.build.maps import write_maps


class Made(NamedTuple):
    what: str
    seconds: float
    peak_mb: float
    rows: int


def judgements_and_assembly() -> list[Made]:
    """Each in a process of its own, so that one does not warm the other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        steps = {
            "assembly: tables, views, judgements, payments": _assemble,
            "of it judgements": _judge,
            "maps": _maps,
            "downloads": _downloads,
        }
        return [_apart(what, step, folder) for what, step in steps.items()]


def _assemble(folder: Path) -> int:
    assemble(paths.EDITION, paths.CONTRACT, folder / "councils.duckdb", _ledger())
    return _judged(folder)


def _judge(folder: Path) -> int:
    with duckdb.connect(folder / "councils.duckdb") as database:
        database.execute("DELETE FROM judged.judgement; DELETE FROM judged.spread")
        started = time.perf_counter()
        fill_judgements(database)
        _SECONDS.append(time.perf_counter() - started)
    return _judged(folder)


def _maps(folder: Path) -> int:
    write_maps(folder / "councils.duckdb", folder / "maps")
    return len(list((folder / "maps").iterdir()))


def _downloads(folder: Path) -> int:
    write_downloads(folder / "councils.duckdb", paths.EDITION, folder / "downloads", _ledger())
    return len(list((folder / "downloads").iterdir()))


# What a step says of its own time, where a part of it is preparation.
_SECONDS: list[float] = []


def _ledger() -> LedgerFiles:
    return LedgerFiles(paths.LEDGER_CONTRACT, paths.LEDGER, paths.LEDGER_WHOLE)


def _judged(folder: Path) -> int:
    with duckdb.connect(folder / "councils.duckdb", read_only=True) as database:
        return database.execute("SELECT count(*) FROM judgement").fetchall()[0][0]


def _apart(what: str, step: Callable[[Path], int], folder: Path) -> Made:
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=_timed, args=(step, folder, answers))
    process.start()
    seconds, peak_mb, rows = answers.get()
    process.join()
    return Made(what, seconds, peak_mb, rows)


def _timed(step: Callable[[Path], int], folder: Path, answers: Queue) -> None:
    started = time.perf_counter()
    rows = step(folder)
    seconds = _SECONDS.pop() if _SECONDS else time.perf_counter() - started
    answers.put((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, rows))
