"""Payments at scale: bytes, time to import and assemble, and how long the pages' queries take."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import polars as pl

from benchmarks import ROOT
from benchmarks.ledger_questions import Question, questions
from benchmarks.repeating import repeat
from queries.door import Door, TookTooLong

WHOLE = ROOT / "data" / "ledger_full"
COMMAND = [sys.executable, "-m", "data.build", "ledger"]
ROUNDS = 15
IMPORT_LASTS_AT_MOST_S = 1800
LASTS_AT_MOST_MS = 20_000
WIDEST = 40
AGENCY = {"words": ["reed", "specialist"], "sort": "sum", "most": 1, "skip": 0}


class Imported(NamedTuple):
    rows: int
    seconds: float
    rows_a_second: float
    peak_mb: float
    problem: str


class Held(NamedTuple):
    rows: int
    made_s: float
    dataset_mb: float
    assembled_s: float
    database_mb: float


class Answered(NamedTuple):
    """On a busy machine the processor's time says what a quiet one would take."""

    what: str
    queries: int
    aim_ms: int
    p50_ms: float
    p95_ms: float
    processor_p50_ms: float
    processor_p95_ms: float


def imported(mirror: Path) -> Imported:
    """Build the whole dataset from the published files, in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        done = subprocess.run(
            [*COMMAND, "--mirror", str(mirror), "--out", f"{folder}/whole"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=IMPORT_LASTS_AT_MOST_S,
        )
        seconds = time.perf_counter() - started
        # Of the largest process: the parent, which joins and sorts.
        peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        problem = "" if done.returncode == 0 else (done.stderr or done.stdout).strip()[-300:]
        rows = payments_of(Path(folder) / "whole") if not problem else 0
    return Imported(rows, seconds, rows / seconds, peak_mb, problem)


def of_edition(threads: int) -> Iterator[Answered]:
    """Ask what the pages ask of the edition in place."""
    import queries

    yield from _answers(queries.EDITION, queries.FOLDER, threads)


def measured(whole: Path, rows: int, threads: int) -> Iterator[Held | Answered]:
    """Repeat the real rows where they are too few, assemble them beside the edition, and ask what
    the pages ask."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as name:
        folder = Path(name)
        started = time.perf_counter()
        target = folder / "ledger_full"
        if rows <= payments_of(whole):
            shutil.copytree(whole, target, copy_function=_linked)
        else:
            repeat(whole, target, rows)
        made = time.perf_counter() - started
        started = time.perf_counter()
        database = _assembled(folder)
        assembled = time.perf_counter() - started
        size = sum(path.stat().st_size for path in target.rglob("*.parquet")) / 1e6
        yield Held(payments_of(target), made, size, assembled, database.stat().st_size / 1e6)
        yield from _answers(database, target, threads)


def payments_of(whole: Path) -> int:
    return pl.read_parquet(whole / "holding.parquet")["payments"][0]


def _linked(source: str, target: str) -> None:
    """As a second name of the same bytes, or copied to another disk."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _assembled(folder: Path) -> Path:
    from data.build import paths
    from data.build.assembling import assemble
    from data.build.ledger.placing import LedgerFiles

    ledger = LedgerFiles(paths.LEDGER_CONTRACT, folder / "none", folder / "ledger_full")
    assemble(paths.EDITION, paths.CONTRACT, folder / "councils.duckdb", ledger)
    return folder / "councils.duckdb"


def _answers(database: Path, target: Path, threads: int) -> Iterator[Answered]:
    """Open the pages on this database, behind a door of its own, and ask again what they asked."""
    import queries

    settings = {"allowed_directories": f"['{target}']", "threads": str(threads)}
    plain = queries.EDITION, queries._answers
    door = Door(queries.LOCKED_DOWN | settings, queries.SCHEMA_VERSION)
    queries.EDITION, queries._answers = database, door
    try:
        widest = queries.ask("supplier/widest", most=WIDEST)["slug"].to_list()
        agency = queries.ask("supplier/search", **AGENCY)["slug"][0]
        for question in questions(widest, agency):
            yield _timed(question, queries.ask)
    finally:
        queries.EDITION, queries._answers = plain
        door.close()


def _timed(question: Question, ask: Callable[..., pl.DataFrame]) -> Answered:
    times: list[float] = []
    worked: list[float] = []
    while len(times) < ROUNDS and sum(times) < LASTS_AT_MOST_MS:
        started, working = time.perf_counter(), time.process_time()
        for name, takes in question.asked:
            try:
                ask(name, **takes)
            except TookTooLong:
                what = f"{question.what}: {name} is ended after ten seconds"
                return Answered(what, len(question.asked), question.aim_ms, *[float("nan")] * 4)
        times.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - working) * 1000)
    return Answered(
        question.what,
        len(question.asked),
        question.aim_ms,
        statistics.median(times),
        late(times),
        statistics.median(worked),
        late(worked),
    )


def late(times: list[float]) -> float:
    """The 95th of a hundred."""
    return sorted(times)[int(0.95 * len(times))]
