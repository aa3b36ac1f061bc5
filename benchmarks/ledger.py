"""Payments at scale: bytes, time to import and assemble, and how long the pages' queries take."""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import polars as pl

from benchmarks import ROOT
from benchmarks.ledger_questions import Question, questions
from benchmarks.made_from import Source, begun, law, ledger_of
from benchmarks.process_counts import bytes_read, forget_most_memory, most_memory_mb
from benchmarks.repeating import COPIES, repeat
from queries.door import Door, TookTooLong
from sql_text import quoted

WHOLE = ROOT / "data" / "ledger_full"
PART = ROOT / "data" / "ledger"
COMMAND = [sys.executable, "-m", "data.build", "ledger"]
ROUNDS = 15
IMPORT_LASTS_AT_MOST_S = 1800
LASTS_AT_MOST_MS = 4_000
WIDEST = 40
QUESTIONS = "questions.json"
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
    """On a busy machine the processor's time says what a quiet one would take.

    The first time is of a database just opened: `read_mb` are the bytes it read. `most_mb` is the
    most memory that this process held meanwhile, the pages' own 300 MB among it.
    """

    what: str
    threads: int
    queries: int
    aim_ms: int
    first_ms: float
    read_mb: float
    p50_ms: float
    p95_ms: float
    processor_ms: float
    most_mb: float


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


def of_edition(threads: list[int]) -> Iterator[Answered]:
    """Ask what the pages ask of the edition in place."""
    import queries

    yield from _answers(queries.EDITION, queries.FOLDER, threads)


def measured(
    whole: Path, rows: int, threads: list[int], kept: Path | None = None
) -> Iterator[Held | Answered]:
    """Repeat the real rows where they are too few, assemble them beside the edition, and ask what
    the pages ask. What is made in ``kept`` stays, and is neither made nor heard again while its
    rows, the ledger that they are of and what assembles them are the same."""
    with _folder(kept, rows) as folder:
        target = folder / "ledger_full"
        source: Source = {"rows": rows, "ledger": ledger_of(whole), "copies": COPIES}
        begun(target, source)
        started = time.perf_counter()
        if rows <= payments_of(whole) and (whole / "payment").is_dir():
            shutil.copytree(whole, target, copy_function=_linked, dirs_exist_ok=True)
        else:
            repeat(whole, target, rows)
        made = time.perf_counter() - started
        started = time.perf_counter()
        database = _assembled(folder, source | {"law": law()})
        assembled = time.perf_counter() - started
        size = sum(path.stat().st_size for path in target.rglob("*.parquet")) / 1e6
        yield Held(payments_of(target), made, size, assembled, database.stat().st_size / 1e6)
        yield from _answers(database, target, threads)


@contextmanager
def _folder(kept: Path | None, rows: int) -> Iterator[Path]:
    if kept:
        folder = kept / f"{rows // 1_000_000}"
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as name:
        yield Path(name)


def payments_of(whole: Path) -> int:
    return pl.read_parquet(whole / "holding.parquet")["payments"][0]


def _linked(source: str, target: str) -> None:
    """As a second name of the same bytes, or copied to another disk."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _assembled(folder: Path, source: Source) -> Path:
    from data.build import paths
    from data.build.assembling import assemble
    from data.build.ledger.placing import LedgerFiles

    target = folder / "councils.duckdb"
    # What its pages ask may be something else, too.
    begun(folder / QUESTIONS, source)
    begun(target, source)
    if not target.exists():
        ledger = LedgerFiles(paths.LEDGER_CONTRACT, folder / "none", folder / "ledger_full")
        assemble(paths.EDITION, paths.CONTRACT, target, ledger)
    return target


def _answers(database: Path, target: Path, threads: list[int]) -> Iterator[Answered]:
    """Open the pages on this database, behind a door of its own, and ask again what they asked."""
    import queries

    plain = queries.EDITION, queries._answers
    queries.EDITION = database
    asked: list[Question] = []
    try:
        for count in threads:
            settings = {"allowed_directories": f"[{quoted(target)}]", "threads": str(count)}
            queries._answers = Door(queries.LOCKED_DOWN | settings, queries.SCHEMA_VERSION)
            asked = asked or _asked(queries.ask, database.with_name(QUESTIONS))
            # Of more payments than it looks at, a page asks for no list.
            for question in (one for one in asked if one.asked):
                yield _timed(question, count, queries.ask, queries._answers)
            queries._answers.close()
    finally:
        queries.EDITION, queries._answers = plain


def _asked(ask: Callable[..., pl.DataFrame], file: Path) -> list[Question]:
    """What the pages ask, of a file beside a database that is kept, where it has been heard."""
    if file.exists():
        told = json.loads(file.read_text("utf-8"))
        return [
            Question(what, [(name, takes) for name, takes in asked], aim)
            for what, asked, aim in told
        ]
    widest = ask("supplier/widest", most=WIDEST)["slug"].to_list()
    found = questions(widest, ask("supplier/search", **AGENCY)["slug"][0])
    if file.parent != PART.parent:
        file.write_text(json.dumps(found), "utf-8")
    return found


def _timed(question: Question, threads: int, ask: Callable[..., object], door: Door) -> Answered:
    given = (question.what, threads, len(question.asked), question.aim_ms)
    door.close()
    forget_most_memory()
    read = bytes_read()
    try:
        first, _ = _once(question, ask)
        read_mb = (bytes_read() - read) / 1e6
        times = [_once(question, ask)]
        while len(times) < ROUNDS and sum(ms for ms, _ in times) < LASTS_AT_MOST_MS:
            times.append(_once(question, ask))
    except TookTooLong:
        what = f"{question.what}: ended after ten seconds"
        return Answered(what, *given[1:], *[float("nan")] * 6)
    clock, worked = ([one[place] for one in times] for place in (0, 1))
    middle = statistics.median(clock)
    memory = most_memory_mb()
    return Answered(*given, first, read_mb, middle, late(clock), statistics.median(worked), memory)


def _once(question: Question, ask: Callable[..., object]) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor."""
    started, working = time.perf_counter(), time.process_time()
    for name, takes in question.asked:
        ask(name, **takes)
    return (time.perf_counter() - started) * 1000, (time.process_time() - working) * 1000


def late(times: list[float]) -> float:
    """The 95th of a hundred."""
    return sorted(times)[int(0.95 * len(times))]
