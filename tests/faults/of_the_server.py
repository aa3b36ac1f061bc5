"""What readers meet, of a server in a copy of the project with this checkout's own edition."""

import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from benchmarks.pages import addresses
from benchmarks.server_process import Serving, serving
from tests.faults.copy_of_project import ROOT, copied, goes_through
from tests.faults.forging import forged
from tests.faults.leaks import leaks
from tests.faults.odd_requests import odd_requests
from tests.faults.readers_meanwhile import (
    asked,
    assembled_under_readers,
    held_by,
    replaced_under_readers,
    slow_and_broken,
    takes_its_time,
    workers_die,
)
from tests.faults.running import ends_with_the_drill, said, started

DATABASE = Path("data", "councils.duckdb")
STARTS_WITHIN_S = 120
RUNAWAY = """
import time
import queries
began = time.monotonic()
try:
    queries._run(
        "SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b "
        "WHERE a.range * b.range % 7 = 3", {})
except queries.TookTooLong:
    print(f"ended after {time.monotonic() - began:.0f} s")
"""
FAILED = re.compile(r'public_pound_(requests_total{.*status="500"|runs_total{end="failed")')
MADE = (Path("static", "maps"), Path("static", "downloads"))


def faults_of_the_server(place: Path) -> Iterator[tuple[str, str]]:
    """Each fault and what went wrong; nothing when all went as it should."""
    project = copied(place)
    yield "an edition to serve", _assembled(project)
    yield "a port that is none", _refuses(project, ["--port", "99999"], "is no port")
    yield "a database that is cut off", _damaged(project)
    yield "a database with a bit turned", _one_bit(project)
    yield "a query that does not end", _runaway(project)
    with serving(project / "app.py", project) as server:
        port = server.port
        ends_with_the_drill(server.process)
        yield (
            "an edition replaced under readers",
            held_by(lambda: replaced_under_readers(port, project / DATABASE)),
        )
        yield (
            "an assembly under readers",
            held_by(lambda: assembled_under_readers(port, lambda: goes_through(project))),
        )
        yield "a damaged database put in place", _damaged_meanwhile(port, project)
        yield "a download of more than ten seconds", held_by(lambda: takes_its_time(port))
        yield "workers that die", held_by(lambda: workers_die(server))
        yield from leaks(port, project)
        asked_for, faults = odd_requests(port)
        shown = "; ".join(f"{number}x {what}" for what, number in faults.most_common(5))
        yield f"{asked_for:,} odd requests", shown
        all_runs = 0
        for address, runs, wrong in forged(port, addresses()):
            all_runs += runs
            yield f"{runs} runs with forged values of {address}, {all_runs:,} in all", wrong
        yield "slow and broken clients", held_by(lambda: slow_and_broken(port))
        yield "a reader after all this", asked(port, "/health")
        yield "no fault of the server's in all this", _faults(server)
    if shutil.which("faketime"):
        yield "a server whose clock is set back", _clock_set_back(project)


def _assembled(project: Path) -> str:
    """This checkout's database where it is as new as what it is made of; else one is made."""
    tables = [path for name in ("edition", "ledger") for path in (ROOT / "data" / name).iterdir()]
    tables += (ROOT / "data").glob("*.sql")
    newest_s = max(path.stat().st_mtime for path in tables)
    noted = DATABASE.with_name(DATABASE.name + ".sha256")
    there = all((ROOT / file).exists() for file in (DATABASE, noted))
    if not there or (ROOT / DATABASE).stat().st_mtime < newest_s:
        return goes_through(project)
    for file in (DATABASE, noted):
        shutil.copy2(ROOT / file, project / file)
    for folder in MADE:
        shutil.copytree(ROOT / folder, project / folder, dirs_exist_ok=True)
    return ""


def _refuses(project: Path, options: list[str], sentence: str) -> str:
    process = started(project, [sys.executable, "serve.py", *options])
    try:
        words = said(process, STARTS_WITHIN_S)
    except subprocess.TimeoutExpired:
        return "it went on as if nothing were wrong"
    if not process.returncode or "Traceback" in words or sentence not in words:
        return words[-600:] or "it went on as if nothing were wrong"
    return ""


def _damaged(project: Path) -> str:
    """Cut off in the middle, as a copy that did not end."""
    database = project / DATABASE
    kept = database.rename(database.with_suffix(".kept"))
    with kept.open("rb") as whole:
        database.write_bytes(whole.read(kept.stat().st_size // 2))
    wrong = _refuses(project, ["--port", "0"], "assemble")
    kept.replace(database)
    return wrong


def _one_bit(project: Path) -> str:
    """Wherever it is: DuckDB meets it when somebody asks for what lies there."""
    database = project / DATABASE
    kept = database.rename(database.with_suffix(".kept"))
    wrong = []
    for part in (0.2, 0.7):
        _with_a_bit_turned(kept, database, part)
        wrong.append(_refuses(project, ["--port", "0"], "is damaged"))
    kept.replace(database)
    return "; ".join(filter(None, wrong))


def _with_a_bit_turned(kept: Path, database: Path, part: float) -> None:
    """As written, to the second, and of the same length."""
    shutil.copy2(kept, database)
    written = database.stat()
    with database.open("r+b") as content:
        content.seek(int(written.st_size * part))
        (byte,) = content.read(1)
        content.seek(-1, os.SEEK_CUR)
        content.write(bytes([byte ^ 1]))
    os.utime(database, ns=(written.st_atime_ns, written.st_mtime_ns))


def _damaged_meanwhile(port: int, project: Path) -> str:
    """Health says so, as long as it lies there."""
    database = project / DATABASE
    kept, hurt = database.with_suffix(".kept"), database.with_suffix(".hurt")
    shutil.copy2(database, kept)
    _with_a_bit_turned(kept, hurt, 0.5)
    hurt.replace(database)
    told = asked(port, "/health")
    kept.replace(database)
    if not told.endswith("503"):
        return told or "/health said that all was well"
    return asked(port, "/health")


def _runaway(project: Path) -> str:
    """Asked at the real edition, as pages ask: ended by itself, for the sum of all limits."""
    process = started(project, [sys.executable, "-c", RUNAWAY])
    words = said(process, 60)
    took = re.search(r"ended after (\d+) s", words)
    return "" if took and 9 <= int(took[1]) <= 30 else words[-600:] or "no end"


def _faults(server: Serving) -> str:
    """By the server's own word: tracebacks in its log, and answers that it counted as failed."""
    with urllib.request.urlopen(f"{server.url}/metrics") as answer:
        counts = answer.read().decode()
    failed = [line for line in counts.splitlines() if FAILED.match(line)]
    said_so = server.said
    told = [f"{said_so.count('Traceback')} tracebacks"] if "Traceback" in said_so else []
    if told:
        told.append(said_so[said_so.index("Traceback") :][:3_000])
    return "; ".join([*failed, *told])


def _clock_set_back(project: Path) -> str:
    """Older than the files that it serves: pages, rows and downloads all the same."""
    before = os.environ.copy()
    library = subprocess.run(
        ["faketime", "2020-02-29 12:00:00", "env"], capture_output=True, text=True, check=True
    ).stdout
    lines = [line.partition("=") for line in library.splitlines()]
    os.environ.update({name: value for name, _, value in lines if "FAKE" in name or "LD_" in name})
    try:
        with serving(project / "app.py", project) as server:
            paths = ("/health", "/council?council=leeds", "/api/v1/councils?limit=1")
            return "; ".join(filter(None, (asked(server.port, path) for path in paths)))
    finally:
        for name in os.environ.keys() - before.keys():
            del os.environ[name]
